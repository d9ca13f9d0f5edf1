"""Figures by country, province and type: a bar for each value."""

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.presenting.values import CODED
from incidents.presenting.words import first_and_others, label_of
from incidents.public.presenting.addresses import address, changed
from incidents.public.presenting.charts.counts import Counts
from incidents.public.presenting.charts.figure import BARS, Drawn, bars
from incidents.public.presenting.charts.table import Column, Row, Table, counted
from incidents.selectors.statistics.breakdown import AREAS, Share, by_area, by_type
from incidents.selectors.statistics.wholes import Ground


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How one figure by value is named and put."""

    id: str
    name: Any
    head: Any
    sentence: Any
    missing: str
    without: Any


KINDS: Final = {
    "country": Kind(
        id="countries",
        name=gettext_lazy("By country"),
        head=gettext_lazy("Country"),
        sentence=gettext_lazy("%(incidents)s in %(values)s: %(count)s in %(first)s"),
        missing="without_country",
        without=gettext_lazy("Of %(number)s of %(incidents)s no country is known."),
    ),
    "province": Kind(
        id="provinces",
        name=gettext_lazy("By province"),
        head=gettext_lazy("Province"),
        sentence=gettext_lazy("%(count)s of %(incidents)s in %(first)s"),
        missing="",
        without="",
    ),
    "attack_type": Kind(
        id="attack-types",
        name=gettext_lazy("By attack type"),
        head=gettext_lazy("Attack type"),
        sentence=gettext_lazy("Attacks: %(first)s, recorded for %(count)s of %(incidents)s"),
        missing="without_attack_type",
        without=gettext_lazy("Of %(number)s of %(incidents)s no source says the attack type."),
    ),
    "weapon_type": Kind(
        id="weapon-types",
        name=gettext_lazy("By weapon type"),
        head=gettext_lazy("Weapon type"),
        sentence=gettext_lazy("Weapons: %(first)s, recorded for %(count)s of %(incidents)s"),
        missing="without_weapon_type",
        without=gettext_lazy("Of %(number)s of %(incidents)s no source says the weapon type."),
    ),
    "target_type": Kind(
        id="target-types",
        name=gettext_lazy("By target type"),
        head=gettext_lazy("Target type"),
        sentence=gettext_lazy("Targets: %(first)s, recorded for %(count)s of %(incidents)s"),
        missing="without_target_type",
        without=gettext_lazy("Of %(number)s of %(incidents)s no source says the target type."),
    ),
}
NOTHING: Final = gettext_lazy("Nothing is on record about this for these incidents")


def by_value(counts: Counts, parameter: str) -> Drawn:
    """Incidents by each value of a parameter."""
    kind = KINDS[parameter]
    shares = _shares(counts, parameter)
    named = [
        (one.name, _page(parameter, one.value) or _list(counts, parameter, one.value), one.count, "")
        for one in shares[:BARS]
    ]
    return Drawn(
        id=kind.id,
        name=str(kind.name),
        title=_title(kind, shares, counts),
        table=Table(
            head=Column(parameter, str(kind.head)),
            columns=(Column("incidents", _("Incidents")),),
            rows=tuple(
                Row(label=one.name, code=one.value, cells=(one.count,), url=_list(counts, parameter, one.value))
                for one in shares
            ),
        ),
        bars=bars(named),
        notes=_notes(kind, parameter, counts),
    )


def _shares(counts: Counts, parameter: str) -> list[Share]:
    if parameter in AREAS:
        return by_area(counts.query, parameter)
    found = by_type(counts.query, parameter)
    return [Share(one.value, label_of(CODED[parameter], one.value), one.count) for one in found]


def _title(kind: Kind, shares: list[Share], counts: Counts) -> str:
    if not shares:
        return str(NOTHING)
    values = _("%(number)s countries") % {"number": len(shares)} if len(shares) > 1 else _("one country")
    words = {"incidents": counts.total, "values": values, "first": _first(shares), "count": counted(shares[0].count)}
    return str(kind.sentence) % words


def _first(shares: list[Share]) -> str:
    """The value of most incidents, with those that have as many."""
    level = [one.name for one in shares[1:] if one.count == shares[0].count]
    words = {"first": shares[0].name, "others": first_and_others(level, shown=2)}
    return _("%(first)s (level with %(others)s)") % words if level else shares[0].name


def _notes(kind: Kind, parameter: str, counts: Counts) -> tuple[str, ...]:
    """Of how many nothing is known, and that one incident can count several times."""
    missing = _missing(counts.ground, kind)
    told = str(kind.without) % {"number": counted(missing), "incidents": counts.total} if missing else ""
    several = "" if parameter in AREAS else _("An incident with several types counts for each of them.")
    return tuple(filter(None, (told, several)))


def _missing(found: Ground, kind: Kind) -> int:
    return int(getattr(found, kind.missing)) if kind.missing else 0


def _page(parameter: str, value: str) -> str:
    """The page of a country or a province."""
    return reverse(f"public:{parameter}", args=[value]) if parameter in AREAS else ""


def _list(counts: Counts, parameter: str, value: str) -> str:
    return address("/", changed(counts.query, **{parameter: value}))
