"""The 31 columns of the Armed Conflict Location & Event Data Project, in the order of its files."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from incidents.choices import AttackType, PlacePrecision, Tactic, WeaponType
from incidents.exchange.crosswalks import spans
from incidents.exchange.crosswalks.columns import Crosswalk, at, empty, filled, in_order
from incidents.exchange.crosswalks.facts import DRAWN_AS_POINTS, Facts, one_of
from incidents.exchange.crosswalks.sources import publishers
from incidents.exchange.crosswalks.tolls import counted
from incidents.rules.countries import iso_numeric

ORDER: Final = """
event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
geo_precision source source_scale notes fatalities tags timestamp
"""

VIOLENCE: Final = "Political violence"
EXPLOSIONS: Final = "Explosions/Remote violence"
AGAINST_CIVILIANS: Final = "Violence against civilians"
CIVILIAN: Final = 7
DAYS: Final = (1, 7, 31)
"""The most days of a span of each class of date: a day, a week, a month."""

AGAINST: Final = {
    AttackType.ASSASSINATION.value: "Attack",
    AttackType.ARMED_ASSAULT.value: "Attack",
    AttackType.UNARMED_ASSAULT.value: "Attack",
    AttackType.HOSTAGE_KIDNAPPING.value: "Abduction/forced disappearance",
}
"""What ACLED calls attacks of a type on people who are neither of a state nor armed."""

PRECISIONS: Final = {
    **dict.fromkeys((one.value for one in DRAWN_AS_POINTS), 1),
    PlacePrecision.NEAR.value: 2,
    PlacePrecision.DISTRICT.value: 2,
    PlacePrecision.PROVINCE.value: 3,
}


def kind(facts: Facts) -> tuple[str, str | None] | None:
    """Type and subtype of the event, where every attack type leads to the same; the subtype where it is known."""
    return one_of(_kind(facts, attack) for attack in facts.row.attack_types)


def _kind(facts: Facts, attack: str) -> tuple[str, str | None] | None:
    if attack == AttackType.BOMBING:
        return EXPLOSIONS, _explosion(facts)
    if facts.aims_at_civilians and attack in AGAINST:
        return AGAINST_CIVILIANS, AGAINST[attack]
    return None


def _explosion(facts: Facts) -> str | None:
    if WeaponType.CHEMICAL in facts.row.weapon_types:
        return "Chemical weapon"
    return "Suicide bomb" if Tactic.SUICIDE in facts.row.tactics else None


def part(which: int) -> Any:
    """How to take the type or the subtype."""
    return lambda facts: found[which] if (found := kind(facts)) else None


def civilians(facts: Facts) -> str | None:
    """Civilians as ACLED names them, by country."""
    return f"Civilians ({facts.row.country_name})" if facts.aims_at_civilians and facts.row.country_name else None


def notes(facts: Facts) -> str:
    """What happened in words, when where that is no single day, and what must not be lost."""
    span = spans.words(facts)
    told = [facts.summary or f"{facts.row.title}.", f"{span}." if span else "", *facts.remarks]
    return " ".join(one for one in told if one)


def area_name(precision: PlacePrecision) -> Any:
    """How to take the named place, where it is known so finely and no finer."""
    return lambda facts: facts.place["name"] if facts.precision == precision else None


ACLED_COLUMNS: Final = Crosswalk(
    name=_("Armed Conflict Location & Event Data"),
    by=_("ACLED"),
    table="acled.csv",
    columns=in_order(
        ORDER,
        [
            filled("event_id_cnty", _("Our permanent id. It is no id of ACLED."), lambda facts: facts.id),
            filled("event_date", _("The day, only where it is known to the day; no middle of a span."), spans.only_day),
            filled("year", _("Year; empty where the span crosses into another."), spans.year),
            filled("time_precision", _("1 a day, 2 a week, 3 a month."), lambda facts: spans.class_of(facts, DAYS)),
            filled(
                "disorder_type",
                _("Political violence, where there is an event type."),
                lambda f: VIOLENCE if kind(f) else None,
            ),
            filled(
                "event_type",
                _(
                    "Explosions for bombings; violence against civilians where every target coded is neither of a state"
                    " nor armed; else empty."
                ),
                part(0),
            ),
            filled("sub_event_type", _("Where it follows from the codes; else empty."), part(1)),
            filled(
                "actor1",
                _("Who a finding, a claim of responsibility or an assessment names, most founded first."),
                lambda facts: at(list(facts.named), 0),
            ),
            filled("assoc_actor_1", _("Others who are named so."), lambda facts: "; ".join(list(facts.named)[1:])),
            filled("actor2", _("Civilians, where every target coded is neither of a state nor armed."), civilians),
            filled("inter2", _("7 with them."), lambda facts: CIVILIAN if civilians(facts) else None),
            filled(
                "civilian_targeting",
                _("The same."),
                lambda facts: "Civilian targeting" if facts.aims_at_civilians else None,
            ),
            filled("iso", _("Country, ISO 3166-1, as a number."), lambda facts: iso_numeric(facts.row.country_code)),
            filled("country", _("Our name of the country."), lambda facts: facts.row.country_name),
            filled("admin1", _("Province or state."), lambda facts: facts.row.province_name),
            filled("admin2", _("The district, where it is known to the district."), area_name(PlacePrecision.DISTRICT)),
            filled("location", _("The named place."), lambda facts: facts.row.place_name),
            filled("latitude", _("Latitude, only where a point is published."), lambda f: at(list(f.point or ()), 1)),
            filled("longitude", _("Longitude, the same way."), lambda facts: at(list(facts.point or ()), 0)),
            filled(
                "geo_precision",
                _("1 known to the town or finer, 2 near a place or to the district, 3 to the province."),
                lambda facts: PRECISIONS.get(facts.precision),
            ),
            filled(
                "source", _("Publishers of the sources that are cited."), lambda facts: "; ".join(publishers(facts))
            ),
            filled(
                "notes",
                _("What happened; how many and by whose word; who is accused, who denies; the permanent page."),
                notes,
            ),
            filled(
                "fatalities",
                _("Our best figure of those killed, attackers among them where they are known. Empty: none."),
                lambda facts: counted(facts, "killed"),
            ),
            filled(
                "timestamp",
                _("When the version was published, in seconds since 1970."),
                lambda facts: int(facts.row.version.published_at.timestamp()),
            ),
        ],
        [
            *empty("inter1 interaction", _("ACLED's judgement of the actors.")),
            *empty("assoc_actor_2 admin3 source_scale tags", _("Not coded.")),
            *empty("region", _("ACLED has regions of its own. Join by country.")),
        ],
    ),
    cautions=(
        _("ACLED writes 10 or 12 for “several” or “dozens”, and 0 where no death is reported. We do not."),
        _("ACLED dates an event of a week or a month to a day in it. We leave the day empty: see notes."),
        _("Where a place is an area, there are no coordinates. ACLED writes those of a town in it."),
    ),
    lost=(
        _("Weapons, target types, wounded, hostages, damage; bounds of the killed."),
        _("On what ground somebody is named, and verdicts, confidence and grades."),
        _("Areas and metres of uncertainty; warnings, reactions, links, former versions; days of sources."),
    ),
)
