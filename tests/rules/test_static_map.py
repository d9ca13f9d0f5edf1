"""The map without JavaScript shows each place no more finely than it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.choices import PlacePrecision
from incidents.rules.static_map import WORLD_BOX, Located, project, static_map

KERMAN = (57.08, 30.28)
PROVINCE = ((55.0, 28.0), (59.0, 28.0), (59.0, 32.0), (55.0, 32.0), (55.0, 28.0))


def located(
    precision: PlacePrecision = PlacePrecision.EXACT,
    at: tuple[float, float] | None = KERMAN,
    family: str = "explosive",
    title: str = "Kerman",
) -> Located:
    longitude, latitude = at or (None, None)
    outline = () if at else PROVINCE
    return Located(
        title=title,
        url=f"/{title}/",
        family=family,
        precision=precision,
        longitude=longitude,
        latitude=latitude,
        outline=outline,
    )


def box(view_box: str) -> list[float]:
    return [float(part) for part in view_box.split()]


def test_the_projection_agrees_with_its_paper() -> None:
    assert project(0, 0) == (0, 0)
    assert project(180, 0)[0] == pytest.approx(1000)
    # At the pole Equal Earth is 1.3173627591574 high and 2.7066 wide at the equator, on a unit sphere.
    assert project(0, 90)[1] == pytest.approx(-1000 * 1.3173627591574 / 2.7066299836960748, rel=1e-6)


def test_an_exact_place_is_a_shape_and_a_vaguer_one_stands_in_a_ring() -> None:
    drawn = static_map([located(), located(PlacePrecision.SETTLEMENT, at=(-3.7, 40.4), title="Madrid")])
    assert [(mark.family, mark.in_ring) for mark in drawn.marks] == [("explosive", False), ("explosive", True)]


def test_a_province_is_an_area_with_a_count_and_never_a_dot() -> None:
    drawn = static_map([located(PlacePrecision.PROVINCE, at=None), located(PlacePrecision.PROVINCE, at=None)])
    assert (drawn.marks, drawn.drawn) == ([], 2)
    assert [area.count for area in drawn.areas] == [2]


def test_a_vague_place_with_a_position_is_not_drawn_at_it() -> None:
    drawn = static_map([located(PlacePrecision.PROVINCE), located(PlacePrecision.COUNTRY)])
    assert (drawn.marks, drawn.areas, drawn.drawn, drawn.omitted) == ([], [], 0, 2)


def test_incidents_in_one_place_are_a_stack_with_a_number() -> None:
    drawn = static_map([located(), located(title="Again"), located(at=(-3.7, 40.4), title="Madrid")])
    assert [(mark.count, mark.title) for mark in drawn.marks] == [(2, "Kerman"), (1, "Madrid")]


def test_a_stack_of_different_families_claims_none() -> None:
    drawn = static_map([located(), located(family="hostage")])
    assert drawn.marks[0].family == "unknown"


def test_without_incidents_the_whole_world_is_shown() -> None:
    assert box(static_map([]).view_box) == box(WORLD_BOX)


def test_one_place_is_shown_with_its_part_of_the_world() -> None:
    left, top, width, height = box(static_map([located()]).view_box)
    x, y = project(*KERMAN)
    assert width < box(WORLD_BOX)[2] / 3
    assert left < x < left + width
    assert top < y < top + height


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-55, 80)), max_size=20))
def test_every_shape_lies_inside_the_view(places: list[tuple[float, float]]) -> None:
    drawn = static_map([located(at=place) for place in places])
    left, top, width, height = box(drawn.view_box)
    for mark in drawn.marks:
        assert left - 1 <= mark.x + mark.size / 2 <= left + width + 1
        assert top - 1 <= mark.y + mark.size / 2 <= top + height + 1
    assert sum(mark.count for mark in drawn.marks) == len(places)
