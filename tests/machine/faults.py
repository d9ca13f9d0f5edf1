"""Faults to plant: each breaks one promise, the way somebody might break it by mistake."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from accounts.models import User
from accounts.services import people
from incidents import policies
from incidents.choices import State
from incidents.models import Approval, Incident, PublishedIncident, Version
from incidents.public.views import incident as page
from incidents.selectors.content import claims, context, document
from incidents.services import editing, flat, logging, noting, publishing, record
from incidents.services.reverting import whole

Plant = Callable[[pytest.MonkeyPatch], None]


def authors_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(policies, "has_written", lambda _person, _incident: False)


def every_role_will_do(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(policies, "_at_least", lambda _person, _role: policies.ALLOWED)


def an_edit_leaves_the_approval_standing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(editing, "_reopen", lambda _held, _actor: None)


def confidential_sources_are_cited_in_public(patch: pytest.MonkeyPatch) -> None:
    def everything(citations: Any, anchors: claims.Anchors) -> list[dict[str, Any]]:
        return [claims.citation_of(citation, anchors.get(citation.pk)) for citation in citations]

    for module in (claims, context, document):
        patch.setattr(module, "public_citations", everything)


def the_row_says_one_more_than_the_version(patch: pytest.MonkeyPatch) -> None:
    def one_more(version: Version) -> PublishedIncident:
        row = flat.flat_row(version)
        row.killed_best = (row.killed_best or 0) + 1
        return row

    patch.setattr(record, "flat_row", one_more)


def nobody_notes_which_approval_it_was(patch: pytest.MonkeyPatch) -> None:
    note = noting.note_publication

    def without(held: Incident, actor: User, _approval: Approval | None = None) -> str:
        return note(held, actor)

    patch.setattr(publishing, "note_publication", without)


def whoever_is_dismissed_stays(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(people, "deactivate", lambda *, person, **_how: person)


def whoever_is_demoted_keeps_the_role(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(people, "change_role", lambda *, person, **_how: person)


def anything_can_be_taken_up_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(logging, "REOPENABLE", frozenset(State))


def readers_see_the_desk(patch: pytest.MonkeyPatch) -> None:
    written = page.version_json

    def with_the_title_of_the_draft(found: Any) -> dict[str, Any]:
        said = written(found)
        title = Incident.objects.get(public_id=found.row.public_id).title
        return {**said, "content": {**said["content"], "title": title}}

    patch.setattr(page, "version_json", with_the_title_of_the_draft)


def whoever_wrote_in_what_was_merged_stays_barred(patch: pytest.MonkeyPatch) -> None:
    has_written = policies.has_written

    def or_ever_wrote_there(person: User, incident: Incident) -> bool:
        return has_written(person, incident) or person.contributions.filter(incident__merged_into=incident).exists()

    patch.setattr(policies, "has_written", or_ever_wrote_there)


def a_revert_leaves_the_claims(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(whole, "claims_back", lambda *_what: None)


QUICKLY_SEEN: Final[list[Plant]] = [
    authors_are_forgotten,
    every_role_will_do,
    an_edit_leaves_the_approval_standing,
    the_row_says_one_more_than_the_version,
    nobody_notes_which_approval_it_was,
    readers_see_the_desk,
    a_revert_leaves_the_claims,
]
SEEN_IN_TIME: Final[list[Plant]] = [
    confidential_sources_are_cited_in_public,
    whoever_is_dismissed_stays,
    whoever_is_demoted_keeps_the_role,
    anything_can_be_taken_up_again,
    whoever_wrote_in_what_was_merged_stays_barred,
]
