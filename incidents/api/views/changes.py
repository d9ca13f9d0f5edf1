"""``/changes/``: the record as it grows, for whoever keeps a copy of it."""

from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.following import Following
from incidents.api.parameters import FIELDS, HEADERS, INCLUDE, LIMIT, LINK, SINCE
from incidents.api.reference.responses import CHANGES, REFUSED, described
from incidents.api.serializers.additions import GEOMETRY_TOO
from incidents.api.serializers.changes import ChangeSerializer
from incidents.api.telling import Telling, Wish
from incidents.api.views.base import ReadView, address
from incidents.choices import PublicStatus
from incidents.models.record import LogEntry
from incidents.rules.canonical import EMPTY_LOG
from incidents.selectors.record import log_head


class ChangesView(ReadView):
    """Every publication in the order of the log."""

    parameters: ClassVar[frozenset[str]] = frozenset({"since", "limit", "include", "fields"})

    @extend_schema(
        operation_id="list_changes",
        summary="Follow the record",
        description=(
            "Every version that was ever published, oldest first: first publications, updates, corrections, merges, "
            "splits, withdrawals. Begin without `since`, do with each entry what its `action` says, follow `next` "
            "until it is null, and you hold what `/incidents/` answers with. Keep `since`, and ask with it whenever "
            "you want to know what is new. `include` and `fields` are of the incidents."
        ),
        tags=["Versions"],
        parameters=[SINCE, LIMIT, FIELDS, INCLUDE, *HEADERS, LINK],
        responses=described({**CHANGES, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the next entries."""
        head = log_head()
        wish = Wish.read(request.query_params, self.known, "json")
        asked = Following.read(request.query_params, self.known, head, wish.most)
        state = [asked.size, head.chain_hash if head else ""]
        return self.answer(request, state, lambda: self.page(request, asked, wish, head))

    def page(self, request: Request, asked: Following, wish: Wish, head: LogEntry | None) -> Response:
        """The entries, and where to go on."""
        versions = [entry.version for entry in asked.entries(geometry=GEOMETRY_TOO in wish.include)]
        reached = asked.since + len(versions)
        following = None
        if reached < asked.size:
            params = request.query_params.copy()
            params["since"] = str(reached)
            following = f"{request.build_absolute_uri(request.path)}?{params.urlencode()}"
        rows = [version.row for version in versions if version.row.status == PublicStatus.LIVE]
        base = address(request, "incidents")
        told = Telling(wish=wish, base=base).members(rows)
        incidents = {row.pk: one for row, one in zip(rows, told, strict=True)}
        change = ChangeSerializer(context={"base": base, "incidents": incidents})
        body: dict[str, Any] = {
            "size": asked.size,
            "head": head.chain_hash if head else EMPTY_LOG.hex(),
            "count": asked.size - asked.since,
            "count_is": "exact",
            "since": reached,
            "next": following,
            "results": [change.to_representation(version) for version in versions],
        }
        return Response(body, headers={"Link": f'<{following}>; rel="next"'} if following else {})
