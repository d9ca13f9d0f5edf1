"""A query as a person would say it: the page's heading and title."""

from calendar import monthrange
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.choices import AttackType
from incidents.filters.places import USUAL_KILOMETRES
from incidents.presenting.values import Names, value_words
from incidents.presenting.words import joined, lower_first
from incidents.selectors.record_queries import Totals

PLURALS: Final = {
    AttackType.ASSASSINATION: gettext_lazy("assassinations"),
    AttackType.ARMED_ASSAULT: gettext_lazy("armed assaults"),
    AttackType.BOMBING: gettext_lazy("bombings"),
    AttackType.HIJACKING: gettext_lazy("hijackings"),
    AttackType.HOSTAGE_BARRICADE: gettext_lazy("barricade hostage takings"),
    AttackType.HOSTAGE_KIDNAPPING: gettext_lazy("kidnappings"),
    AttackType.FACILITY_ATTACK: gettext_lazy("attacks on facilities or infrastructure"),
    AttackType.UNARMED_ASSAULT: gettext_lazy("unarmed assaults"),
    AttackType.UNKNOWN: gettext_lazy("attacks of unknown type"),
}


def sentence(values: dict[str, Any], totals: Totals, names: Names) -> str:
    """Such as "62 incidents in Iran and Iraq, January to March 2024, bombings"."""
    found = {name: value for name, value in values.items() if name != "sort"}
    number = number_format(totals.count, force_grouping=True)
    subject = ngettext("%(number)s incident", "%(number)s incidents", totals.count) % {"number": number}
    if not totals.count:
        subject = _("No incidents")
    if not found:
        return _whole(subject, totals)
    parts = [f"{subject}{_places(found, names)}{_words(found)}"]
    parts += [part for part in (_dates(found), _attacks(found)) if part]
    parts += [part for name, value in found.items() if (part := _rest(name, value, names))]
    return ", ".join(parts)


def _whole(subject: str, totals: Totals) -> str:
    """The whole record, with the years that it spans."""
    if totals.earliest is None or totals.latest is None:
        return _("%(incidents)s on record") % {"incidents": subject}
    words = {"incidents": subject, "first": totals.earliest.year, "last": totals.latest.year}
    if words["first"] == words["last"]:
        return _("%(incidents)s on record, %(first)s") % words
    return _("%(incidents)s on record, %(first)s to %(last)s") % words


def _places(values: dict[str, Any], names: Names) -> str:
    named = [
        value_words(name, code, names) for name in ("place", "province", "country") for code in values.get(name, [])
    ]
    inside = _(" in %(places)s") % {"places": joined(sorted(named))} if named else ""
    inside += _(" inside the chosen box") if "bbox" in values else ""
    inside += _(" inside the drawn shape") if "polygon" in values else ""
    return inside + _near(values)


def _near(values: dict[str, Any]) -> str:
    """Such as " within 20 km of 30.28° N, 57.08° E"."""
    if "near" not in values:
        return ""
    longitude, latitude = (float(part) for part in values["near"].split(","))
    position = {
        "latitude": f"{abs(latitude):g}° {_('N') if latitude >= 0 else _('S')}",
        "longitude": f"{abs(longitude):g}° {_('E') if longitude >= 0 else _('W')}",
        "kilometres": f"{values.get('radius', USUAL_KILOMETRES):g}",
    }
    return _(" within %(kilometres)s km of %(latitude)s, %(longitude)s") % position


def _words(values: dict[str, Any]) -> str:
    return _(" matching “%(words)s”") % {"words": values["q"]} if "q" in values else ""


def _attacks(values: dict[str, Any]) -> str:
    return joined([str(PLURALS[AttackType(code)]) for code in values.get("attack_type", [])])


def _dates(values: dict[str, Any]) -> str:
    """The days asked for, as short as they can be said: "2024", "January to March 2024", "since 3 January 2024"."""
    since, until = values.get("since"), values.get("until")
    if since and until:
        return _between(since, until)
    if since:
        return _("since %(day)s") % {"day": date_format(since, _("j F Y"))}
    return _("until %(day)s") % {"day": date_format(until, _("j F Y"))} if until else ""


def _between(since: date, until: date) -> str:
    if since == until:
        return date_format(since, _("j F Y"))
    whole_months = since.day == 1 and until.day == monthrange(until.year, until.month)[1]
    if whole_months and (since.month, until.month) == (1, 12):
        years = (str(since.year), str(until.year))
    elif whole_months:
        same = since.year == until.year
        years = (date_format(since, _("F") if same else _("F Y")), date_format(until, _("F Y")))
        if (since.year, since.month) == (until.year, until.month):
            return years[1]
    else:
        years = (date_format(since, _("j F Y")), date_format(until, _("j F Y")))
    return years[0] if years[0] == years[1] else _("%(first)s to %(last)s") % {"first": years[0], "last": years[1]}


def _rest(name: str, value: Any, names: Names) -> str:
    """What the other parameters add, each in its own few words."""
    if name in ALONE:
        return str(ALONE[name][bool(value)])
    if name not in SAID:
        return ""
    given = value if isinstance(value, list) else [value]
    words = [value_words(name, one, names) for one in given]
    lowered = words if name in PROPER else [lower_first(one) for one in words]
    return str(SAID[name]) % {"value": joined(lowered)}


PROPER: Final = frozenset({"actor", "publisher", "source", "language", "part_of", "as_of"})
"""Parameters whose values are names and stay as they are written."""

SAID: Final = {
    "weapon_type": gettext_lazy("weapon: %(value)s"),
    "target_type": gettext_lazy("target: %(value)s"),
    "tactic": gettext_lazy("%(value)s"),
    "actor": gettext_lazy("naming %(value)s"),
    "attribution_kind": gettext_lazy("on the ground of: %(value)s"),
    "attribution": gettext_lazy("attribution: %(value)s"),
    "claim": gettext_lazy("responsibility: %(value)s"),
    "verification": gettext_lazy("a claim of which is %(value)s"),
    "precision": gettext_lazy("place: %(value)s"),
    "date_precision": gettext_lazy("date known to the %(value)s"),
    "publisher": gettext_lazy("as published by %(value)s"),
    "source": gettext_lazy("citing “%(value)s”"),
    "language": gettext_lazy("from sources in %(value)s"),
    "definition": gettext_lazy("by the %(value)s definition"),
    "killed_min": gettext_lazy("at least %(value)s killed"),
    "killed_max": gettext_lazy("at most %(value)s killed"),
    "wounded_min": gettext_lazy("at least %(value)s wounded"),
    "wounded_max": gettext_lazy("at most %(value)s wounded"),
    "origins_min": gettext_lazy("from at least %(value)s independent origins"),
    "part_of": gettext_lazy("parts of %(value)s"),
    "as_of": gettext_lazy("as the record stood on %(value)s"),
}
ALONE: Final = {
    "part": (gettext_lazy("without parts of other incidents"), gettext_lazy("parts of other incidents only")),
    "warning": (gettext_lazy("without a warning on record"), gettext_lazy("with a warning on record")),
    "mapped": (gettext_lazy("without a location that may be drawn"), gettext_lazy("with a location that may be drawn")),
}
