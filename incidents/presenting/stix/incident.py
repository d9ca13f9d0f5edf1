"""The objects of one incident: itself, when and where, how it was done, and what it shares with others."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import CharacteristicKind, Outcome, PlacePrecision, Polarity
from incidents.presenting.facts import stands
from incidents.presenting.stix.actors import actor_objects
from incidents.presenting.stix.claims import claim_objects
from incidents.presenting.stix.context import context_objects
from incidents.presenting.stix.naming import Object, Told, named, stamp, stix_id
from incidents.presenting.stix.said import authors, ourselves, reference, references
from incidents.presenting.stix.values import value_objects
from incidents.rules.dates.fidelity import fidelity

CORE: Final = "extension-definition--ef765651-680c-498d-9894-99799f2fa126"
EVENT: Final = "extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e"
"""The Incident Core extension of OASIS and its Event."""

DETERMINATIONS: Final = {Outcome.FAILED.value: "failed-attempt", Outcome.FOILED.value: "blocked"}
FEW_ORIGINS: Final = 2
HOW: Final = ("attack_types", "tactics")


def own_objects(told: Told) -> Iterator[Object]:
    """What is of this incident alone."""
    place, occurred = told.content["place"], told.content["occurred"]
    location = _location(told, place) if place else None
    where = [location["id"]] if location else []
    sightings = [_sighting(told, field, one, where) for field in HOW for one in told.content[field]]
    event = _event(told, occurred, [one["id"] for one in sightings]) if occurred else None
    yield _incident(told, event)
    yield from (one for one in (event, location) if one)
    if location:
        yield _located(told, place, location["id"])
    yield from sightings
    yield from value_objects(told)
    yield from claim_objects(told)
    yield from context_objects(told)


def shared_objects(told: Told) -> Iterator[Object]:
    """What other incidents may bring too: those who are named, how they stand to each other, and kinds of attack."""
    yield from actor_objects(told)
    for field in HOW:
        for one in told.content[field]:
            yield named("attack-pattern", field, one["code"], name=one["label"])


def _incident(told: Told, event: Object | None) -> Object:
    content = told.content
    described = [sentence["text"] for sentence in content["summary"]]
    if content["demonstration"]:
        described.insert(0, _("Demonstration data, not for citation."))
    core: Object = {
        "extension_type": "property-extension",
        "determination": _determination(content),
        "investigation_status": "unknown",
    }
    if types := [one["code"].replace("_", "-") for one in content["attack_types"]]:
        core["incident_types"] = types
    if event:
        core["event_refs"] = [event["id"]]
    return told.made(
        "incident",
        name=content["title"],
        description=" ".join(described),
        labels=["demonstration"] if content["demonstration"] else [],
        external_references=[
            ourselves(told.public_id, told.number),
            *(reference(source) for source in content["sources"]),
        ],
        extensions={CORE: core},
    )


def _determination(content: dict[str, Any]) -> str:
    """Blocked or failed where a claim that stands says so; else confirmed from two independent origins on."""
    for claim in content["claims"]:
        is_outcome = claim["value"].get("characteristic") == CharacteristicKind.OUTCOME
        code = claim["value"]["code"] if is_outcome and stands(claim) and claim["polarity"] == Polarity.AFFIRMED else ""
        if code in DETERMINATIONS:
            return DETERMINATIONS[code]
    return "confirmed" if content["origins"] >= FEW_ORIGINS else "suspected"


def _event(told: Told, occurred: dict[str, Any], sightings: list[str]) -> Object:
    """That it happened, and when, as finely as one moment can say it; the words say all of it."""
    known = fidelity(occurred)
    started = {"start_time": stamp(known.moment), "start_time_fidelity": known.unit} if known else {}
    words = {"text": occurred["text"], "earliest": occurred["earliest"], "latest": occurred["latest"]}
    return told.made(
        "event",
        status="not-occurred" if _determination(told.content) == "blocked" else "occurred",
        description=_("%(text)s; between %(earliest)s and %(latest)s") % words,
        **started,
        sighting_refs=sightings,
        extensions={EVENT: {"extension_type": "new-sdo"}},
    )


def _location(told: Told, place: dict[str, Any]) -> Object | None:
    """The published place. An area has no coordinates; what lies in no country and is not drawn is no location."""
    point = place["geometry"] if place["geometry"] and place["geometry"]["type"] == "Point" else None
    if not place["country_code"] and not point:
        return None
    longitude, latitude = point["coordinates"] if point else (None, None)
    return told.made(
        "location",
        name=place["name"],
        description=place["precision_text"],
        latitude=latitude,
        longitude=longitude,
        precision=float(place["uncertainty_m"]) if point and place["uncertainty_m"] else None,
        country=place["country_code"],
        administrative_area=place["province_code"] or place["province_name"],
        city=place["name"] if place["precision"] == PlacePrecision.SETTLEMENT else None,
    )


def _located(told: Told, place: dict[str, Any], location: str) -> Object:
    claims = [one for one in told.content["claims"] if one["id"] in place["why"]["claims"]]
    return told.made(
        "relationship",
        "located-at",
        relationship_type="located-at",
        source_ref=told.id,
        target_ref=location,
        external_references=references(told, [cited for one in claims for cited in one["citations"]]),
    )


def _sighting(told: Told, field: str, coded: dict[str, Any], where: list[str]) -> Object:
    """That this kind of attack was seen in the span in which it may have happened, and who says so."""
    occurred = told.content["occurred"]
    said_by = authors(told, coded["claims"])
    return told.made(
        "sighting",
        field,
        coded["code"],
        description=_("Said by: %(names)s") % {"names": ", ".join(said_by)},
        first_seen=occurred["earliest"] if occurred else None,
        last_seen=occurred["latest"] if occurred else None,
        sighting_of_ref=stix_id("attack-pattern", field, coded["code"]),
        where_sighted_refs=where,
    )
