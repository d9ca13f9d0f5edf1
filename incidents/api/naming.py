"""Whom and what the record names, as answers have it: each as the newest document that names it tells of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from incidents.choices import NameKind
from incidents.filters import Query, read_query
from incidents.presenting.provenance import attested
from incidents.rules.moments import spelt_moment
from incidents.selectors.entities.family import Entry, family
from incidents.selectors.entities.tallies import newest_places, newest_spots
from incidents.selectors.names import PARAMETERS
from incidents.selectors.record_elements import Spot, Told, opened
from incidents.selectors.statistics.naming import by_ground

Answer = dict[str, Any]


def told_of(kind: NameKind, codes: Sequence[str], *, as_of: datetime | None) -> dict[str, Answer]:
    """Some sources, publishers, actors or places by code; what no document tells of then is left out."""
    if kind == NameKind.PLACE:
        return {code: {"place": code, **place} for code, place in newest_places(codes, as_of=as_of).items()}
    spots = newest_spots(kind, codes, as_of=as_of)
    documents = opened(list(spots.values()))
    return {code: _told(kind, spot, documents[spot.version]) for code, spot in spots.items()}


def _told(kind: NameKind, spot: Spot, told: Told) -> Answer:
    """What a document tells of one, and whether that is demonstration data."""
    thing = told.thing(spot)
    if kind == NameKind.PUBLISHER:
        thing = thing["publisher"]
    elif kind == NameKind.ACTOR:
        thing = {**thing, "relations": [attested(one, told.sources) for one in thing["relations"]]}
    return {**thing, "demonstration": told.content["demonstration"]}


def naming(kind: NameKind, code: str, *, as_of: datetime | None) -> Query:
    """The incidents that name something, now or at a moment."""
    moment = {"as_of": spelt_moment(as_of)} if as_of else {}
    return read_query({PARAMETERS[kind]: code, **moment})


def kin_of(query: Query, slug: str) -> Answer:
    """Whom an actor is said to be a part of and who of it, and on which grounds it or a branch of it is named."""
    found = family(query, slug)
    if found is None:
        return {"part_of": [], "branches": [], "named_on_ground": {}}
    return {
        "part_of": [_related(one) for one in found.above],
        "branches": [_related(one) for one in found.below],
        "named_on_ground": by_ground(query, found.itself_and_branches),
    }


def _related(entry: Entry) -> Answer:
    return {"actor": entry.slug, "name": entry.actor["name"]}
