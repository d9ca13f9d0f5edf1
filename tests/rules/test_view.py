"""What a map looks at: its halves across the antimeridian, and squares that are never too many."""

import pytest

from incidents.rules.grid import SIDE
from incidents.rules.view import WORLD, View


def test_a_view_across_the_antimeridian_has_two_halves() -> None:
    view = View(west=170, south=-30, east=-170, north=0)
    assert view.halves == ((170, -30, 180.0, 0), (-180.0, -30, -170, 0))
    (first, _end), (_begin, last) = view.columns
    assert first > SIDE * 0.97
    assert last < SIDE * 0.03


def test_rows_run_from_the_north() -> None:
    assert WORLD.rows == (0, SIDE - 1)
    assert View(south=0, north=10).rows[1] == SIDE // 2


@pytest.mark.parametrize(("zoom", "level"), [(0, 2), (2, 4), (18, 5)])
def test_squares_are_64_pixels_wide_unless_those_were_too_many(zoom: int, level: int) -> None:
    assert View(zoom=zoom).level(1_500) == level


def test_a_box_is_held_or_is_not() -> None:
    assert View(west=170, south=-30, east=-170, north=0).holds(175, -20, 179, -10)
    assert not View(west=170, south=-30, east=-170, north=0).holds(160, -20, 179, -10)
