"""The regions of other datasets by country (ISO 3166-1, two letters). A country that we are not sure of is in none."""

import functools
from typing import Final

from incidents.rules.countries import continent

GTD: Final = (
    (1, "North America", "CA MX US"),
    (
        2,
        "Central America & Caribbean",
        "AG BS BB BZ CR CU DM DO SV GD GP GT HT HN JM MQ NI PA PR KN LC VC TT",
    ),
    (3, "South America", "AR BO BR CL CO EC FK GF GY PY PE SR UY VE"),
    (4, "East Asia", "CN HK JP KP KR MO TW"),
    (5, "Southeast Asia", "BN KH ID LA MY MM PH SG TH TL VN"),
    (6, "South Asia", "AF BD BT IN LK MU MV NP PK"),
    (7, "Central Asia", "AM AZ GE KZ KG TJ TM UZ"),
    (8, "Western Europe", "AD AT BE CH CY DE DK ES FI FR GB GI GR IE IS IT LU MT NL NO PT SE VA"),
    (9, "Eastern Europe", "AL BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK UA XK"),
    (10, "Middle East & North Africa", "AE BH DZ EG EH IL IQ IR JO KW LB LY MA OM PS QA SA SY TN TR YE"),
    (
        11,
        "Sub-Saharan Africa",
        (
            "AO BF BI BJ BW CD CF CG CI CM DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MW MZ NA NE NG RW SC SD SL"
            " SN SO SS SZ TD TG TZ UG ZA ZM ZW"
        ),
    ),
    (12, "Australasia & Oceania", "AU FJ NC NZ PF PG SB VU WF"),
)

MIDDLE_EAST: Final = ("AE", "BH", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "OM", "PS", "QA", "SA", "SY", "TR", "YE")
EUROPE: Final = ("AM", "AZ", "GE")
"""Where UCDP leaves the continents: the Middle East, and the Caucasus, which it counts to Europe."""

CONTINENTS: Final = {
    "AF": "Africa",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "Americas",
    "OC": "Asia",
    "SA": "Americas",
}


def gtd_region(country: str) -> tuple[int, str] | None:
    """Code and name of the GTD's region."""
    return _gtd().get(country)


def ucdp_region(country: str) -> str | None:
    """The name of UCDP's region."""
    if country in MIDDLE_EAST:
        return "Middle East"
    return "Europe" if country in EUROPE else CONTINENTS.get(continent(country))


@functools.cache
def _gtd() -> dict[str, tuple[int, str]]:
    return {country: (code, name) for code, name, countries in GTD for country in countries.split()}
