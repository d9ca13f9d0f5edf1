"""A place is never drawn more finely than it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.choices import LocationMethod, PlacePrecision
from incidents.rules.precision import (
    Drawing,
    Known,
    coarsest,
    default_uncertainty_m,
    finest_allowed,
    published_geometry,
    rank,
    settlement_radius_m,
    takes_a_point,
)

SITE = (57.083456, 30.291234)
CENTRE = (57.07879, 30.28321)
AREA = "the province"

coordinates = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
anything_known = st.builds(
    Known[str],
    precision=st.sampled_from(PlacePrecision),
    site=st.none() | coordinates,
    centre=st.none() | coordinates,
    area=st.none() | st.just(AREA),
    uncertainty_m=st.none() | st.integers(0, 500_000),
)


def known(precision: PlacePrecision, uncertainty_m: int | None = None) -> Known[str]:
    return Known(precision=precision, site=SITE, centre=CENTRE, area=AREA, uncertainty_m=uncertainty_m)


def test_exact_is_the_point_to_a_city_block() -> None:
    published = published_geometry(known(PlacePrecision.EXACT))
    assert (published.drawing, published.point, published.area) == (Drawing.POINT, (57.083, 30.291), None)


@pytest.mark.parametrize(
    ("precision", "point", "radius"),
    [
        (PlacePrecision.NEAR, (57.08, 30.29), 1_000),
        (PlacePrecision.NEIGHBOURHOOD, (57.08, 30.29), 2_000),
        (PlacePrecision.SETTLEMENT, (57.0788, 30.2832), 5_000),
    ],
)
def test_vaguer_points_stand_in_a_ring(precision: PlacePrecision, point: tuple[float, float], radius: int) -> None:
    published = published_geometry(known(precision))
    assert (published.drawing, published.point, published.uncertainty_m) == (Drawing.POINT_IN_RING, point, radius)


@pytest.mark.parametrize("precision", [PlacePrecision.DISTRICT, PlacePrecision.PROVINCE])
def test_a_district_or_province_is_an_area_and_never_a_dot(precision: PlacePrecision) -> None:
    published = published_geometry(known(precision))
    assert (published.drawing, published.point, published.area) == (Drawing.AREA, None, AREA)


def test_a_country_is_not_drawn() -> None:
    assert published_geometry(known(PlacePrecision.COUNTRY)).drawing == Drawing.NOTHING


def test_a_class_without_its_geometry_publishes_nothing_finer() -> None:
    for precision in (PlacePrecision.DISTRICT, PlacePrecision.SETTLEMENT):
        published = published_geometry(Known[str](precision=precision, site=SITE))
        assert (published.drawing, published.point) == (Drawing.NOTHING, None)


def test_the_settlement_hides_where_in_it_the_site_lies() -> None:
    elsewhere = Known(precision=PlacePrecision.SETTLEMENT, site=(57.2, 30.1), centre=CENTRE, area=AREA)
    assert published_geometry(elsewhere) == published_geometry(known(PlacePrecision.SETTLEMENT))


def test_a_stated_radius_widens_the_ring_and_never_tightens_it() -> None:
    assert published_geometry(known(PlacePrecision.NEAR, uncertainty_m=3_000)).uncertainty_m == 3_000
    assert published_geometry(known(PlacePrecision.NEAR, uncertainty_m=10)).uncertainty_m == 1_000


@given(anything_known)
def test_publishing_again_says_the_same(anything: Known[str]) -> None:
    assert published_geometry(anything) == published_geometry(anything)


@given(anything_known)
def test_a_dot_and_an_area_never_appear_together(anything: Known[str]) -> None:
    published = published_geometry(anything)
    assert published.point is None or published.area is None
    assert (published.drawing == Drawing.NOTHING) == (published.point is None and published.area is None)


@given(coordinates, st.sampled_from([PlacePrecision.NEAR, PlacePrecision.NEIGHBOURHOOD]))
def test_a_published_point_published_again_stays(site: tuple[float, float], precision: PlacePrecision) -> None:
    once = published_geometry(Known[str](precision=precision, site=site))
    assert published_geometry(Known[str](precision=precision, site=once.point)) == once


def test_the_classes_run_from_fine_to_vague() -> None:
    assert sorted(PlacePrecision, key=rank) == list(PlacePrecision)
    assert coarsest(PlacePrecision.EXACT, PlacePrecision.PROVINCE, PlacePrecision.NEAR) == PlacePrecision.PROVINCE


def test_radii_grow_with_vagueness_until_the_place_is_an_area() -> None:
    radii = [default_uncertainty_m(precision) for precision in PlacePrecision]
    assert radii[:4] == sorted(radius for radius in radii[:4] if radius is not None)
    assert radii[4:] == [None, None, None]


def test_only_classes_finer_than_a_settlement_take_a_point() -> None:
    assert [p for p in PlacePrecision if takes_a_point(p)] == [
        PlacePrecision.EXACT,
        PlacePrecision.NEAR,
        PlacePrecision.NEIGHBOURHOOD,
    ]


def test_a_centre_is_never_finer_than_the_settlement() -> None:
    assert finest_allowed(LocationMethod.CENTROID) == PlacePrecision.SETTLEMENT
    assert finest_allowed(LocationMethod.GEOLOCATED) == PlacePrecision.EXACT


def test_a_larger_town_has_a_wider_ring() -> None:
    assert settlement_radius_m(0) == settlement_radius_m(5_000) == 1_000
    assert settlement_radius_m(577_514) == 8_600
    assert settlement_radius_m(9_000_000) > 30_000
