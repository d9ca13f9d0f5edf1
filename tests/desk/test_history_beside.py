"""The history holds what happens beside edits and moves: and warnings, reasons of values, embargoes field by field."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from accounts.roles import Role
from incidents.choices import EmbargoStage
from incidents.models import Embargo, Incident
from incidents.services.asserting import assert_claim
from incidents.services.bulk import assign_all
from incidents.services.context import amend_warning, record_warning, warn_of
from incidents.services.embargo import publish_embargoed, set_embargo
from incidents.services.inputs import CasualtyValue, Claim, WarningGiven, WarningValue
from incidents.services.people import record_actor
from tests import making
from tests.desk.sitting import Sitting, text
from tests.desk.test_history import told
from tests.isolation.scenes import scene
from tests.making import Desk

SOON = (datetime.now(UTC) + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
SHOWN = f"{SOON.day} {SOON:%B %Y}, 09:00 UTC"
EMBARGO = "Publication at a moment"


@dataclass
class Written:
    """A draft, and an approved incident that is to be public at a moment."""

    people: Desk
    draft: Incident
    held_back: Incident


@scene
def a_draft_and_one_held_back(_folder: Path) -> Written:
    people = making.desk()
    held = making.approved(people, making.incident(people.editor, title="A blast"))
    set_embargo(actor=people.publisher, incident=held, until=SOON)
    return Written(people, making.incident(people.editor), held)


@pytest.fixture
def people(a_draft_and_one_held_back: Written) -> Desk:
    return a_draft_and_one_held_back.people


@pytest.fixture
def made(a_draft_and_one_held_back: Written) -> Incident:
    return a_draft_and_one_held_back.draft


@pytest.fixture
def held_back(a_draft_and_one_held_back: Written) -> Incident:
    return a_draft_and_one_held_back.held_back


def lines(page: Any) -> dict[str, str]:
    """What was done, by whom, with the reason."""
    return {row["what"]: f"{row['who']}: {row['note']}" for row in page.context["rows"]}


def compared(who: Sitting, incident: Incident, first: int, last: int) -> dict[str, tuple[str, str]]:
    page = who.client.get(f"/desk/incidents/{incident.uid}/history/?from={first}&to={last}")
    return told(page.context["compared"])


def warned(people: Desk, made: Incident, **source: Any) -> Any:
    """An incident with a warning that one report speaks of, then recorded to have been conveyed by letter."""
    ends = {
        name: record_actor(actor=people.editor, name=f"Example {name}", kind="state_body")
        for name in ("ministry", "embassy")
    }
    given = WarningGiven(
        warner=ends["ministry"], recipient=ends["embassy"], basis="courtesy", specificity={"place": "general"}
    )
    report = making.source(people.editor, **source)
    warning = record_warning(actor=people.editor, given=given)
    claim = Claim(
        value=WarningValue(warning=warning, aspect="existence", paraphrase="It warned of an attack."),
        citations=making.quoted(report, "had warned"),
    )
    assert_claim(actor=people.editor, incident=made, claim=claim)
    warn_of(actor=people.editor, incident=made, warning=warning)
    letter = WarningGiven(**{**vars(given), "channel": "a letter", "disclosed_by": report})
    amend_warning(actor=people.editor, incident=made, warning=warning, given=letter)
    return warning


def test_it_tells_to_whom_work_was_given_by_whom_and_why_in_bulk(people: Desk, made: Incident, editor: Sitting) -> None:
    editor.send("assign", {"to": people.reviewer.pk}, uid=made.uid)
    made.refresh_from_db()
    assign_all(actor=people.publisher, seen={made: people.reviewer.pk}, to=people.editor, reason="A shift ends.")

    said = lines(editor.get("history", uid=made.uid))
    to, back = people.reviewer.display_name, people.editor.display_name
    assert said[f"gave the work to {to}; {back} had it"] == f"{people.editor.display_name}: "
    assert said[f"gave the work to {back}; {to} had it"] == f"{people.publisher.display_name}: A shift ends."


def test_who_had_the_work_is_part_of_a_state(people: Desk, made: Incident, editor: Sitting) -> None:
    before = made.revision
    editor.fill("describe", {"title": "Another title"}, uid=made.uid)
    editor.send("assign", {"to": people.reviewer.pk}, uid=made.uid)
    page = editor.get("history", uid=made.uid)
    edits = [told(row["parts"]) for row in page.context["rows"] if row["parts"]]
    assert {"The incident: Title": ("Two bombings in Kerman", "Another title")} in edits
    assert compared(editor, made, before, before + 1)["The incident: Assigned to"] == (
        people.editor.display_name,
        people.reviewer.display_name,
    )


def test_every_field_of_a_warning_is_told_when_it_is_recorded_and_when_it_changes(
    people: Desk, made: Incident, editor: Sitting
) -> None:
    first = made.revision
    warned(people, made)
    edits = [told(row["parts"]) for row in editor.get("history", uid=made.uid).context["rows"] if row["parts"]]

    assert edits[0]["Warning: Channel"] == ("", "a letter")
    new = edits[1] | edits[2]
    assert new["Warning: Warner"] == ("", "Example ministry")
    assert new["Warning: How specific about the place"] == ("", "In general terms")
    both = compared(editor, made, first, made.revision)
    assert both["Warning: Basis"] == ("", "Courtesy")
    assert both["Warning: Channel"] == ("", "a letter")
    assert "Warning: Channel" not in compared(editor, made, first, made.revision - 1)


def test_a_warning_of_which_only_a_confidential_source_speaks_stays_untold(people: Desk, made: Incident) -> None:
    first = made.revision
    warned(people, made, confidential=True, title="A memorandum")
    stranger = Sitting(making.person(Role.EDITOR))
    page = stranger.client.get(f"/desk/incidents/{made.uid}/history/?from={first}&to={made.revision}")
    assert "Example ministry" not in text(page)
    assert "a letter" not in text(page)
    assert "A memorandum" not in text(page)


def test_why_a_value_was_decided_is_told_and_withheld_with_a_claim_of_its_kind(
    people: Desk, made: Incident, editor: Sitting
) -> None:
    first = made.revision
    value = CasualtyValue(measure="killed", verbatim="14")
    memo = making.source(people.editor, confidential=True)
    assert_claim(
        actor=people.editor, incident=made, claim=Claim(value=value, citations=making.quoted(memo, "fourteen"))
    )
    chosen = {"policy": "newest_official", "reason": "The ministry counted names."}
    assert editor.fill("value", chosen, uid=made.uid, field="killed").status_code == 302
    made.refresh_from_db()
    both = compared(editor, made, first, made.revision)
    assert both["Decided for readers: killed: Policy"] == ("The only source", "Newest official figure")
    assert any(key.startswith("Decided for readers: killed: Reason") for key in both)

    stranger = Sitting(making.person(Role.EDITOR))
    page = stranger.client.get(f"/desk/incidents/{made.uid}/history/?from={first}&to={made.revision}")
    assert "Decided for readers: killed" not in text(page)


def test_a_publication_called_off_is_told_and_stands_in_the_state(held_back: Incident, publisher: Sitting) -> None:
    revision = held_back.revision
    assert compared(publisher, held_back, 1, revision)[f"{EMBARGO}: Stage"] == ("", "Waiting")
    publisher.send("call_off", uid=held_back.uid)

    said = lines(publisher.get("history", uid=held_back.uid))
    who = publisher.person.display_name
    assert said[f"set its publication for {SHOWN}"].startswith(who)
    assert said[f"called off its publication on {SHOWN}"].startswith(who)
    assert compared(publisher, held_back, 1, revision)[f"{EMBARGO}: Publish at"] == ("", SHOWN)


def test_the_clock_is_told_to_have_published_and_to_have_refused(
    held_back: Incident, publisher: Sitting, editor: Sitting
) -> None:
    revision, who = held_back.revision, publisher.person.display_name
    editor.fill("describe", {"title": "Another title"}, uid=held_back.uid)
    assert publish_embargoed(embargo=Embargo.objects.get().pk, now=SOON) == EmbargoStage.REFUSED
    said = lines(publisher.get("history", uid=held_back.uid))
    assert said[f"did not publish it, as {who} had set for {SHOWN}"].startswith("The clock: It was edited")
    assert compared(publisher, held_back, 1, revision)[f"{EMBARGO}: Stage"] == ("", "Waiting")
    assert compared(publisher, held_back, revision, revision + 1)[f"{EMBARGO}: Stage"] == ("Waiting", "Not published")


def test_the_clock_is_told_to_have_published(held_back: Incident, publisher: Sitting) -> None:
    publish_embargoed(embargo=Embargo.objects.get().pk, now=SOON)
    said = lines(publisher.get("history", uid=held_back.uid))
    assert f"published it, as {publisher.person.display_name} had set for {SHOWN}" in said
