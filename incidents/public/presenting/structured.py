"""What search engines are told of an incident (schema.org, JSON-LD): only what is known, and no finer than it is."""

import json
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from incidents.choices import DatePrecision, PlacePrecision
from incidents.rules.voices import voices

ESCAPES: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
A_DAY_OR_FINER: Final = frozenset(
    {DatePrecision.MINUTE, DatePrecision.HOUR, DatePrecision.PART_OF_DAY, DatePrecision.DAY}
)
A_SPOT: Final = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})


def event(content: dict[str, Any], *, public_id: str, url: str) -> SafeString:
    """An Event in JSON-LD, ready to stand in a script element."""
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": content["title"],
        "identifier": public_id,
        "url": url,
    }
    if start := _start(content["occurred"]):
        document["startDate"] = start
    if content["place"]:
        document["location"] = _place(content["place"])
    if sources := _sources(content):
        document["subjectOf"] = sources
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 (nothing is left in it that could end the element)


def _sources(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Who says when and where: by whom and published by whom."""
    said = [one for value in ("occurred", "place") for one in voices(content, content[value])]
    return [
        {
            "@type": "CreativeWork",
            "creditText": one["name"],
            "publisher": {"@type": "Organization", "name": one["publisher"]},
        }
        for number, one in enumerate(said)
        if one not in said[:number]
    ]


def _start(occurred: dict[str, Any] | None) -> str:
    """The local day; nothing where no single day is known."""
    if not occurred or occurred["precision"] not in A_DAY_OR_FINER:
        return ""
    where = ZoneInfo(occurred["timezone"])
    days = {datetime.fromisoformat(occurred[end]).astimezone(where).date() for end in ("earliest", "latest")}
    return days.pop().isoformat() if len(days) == 1 else ""


def _place(place: dict[str, Any]) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressCountry": place["country_code"],
        "addressRegion": place["province_name"],
    }
    found: dict[str, Any] = {
        "@type": "Place",
        "name": place["name"],
        "address": {name: value for name, value in address.items() if value},
    }
    geometry = place["geometry"]
    if geometry and geometry["type"] == "Point" and place["precision"] in A_SPOT:
        longitude, latitude = geometry["coordinates"]
        found["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return found
