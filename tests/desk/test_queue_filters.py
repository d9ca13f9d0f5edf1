"""What the queue is asked for: filters, order, and nothing learnt of what a person may not know."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from incidents.models import Incident
from incidents.services.asserting import assert_claim
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    Description,
    LocationValue,
    TimeValue,
    Value,
)
from incidents.services.logging import assign, log_incident
from incidents.services.people import find_actor, record_actor, relate
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, address, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

BARE = "Something happened"


def titles(sitting: Sitting, **asked: str) -> list[str]:
    page = sitting.client.get(address("queue"), {"tab": "all", **asked})
    assert page.status_code == 200
    return [row["title"] for row in page.context["rows"]]


@pytest.fixture
def two(people: Desk) -> Desk:
    """One incident with all that a filter can ask for, and one of which nothing is known."""
    group = record_actor(actor=people.editor, name="Ministry of Example", kind="state_body")
    made = making.incident(people.editor)
    claim = Claim(
        value=AttributionValue(actor=group, ground="responsibility_claim"),
        citations=making.quoted(making.source(people.editor), "the ministry did it"),
    )
    assert_claim(actor=people.editor, incident=made, claim=claim)
    bare = log_incident(actor=people.reviewer, description=Description(title=BARE))
    assign(actor=people.editor, incident=bare, to=None)
    return people


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "kerman"},
        {"q": "Kirman"},
        {"q": "کرمان"},
        {"country": "IR"},
        {"country": "iran"},
        {"since": "3 January 2024"},
        {"until": "2024-01-03"},
        {"since": "2024", "until": "2024"},
        {"attack_type": "bombing"},
        {"killed_min": "12"},
        {"killed_max": "12"},
        {"attribution": "claimed"},
        {"risk": "on"},
        {"assignee": "me"},
    ],
    ids=str,
)
def test_each_filter_keeps_what_it_names(two: Desk, editor: Sitting, asked: dict[str, str]) -> None:
    assert titles(editor, **asked) == ["Two bombings in Kerman"]


@pytest.mark.parametrize(
    "asked",
    [
        {"missing": "date"},
        {"missing": "place"},
        {"missing": "claims"},
        {"missing": "flags"},
        {"assignee": "nobody"},
        {"q": "something"},
    ],
    ids=str,
)
def test_what_is_missing_can_be_asked_for(two: Desk, editor: Sitting, asked: dict[str, str]) -> None:
    assert titles(editor, **asked) == [BARE]


@pytest.mark.parametrize(
    "asked",
    [
        {"killed_min": "13"},
        {"killed_max": "11"},
        {"since": "4 January 2024"},
        {"until": "2 January 2024"},
        {"weapon_type": "firearms"},
        {"country": "IQ"},
        {"missing": "citations"},
        {"missing": "quotes"},
        {"state": "in_review"},
        {"idle": "1"},
    ],
    ids=str,
)
def test_a_filter_leaves_out_what_it_does_not_name(two: Desk, editor: Sitting, asked: dict[str, str]) -> None:
    assert titles(editor, **asked) == []


def test_what_the_explorer_asks_is_asked_of_drafts_too(two: Desk, editor: Sitting) -> None:
    made, cited = Incident.objects.exclude(title=BARE).get(), making.quoted(making.source(two.editor), "so it was")
    for value in HIDDEN[-2:]:
        assert_claim(actor=two.editor, incident=made, claim=Claim(value=value, citations=cited))
    whole = record_actor(actor=two.editor, name="Example Government", kind="state_body")
    record_actor(actor=two.editor, name="Another Front", kind="organisation")
    ministry = find_actor("Ministry of Example")
    assert ministry
    relate(actor=two.editor, named=ministry, other=whole, kind="branch_of")
    for kept, gone in (
        ({"tactic": "ambush", "precision": "settlement"}, {"tactic": "suicide"}),
        ({"province": "kerman"}, {"precision": "district"}),
        ({"province": "ir-08", "wounded_min": "40"}, {"wounded_max": "39"}),
        ({"actor": "Example Government"}, {"actor": "Another Front"}),
        ({"attribution_kind": "responsibility_claim"}, {"attribution_kind": "denial"}),
        ({"publisher": "the example courier", "language": "en"}, {"language": "fa"}),
    ):
        assert titles(editor, **kept) == [made.title], kept
        assert titles(editor, **gone) == [], gone
    assert titles(editor, warning="true") == []
    assert titles(editor, warning="false", tactic="ambush") == [made.title]


def test_filters_work_together_with_tabs_and_counts(two: Desk, editor: Sitting) -> None:
    page = editor.client.get(address("queue"), {"tab": "drafts", "country": "IR", "attack_type": "bombing"})
    held = {str(tab["label"]): tab["count"] for tab in page.context["tabs"]}
    assert (held["Drafts"], held["All"], held["Unassigned"]) == (1, 1, 0)
    assert [chip["label"] for chip in page.context["chips"]] == ["Country: Iran", "Attack type: Bombing or explosion"]
    assert "attack_type=bombing" in page.context["tabs"][0]["url"]


def test_untouched_work_has_its_tab_and_its_filter(two: Desk, editor: Sitting) -> None:
    Incident.objects.filter(title=BARE).update(changed_at=timezone.now() - timedelta(days=20))
    page = editor.client.get(address("queue"), {"tab": "stale"})
    assert [row["title"] for row in page.context["rows"]] == [BARE]
    assert titles(editor, idle="15") == [BARE]
    assert titles(editor, idle="21") == []


@pytest.mark.parametrize("order", ["changed", "-changed", "logged", "-logged", "occurred", "-occurred"])
def test_every_order_can_be_walked_there_and_back(people: Desk, editor: Sitting, order: str) -> None:
    days = [f"{day} January 2024" for day in range(1, 21)]
    for number in range(30):
        made = log_incident(actor=people.editor, description=Description(title=f"{number:02}"))
        if number < len(days):
            Incident.objects.filter(pk=made.pk).update(
                occurred_earliest=f"2024-01-{number + 1:02}T00:00Z", occurred_latest=f"2024-01-{number + 1:02}T12:00Z"
            )
    first = editor.client.get(address("queue"), {"tab": "all", "sort": order})
    second = editor.client.get(first.context["next_url"])
    walked = [row["title"] for page in (first, second) for row in page.context["rows"]]
    known = sorted(f"{number:02}" for number in range(20 if "occurred" in order else 30))
    expected = known if not order.startswith("-") else known[::-1]
    assert walked[: len(expected)] == expected
    assert sorted(walked) == [f"{number:02}" for number in range(30)]
    back = editor.client.get(second.context["previous_url"])
    assert back.context["rows"] == first.context["rows"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"country": "Nowhereland"}, "Write the name of a country in English"),
        ({"province": "Nowhereshire"}, "No province is called “Nowhereshire”"),
        ({"actor": "Nobody at all"}, "“Nobody at all” is not on record as an actor."),
        ({"publisher": "No Such Paper"}, "“No Such Paper” is not on record as a publisher."),
        ({"killed_min": "many"}, "Killed, at least: Enter a whole number."),
        ({"since": "the day before"}, "Happened from"),
        ({"state": "nonsense"}, "State"),
        ({"assignee": "999999999"}, "Assigned to"),
        ({"q": "x" * 300}, "at most 200"),
        ({"q": "\x00"}, "Queue"),
        ({"sort": "title"}, "Order"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said_and_stays_typed(
    two: Desk, editor: Sitting, asked: dict[str, str], told: str
) -> None:
    page = editor.client.get(address("queue"), {"tab": "all", **asked})
    assert page.status_code == 200
    assert told in text(page)
    (value,) = asked.values()
    assert value.replace("\x00", "") in text(page)


HIDDEN: list[Value] = [
    TimeValue(when="1 March 2024", timezone="Asia/Tehran"),
    CasualtyValue(measure="killed", verbatim="7341"),
    CharacteristicValue(characteristic="attack_type", code="hijacking"),
    CharacteristicValue(characteristic="weapon_type", code="firearms"),
    CharacteristicValue(characteristic="tactic", code="ambush"),
    CasualtyValue(measure="wounded", verbatim="scores"),
]


ANSWERED_BY_THEM: list[dict[str, str]] = [
    {"q": "Kerman"},
    {"since": "1 March 2024"},
    {"until": "1 March 2024"},
    {"country": "IR"},
    {"attack_type": "hijacking"},
    {"weapon_type": "firearms"},
    {"killed_min": "1"},
    {"killed_max": "9000"},
    {"tactic": "ambush"},
    {"precision": "settlement"},
    {"wounded_min": "40"},
    {"attribution_kind": "responsibility_claim"},
    {"actor": "Ministry of Example"},
    {"language": "en"},
    {"risk": "on"},
    {"missing": "citations"},
]
"""Questions that the hidden values answer."""


def test_no_filter_order_or_search_tells_of_a_value_that_a_person_may_not_know(people: Desk, editor: Sitting) -> None:
    """The same queue, byte for byte but for the title, whether the hidden values are there or not."""
    other = Sitting(making.person(Role.EDITOR))
    group = record_actor(actor=people.editor, name="Ministry of Example", kind="state_body")
    values = [
        *HIDDEN,
        LocationValue(place=making.kerman(), precision="settlement"),
        AttributionValue(actor=group, ground="responsibility_claim"),
    ]
    secret = making.source(people.editor, confidential=True)
    told = log_incident(actor=people.editor, description=Description(title="Told"))
    log_incident(actor=people.editor, description=Description(title="Untold"))
    for value in values:
        assert_claim(
            actor=people.editor, incident=told, claim=Claim(value=value, citations=making.quoted(secret, "said so"))
        )
    told.refresh_from_db()
    for asked in [*ANSWERED_BY_THEM, {"attribution": str(told.attribution_state)}]:
        assert "Told" in titles(editor, **asked), asked
        assert titles(other, **asked) == [], asked
    assert titles(other, missing="date") == ["Untold", "Told"][:: 1 if titles(other)[0] == "Untold" else -1]
    assert titles(other, missing="place") == titles(other)
    assert titles(other, sort="occurred") == titles(other, sort="logged")
    page = text(other.client.get(address("queue"), {"tab": "all"}))
    other.send("columns", {"columns": ["killed", "wounded", "attack", "where_when"]})
    page += text(other.client.get(address("queue"), {"tab": "all"}))
    for word in ("7341", "March", "Hijacking", "Firearms", "said so", str(secret.title)):
        assert word not in page.partition("queue__table")[2].partition("</table>")[0], word


def test_a_contributor_finds_nothing_that_they_may_not_open(people: Desk, incident: Incident) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert titles(contributor, q="Kerman") == []
    submit(actor=people.editor, incident=incident)
    page = contributor.client.get(address("queue"), {"tab": "in_review"})
    assert {tab["count"] for tab in page.context["tabs"]} == {0}
