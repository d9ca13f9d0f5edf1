"""What search engines are told (schema.org, JSON-LD): of an incident only what is known, and no finer than it is."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from incidents.choices import DatePrecision, DownloadFormat, PlacePrecision
from incidents.models.record import LogEntry, Version
from incidents.presenting.frame import LICENCE_URL, absolute
from incidents.rules.voices import voices

ESCAPES: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
A_DAY_OR_FINER: Final = frozenset(
    {DatePrecision.MINUTE, DatePrecision.HOUR, DatePrecision.PART_OF_DAY, DatePrecision.DAY}
)
A_SPOT: Final = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})


ATTEST: Final = {"@type": "Organization", "name": "Attest"}

Near = dict[str, str]
"""An incident that another is part of, or that is part of another: its ``title`` and ``url``."""


def event(version: Version, *, url: str, whole: Near | None, parts: Sequence[Near]) -> SafeString:
    """An Event in JSON-LD, ready to stand in a script element."""
    content = version.content
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": content["title"],
        "identifier": version.public_id,
        "url": url,
        "sdDatePublished": version.published_at.date().isoformat(),
        "sdLicense": LICENCE_URL,
        "sdPublisher": ATTEST,
    }
    if whole:
        document["superEvent"] = _near(whole)
    if parts:
        document["subEvent"] = [_near(part) for part in parts]
    if start := _start(content["occurred"]):
        document["startDate"] = start
    if content["place"]:
        document["location"] = _place(content["place"])
    if sources := _sources(content):
        document["subjectOf"] = sources
    return _script(document)


def dataset(head: LogEntry | None) -> SafeString:
    """The record as a Dataset in JSON-LD, with every form of download: what search engines for data read."""
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": absolute("/catalog#record"),
        "name": _("Attest: the open record of terrorist incidents"),
        "description": _(
            "What is known of each incident, who says so and since when it was known: time, place, toll, how it was"
            " done, whom claims name on what ground. Each value rests on a source; the unknown is said to be unknown."
        ),
        "url": absolute("/"),
        "license": LICENCE_URL,
        "creator": ATTEST,
        "publisher": ATTEST,
        "isAccessibleForFree": True,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "Attest", "url": absolute("/catalog.jsonld")},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": str(form.label),
                "encodingFormat": form.value,
                "contentUrl": absolute(f"/downloads/incidents.{form.value}"),
            }
            for form in DownloadFormat
        ],
    }
    if head:
        document |= {"version": str(head.position), "dateModified": head.appended_at.date().isoformat()}
    return _script(document)


def _script(document: dict[str, Any]) -> SafeString:
    """A document as it stands in a script element."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 (nothing is left in it that could end the element)


def _near(one: Near) -> dict[str, str]:
    return {"@type": "Event", "name": one["title"], "url": absolute(one["url"])}


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
