"""Time zones by name and by country, from the IANA database's own tables."""

from functools import lru_cache
from importlib.resources import files
from zoneinfo import available_timezones

COUNTRY_COLUMN, NAME_COLUMN = 0, 2


@lru_cache(maxsize=1)
def zone_names() -> list[str]:
    """Every name worth suggesting, in order: places, and UTC."""
    return ["UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))]


def is_known(name: str) -> bool:
    """Whether this is the name of a time zone."""
    return name in available_timezones()


def zone_of(country_code: str) -> str:
    """The time zone that a country's table row names first, the most populous; UTC where none is known."""
    return _zones_by_country().get(country_code, "UTC")


@lru_cache(maxsize=1)
def _zones_by_country() -> dict[str, str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text()
    zones: dict[str, str] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            columns = line.split("\t")
            zones.setdefault(columns[COUNTRY_COLUMN], columns[NAME_COLUMN])
    return zones
