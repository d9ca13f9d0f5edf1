"""A gazetteer of two countries, written by the service that loads the whole one."""

from collections.abc import Callable
from typing import Any

import pytest

from incidents.services.gazetteer import load_gazetteer

Load = Callable[[], list[str]]


def square(west: float, south: float, side: float) -> dict[str, Any]:
    """A GeoJSON polygon with sides along the meridians and parallels."""
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def feature(geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


COUNTRIES = [
    feature(
        square(50, 25, 15),
        name="Iran",
        native="ایران",
        names=["إيران"],
        iso_a2="IR",
        iso_a3="IRN",
        population=81_800_269,
    ),
    feature(square(12, -29, 13), name="Namibia", native="", names=["نامیبیا"], iso_a2="NA", iso_a3="NAM", population=0),
    feature(None, name="Vatican City", native="", names=[], iso_a2="VA", iso_a3="VAT", population=921),
]
PROVINCES = [
    feature(square(55, 28, 4), name="Kerman", names=["Ostan-e Kerman"], country="IR", iso="IR-08"),
    feature(square(50, 32, 4), name="Esfahan", names=[], country="IR", iso="IR-10"),
    feature(square(14, -23, 2), name="Erongo", names=[], country="NA", iso="NA-ER"),
    feature(square(16, -23, 2), name="Khomas", names=[], country="NA", iso=""),
    feature(square(18, -23, 2), name="Omaheke", names=[], country="NA", iso=""),
]


def city(geonames_id: int, names: list[str], at: tuple[float, float], country: str, population: int) -> dict[str, Any]:
    return {
        "geonameid": geonames_id,
        "name": names[0],
        "alternatenames": names,
        "longitude": at[0],
        "latitude": at[1],
        "countrycode": country,
        "population": population,
    }


CITIES = [
    city(128234, ["Kerman", "Kermān", "Kirman", "كرمان", "کرمان"], (57.08, 30.28), "IR", 577_514),
    city(128226, ["Kermanshah", "کرمانشاه"], (58.9, 34.31), "IR", 621_100),
    city(5362842, ["Kerman", "KERMAN"], (-120.06, 36.72), "US", 14_225),
    city(3355672, ["Lüderitz", "Luderitz"], (15.16, -26.65), "NA", 15_137),
    city(3354071, ["Walvis Bay"], (13.9, -22.95), "NA", 52_058),
]


@pytest.fixture
def load(db: None) -> Load:
    """Loads the small gazetteer and answers with what it reported."""

    def run() -> list[str]:
        said: list[str] = []
        load_gazetteer(countries=COUNTRIES, provinces=PROVINCES, cities=CITIES, progress=said.append)
        return said

    return run


@pytest.fixture
def gazetteer(load: Load) -> None:
    load()
