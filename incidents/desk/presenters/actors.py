"""Actors and places as their pages show them."""

from collections.abc import Iterable
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.choices import ActorKind, ActorRelationKind
from incidents.desk.presenters.merging import absorbed, entry_url, incident_links
from incidents.desk.reads.actors import OpenedActor
from incidents.desk.reads.steps import Step
from incidents.models import Actor, Incident, Place
from incidents.rules.countries import country_name
from incidents.selectors.places import is_own

DONE: Final = {
    ("alias", "insert"): gettext_lazy("Name added: %(name)s"),
    ("alias", "update"): gettext_lazy("Name described anew: %(name)s"),
    ("alias", "delete"): gettext_lazy("Name removed: %(name)s"),
    ("relation", "insert"): gettext_lazy("Relation added: %(name)s"),
    ("relation", "update"): gettext_lazy("Days of a relation changed: %(name)s"),
    ("relation", "delete"): gettext_lazy("Relation removed: %(name)s"),
    ("actor", "insert"): gettext_lazy("Recorded as %(name)s"),
}
FIELDS: Final = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "active_from": gettext_lazy("Active from"),
    "active_to": gettext_lazy("Active to"),
    "note": gettext_lazy("Note"),
}


def actor_rows(actors: Iterable[Any]) -> list[dict[str, Any]]:
    """One row an actor; they come with their counts."""
    return [
        {"name": one.name, "url": entry_url(one), "kind": one.get_kind_display(), "claims": one.claims}
        for one in actors
    ]


def actor_page(opened: OpenedActor) -> dict[str, Any]:
    """The context of one actor's page."""
    named = opened.named
    active = " – ".join([named.active_from or "?", named.active_to or "?"])
    return {
        "named": named,
        "facts": [
            {"term": _("Kind"), "value": named.get_kind_display(), "notes": []},
            {"term": _("Active"), "value": active if active != "? – ?" else "", "notes": []},
            {"term": _("Short name"), "value": named.slug, "notes": [_("in addresses; never changes")]},
        ],
        "aliases": opened.aliases,
        "relations": [_relation(one, one.other) for one in opened.relations],
        "related_from": [_relation(one, one.actor) for one in opened.related_from],
        "incidents": incident_links(opened.incidents),
        "absorbed": [absorbed(one) for one in opened.absorbed],
        "history": [_step(one) for one in opened.history],
    }


def place_rows(places: Iterable[Any]) -> list[dict[str, Any]]:
    """One row a place; they come with their counts."""
    return [
        {
            "name": one.name,
            "native": one.native_name,
            "url": entry_url(one),
            "kind": one.get_kind_display(),
            "within": one.parent.name if one.parent else "",
            "country": country_name(one.country_code),
            "own": is_own(one),
            "claims": one.claims,
        }
        for one in places
    ]


def place_page(place: Place, incidents: Iterable[Incident]) -> dict[str, Any]:
    """The context of one place's page."""
    where, country = "", country_name(place.country_code)
    if place.point:
        where = f"{place.point.y:.4f}, {place.point.x:.4f}"
    return {
        "place": place,
        "facts": [
            {"term": _("Kind"), "value": place.get_kind_display(), "notes": []},
            {"term": _("Within"), "value": place.parent.name if place.parent else "", "notes": [country]},
            {"term": _("Other names"), "value": ", ".join(place.alternate_names), "notes": []},
            {"term": _("Latitude, longitude"), "value": where, "notes": []},
            {"term": _("GeoNames id"), "value": str(place.geonames_id or ""), "notes": []},
        ],
        "incidents": incident_links(incidents),
        "own": is_own(place),
        "absorbed": [absorbed(one) for one in place.absorbed.select_related("loser", "by")],
    }


def _relation(one: Any, other: Actor) -> dict[str, Any]:
    """A relation seen from one of its two ends; it comes with how many citations it has."""
    days = [(_("since %(day)s"), one.since), (_("until %(day)s"), one.until)]
    return {
        "key": one.pk,
        "kind": one.get_kind_display(),
        "other": other.name,
        "url": entry_url(other),
        "days": "".join(f", {words % {'day': day}}" for words, day in days if day),
        "cited": one.cited,
    }


def _step(one: Step) -> dict[str, str]:
    return {"when": date_format(localtime(one.at), "j F Y, H:i"), "who": one.who, "what": _what(one)}


def _what(one: Step) -> str:
    if (one.kind, one.label) == ("actor", "update"):
        return "; ".join(_changes(one)) or _("Changed")
    words = DONE.get((one.kind, one.label))
    return str(words) % {"name": _name_of(one)} if words else one.label


def _name_of(one: Step) -> str:
    if one.kind == "relation":
        return f"{ActorRelationKind(one.row.kind).label} {one.row.other.name}"
    return str(one.row.name)


def _changes(one: Step) -> list[str]:
    """Which fields changed, from what to what."""
    pairs = [(name, getattr(one.before, name, ""), getattr(one.row, name)) for name in FIELDS]
    return [
        _("%(field)s: %(before)s → %(after)s")
        % {"field": FIELDS[name], "before": _say(name, old), "after": _say(name, new)}
        for name, old, new in pairs
        if old != new
    ]


def _say(name: str, value: str) -> str:
    if name == "kind" and value:
        return str(ActorKind(value).label)
    return value or _("nothing")
