"""``/incidents/{id}/`` and its versions."""

from datetime import datetime
from http import HTTPStatus
from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from incidents.api.caching import LONG, SHORT, kept_for
from incidents.api.including import added
from incidents.api.parameters import (
    FIELDS,
    HEADERS,
    ID,
    INCLUDE,
    LOCATION,
    NUMBER,
    OF_A_MOMENT,
    PUBLIC_ID,
    SHAPES,
    understand,
)
from incidents.api.picking import only
from incidents.api.problems import NotYetError, WithdrawnError
from incidents.api.reference.responses import (
    BUNDLE,
    FEATURE,
    GONE,
    INCIDENT,
    MISSING,
    MOVED,
    REFUSED,
    VERSION,
    VERSIONS,
    described,
)
from incidents.api.renderers import GeoJSONRenderer, StixRenderer
from incidents.api.serializers.answers import IncidentSerializer, VersionRowSerializer, VersionSerializer
from incidents.api.serializers.fields import said
from incidents.api.serializers.rows import IncidentRowSerializer
from incidents.api.telling import Telling, Wish
from incidents.api.views.base import ReadView, address
from incidents.choices import PublicStatus
from incidents.filters import MOMENTS
from incidents.presenting.stix import bundle, tell
from incidents.selectors.record import (
    Published,
    first_published,
    lives_on_in,
    published_incident,
    published_version,
    versions_of,
)


class IncidentView(ReadView):
    """One incident, with every claim behind it."""

    renderer_classes = (JSONRenderer, GeoJSONRenderer, StixRenderer)
    parameters: ClassVar[frozenset[str]] = MOMENTS | {"include", "fields"}

    @extend_schema(
        operation_id="get_incident",
        summary="Read an incident",
        description=(
            "The whole document of an incident: the values that the record gives, every claim with its citations, and "
            "the sources. With `as_of` or `release`, as it stood then. As GeoJSON (also with the ending `.geojson`), a "
            "feature with the values alone; as STIX, a bundle with every claim."
        ),
        tags=["Incidents"],
        parameters=[ID, *OF_A_MOMENT, FIELDS, INCLUDE, SHAPES, *HEADERS, LOCATION],
        responses=described({**INCIDENT, **FEATURE, **BUNDLE, **MOVED, **REFUSED, **MISSING, **GONE}),
    )
    def get(self, request: Request, public_id: str, **_form: str) -> HttpResponseBase:
        """Answer with the incident, its reason of withdrawal, or the address of the one it was merged into."""
        moment = understand(request.query_params, self.known).as_of
        found = published_incident(named(public_id), as_of=moment)
        if found is None:
            raise not_held(public_id, moment)
        if found.row.status == PublicStatus.MERGED:
            return moved(request, lives_on_in(found.row, as_of=moment))
        if found.row.status == PublicStatus.WITHDRAWN:
            raise WithdrawnError(withdrawal(request, found))
        form = str(request.accepted_renderer.format)
        answer = IncidentRowSerializer if form == GeoJSONRenderer.format else IncidentSerializer
        version, wish = found.version, Wish.read(request.query_params, self.known, form, answer)
        state = [
            version.number,
            version.content_sha256,
            version.published_at,
            found.row.under_review,
            moment,
        ]
        return self.answer(request, state, lambda: self.document(request, found, moment, wish))

    def document(self, request: Request, found: Published, moment: datetime | None, wish: Wish) -> dict[str, Any]:
        """The incident in the form asked for."""
        if request.accepted_renderer.format == GeoJSONRenderer.format:
            return Telling(wish=wish, base=address(request, "incidents"), as_of=moment).features([found.row])[0]
        if request.accepted_renderer.format == StixRenderer.format:
            (told,) = tell([found.version])
            return bundle(told)
        version = found.version
        base = address(request, "versions", public_id=version.public_id)
        context = {"base": base, "under_review": found.row.under_review, "as_of": moment}
        more = added(found.row, version, wish.include)
        return dict(only({**IncidentSerializer(version, context=context).data, **more}, wish.fields, also=more))


class VersionsView(ReadView):
    """All versions of one incident."""

    @extend_schema(
        operation_id="list_versions",
        summary="List the versions of an incident",
        description="Every version, newest first; also after the incident was withdrawn or merged.",
        tags=["Versions"],
        parameters=[ID, *HEADERS],
        responses=described({**VERSIONS, **REFUSED, **MISSING}),
    )
    def get(self, request: Request, public_id: str) -> HttpResponseBase:
        """Answer with the list."""
        found = list(versions_of(named(public_id)))
        if not found:
            raise Http404
        row = VersionRowSerializer(context={"base": address(request, "versions", public_id=public_id)})
        state = [found[0].number, found[0].content_sha256, found[0].published_at]
        return self.answer(
            request,
            state,
            lambda: {"id": public_id, "count": len(found), "results": [row.to_representation(one) for one in found]},
        )


class VersionView(ReadView):
    """One permanent version."""

    @extend_schema(
        operation_id="get_version",
        summary="Read a version",
        description="A version with its document, as it was published. It never changes.",
        tags=["Versions"],
        parameters=[ID, NUMBER, *HEADERS],
        responses=described({**VERSION, **REFUSED, **MISSING}),
    )
    def get(self, request: Request, public_id: str, number: int) -> HttpResponseBase:
        """Answer with the version."""
        found = published_version(named(public_id), number)
        if found is None:
            raise Http404
        context = {"base": address(request, "versions", public_id=public_id)}
        state = [found.version.number, found.version.content_sha256, found.version.published_at]
        return self.answer(request, state, lambda: VersionSerializer(found.version, context=context).data, seconds=LONG)


def named(public_id: str) -> str:
    """The id, if it can be one.

    Raises:
        Http404: no incident was ever called so.
    """
    if not PUBLIC_ID.fullmatch(public_id):
        raise Http404
    return public_id


def not_held(public_id: str, moment: datetime | None) -> Exception:
    """Why there is no answer. That an incident was published later is told: its versions say so anyway."""
    first = first_published(public_id) if moment else None
    return NotYetError(said(first)) if first else Http404()


def moved(request: Request, to: str) -> HttpResponse:
    """The address of the incident that this one lives on in, asked the same; a cache keeps it as briefly as any."""
    query = f"?{request.query_params.urlencode()}" if request.query_params else ""
    where = address(request, "incident", public_id=to) + query
    headers = {"Location": where, "Cache-Control": kept_for(SHORT)}
    return HttpResponse(status=HTTPStatus.MOVED_PERMANENTLY, headers=headers)


def withdrawal(request: Request, found: Published) -> dict[str, Any]:
    """When and why an incident was taken back, and where its versions are."""
    return {
        "id": found.row.public_id,
        "reason": found.row.reason,
        "withdrawn_at": said(found.version.published_at),
        "versions": address(request, "versions", public_id=found.row.public_id),
    }
