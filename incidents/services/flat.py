"""The flat row that map, list and API read, derived from a version's content and from nothing else."""

import json
from datetime import datetime
from typing import Any, Final

from django.contrib.gis.geos import GEOSGeometry, Point

from incidents.choices import PublicStatus
from incidents.models import PublishedIncident, Version
from incidents.rules.dates.span import zone
from incidents.rules.definition import definition_of
from incidents.rules.folding import fold
from incidents.rules.grid import square_of
from incidents.rules.names import place_code
from incidents.rules.voices import voices
from incidents.services.flat_claims import actor_tree, claim_state, verdicts

PLACE_FIELDS: Final = ("country_code", "country_name", "province_code", "province_name", "uncertainty_m")


def flat_row(version: Version) -> PublishedIncident:
    """The unsaved row of a version that is an incident."""
    content = version.content
    cited = [source for source in content["sources"] if source["cited"]]
    row = PublishedIncident(
        version=version,
        public_id=version.public_id,
        title=content["title"],
        demonstration=content["demonstration"],
        parent=content["parent"] or "",
        family=content["family"],
        actors=content["attribution"]["actors"],
        actor_tree=actor_tree(content),
        attribution_kinds=content["attribution"]["kinds"],
        attribution_state=content["attribution"]["state"],
        claim_state=claim_state(content),
        verifications=verdicts(content),
        has_warning=bool(content["warnings"]),
        origin_count=content["origins"],
        source_count=len(cited),
        publishers=sorted({source["publisher"]["name"] for source in cited}),
        publisher_ids=sorted({source["publisher"]["id"] for source in cited}),
        source_ids=sorted({source["id"] for source in cited}),
        languages=sorted({source["lang"] for source in cited}),
        definition=definition_of(content["criteria"]),
        search_text=search_text(version),
    )
    for name in ("attack_types", "weapon_types", "target_types", "tactics"):
        setattr(row, name, [one["code"] for one in content[name]])
    for name in ("occurred", "place", "killed", "wounded"):
        setattr(row, f"{name}_said_by", voices(content, content[name]))
    _set_time(row, content["occurred"])
    _set_place(row, content["place"])
    _set_persons(row, "killed", content["killed"])
    _set_persons(row, "wounded", content["wounded"])
    return row


def tombstone_row(version: Version) -> PublishedIncident:
    """The unsaved row of a withdrawal or a merge: the reason, and for a merge the id that lives on."""
    content = version.content
    return PublishedIncident(
        version=version,
        public_id=version.public_id,
        status=PublicStatus(content["status"]),
        merged_into=content.get("merged_into", ""),
        reason=content["reason"],
    )


def search_text(version: Version) -> str:
    """Every word by which a reader may look for the incident, folded."""
    content = version.content
    place = content["place"] or {}
    words = [
        version.public_id,
        content["title"],
        *(sentence["text"] for sentence in content["summary"]),
        *(str(place.get(name, "")) for name in ("name", "native_name", "province_name", "country_name")),
        *place.get("other_names", ()),
        *(one["value"]["actor_name"] for one in content["claims"] if one["kind"] == "attribution"),
        *(alias["name"] for actor in content.get("actors", ()) for alias in actor["aliases"]),
        *(source["publisher"]["name"] for source in content["sources"]),
    ]
    return fold(" ".join(word for word in words if word))


def _set_time(row: PublishedIncident, occurred: dict[str, Any] | None) -> None:
    if occurred:
        row.occurred_earliest = datetime.fromisoformat(occurred["earliest"])
        row.occurred_latest = datetime.fromisoformat(occurred["latest"])
        there = zone(occurred["timezone"])
        row.day_first = row.occurred_earliest.astimezone(there).date()
        row.day_last = row.occurred_latest.astimezone(there).date()
        row.occurred_precision = occurred["precision"]
        row.occurred_edtf = occurred["edtf"]
        row.occurred_text = occurred["text"]


def _set_place(row: PublishedIncident, place: dict[str, Any] | None) -> None:
    if place:
        row.place_code = place_code(place["name"], place["country_code"])
        row.place_name = place["name"]
        row.place_precision = place["precision"]
        row.geometry = _geometry(place["geometry"]) if place["geometry"] else None
        if isinstance(row.geometry, Point):
            row.grid_column, row.grid_row = square_of(row.geometry.x, row.geometry.y)
        for name in PLACE_FIELDS:
            setattr(row, name, place[name])


def _geometry(shape: dict[str, Any]) -> GEOSGeometry:
    """The geometry of a document. Most are points, and those need no parser."""
    if shape["type"] == "Point":
        longitude, latitude = shape["coordinates"]
        return Point(longitude, latitude, srid=4326)
    return GEOSGeometry(json.dumps(shape), srid=4326)


def _set_persons(row: PublishedIncident, measure: str, persons: dict[str, Any] | None) -> None:
    if persons:
        for name in ("low", "best", "high", "text"):
            setattr(row, f"{measure}_{name}", persons[name])
