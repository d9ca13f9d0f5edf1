"""What there is besides incidents: the index, the vocabularies, the record as a whole."""

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from incidents.api.parameters import HEADERS
from incidents.api.reference.responses import INDEX, RECORD, REFUSED, VOCABULARIES, described
from incidents.api.serializers.fields import said
from incidents.api.views.base import ReadView, address
from incidents.presenting.vocabularies import vocabularies
from incidents.rules.canonical import EMPTY_LOG
from incidents.selectors.record import log_head


class IndexView(ReadView):
    """The way in."""

    @extend_schema(
        operation_id="get_index",
        summary="Begin here",
        description="The addresses of everything else.",
        tags=["Record"],
        parameters=HEADERS,
        responses=described({**INDEX, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with links."""
        names = ("incidents", "changes", "vocabularies", "record", "openapi", "documentation")
        links = {name: address(request, name) for name in names}
        return self.answer(request, ["index", *links.values()], lambda: links)


class VocabulariesView(ReadView):
    """The words in which facts are coded."""

    @extend_schema(
        operation_id="list_vocabularies",
        summary="Read the vocabularies",
        description="Every controlled vocabulary with its codes and their labels. Codes stay; labels may improve.",
        tags=["Record"],
        parameters=HEADERS,
        responses=described({**VOCABULARIES, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with all of them."""
        found = vocabularies()
        return self.answer(request, ["vocabularies", found], lambda: {"count": len(found), "results": found})


class RecordView(ReadView):
    """The record's log, by its size and head."""

    @extend_schema(
        operation_id="get_record",
        summary="Read the state of the record",
        description="How many versions the log holds and its newest chain hash. Keep both: they convict a changed log.",
        tags=["Record"],
        parameters=HEADERS,
        responses=described({**RECORD, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with size and head."""
        head = log_head()
        found = {
            "size": head.position + 1 if head else 0,
            "head": head.chain_hash if head else EMPTY_LOG.hex(),
            "published_at": said(head.appended_at) if head else None,
        }
        return self.answer(request, found.values(), lambda: found)
