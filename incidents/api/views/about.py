"""What there is besides incidents: the index, the vocabularies, the record as a whole."""

from typing import Any

from django.conf import settings
from django.http.response import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from incidents.api.parameters import HEADERS
from incidents.api.reference.responses import INDEX, RECORD, REFUSED, STATUS, VOCABULARIES, described
from incidents.api.serializers.fields import said
from incidents.api.views.base import ReadView, address
from incidents.models.record import LogEntry
from incidents.presenting.vocabularies import vocabularies
from incidents.rules.canonical import EMPTY_LOG
from incidents.selectors.record import log_head
from incidents.selectors.record_status import status_at


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
        names = ("incidents", "changes", "releases", "vocabularies", "record", "status", "openapi", "documentation")
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
        found = state_of(log_head())
        return self.answer(request, found.values(), lambda: found)


class StatusView(ReadView):
    """Whether the record and the work behind it are as they should be."""

    @extend_schema(
        operation_id="get_status",
        summary="Read the status",
        description=(
            "Which version of the API runs, how large the record is, when it was last published and signed, and "
            "whether the work behind it keeps up, as far as a reader can see. The same as a page: `/status/`."
        ),
        tags=["Record"],
        parameters=HEADERS,
        responses=described({**STATUS, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with it."""
        found = status_at(timezone.now(), signs=bool(settings.ATTEST_VERIFIER_KEYS))
        signed = found.checkpoint
        answer: dict[str, Any] = {
            "api_version": settings.ATTEST_API_VERSION,
            "incidents": found.incidents,
            "record": state_of(found.head),
            "checkpoint": {
                "size": signed.size,
                "root": signed.root,
                "signed_at": said(signed.signed_at),
                "unsigned": found.size - signed.size,
            }
            if signed
            else None,
            "worker": {
                "state": found.worker.value,
                "seen_at": said(found.seen_at) if found.seen_at else None,
                "overdue_since": said(found.overdue_since) if found.overdue_since else None,
            },
        }
        return self.answer(request, [found.size, answer], lambda: answer)


def state_of(head: LogEntry | None) -> dict[str, Any]:
    """The state of the log in the words of the API."""
    return {
        "size": head.position + 1 if head else 0,
        "head": head.chain_hash if head else EMPTY_LOG.hex(),
        "published_at": said(head.appended_at) if head else None,
    }
