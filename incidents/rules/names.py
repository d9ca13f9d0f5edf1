"""Codes of what has no code of its own."""

from incidents.rules.folding import fold


def place_code(name: str, country_code: str) -> str:
    """The code of a named place in a country, such as "kerman-ir"; the same for every spelling of the same letters."""
    return "-".join(part for part in (*fold(name).split(), country_code.lower()) if part)
