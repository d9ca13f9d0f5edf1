"""Two reports of one attack find each other, and what only looks like it stays apart."""

import pytest

from incidents.rules.duplicates import AT_MOST, Traits, kilometres, likeness, reach_m
from tests.duplicates.planted import Told, told

FIRST = told("originals")
AGAIN = told("told_again")
OTHER = told("looks_like_it")


def candidates(one: Told, among: list[Told]) -> list[Told]:
    """What somebody is shown, the likeliest first."""
    found = [(likeness(one.traits, other.traits), other) for other in among if other is not one]
    ranked = sorted((pair for pair in found if pair[0].enough), key=lambda pair: -pair[0].score)
    return [other for _like, other in ranked[:AT_MOST]]


def test_planted_duplicates_are_found() -> None:
    everything = FIRST + AGAIN + OTHER
    found = [first in candidates(again, everything) for first, again in zip(FIRST, AGAIN, strict=True)]
    assert len(found) == 20
    assert sum(found) / len(found) >= 0.95, [one.title for one, right in zip(AGAIN, found, strict=True) if not right]


def test_near_misses_are_shown_to_nobody() -> None:
    shown = [
        (first.title, other.title)
        for first, other in zip(FIRST, OTHER, strict=True)
        if first in candidates(other, FIRST + AGAIN)
    ]
    assert len(shown) <= 1, shown


@pytest.mark.parametrize("place", range(20))
def test_likeness_is_mutual(place: int) -> None:
    one, other = FIRST[place].traits, AGAIN[place].traits
    assert likeness(one, other) == likeness(other, one)


def test_it_says_why() -> None:
    found = likeness(FIRST[2].traits, AGAIN[2].traits)
    assert found.reasons[:3] == ("1 km apart", "same day", "shares 1 source")
    assert "same day" in likeness(FIRST[0].traits, AGAIN[0].traits).reasons


def test_nothing_known_is_like_nothing() -> None:
    assert not likeness(Traits(), FIRST[0].traits).enough
    assert likeness(Traits(), Traits()).score == 0


def test_distance_is_held_against_what_the_places_allow() -> None:
    assert kilometres((57.08, 30.28), (57.08, 30.28)) == 0
    assert 110 < kilometres((57.08, 30.28), (57.08, 31.28)) < 112
    assert reach_m("settlement", None) < reach_m("province", None)
    assert reach_m("province", 700) == 700
