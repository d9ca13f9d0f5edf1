"""Statistics are the counts of the documents: none of a part beside its whole, and no unknown as a zero."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Incident, Place
from incidents.public.presenting.charts.plot import Value, columns
from incidents.public.presenting.charts.table import guarded
from incidents.rules.breaks import Break
from incidents.selectors.statistics.timeline import Step
from incidents.services.asserting import assert_claim
from incidents.services.inputs import AttributionValue, CasualtyValue, Claim, Description
from incidents.services.logging import describe
from incidents.services.people import record_actor
from incidents.services.publishing import publish
from tests.isolation.scenes import scene
from tests.making import Desk, approved, claimed, desk, incident, published, quoted, source, square
from tests.public.counting import Naive, Sums, counted_by_hand, figures
from tests.public.reading import heading, questions, text_of
from tests.synthetic import synthesise

pytestmark = pytest.mark.django_db

QUERIES = (
    "",
    "country=IQ",
    "definition=broad",
    "definition=strict",
    "attack_type=bombing",
    "since=2010",
    "q=synthetic",
)
PAGE = "/statistics/"


def first_day(year: int) -> date:
    return date(year, 1, 1)


def mosul() -> Place:
    country, _made = Place.objects.get_or_create(
        kind=PlaceKind.COUNTRY,
        country_code="IQ",
        defaults={"name": "Iraq", "search_names": "\niraq", "extent": square(41, 33, 5)},
    )
    place, _made = Place.objects.get_or_create(
        kind=PlaceKind.SETTLEMENT,
        name="Mosul",
        country_code="IQ",
        defaults={
            "search_names": "\nmosul",
            "parent": country,
            "point": Point(43.13, 36.34, srid=4326),
            "radius_m": 9000,
        },
    )
    return place


def named(team: Desk, made: Incident, by: str, ground: str, **changes: Any) -> None:
    group = record_actor(actor=team.editor, name=by, kind="organisation")
    claim = Claim(
        value=AttributionValue(actor=group, ground=ground), citations=quoted(source(team.editor), "said so"), **changes
    )
    assert_claim(actor=team.editor, incident=made, claim=claim)


def out(team: Desk, made: Incident) -> Incident:
    publish(actor=team.publisher, incident=approved(team, made))
    return made


@scene
def to_be_counted(_folder: Path) -> Incident:
    """Years, vague figures, two countries, several who are named, a whole with a part, and forty synthetic ones."""
    team = desk()
    whole = published(team, killed="30", when="3 January 2024")
    published(team, title="The first blast", killed="20", when="3 January 2024", parent=whole)
    published(team, killed="nearly 100", when="May 2014", place=mosul())
    published(team, killed="scores", when="2003", place=mosul())
    vague = incident(
        team.editor, title="A shooting", killed="at least 7", when="between 30 December 2015 and 2 January 2016"
    )
    wounded = Claim(value=CasualtyValue(measure="wounded", verbatim="12"), citations=quoted(source(team.editor), "12"))
    assert_claim(actor=team.editor, incident=vague, claim=wounded)
    named(team, vague, "Example Front", "responsibility_claim")
    named(team, vague, "Other Front", "accusation")
    named(team, vague, "Other Front", "denial")
    out(team, vague)
    synthesise(40)
    return whole


def by_code(rows: list[dict[str, Any]], key: str) -> dict[str | None, int]:
    return {row[key]: row["incidents"] for row in rows if row["incidents"]}


def persons(rows: list[dict[str, Any]]) -> dict[str | None, Sums]:
    names = Sums.__dataclass_fields__
    return {row["year"]: Sums(**{name: row[name] for name in names}) for row in rows if row["incidents"]}


def agrees(shown: dict[str, Any], found: Naive) -> None:
    assert shown["counted"] == found.counted
    assert by_code(shown["incidents"], "year") == found.years
    assert persons(shown["killed"]) == found.killed
    assert persons(shown["wounded"]) == found.wounded
    assert by_code(shown["countries"], "country") == found.countries
    assert by_code(shown["attack-types"], "attack_type") == found.attack_types
    assert by_code(shown["target-types"], "target_type") == found.target_types
    assert by_code(shown["actors"], "actor") == found.named
    grounds = {
        (row["actor"], ground): number
        for row in shown["actors"]
        for ground, number in row.items()
        if ground not in {"actor", "label", "incidents"} and number
    }
    assert grounds == found.grounds


def test_the_counts_are_those_of_the_documents(client: Client, to_be_counted: Incident) -> None:
    for query in QUERIES:
        agrees(figures(client, query), counted_by_hand(query))


def test_a_part_is_not_counted_beside_its_whole_and_the_page_says_so(client: Client, to_be_counted: Incident) -> None:
    shown = figures(client, "country=IR&since=2024-01-03&until=2024-01-03&killed_min=20")
    assert (shown["counted"], shown["parts_left_out"]) == (1, 1)
    assert "Parts of another incident that is counted are left out" in text_of(client.get(PAGE))
    alone = figures(client, f"part_of={to_be_counted.public_id}")
    assert (alone["counted"], alone["parts_left_out"]) == (1, 0)


def test_an_unknown_figure_is_no_zero_and_is_said_beside_the_drawing(client: Client, team: Desk) -> None:
    published(team, killed="nearly 100", when="2014")
    (row,) = figures(client)["wounded"]
    assert (row["without_figure"], row["low"], row["best"], row["high"]) == (1, None, None, None)
    (row,) = figures(client)["killed"]
    assert (row["low"], row["low_of"], row["high"], row["high_of"]) == (None, 0, 99, 1)
    words = text_of(client.get(PAGE))
    assert "No figure is on record for 1 of 1 incident: that is not zero, and the sums leave them out." in words
    assert "No figure of the wounded is on record for these incidents" in words


def test_a_short_query_is_counted_by_month_and_a_date_in_no_single_month_apart(client: Client, team: Desk) -> None:
    for when in ("3 January 2024", "28 February 2024", "2024"):
        published(team, when=when)
    assert by_code(figures(client)["incidents"], "month") == {"2024-01": 1, "2024-02": 1, None: 1}
    assert "1 incident is counted apart and not drawn" in text_of(client.get(PAGE))


def test_an_acquittal_is_no_court_finding(client: Client, team: Desk) -> None:
    made = incident(team.editor)
    named(team, made, "Example Front", "court_finding", polarity="denied")
    out(team, made)
    (row,) = figures(client)["actors"]
    assert (row["incidents"], row["court_finding"], row["denial"]) == (1, 0, 1)


def test_being_named_is_told_from_having_done_it(client: Client, team: Desk) -> None:
    made = incident(team.editor)
    claimed(team.editor, made, by="Example Front")
    out(team, made)
    words = text_of(client.get(PAGE))
    assert "Named for 1 of 1 incident: Example Front. To be named is not to be found to have done it" in words
    assert "responsibility claim in 1" in words


def test_the_definition_recomputes(client: Client, team: Desk) -> None:
    published(team)
    for doubted in (True, False):
        made = incident(team.editor)
        described = Description(
            title=made.title,
            graphic=False,
            personal_data=False,
            criterion_goal=True,
            criterion_message=True,
            criterion_outside_war=True,
            doubt_terrorism=doubted,
        )
        describe(actor=team.editor, incident=made, description=described, summary="Criteria decided")
        out(team, made)
    queries = ("", "definition=broad", "definition=strict")
    assert [figures(client, query)["counted"] for query in queries] == [3, 2, 1]
    page = client.get(f"{PAGE}?country=IR&definition=strict").content.decode()
    assert '<a href="/statistics/?country=IR&amp;definition=broad">' in page
    assert '<a href="/statistics/?country=IR">' in page


def test_every_figure_has_its_sentence_its_source_its_table_its_file_and_its_citation(
    client: Client, to_be_counted: Incident
) -> None:
    page = client.get(f"{PAGE}?country=IR")
    html = page.content.decode()
    for figure in client.get("/statistics.json?country=IR").json()["figures"]:
        assert (f'id="{figure["id"]}-table"' in html) == bool(figure["rows"])
        assert f'href="/statistics/{figure["id"]}.csv?country=IR"' in html
        assert figure["title"] in text_of(page).replace("\N{NO-BREAK SPACE}", " ")
        assert "log position" in figure["source"]
    assert html.count("as_of=") >= 8
    assert heading(page).startswith("Statistics: ")


def test_the_file_holds_the_numbers_of_the_table(client: Client, to_be_counted: Incident) -> None:
    answer = client.get("/statistics/killed.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment; filename=" in answer["Content-Disposition"]
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    shown = figures(client)["killed"]
    assert [row["low"] for row in rows] == ["" if one["low"] is None else str(one["low"]) for one in shown]


def test_no_cell_is_a_formula() -> None:
    assert [guarded(cell) for cell in ("=1+1", "@x", "-2", "Iraq", -2, None)] == [
        "'=1+1",
        "'@x",
        "'-2",
        "Iraq",
        -2,
        None,
    ]


def test_a_parameter_that_does_not_exist_is_refused_by_name(client: Client) -> None:
    for address in (f"{PAGE}?colour=blue", "/statistics.json?colour=blue", "/statistics/killed.csv?colour=blue"):
        answer = client.get(address)
        assert answer.status_code == 400
        assert "colour" in answer.content.decode()
    assert client.get(f"{PAGE}?page=2").status_code == 400
    assert client.get("/statistics/colours.csv").status_code == 404


def test_an_empty_record_has_statistics_that_say_so(client: Client) -> None:
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "No incident of this query has a date that can be drawn" in text_of(page)
    assert client.get("/statistics/incidents.csv").status_code == 200


def test_a_page_of_statistics_asks_as_often_however_much_there_is(client: Client, to_be_counted: Incident) -> None:
    with questions() as many:
        client.get(PAGE)
    with questions() as few:
        client.get(f"{PAGE}?part_of={to_be_counted.public_id}")
    assert len(many) <= len(few) + 1
    assert len(many) <= 13


def test_a_break_of_method_is_drawn_in_the_year_in_which_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.rules.breaks.BREAKS", (Break(first_day(2012), "A dataset begins."),))
    years = [Value(start=first_day(year), count=1) for year in range(2010, 2014)]
    drawn = columns(years, Step.YEAR, "Words")
    assert drawn
    assert [(one.text, one.x) for one in drawn.breaks] == [("1", 54.5)]
