"""The columns that a web process holds of a large record answer every count as PostgreSQL does."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from django.conf import settings
from django.http import QueryDict

from incidents.api import pages
from incidents.filters import Query, read_query
from incidents.models import LogEntry
from incidents.rules.view import View
from incidents.selectors import facets, histogram, map_view, record_queries
from incidents.selectors.columns import Columns, Postgres, Reader, reader
from incidents.selectors.columns.store import Store
from incidents.selectors.statistics import breakdown, naming, timeline, wholes
from incidents.services.publishing import publish, withdraw
from tests.isolation.scenes import scene
from tests.making import approved, claimed, desk, incident, published
from tests.synthetic import synthesise

pytestmark = pytest.mark.django_db

STATES: Final = 200
POOL: Final[dict[str, tuple[str, ...]]] = {
    "country": ("IR", "IQ", "AF,PK", "XX"),
    "attack_type": ("bombing", "armed_assault,bombing"),
    "weapon_type": ("explosives", "firearms"),
    "target_type": ("police", "military,police"),
    "attribution": ("claimed", "unclaimed"),
    "attribution_kind": ("responsibility_claim",),
    "actor": ("example-front",),
    "precision": ("settlement", "province,country"),
    "date_precision": ("day", "month,year"),
    "since": ("2000", "2010-05-01"),
    "until": ("2019", "2005-06"),
    "killed_min": ("1", "5"),
    "killed_max": ("10",),
    "wounded_min": ("2",),
    "origins_min": ("2",),
    "definition": ("strict", "broad"),
    "warning": ("true", "false"),
    "part": ("true", "false"),
    "mapped": ("true", "false"),
    "q": ("kerman", "synthetic"),
    "bbox": ("40,20,70,45", "150,-60,-150,60"),
    "near": ("57.08,30.28", "179.9,0"),
    "polygon": ("40,20,70,20,70,45",),
    "sort": ("occurred", "-published", "published"),
}
VIEWS: Final = (View(), View(west=30, south=20, east=70, north=45, zoom=5))
ASKING: Final = (facets, histogram, map_view, record_queries, breakdown, naming, timeline, wholes)


@scene
def large(_folder: Path) -> None:
    """Synthetic incidents, a whole with a part, one that is claimed, and one that was withdrawn."""
    team = desk()
    synthesise(80)
    published(team, title="A part", parent=published(team))
    made = incident(team.editor, title="One that is claimed")
    claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=approved(team, made))
    withdraw(actor=team.publisher, incident=published(team), reason="It was an accident.")


QUESTIONS: Final[dict[str, Callable[[Query], Any]]] = {
    "facets": facets.facets,
    "totals": record_queries.totals,
    "histogram": histogram.histogram,
    "page": lambda query: [row.pk for row in record_queries.results(query, start=5, number=20)],
    "API": lambda query: begun(query),  # noqa: PLW0108 (defined below)
    "drawn": lambda query: [row.pk for row in record_queries.drawn(query, number=30, tolerance=0.2)],
    "world": lambda query: seen(map_view.shown(query, VIEWS[0])),
    "country": lambda query: seen(map_view.shown(query, VIEWS[1])),
    "ground": wholes.ground,
    "years": lambda query: timeline.timeline(query, timeline.Step.YEAR),
    "types": lambda query: breakdown.by_type(query, "attack_type"),
    "areas": lambda query: breakdown.by_area(query, "country"),
    "actors": naming.by_actor,
    "grounds": lambda query: naming.by_ground(query, ["example-front"]),
}


def begun(query: Query) -> tuple[list[int], int, bool]:
    """The first page of a walk through the API."""
    page = pages.read_page(pages.Asked(query, None, 20, query, None), geometry=False)
    return [row.pk for row in page.rows], page.count, page.exact


def seen(view: Any) -> tuple[Any, ...]:
    """What a map shows, without how it is drawn."""
    squares = [(one.count, one.families, one.example.pk, one.longitude, one.latitude) for one in view.squares]
    areas = [(one.count, one.families, one.example.pk) for one in view.areas]
    return view.count, view.unmapped, view.in_view, [row.pk for row in view.singles], squares, areas


def states() -> Iterator[str]:
    """Random queries of none to four parameters, and what was known at a moment."""
    chance = random.Random(20)  # noqa: S311
    moment = LogEntry.objects.order_by("position")[40].appended_at.isoformat().replace("+00:00", "Z")
    pool = {**POOL, "as_of": (moment,)}
    yield ""
    for _each in range(STATES - 1):
        names = chance.sample(sorted(pool), chance.choice((1, 1, 2, 3, 4)))
        asked = QueryDict(mutable=True)
        for name in names:
            asked[name] = chance.choice(pool[name])
        yield asked.urlencode()


def answers(query: Query, questions: list[str], by: Reader, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    with patch.context() as here:
        for module in ASKING:
            here.setattr(module, "reader", lambda: by)
        return {name: QUESTIONS[name](query) for name in questions}


@pytest.mark.usefixtures("large")
def test_two_hundred_queries_are_answered_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    store, chance, found = Store(), random.Random(21), 0  # noqa: S311
    store.load()
    for state in states():
        query = read_query(QueryDict(state))
        asked = ["totals", *chance.sample(sorted(QUESTIONS), 2)]
        expected = answers(query, asked, Postgres(), monkeypatch)
        assert answers(query, asked, Columns(store), monkeypatch) == expected, (state, asked)
        found += bool(expected["totals"].count)
    assert found > STATES / 2


@pytest.mark.usefixtures("large")
def test_what_is_published_later_is_caught_up_with(monkeypatch: pytest.MonkeyPatch) -> None:
    store, team, query = Store(), desk(), read_query(QueryDict(""))
    store.load()
    made = published(team, title="Published later")
    before = answers(query, list(QUESTIONS), Columns(store), monkeypatch)
    head = LogEntry.objects.public().head()
    assert head
    store.catch_up(head)
    after = answers(query, list(QUESTIONS), Columns(store), monkeypatch)
    assert (before["totals"].count + 1, store.position) == (after["totals"].count, head.position)
    assert after == answers(query, list(QUESTIONS), Postgres(), monkeypatch)
    withdraw(actor=team.publisher, incident=made, reason="It was an accident.")
    head = LogEntry.objects.public().head()
    assert head
    store.catch_up(head)
    assert answers(query, list(QUESTIONS), Columns(store), monkeypatch)["totals"] == before["totals"]


def test_a_small_record_is_counted_by_postgresql() -> None:
    assert settings.ATTEST_COLUMNS_FROM == 0
    assert isinstance(reader(), Postgres)
