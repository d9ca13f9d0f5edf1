"""The Kerman file, built as ``manage.py demonstrate`` builds the whole: by the services, once, by several people."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from incidents.choices import Polarity, ResolutionPolicy, ReviewVerdict, State
from incidents.management.demonstration.building import build
from incidents.management.demonstration.entries import Entries, read_entries
from incidents.management.demonstration.sentences import evidence
from incidents.models import (
    Approval,
    Assertion,
    Citation,
    Incident,
    Notice,
    Place,
    PublishedIncident,
    Resolution,
    Review,
    Version,
)
from incidents.selectors.content import content_hash, public_content
from incidents.selectors.integrity import problems
from incidents.selectors.origins import origins_of
from tests.demonstration.kerman_file import Built, kerman_entries, silent

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    """The Kerman file with what it refers to, in a gazetteer that has its places."""
    return kerman_entries(tmp_path)


def named(key: str, entries: Entries) -> Incident:
    return Incident.objects.get(title=entries.incidents[key]["title"])


def test_kerman_is_published_with_its_warning_toll_parts_and_background(kerman_built: Built) -> None:
    assert kerman_built.made == 5

    kerman = named("2024-kerman", kerman_built.entries)
    row = PublishedIncident.objects.public().current().get(public_id=kerman.public_id)
    assert row.public_id == "INC-2024-000001"
    assert row.demonstration
    assert (row.killed_text, row.killed_low, row.wounded_best) == ("at least 91", 91, 284)
    assert (row.place_precision, row.occurred_edtf, row.has_warning) == ("settlement", "2024-01-03", True)
    assert Incident.objects.filter(parent=kerman, state=State.PUBLISHED).count() == 2
    content = newest_content(kerman)
    assert [link["kind"] for link in content["links"]] == ["background", "background"]
    assert len(content["statements"]) >= 1
    assert list(problems(alias="default")) == []


def newest_content(incident: Incident) -> dict[str, list[dict[str, str]]]:
    """What the newest version says, which is what the desk holds."""
    version = Version.objects.get(public_id=incident.public_id, number=incident.published_number)
    assert version.content_sha256 == content_hash(public_content(incident))
    return dict(version.content)


def test_links_to_what_is_public_by_now_come_with_a_second_version(kerman_built: Built) -> None:
    kerman = named("2024-kerman", kerman_built.entries)
    second = Version.objects.get(public_id=kerman.public_id, number=2)
    assert (second.kind, second.summary) == ("update", "Linked to INC-2023-000001 and INC-2024-000004.")
    assert Version.objects.get(public_id=kerman.public_id, number=1).content["links"] == []


def test_the_warning_has_one_origin_however_many_outlets_carry_it_and_one_denial(kerman_built: Built) -> None:
    said = Assertion.objects.filter(
        incident=named("2024-kerman", kerman_built.entries), warning_statement__aspect="existence"
    ).with_evidence()
    by_polarity = {one.polarity: one for one in said}
    assert set(by_polarity) == {Polarity.AFFIRMED, Polarity.DENIED}
    assert by_polarity[Polarity.AFFIRMED].citations.count() == 3
    assert origins_of(list(said), public=True)[by_polarity[Polarity.AFFIRMED].pk] == 1


def test_the_toll_keeps_every_figure_and_says_why_one_of_them_stands(kerman_built: Built) -> None:
    kerman = named("2024-kerman", kerman_built.entries)
    told = Assertion.objects.filter(incident=kerman, casualty__measure="killed").values_list(
        "casualty__verbatim", flat=True
    )
    assert {"nearly 100", "84", "95"} <= {words.split(" people")[0] for words in told}
    decided = Resolution.objects.get(incident=kerman, field="killed")
    assert decided.policy == ResolutionPolicy.EDITORS_CHOICE
    assert "newest figure" in decided.reason


def test_nobody_reviews_or_publishes_their_own_work(kerman_built: Built) -> None:
    for incident in Incident.objects.filter(demonstration=True):
        approvers = set(Approval.objects.filter(incident=incident).values_list("approver__email", flat=True))
        publishers = set(incident.publications.values_list("published_by__email", flat=True))
        assert approvers
        assert publishers == {"publisher@example.org"}
        assert {incident.created_by.email} & (approvers | publishers) == set()


def test_nobody_is_told_of_what_is_made_by_the_hundred(kerman_built: Built) -> None:
    assert not Notice.objects.exists()


def test_built_again_it_changes_nothing(kerman_built: Built) -> None:
    counted = [model.objects.count() for model in (Incident, Assertion, Citation, Version, Place)]
    assert build(silent, kerman_built.entries) == 0
    assert [model.objects.count() for model in (Incident, Assertion, Citation, Version, Place)] == counted


def test_an_entry_of_another_title_is_the_same_incident(kerman_built: Built) -> None:
    entries = kerman_built.entries
    count = Incident.objects.count()
    renamed = entries.incidents["2024-kerman"]
    old = renamed["title"]
    renamed["title"] = "Two blasts near a cemetery in Kerman"
    assert build(silent, entries) == 0
    Incident.objects.filter(title=old).update(uid=uuid4())  # as databases have it that were filled before
    assert build(silent, replace(entries, incidents={"2024-kerman": renamed | {"formerly": [old]}})) == 0
    assert Incident.objects.count() == count


@pytest.mark.parametrize(
    ("state", "extra"),
    [
        (State.DRAFT, {"work_note": "One source only."}),
        (State.IN_REVIEW, {"work_note": "The count is open."}),
        (State.CHANGES_REQUESTED, {"work_note": "Which base was it?", "work_field": "place"}),
        (State.WITHDRAWN, {"withdraw_reason": "An accident, as the inquiry found."}),
    ],
)
def test_an_incident_is_carried_to_its_state_and_no_further(
    entries: Entries, state: State, extra: dict[str, str]
) -> None:
    alone = entries.incidents["2024-al-asad"] | extra | {"state": state}
    entries.incidents.clear()
    entries.incidents[alone["key"]] = alone

    build(silent, entries)

    made = named("2024-al-asad", entries)
    assert made.state == state
    live = PublishedIncident.objects.public().current().filter(status="live")
    assert not live.exists()
    if state == State.CHANGES_REQUESTED:
        review = Review.objects.get(incident=made, verdict=ReviewVerdict.CHANGES_REQUESTED)
        assert review.comments.get().field == "place"


def test_a_sentence_is_cited_with_the_passage_that_says_it() -> None:
    entry = read_entries().incidents["2008-morelia"]
    first, second = entry["summary"]
    assert "grenades" in evidence(first, entry)[0]["quote"]
    assert {one["source"]: one["quote"] for one in evidence(second, entry)}["sdut-morelia"].endswith("the Zetas")


def test_a_key_used_twice_is_refused(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text('{"sources": [{"key": "same"}]}')
    with pytest.raises(ValueError, match=r"two\.json: sources has same twice"):
        read_entries(tmp_path)
