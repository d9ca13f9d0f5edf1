"""A synthetic incident as the document that readers see, in the shape of ``selectors.content``."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any, Final

from incidents.choices import (
    ActorKind,
    AttackFamily,
    CharacteristicKind,
    PlacePrecision,
    ResolutionPolicy,
)
from incidents.management.synthetic.claims import Document, attributed, coded, counted, label, located, stated, timed
from incidents.management.synthetic.inventing import Invented
from incidents.management.synthetic.terrain import Area, Terrain
from incidents.models import Actor
from incidents.rules.precision import Known, published_geometry
from incidents.rules.quantities import say_quantity
from incidents.selectors.content import SCHEMA
from incidents.selectors.content.place import geojson

SENTENCE: Final = "Made up by a program to try the software; nothing of this happened."
WITH_A_SITE: Final = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.NEIGHBOURHOOD})
IN_AN_AREA: Final = frozenset({PlacePrecision.DISTRICT, PlacePrecision.PROVINCE})


@dataclass(frozen=True, kw_only=True)
class Props:
    """What all synthetic incidents share: the gazetteer, the sources as documents, and the groups."""

    terrain: Terrain
    sources: list[Document]
    groups: list[Actor]


def title(number: int) -> str:
    """The title, which says what it is."""
    return f"Synthetic incident {number:06}"


def place_of(one: Invented, terrain: Terrain) -> tuple[PlacePrecision, Area]:
    """The named place and how finely it is known: what has no province is known to its country."""
    precision, town = one.precision, one.town
    if precision == PlacePrecision.PROVINCE and town.province in terrain.provinces:
        return precision, terrain.provinces[town.province]
    if precision in {PlacePrecision.PROVINCE, PlacePrecision.COUNTRY} and town.country in terrain.countries:
        return PlacePrecision.COUNTRY, terrain.countries[town.country]
    return precision, Area(town.key, town.name, town.native)


def document(one: Invented, props: Props, chance: Random) -> Document:
    """The whole document; ids of claims and citations are drawn by ``chance``."""
    sources = [props.sources[(one.number + step) % len(props.sources)] for step in range(one.sources)]
    cited = [source["id"] for source in sources]

    def claim(told: Document) -> Document:
        return stated(told, cited, lambda: _new_id(chance))

    precision, place = place_of(one, props.terrain)
    when, where = claim(timed(one)), claim(located(one, place.name, precision))
    codes = [claim(coded(kind, code)) for kind, code in _codes(one)]
    tolls = [claim(counted(measure, count)) for measure, count in _tolls(one) if count is not None]
    group = props.groups[one.group - 1]
    named = [claim(attributed(group, ground)) for ground in one.grounds]
    tolls_of = {toll["value"]["measure"]: toll for toll in tolls}
    return {
        "schema": SCHEMA,
        "title": title(one.number),
        "demonstration": True,
        "parent": None,
        "occurred": {**_moment(one), "why": _why(when)},
        "place": {**_drawn(one, precision, place, props.terrain), "why": _why(where)},
        "family": AttackFamily.of([one.attack.value]).value,
        **{f"{code['value']['characteristic']}s": [_code(code)] for code in codes},
        "tactics": [],
        **{measure: _persons(tolls_of.get(measure)) for measure in ("killed", "wounded")},
        "attribution": _attribution(one, group),
        "actors": [_actor(group)] if one.grounds else [],
        "claims": [when, where, *codes, *tolls, *named],
        "summary": [{"text": SENTENCE, "citations": when["citations"]}],
        "warnings": [],
        "statements": [],
        "links": [],
        "sources": sources,
        "origins": len(sources),
        "criteria": CRITERIA,
        "sensitivity": {"graphic": False, "personal_data": False},
        "waivers": [],
        "lineage": {"merged_from": [], "split_into": [], "split_from": None},
    }


CRITERIA: Final = {"goal": None, "message": None, "outside_war": None, "doubt_terrorism": None, "alternative": ""}


def _new_id(chance: Random) -> str:
    """A UUID of version 4 as text, drawn by ``chance``."""
    digits = f"{chance.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def _codes(one: Invented) -> tuple[tuple[CharacteristicKind, str], ...]:
    return (
        (CharacteristicKind.ATTACK_TYPE, one.attack.value),
        (CharacteristicKind.WEAPON_TYPE, one.weapon.value),
        (CharacteristicKind.TARGET_TYPE, one.target.value),
    )


def _tolls(one: Invented) -> tuple[tuple[str, int | None], ...]:
    return ("killed", one.killed), ("wounded", one.wounded)


def _why(claim: Document) -> Document:
    policy = ResolutionPolicy.SINGLE_SOURCE
    return {
        "policy": policy.value,
        "policy_text": label(policy),
        "reason": "One claim gives this value.",
        "claims": [claim["id"]],
    }


def _moment(one: Invented) -> Document:
    value = timed(one)["value"]
    return {name: value[name] for name in ("earliest", "latest", "precision", "timezone", "edtf")} | {"text": one.words}


def _code(claim: Document) -> Document:
    return {"code": claim["value"]["code"], "label": claim["value"]["label"], "claims": [claim["id"]]}


def _persons(claim: Document | None) -> Document | None:
    if claim is None:
        return None
    bounds = [claim["value"][name] for name in ("low", "best", "high")]
    return {"low": bounds[0], "best": bounds[1], "high": bounds[2], "text": say_quantity(*bounds), "why": _why(claim)}


def _attribution(one: Invented, group: Actor) -> Document:
    return {
        "state": one.state.value,
        "actors": [group.slug] if one.grounds else [],
        "kinds": sorted(ground.value for ground in one.grounds),
        "pairs": [],
    }


@lru_cache(maxsize=200)
def _actor(group: Actor) -> Document:
    """A group in the shape of ``selectors.content.actors``."""
    kind = ActorKind(group.kind)
    named = {"actor": group.slug, "name": group.name, "kind": kind.value, "kind_text": label(kind)}
    return {**named, "aliases": [], "relations": []}


def _drawn(one: Invented, precision: PlacePrecision, place: Area, terrain: Terrain) -> Document:
    """The place in words and as the geometry that its precision allows."""
    town = one.town
    country, province = terrain.countries.get(town.country), terrain.provinces.get(town.province)
    if precision == PlacePrecision.COUNTRY:
        province = None
    shape: Document
    if precision in IN_AN_AREA:
        shape = _outlined(province) if province else {"uncertainty_m": None, "drawing": "nothing", "geometry": None}
    else:
        site = one.site if precision in WITH_A_SITE else None
        shown = published_geometry(Known[Any](precision=precision, site=site, centre=town.at))
        shape = {"uncertainty_m": shown.uncertainty_m, "drawing": shown.drawing.value, "geometry": geojson(shown)}
    return {
        "name": place.name,
        "native_name": place.native,
        "other_names": [],
        "country_code": town.country,
        "country_name": country.name if country else "",
        "province_code": town.province if province else "",
        "province_name": province.name if province else "",
        "precision": precision.value,
        "precision_text": label(precision),
        **shape,
    }


@lru_cache(maxsize=2_000)
def _outlined(province: Area) -> Document:
    """A province's outline, the same for all incidents in it."""
    shown = published_geometry(Known(precision=PlacePrecision.PROVINCE, area=province.extent))
    return {"uncertainty_m": None, "drawing": shown.drawing.value, "geometry": _whole(geojson(shown))}


def _whole(value: Any) -> Any:
    """The same geometry with whole degrees as whole numbers, which is how canonical JSON writes them."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return {key: _whole(part) for key, part in value.items()} if isinstance(value, dict) else value
