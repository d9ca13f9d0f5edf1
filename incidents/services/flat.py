"""The flat row that map, list and API read, derived from a version's content and from nothing else."""

import json
from datetime import datetime
from typing import Any, Final

from django.contrib.gis.geos import GEOSGeometry, Point

from incidents.choices import PublicStatus
from incidents.models import PublishedIncident, Version
from incidents.rules.folding import fold

PLACE_FIELDS: Final = ("country_code", "country_name", "province_code", "province_name", "uncertainty_m")


def flat_row(version: Version) -> PublishedIncident:
    """The unsaved row of a version that is an incident."""
    content = version.content
    row = PublishedIncident(
        version=version,
        public_id=version.public_id,
        title=content["title"],
        demonstration=content["demonstration"],
        parent=content["parent"] or "",
        family=content["family"],
        actors=content["attribution"]["actors"],
        attribution_kinds=content["attribution"]["kinds"],
        attribution_state=content["attribution"]["state"],
        has_warning=bool(content["warnings"]),
        origin_count=content["origins"],
        source_count=sum(source["cited"] for source in content["sources"]),
        publishers=sorted({source["publisher"]["name"] for source in content["sources"] if source["cited"]}),
        languages=sorted({source["lang"] for source in content["sources"] if source["cited"]}),
        strict_definition=_strict(content["criteria"]),
        search_text=search_text(version),
    )
    for name in ("attack_types", "weapon_types", "target_types", "tactics"):
        setattr(row, name, [one["code"] for one in content[name]])
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
        *(one["value"]["actor_name"] for one in content["claims"] if one["kind"] == "attribution"),
        *(source["publisher"]["name"] for source in content["sources"]),
    ]
    return fold(" ".join(word for word in words if word))


def _strict(criteria: dict[str, Any]) -> bool | None:
    """Whether all three criteria of GTD hold without doubt; null while one of them is undecided."""
    three = [criteria["goal"], criteria["message"], criteria["outside_war"]]
    if False in three or criteria["doubt_terrorism"]:
        return False
    return None if None in three else True


def _set_time(row: PublishedIncident, occurred: dict[str, Any] | None) -> None:
    if occurred:
        row.occurred_earliest = datetime.fromisoformat(occurred["earliest"])
        row.occurred_latest = datetime.fromisoformat(occurred["latest"])
        row.occurred_precision = occurred["precision"]
        row.occurred_edtf = occurred["edtf"]
        row.occurred_text = occurred["text"]


def _set_place(row: PublishedIncident, place: dict[str, Any] | None) -> None:
    if place:
        row.place_name = place["name"]
        row.place_precision = place["precision"]
        row.geometry = _geometry(place["geometry"]) if place["geometry"] else None
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
