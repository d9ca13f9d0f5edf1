"""``manage.py synthesise``: labelled, shaped like real collections, and the same for the same gazetteer."""

from collections import Counter
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.roles import Role
from incidents.choices import PlacePrecision
from incidents.management.commands import synthesise as command
from incidents.management.synthetic import making as bulk
from incidents.management.synthetic.documents import document
from incidents.management.synthetic.inventing import invent
from incidents.management.synthetic.odds import Odds
from incidents.management.synthetic.terrain import FIRST_YEAR, LAST_YEAR, YEAR_WITHOUT
from incidents.models import Actor, Place, PublishedIncident, Source, Version
from incidents.selectors.content import public_content
from incidents.selectors.integrity import problems
from tests import making

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_city(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gazetteer of one city, and batches of four."""
    making.kerman()
    monkeypatch.setattr(bulk, "BATCH", 4)
    monkeypatch.setattr(command, "call_command", lambda *_args, **_options: None)


def dice(seed: int) -> Random:
    """Chance that is the same each time."""
    return Random(seed)  # noqa: S311  nothing secret is drawn


def synthesise(number: int) -> str:
    said = StringIO()
    call_command("synthesise", str(number), stdout=said, stderr=StringIO())
    return said.getvalue()


def test_they_say_what_they_are_wherever_they_are_read() -> None:
    assert "10 synthetic incidents added" in synthesise(10)

    rows = PublishedIncident.objects.public().current()
    assert sorted(row.title for row in rows) == [f"Synthetic incident {number:06}" for number in range(1, 11)]
    assert {row.demonstration for row in rows} == {True}
    assert all("Synthetic publisher" in name for row in rows for name in row.publishers)
    for content in Version.objects.values_list("content", flat=True):
        assert "nothing of this happened" in content["summary"][0]["text"]
    assert all("Synthetic" in name for name in Actor.objects.values_list("name", flat=True))
    assert all("made up by a program" in title for title in Source.objects.values_list("title", flat=True))
    assert list(problems(alias="default")) == []


def test_run_again_it_goes_on_counting() -> None:
    synthesise(3)
    synthesise(2)
    assert PublishedIncident.objects.latest("version_id").title == "Synthetic incident 000005"
    assert Source.objects.count() == len(bulk.LANGUAGES)


def test_a_document_has_the_shape_of_a_published_one() -> None:
    props = bulk.make_props(making.person(Role.EDITOR))
    made = making.incident(making.person(Role.EDITOR), killed="3")
    making.claimed(made.created_by, made)
    real = public_content(made)
    for number in range(50):
        chance = dice(number)
        content = document(invent(number, props.terrain, chance), props, chance)
        assert set(content) == set(real)
        for name in ("occurred", "place", "criteria", "attribution", "sensitivity"):
            assert set(content[name]) == set(real[name]), name
        kinds = {claim["kind"]: claim for claim in real["claims"]}
        for claim in content["claims"]:
            assert set(claim) == set(kinds[claim["kind"]])
            assert set(claim["value"]) == set(kinds[claim["kind"]]["value"]), claim["kind"]
            assert set(claim["citations"][0]) == set(kinds[claim["kind"]]["citations"][0])


def test_the_same_numbers_give_the_same_incidents() -> None:
    props = bulk.make_props(making.person(Role.EDITOR))
    first, second = (bulk.make_up(range(1, 6), props) for _time in range(2))
    assert [one.digest for one in first] == [one.digest for one in second]


def test_precisions_and_years_are_spread_as_in_real_collections() -> None:
    terrain = bulk.make_props(making.person(Role.EDITOR)).terrain
    chance = dice(1)
    drawn = [invent(number, terrain, chance) for number in range(3_000)]
    assert set(Counter(one.precision for one in drawn)) == set(PlacePrecision)
    years = {one.span.first_day.year for one in drawn}
    assert years <= set(range(FIRST_YEAR, LAST_YEAR + 1)) - {YEAR_WITHOUT}
    assert 0.05 < sum(one.killed is None for one in drawn) / len(drawn) < 0.12


def test_a_place_without_a_province_is_known_to_its_country() -> None:
    Place.objects.filter(province_code="IR-08").update(province_code="")
    props = bulk.make_props(making.person(Role.EDITOR))
    for number in range(60):
        chance = dice(number)
        place = document(invent(number, props.terrain, chance), props, chance)["place"]
        assert place["precision"] != "province"
        assert place["geometry"] is None or place["geometry"]["type"] == "Point"


def test_what_is_likelier_is_drawn_more_often() -> None:
    odds, chance = Odds([("often", 9), ("rarely", 1)]), dice(1)
    assert 850 < Counter(odds.draw(chance) for _time in range(1_000))["often"] < 950


@pytest.mark.parametrize("number", ["0", "-5"])
def test_a_number_below_one_is_refused(number: str) -> None:
    with pytest.raises(CommandError, match="write 1 or more"):
        call_command("synthesise", "--", number)
