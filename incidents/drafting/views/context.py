"""What surrounds the claims of a draft: reactions, links to other incidents, and what is known of warnings."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.desk.reads.warnings import known_warnings
from incidents.drafting.describing import changes, posts
from incidents.drafting.finding import child_of, find_link, find_statement
from incidents.drafting.saving.context import STAYING, connect, react, regive, reword, take_back
from incidents.drafting.saving.edit import Edit
from incidents.drafting.shapes.drafts import (
    GivenChangeShape,
    NewLinkShape,
    NewStatementShape,
    ReasonShape,
    WordingShape,
    changed,
)
from incidents.drafting.shapes.fields import iso
from incidents.drafting.showing.claims import given
from incidents.drafting.views.base import DraftView
from incidents.models import Incident, Warning  # noqa: A004
from incidents.selectors.clearance import untold_to


class StatementsView(DraftView):
    """The reactions of a draft."""

    @extend_schema(
        operation_id="add_statement",
        summary="Add a reaction or an analysis",
        description="With who said it and where. It changes no value of the incident.",
        tags=["Context"],
        request=NewStatementShape,
        **posts("The reaction is added."),
    )
    def post(self, request: Request, draft_id: str) -> Response:
        """Record a reaction."""
        return self.edit(request, draft_id, lambda edit: [react(edit).uid], read=self.of(NewStatementShape))


class StatementView(DraftView):
    """A reaction."""

    @extend_schema(
        operation_id="change_statement",
        summary="Change the wording of a reaction",
        description="What is not sent stays. Who said it and where are its citations.",
        tags=["Context"],
        request=WordingShape,
        **changes("The wording is changed."),
    )
    def patch(self, request: Request, draft_id: str, statement_id: UUID) -> Response:
        """Change its words and day."""

        def read(incident: Incident) -> dict[str, Any]:
            held = find_statement(self.person, incident, statement_id)
            return changed(WordingShape, {"paraphrase": held.paraphrase, "made_on": iso(held.made_on)}, request.data)

        def save(edit: Edit) -> list[object]:
            reword(edit, find_statement(self.person, edit.incident, statement_id))
            return [statement_id]

        return self.edit(request, draft_id, save, read=read, status=HTTPStatus.OK)


class StatementRemovalView(DraftView):
    """That a reaction is taken back."""

    @extend_schema(
        operation_id="remove_statement",
        summary="Take a reaction back",
        description="Its citations go with it; the history keeps them.",
        tags=["Context"],
        request=ReasonShape,
        **posts("The reaction is removed.", status=200),
    )
    def post(self, request: Request, draft_id: str, statement_id: UUID) -> Response:
        """Remove a reaction."""

        def save(edit: Edit) -> list[object]:
            take_back(edit, find_statement(self.person, edit.incident, statement_id))
            return [statement_id]

        return self.edit(request, draft_id, save, read=self.of(ReasonShape), status=HTTPStatus.OK)


class LinksView(DraftView):
    """The links of a draft."""

    @extend_schema(
        operation_id="add_link",
        summary="Link another incident",
        description="A kind that says why takes a citation: it is always as asserted by somebody.",
        tags=["Context"],
        request=NewLinkShape,
        **posts("The link is added."),
    )
    def post(self, request: Request, draft_id: str) -> Response:
        """Link another incident."""
        return self.edit(request, draft_id, lambda edit: [connect(edit).pk], read=self.of(NewLinkShape))


class LinkRemovalView(DraftView):
    """That a link is taken back."""

    @extend_schema(
        operation_id="remove_link",
        summary="Take a link back",
        description="Its citations go with it; the history keeps them.",
        tags=["Context"],
        request=ReasonShape,
        **posts("The link is removed.", status=200),
    )
    def post(self, request: Request, draft_id: str, link_id: int) -> Response:
        """Remove a link."""

        def save(edit: Edit) -> list[object]:
            take_back(edit, find_link(self.person, edit.incident, link_id))
            return [link_id]

        return self.edit(request, draft_id, save, read=self.of(ReasonShape), status=HTTPStatus.OK)


class WarningView(DraftView):
    """What is recorded of a warning itself. What is said about it are claims."""

    @extend_schema(
        operation_id="change_warning",
        summary="Change what is recorded of a warning",
        description="What is not sent stays. It is an edit of every open incident that the warning was about.",
        tags=["Context"],
        request=GivenChangeShape,
        **changes("The warning is changed."),
    )
    def patch(self, request: Request, draft_id: str, warning_id: UUID) -> Response:
        """Change a warning."""

        def find(incident: Incident) -> Warning:
            found: Warning = child_of(known_warnings(incident, untold_to(self.person)), uid=warning_id)
            return found

        def save(edit: Edit) -> list[object]:
            regive(edit, find(edit.incident), [name for name in STAYING if name not in request.data])
            return [warning_id]

        def read(incident: Incident) -> dict[str, Any]:
            return changed(GivenChangeShape, given(find(incident)), request.data)

        return self.edit(request, draft_id, save, read=read, status=HTTPStatus.OK)
