"""``/releases/``: the record, frozen under names."""

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from incidents.api.parameters import HEADERS, TAG
from incidents.api.reference.responses import MISSING, REFUSED, RELEASE, RELEASES, described
from incidents.api.serializers.releases import ReleaseRowSerializer, ReleaseSerializer
from incidents.api.views.base import ReadView, address
from incidents.selectors.record_releases import files_of, release_of, releases, taken_back


class ReleasesView(ReadView):
    """All releases."""

    @extend_schema(
        operation_id="list_releases",
        summary="List the releases",
        description="Every release, the newest first. `release` with a tag asks any other address as of its cut-off.",
        tags=["Releases"],
        parameters=HEADERS,
        responses=described({**RELEASES, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the list."""
        found = releases()
        row = ReleaseRowSerializer(context=places(request))
        state = [len(found), *(one.tag for one in found)]
        return self.answer(
            request, state, lambda: {"count": len(found), "results": [row.to_representation(one) for one in found]}
        )


class ReleaseView(ReadView):
    """One release."""

    @extend_schema(
        operation_id="get_release",
        summary="Read a release",
        description="A release with its files and their SHA-256, and which incidents in it were taken back since.",
        tags=["Releases"],
        parameters=[TAG, *HEADERS],
        responses=described({**RELEASE, **REFUSED, **MISSING}),
    )
    def get(self, request: Request, tag: str) -> HttpResponseBase:
        """Answer with the release."""
        found = release_of(tag)
        if found is None:
            raise Http404
        gone = taken_back(found.cut_off)
        context = {**places(request), "files": files_of(found), "taken_back": gone}
        state = [found.tag, *(one.pk for one in gone)]
        return self.answer(request, state, lambda: ReleaseSerializer(context=context).to_representation(found))


def places(request: Request) -> dict[str, Any]:
    """Where releases are, in the API and as pages."""
    return {"base": address(request, "releases"), "pages": request.build_absolute_uri(reverse("releases:index"))}
