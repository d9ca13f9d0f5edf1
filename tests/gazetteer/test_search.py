"""A place is found by any name it goes by."""

import pytest
from pytest_django import DjangoAssertNumQueries

from incidents.choices import PlaceKind
from incidents.selectors.gazetteer import search_places

pytestmark = pytest.mark.usefixtures("gazetteer")


@pytest.mark.parametrize("typed", ["كرمان", "کرمان", "Kerman", "Kirman", "kermān", "KERMAN", "ostan-e kerman"])
def test_every_spelling_finds_the_same_place(typed: str) -> None:
    assert "Kerman" in {place.name for place in search_places(typed, country_code="ir")}


def test_the_exact_name_comes_first_and_the_larger_place_before_the_smaller() -> None:
    found = [(place.name, place.country_code, place.kind) for place in search_places("kerman")]
    assert found == [
        ("Kerman", "IR", PlaceKind.SETTLEMENT),
        ("Kerman", "US", PlaceKind.SETTLEMENT),
        ("Kerman", "IR", PlaceKind.PROVINCE),
        ("Kermanshah", "IR", PlaceKind.SETTLEMENT),
    ]


def test_the_beginning_of_a_name_finds_it() -> None:
    assert search_places("kermansh")[0].name == "Kermanshah"


def test_a_typing_error_still_finds_the_place() -> None:
    assert search_places("Luderits")[0].name == "Lüderitz"


def test_level_and_country_narrow_the_search() -> None:
    assert [place.kind for place in search_places("kerman", kinds=[PlaceKind.PROVINCE])] == [PlaceKind.PROVINCE]
    assert {place.country_code for place in search_places("kerman", country_code="us")} == {"US"}


@pytest.mark.parametrize("nothing", ["", "  ", "—", "%", "qqqqqq"])
def test_what_names_nothing_finds_nothing(nothing: str) -> None:
    assert search_places(nothing) == []


def test_a_search_asks_the_database_twice_at_most(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(2):
        assert [str(place.parent) for place in search_places("kirman")] == ["Kerman (IR)"]
