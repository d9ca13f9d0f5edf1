"""The columns of a download. Header, properties, codebook and README are all made from this one table."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.exchange.items import Item


class Kind(Enum):
    """What a value is."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    MOMENT = "moment"
    LIST = "list"


@dataclass(frozen=True)
class Column:
    """One column: its name, what its values are and mean, whether it may be empty, its unit."""

    name: str
    kind: Kind
    meaning: str | Promise
    take: Callable[[Any], Any]
    nullable: bool = False
    unit: str | Promise = ""


def plain(name: str, kind: Kind, meaning: str | Promise, *, of: str = "", unit: str | Promise = "") -> Column:
    """A column that is never empty, taken from the row as it stands."""
    key = of or name
    return Column(name, kind, meaning, lambda item: item.row[key], unit=unit)


def maybe(name: str, kind: Kind, meaning: str | Promise, *, of: str = "", unit: str | Promise = "") -> Column:
    """The same for what may be unknown: "" is null then."""
    key = of or name
    return Column(name, kind, meaning, lambda item: _or_null(item.row[key]), nullable=True, unit=unit)


def derived(name: str, kind: Kind, meaning: str | Promise, take: Callable[[Item], Any]) -> Column:
    """A column that is worked out, and may be empty."""
    return Column(name, kind, meaning, take, nullable=True)


def _or_null(value: Any) -> Any:
    return None if value == "" else value


def _toll(measure: str, *, low: Any, best: Any, high: Any, text: Any, said_by: Any) -> tuple[Column, ...]:
    """The columns of a toll. All are empty where nobody gives a figure: no number stands without who says so."""

    def bound(name: str) -> Callable[[Item], Any]:
        return lambda item: item.toll(measure, name)

    return (
        derived(f"{measure}_low", Kind.INTEGER, low, bound("low")),
        derived(f"{measure}_best", Kind.INTEGER, best, bound("best")),
        derived(f"{measure}_high", Kind.INTEGER, high, bound("high")),
        derived(f"{measure}_text", Kind.TEXT, text, bound("text")),
        _voices(measure, said_by),
    )


def _voices(value: str, meaning: Any) -> Column:
    """The column of who says so."""
    return Column(f"{value}_said_by", Kind.LIST, meaning, lambda item: item.said_by[value])


MOMENT: Final = _("UTC, ISO 8601")
DEGREES: Final = _("degrees, WGS 84")
METRES: Final = _("metres")

COLUMNS: Final[tuple[Column, ...]] = (
    plain("id", Kind.TEXT, _("The permanent id. It is never given to another incident."), of="public_id"),
    plain("version", Kind.INTEGER, _("The number of the version that the row is from."), of="version__number"),
    plain("published_at", Kind.MOMENT, _("When that version was published."), of="version__published_at", unit=MOMENT),
    plain("title", Kind.TEXT, _("What it was, in neutral words.")),
    Column("url", Kind.TEXT, _("The page of the incident."), lambda item: item.url),
    Column(
        "citation_url",
        Kind.TEXT,
        _("The permanent page of this very version: cite this address."),
        lambda item: item.citation_url,
    ),
    maybe("part_of", Kind.TEXT, _("The id of the incident that this one is a part of."), of="parent"),
    maybe("occurred_earliest", Kind.MOMENT, _("The earliest moment at which it may have happened."), unit=MOMENT),
    maybe("occurred_latest", Kind.MOMENT, _("The latest moment at which it may have happened."), unit=MOMENT),
    maybe("occurred_precision", Kind.TEXT, _("How finely the time is known, as a code.")),
    maybe("occurred_edtf", Kind.TEXT, _("The same time in the Extended Date/Time Format (ISO 8601-2).")),
    maybe("occurred_text", Kind.TEXT, _("The same time in words.")),
    _voices("occurred", _("Who gives the time. Empty: no source gives one.")),
    maybe("place_name", Kind.TEXT, _("The place as the record names it.")),
    maybe(
        "country_iso2",
        Kind.TEXT,
        _("Country, ISO 3166-1, two letters. NA is Namibia, not a missing value."),
        of="country_code",
    ),
    derived("country_iso3", Kind.TEXT, _("Country, ISO 3166-1, three letters."), lambda item: item.iso3),
    maybe("country_name", Kind.TEXT, _("The name of the country.")),
    maybe("province_code", Kind.TEXT, _("Province or state, ISO 3166-2.")),
    maybe("province_name", Kind.TEXT, _("The name of the province or state.")),
    maybe("place_precision", Kind.TEXT, _("How finely the place is known, as a code. Nothing is drawn more finely.")),
    maybe("uncertainty_m", Kind.INTEGER, _("How far from the point the place may lie."), unit=METRES),
    maybe("longitude", Kind.NUMBER, _("Longitude, only where the published geometry is a point."), unit=DEGREES),
    maybe("latitude", Kind.NUMBER, _("Latitude, only where the published geometry is a point."), unit=DEGREES),
    _voices("place", _("Who gives the place. Empty: no source gives one.")),
    plain("attack_family", Kind.TEXT, _("The attack types as the map draws them."), of="family"),
    plain("attack_types", Kind.LIST, _("How it was carried out, as codes.")),
    plain("weapon_types", Kind.LIST, _("What was used, as codes.")),
    plain("target_types", Kind.LIST, _("Who or what was attacked, as codes.")),
    plain("tactics", Kind.LIST, _("How it was done beside the attack type, as codes.")),
    plain("attribution_state", Kind.TEXT, _("Where the question of who did it stands, as a code.")),
    plain("actors", Kind.LIST, _("Short names of those whom attributions name, as the filter takes them.")),
    plain("attribution_grounds", Kind.LIST, _("On what grounds they are named, as codes."), of="attribution_kinds"),
    derived("attributed_to", Kind.TEXT, _("Who is named, and on what ground, in words."), lambda item: item.named),
    derived("accused", Kind.TEXT, _("Who is merely accused by somebody else."), lambda item: item.accused),
    derived("denied", Kind.TEXT, _("Who is said not to have done it, and on what ground."), lambda item: item.denied),
    *_toll(
        "killed",
        low=_("Killed, at least. Empty: no lower bound is given; it is not zero."),
        best=_("Killed, best figure. Empty: none is given; it is not zero."),
        high=_("Killed, at most. Empty: no upper bound is given."),
        text=_("Killed, in words."),
        said_by=_("Who gives the number of killed. Empty: no source gives a figure."),
    ),
    *_toll(
        "wounded",
        low=_("Wounded, at least. Empty: no lower bound is given; it is not zero."),
        best=_("Wounded, best figure. Empty: none is given; it is not zero."),
        high=_("Wounded, at most. Empty: no upper bound is given."),
        text=_("Wounded, in words."),
        said_by=_("Who gives the number of wounded. Empty: no source gives a figure."),
    ),
    plain("has_warning", Kind.BOOLEAN, _("Whether a warning before the attack is on record.")),
    plain("origins", Kind.INTEGER, _("Independent origins behind the best founded claim."), of="origin_count"),
    plain("source_count", Kind.INTEGER, _("Sources cited.")),
    plain("publishers", Kind.LIST, _("Who published the sources.")),
    plain("languages", Kind.LIST, _("Languages of the sources (BCP 47).")),
    plain("definition", Kind.TEXT, _("How far the GTD criteria are met: strict, broad, outside, undecided.")),
    plain("claim_state", Kind.TEXT, _("Whether anybody claims it: none, claimed, competing.")),
    plain("verifications", Kind.LIST, _("What we make of the claims that stand.")),
    derived(
        "under_review",
        Kind.BOOLEAN,
        _("Whether changes were under review when the row was read. Empty of a past moment: known of today only."),
        lambda item: None if item.as_of else item.row["under_review"],
    ),
    plain("demonstration", Kind.BOOLEAN, _("Made up for demonstration: not for citation.")),
    derived("notice", Kind.TEXT, _("What must be said with the row."), lambda item: item.notice),
)
"""In the order in which they stand in a file. Lists are joined by "; " where a form has no lists."""

NAMES: Final = tuple(column.name for column in COLUMNS)
KEPT: Final = frozenset({"id", "demonstration"})
"""What no file is without: which incident it is, and whether it was made up."""

VALUES: Final = {
    "occurred": ("occurred_",),
    "place": ("place_", "country_", "province_", "uncertainty_", "longitude", "latitude"),
    "killed": ("killed_",),
    "wounded": ("wounded_",),
}
"""The values of which a file says who gives them, and how the names of their columns begin."""


def some_columns(names: Collection[str]) -> tuple[Column, ...]:
    """The columns of these names, in the order of a file, with those that they may not stand without."""
    voices = {f"{value}_said_by" for value, starts in VALUES.items() if any(one.startswith(starts) for one in names)}
    return tuple(column for column in COLUMNS if column.name in KEPT | voices | set(names))
