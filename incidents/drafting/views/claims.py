"""Claims and citations: add them, change them, take them back."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.drafting.describing import changes, posts
from incidents.drafting.finding import find_citation, find_claim, find_link, find_older, find_statement
from incidents.drafting.saving.claims import save_claim, save_claims
from incidents.drafting.saving.edit import Edit
from incidents.drafting.saving.evidence import quote_of
from incidents.drafting.shapes.claims import CHANGES, ClaimChangeShape, NewClaimsShape
from incidents.drafting.shapes.drafts import NewCitationShape, ReasonShape, SupersedingShape, changed
from incidents.drafting.showing import evidence
from incidents.drafting.showing.claims import as_sent
from incidents.drafting.views.base import DraftView
from incidents.models import Incident
from incidents.services.asserting import supersede, withdraw_claim
from incidents.services.citing import Target, amend_citation, cite, uncite


class ClaimsView(DraftView):
    """The claims of a draft."""

    @extend_schema(
        operation_id="add_claims",
        summary="Add claims with their citations",
        description="Up to 50 of any kind, as one edit: all of them, or none. Of a figure the source's words are sent, "
        "and its bounds follow from them.",
        tags=["Claims"],
        request=NewClaimsShape,
        **posts("The claims are recorded."),
    )
    def post(self, request: Request, draft_id: str) -> Response:
        """Record claims."""

        def save(edit: Edit) -> list[object]:
            return [one.uid for one in save_claims(edit)]

        return self.edit(request, draft_id, save, read=self.of(NewClaimsShape))


class ClaimView(DraftView):
    """A claim of a draft."""

    @extend_schema(
        operation_id="change_claim",
        summary="Change a claim",
        description="Its value or our assessment of it, as `value` and the members beside it give them. What is not "
        "sent stays, and so do the citations.",
        tags=["Claims"],
        request=ClaimChangeShape,
        **changes("The claim is changed."),
    )
    def patch(self, request: Request, draft_id: str, claim_id: UUID) -> Response:
        """Change a claim."""

        def read(incident: Incident) -> dict[str, Any]:
            held = find_claim(self.person, incident, claim_id)
            return changed(CHANGES[held.kind], as_sent(held), request.data)

        def save(edit: Edit) -> list[object]:
            return [save_claim(edit, find_claim(self.person, edit.incident, claim_id)).uid]

        return self.edit(request, draft_id, save, read=read, status=HTTPStatus.OK)


class WithdrawalView(DraftView):
    """That a claim is taken back."""

    @extend_schema(
        operation_id="withdraw_claim",
        summary="Take a claim back",
        description="It stays on record, marked withdrawn, and no public value rests on it.",
        tags=["Claims"],
        request=ReasonShape,
        **posts("The claim is withdrawn.", status=200),
    )
    def post(self, request: Request, draft_id: str, claim_id: UUID) -> Response:
        """Withdraw a claim."""

        def save(edit: Edit) -> list[object]:
            held = find_claim(self.person, edit.incident, claim_id)
            return [withdraw_claim(assertion=held, **edit.terms).uid]

        return self.edit(request, draft_id, save, read=self.of(ReasonShape), status=HTTPStatus.OK)


class SupersedingView(DraftView):
    """That a claim takes the place of an older one."""

    @extend_schema(
        operation_id="supersede_claim",
        summary="Put a claim in the place of an older one",
        description="Of the same kind. The older one stays on record, marked superseded.",
        tags=["Claims"],
        request=SupersedingShape,
        **posts("The claim stands in the place of the older one.", status=200),
    )
    def post(self, request: Request, draft_id: str, claim_id: UUID) -> Response:
        """Put it in the place of another."""

        def save(edit: Edit) -> list[object]:
            new = find_claim(self.person, edit.incident, claim_id)
            old = find_older(self.person, edit.incident, edit.sent["older"])
            return [supersede(old=old, new=new, **edit.terms).uid]

        return self.edit(request, draft_id, save, read=self.of(SupersedingShape), status=HTTPStatus.OK)


class CitationsView(DraftView):
    """The citations of something."""

    def add(self, request: Request, draft_id: str, find: Callable[[Incident], Target]) -> Response:
        """Cite a source for what is found in the draft."""

        def save(edit: Edit) -> list[object]:
            return [cite(target=find(edit.incident), quote=quote_of(edit, edit.sent), **edit.terms).uid]

        return self.edit(request, draft_id, save, read=self.of(NewCitationShape))


class ClaimCitationsView(CitationsView):
    """The citations of a claim."""

    @extend_schema(
        operation_id="cite_for_claim",
        summary="Cite a source for a claim",
        description="A citation more.",
        tags=["Citations"],
        request=NewCitationShape,
        **posts("The citation is added."),
    )
    def post(self, request: Request, draft_id: str, claim_id: UUID) -> Response:
        """Add a citation."""
        return self.add(request, draft_id, lambda incident: find_claim(self.person, incident, claim_id))


class StatementCitationsView(CitationsView):
    """The citations of a reaction."""

    @extend_schema(
        operation_id="cite_for_statement",
        summary="Cite a source for a reaction",
        description="A citation more.",
        tags=["Citations"],
        request=NewCitationShape,
        **posts("The citation is added."),
    )
    def post(self, request: Request, draft_id: str, statement_id: UUID) -> Response:
        """Add a citation."""
        return self.add(request, draft_id, lambda incident: find_statement(self.person, incident, statement_id))


class LinkCitationsView(CitationsView):
    """The citations of a link."""

    @extend_schema(
        operation_id="cite_for_link",
        summary="Cite a source for a link",
        description="A citation more.",
        tags=["Citations"],
        request=NewCitationShape,
        **posts("The citation is added."),
    )
    def post(self, request: Request, draft_id: str, link_id: int) -> Response:
        """Add a citation."""
        return self.add(request, draft_id, lambda incident: find_link(self.person, incident, link_id))


class CitationView(DraftView):
    """A citation of a draft."""

    @extend_schema(
        operation_id="change_citation",
        summary="Change a citation",
        description="What is not sent stays; the earlier words stay in its history.",
        tags=["Citations"],
        request=NewCitationShape,
        **changes("The citation is changed."),
    )
    def patch(self, request: Request, draft_id: str, citation_id: UUID) -> Response:
        """Change a citation."""

        def read(incident: Incident) -> dict[str, Any]:
            held = find_citation(self.person, incident, citation_id)
            return changed(NewCitationShape, evidence.as_sent(held), request.data)

        def save(edit: Edit) -> list[object]:
            held = find_citation(self.person, edit.incident, citation_id)
            return [amend_citation(citation=held, quote=quote_of(edit, edit.sent), **edit.terms).uid]

        return self.edit(request, draft_id, save, read=read, status=HTTPStatus.OK)


class CitationRemovalView(DraftView):
    """That a citation is taken back."""

    @extend_schema(
        operation_id="remove_citation",
        summary="Take a citation back",
        description="Its history keeps it.",
        tags=["Citations"],
        request=ReasonShape,
        **posts("The citation is removed.", status=200),
    )
    def post(self, request: Request, draft_id: str, citation_id: UUID) -> Response:
        """Remove a citation."""

        def save(edit: Edit) -> list[object]:
            held = find_citation(self.person, edit.incident, citation_id)
            uncite(citation=held, **edit.terms)
            return [citation_id]

        return self.edit(request, draft_id, save, read=self.of(ReasonShape), status=HTTPStatus.OK)
