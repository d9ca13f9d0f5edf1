"""Drafts: list them, log one, read one, describe it, summarise it, hand it in."""

from http import HTTPStatus
from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import User
from incidents.drafting.describing import changes, creates, posts, reads, tag
from incidents.drafting.finding import find_draft
from incidents.drafting.preconditions import revision_tag
from incidents.drafting.saving.context import log, redescribe, resummarise
from incidents.drafting.saving.edit import Edit
from incidents.drafting.shapes.answers import DraftPageShape, DraftShape
from incidents.drafting.shapes.asking import DraftsAsked
from incidents.drafting.shapes.drafts import DraftChangeShape, HandInShape, NewDraftShape, SummaryShape, changed
from incidents.drafting.showing.drafts import address_of, described, draft, row
from incidents.drafting.views.base import DraftView, KeyedView, Written
from incidents.models import Incident
from incidents.services.reviewing import submit


class DraftsView(KeyedView):
    """The drafts that the owner of the key may see."""

    asked = DraftsAsked

    @extend_schema(
        operation_id="list_drafts",
        summary="List drafts",
        description="What the owner of the key logged, wrote in or was given; the last logged first. `all=true` adds "
        "everything that they may see.",
        tags=["Drafts"],
        parameters=[DraftsAsked],
        responses=reads(DraftPageShape, "A page of drafts.", bad=True),
    )
    def get(self, request: Request) -> Response:
        """Answer with a page."""
        asked = self.params
        found = list(drafts_of(self.person, asked)[: asked["limit"] + 1])
        rows = [row(request, one) for one in found[: asked["limit"]]]
        onwards = request.query_params.copy()
        onwards["after"] = rows[-1]["id"] if rows else ""
        more = request.build_absolute_uri(f"{request.path}?{onwards.urlencode()}")
        return Response({"results": rows, "next": more if len(found) > len(rows) else None})

    @extend_schema(
        operation_id="create_draft",
        summary="Log an incident",
        description="Opens a draft. It gets its permanent id when it is first published, by people.",
        tags=["Drafts"],
        request=NewDraftShape,
        **creates("The draft is logged.", of_draft=True),
    )
    def post(self, request: Request) -> Response:
        """Open a draft."""

        def write() -> Written:
            made = log(self.person, self.understood(NewDraftShape))
            return Written(ids=[str(made.uid)], url=address_of(request, made), revision=made.revision)

        return self.once(request, write, HTTPStatus.CREATED)


def drafts_of(person: User, asked: dict[str, Any]) -> QuerySet[Incident]:
    """The drafts that are asked for, the last logged first."""
    visible = Incident.objects.visible_to(person)
    found = visible.order_by("-pk")
    if not asked["all"]:
        theirs = Q(created_by=person) | Q(assigned_to=person)
        found = found.filter(theirs | Q(pk__in=Incident.objects.written_by(person).order_by().values("pk")))
    if "state" in asked:
        found = found.filter(state=asked["state"])
    if "q" in asked:
        found = found.filter(Q(title__icontains=asked["q"]) | Q(public_id__iexact=asked["q"]))
    if "after" in asked:
        found = found.filter(pk__lt=visible.order_by().filter(uid=asked["after"]).values("pk"))
    return found


class OneDraftView(DraftView):
    """One draft, by its id or its permanent id."""

    @extend_schema(
        operation_id="get_draft",
        summary="Read a draft",
        description="With every claim that the owner of the key may see, and what a review takes that is missing. A "
        "published incident is found by its permanent id too: to edit it is to propose a change of it.",
        tags=["Drafts"],
        parameters=[tag(200)],
        responses=reads(DraftShape, "The draft."),
    )
    def get(self, request: Request, draft_id: str) -> Response:
        """Answer with the draft; its ETag is its revision."""
        found = find_draft(self.person, draft_id)
        return Response(draft(request, found, self.person), headers={"ETag": revision_tag(found.revision)})

    @extend_schema(
        operation_id="change_draft",
        summary="Change title, flags, criteria or note",
        description="What is not sent stays.",
        tags=["Drafts"],
        request=DraftChangeShape,
        **changes("The draft is changed."),
    )
    def patch(self, request: Request, draft_id: str) -> Response:
        """Change what is said of the incident itself."""

        def save(edit: Edit) -> list[object]:
            redescribe(edit)
            return [edit.incident.uid]

        def read(incident: Incident) -> dict[str, Any]:
            return changed(DraftChangeShape, described(incident), request.data)

        return self.edit(request, draft_id, save, read=read, status=HTTPStatus.OK)


class SummaryView(DraftView):
    """The summary of a draft."""

    @extend_schema(
        operation_id="replace_summary",
        summary="Write the summary",
        description="Our own sentences, each cited, in the place of those there are.",
        tags=["Drafts"],
        request=SummaryShape,
        **changes("The summary is written."),
    )
    def put(self, request: Request, draft_id: str) -> Response:
        """Put a summary in the place of the one there is."""

        def save(edit: Edit) -> list[object]:
            resummarise(edit)
            return [edit.incident.uid]

        return self.edit(request, draft_id, save, read=self.of(SummaryShape), status=HTTPStatus.OK)


class ReviewView(DraftView):
    """The review of a draft, which people do."""

    @extend_schema(
        operation_id="hand_in_draft",
        summary="Hand it in for review",
        description="The evidence gates are checked: 409 with `missing` says what is not there yet. Approving and "
        "publishing is done by people who wrote none of it, at the desk.",
        tags=["Drafts"],
        request=HandInShape,
        **posts("It is in review.", status=200),
    )
    def post(self, request: Request, draft_id: str) -> Response:
        """Hand it in."""

        def save(edit: Edit) -> list[object]:
            submit(actor=edit.actor, incident=edit.incident, note=edit.sent["note"])
            return [edit.incident.uid]

        return self.edit(request, draft_id, save, read=self.of(HandInShape), status=HTTPStatus.OK)
