"""The 49 columns of the UCDP Georeferenced Event Dataset, in the order of its files."""

import math
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from incidents.choices import PlacePrecision, Population
from incidents.exchange.crosswalks import spans
from incidents.exchange.crosswalks.columns import Crosswalk, at, empty, filled, in_order
from incidents.exchange.crosswalks.facts import DRAWN_AS_POINTS, Facts
from incidents.exchange.crosswalks.regions import ucdp_region
from incidents.exchange.crosswalks.sources import exact_day
from incidents.exchange.crosswalks.tolls import counted, people
from incidents.rules.voices import names

ORDER: Final = """
id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
source_article source_office source_date source_headline source_original where_prec where_coordinates
where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity
date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob
"""

EXACT, NEAR, DISTRICT, PROVINCE, COUNTRY = 1, 2, 3, 4, 6
NEAR_M: Final = 25_000
"""Within so many metres of a known point a place has the second class."""

DAYS: Final = (1, 6, 7, 31, 366)
"""The most days of a span of each class of date: one, six, a week, a month, a year."""

CELLS: Final = 2
ROW: Final = 720
"""Cells of PRIO-GRID to a degree, and in a row around the globe."""


def where_prec(facts: Facts) -> int | None:
    """The class of a place; none for what is near something and farther from it than the class takes."""
    if facts.precision == PlacePrecision.NEAR:
        return NEAR if (facts.place["uncertainty_m"] or 0) <= NEAR_M else None
    classes = {
        **dict.fromkeys(DRAWN_AS_POINTS, EXACT),
        PlacePrecision.DISTRICT: DISTRICT,
        PlacePrecision.PROVINCE: PROVINCE,
        PlacePrecision.COUNTRY: COUNTRY,
    }
    return classes[PlacePrecision(facts.precision)] if facts.precision else None


def priogrid(facts: Facts) -> int | None:
    """The cell of PRIO-GRID that the published point lies in: half a degree, numbered from 1 in the south-west."""
    if facts.point is None:
        return None
    longitude, latitude = facts.point
    return math.floor((latitude + 90) * CELLS) * ROW + math.floor((longitude + 180) * CELLS) + 1


def wkt(facts: Facts) -> str | None:
    return "POINT ({} {})".format(*facts.point) if facts.point else None


def deaths(facts: Facts, whose: str) -> int | None:
    """Deaths by side, which add up to ``best``; by side only where claims give them, and they do not exceed it."""
    best = counted(facts, "killed")
    if best is None:
        return None
    sides = {name: people(facts, "killed", population) for name, population in SIDES.items()}
    rest = best - sum(number or 0 for number in sides.values())
    if rest < 0:
        return best if whose == "unknown" else None
    return rest if whose == "unknown" else sides[whose]


SIDES: Final = {"a": Population.ATTACKERS, "civilians": Population.CIVILIANS}


def article(facts: Facts) -> str | None:
    """Every cited source as GED writes one: office, day, headline, in quotation marks and parted by semicolons."""
    told = [",".join(_plain(part) for part in parts) for parts in _sources(facts)]
    return ";".join(f'"{one}"' for one in told) or None


def in_sources(which: int) -> Any:
    """How to take one of office, day and headline of every cited source, in the same order."""
    return lambda facts: ";".join(_plain(parts[which]).replace(";", ",") for parts in _sources(facts)) or None


def _sources(facts: Facts) -> list[tuple[str, str, str]]:
    return [(one["publisher"]["name"].replace(",", ""), exact_day(one), one["title"]) for one in facts.cited]


def _plain(text: str) -> str:
    """Without the quotation marks that would end the field too early."""
    return text.replace('"', "'")


GED_COLUMNS: Final = Crosswalk(
    name=_("UCDP Georeferenced Event Dataset"),
    by=_("the Uppsala Conflict Data Program"),
    table="ged.csv",
    columns=in_order(
        ORDER,
        [
            filled("id", _("Our permanent id. It is no id of UCDP."), lambda facts: facts.id),
            filled("year", _("Year; empty where the span crosses into another."), spans.year),
            filled(
                "side_a",
                _("Who a finding, a claim of responsibility or an assessment names, most founded first."),
                lambda facts: at(list(facts.named), 0),
            ),
            filled("number_of_sources", _("Sources that are cited."), lambda facts: len(facts.cited)),
            filled("source_article", _("Office, day and headline of each."), article),
            filled("source_office", _("Their publishers, in the same order, without commas."), in_sources(0)),
            filled("source_date", _("Their days; nothing between the semicolons where none is known."), in_sources(1)),
            filled("source_headline", _("Their titles."), in_sources(2)),
            filled(
                "source_original",
                _("Who gives the number of killed."),
                lambda facts: "; ".join(names(facts.row.killed_said_by)),
            ),
            filled(
                "where_prec",
                _(
                    "1 known to the town or finer, 2 near a point by 25 km at most, 3 the district, 4 the province,"
                    " 6 the country."
                ),
                where_prec,
            ),
            filled("where_coordinates", _("The named place."), lambda facts: facts.row.place_name),
            filled("where_description", _("What sources say of the place."), lambda facts: facts.place_words),
            filled("adm_1", _("Province or state."), lambda facts: facts.row.province_name),
            filled(
                "adm_2",
                _("The district, where the place is known to the district."),
                lambda facts: facts.place["name"] if facts.precision == PlacePrecision.DISTRICT else None,
            ),
            filled("latitude", _("Latitude, only where a point is published."), lambda f: at(list(f.point or ()), 1)),
            filled("longitude", _("Longitude, the same way."), lambda facts: at(list(facts.point or ()), 0)),
            filled("geom_wkt", _("The same point."), wkt),
            filled("priogrid_gid", _("The cell of the same point."), priogrid),
            filled("country", _("Our name of the country, as its borders are now."), lambda f: f.row.country_name),
            filled("region", _("UCDP's region."), lambda facts: ucdp_region(facts.row.country_code)),
            filled("event_clarity", _("2 where parts are told in one row, else 1."), lambda f: 2 if f.has_parts else 1),
            filled(
                "date_prec",
                _("By the days of the span: 1, 2 to 6, 7, to 31, to 366."),
                lambda f: spans.class_of(f, DAYS),
            ),
            filled(
                "date_start", _("First day on which it may have happened."), lambda facts: at(list(facts.days or ()), 0)
            ),
            filled(
                "date_end", _("Last day on which it may have happened."), lambda facts: at(list(facts.days or ()), 1)
            ),
            filled("deaths_a", _("Attackers killed, where a claim gives them."), lambda facts: deaths(facts, "a")),
            filled("deaths_civilians", _("Civilians killed, the same way."), lambda facts: deaths(facts, "civilians")),
            filled("deaths_unknown", _("All others of best."), lambda facts: deaths(facts, "unknown")),
            filled(
                "best",
                _(
                    "Our best figure of those killed. Where the source leaves the attackers out, they are added if "
                    "their number is known, and it is empty if not."
                ),
                lambda facts: counted(facts, "killed"),
            ),
            filled("high", _("Killed at most, the same way."), lambda facts: counted(facts, "killed", "high")),
            filled("low", _("Killed at least, the same way."), lambda facts: counted(facts, "killed", "low")),
        ],
        [
            *empty("relid active_year code_status", _("UCDP's own bookkeeping.")),
            *empty("type_of_violence", _("UCDP's judgement of the actors and the conflict.")),
            *empty(
                "conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id"
                " side_a_new_id side_b_dset_id side_b_new_id gwnoa gwnob country_id",
                _("UCDP has lists of conflicts, actors and states of its own. Join by name."),
            ),
            *empty("side_b deaths_b", _("The record has no other side to an attack.")),
        ],
    ),
    cautions=(
        _("UCDP takes in events of organised violence with at least one death. The record takes in others too."),
        _("Empty deaths are unknown. UCDP writes 0 where we write nothing."),
        _("Where a place is an area, there are no coordinates. UCDP writes a point for it."),
    ),
    lost=(
        _("Weapons, targets, tactics, outcome, wounded, hostages, damage."),
        _("The summary, and everything that is claimed of who did it but the first name."),
        _("Verdicts, confidence, grades; areas, metres of uncertainty; warnings, reactions, links, former versions."),
        _("That somebody is merely accused, or denies."),
    ),
)
