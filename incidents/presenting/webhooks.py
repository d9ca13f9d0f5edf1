"""What a webhook is told of a version: what is public anyway, from the version and its place in the log alone."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from incidents.choices import PublicStatus
from incidents.models.record import LogEntry


def announced(entry: LogEntry) -> dict[str, Any]:
    """A version in short, and where all of it is. A tombstone does not say whether it is of a demonstration: null."""
    version = entry.version
    return {
        "incident": version.public_id,
        "version": version.number,
        "kind": version.kind,
        "summary": version.summary,
        "status": version.content.get("status", PublicStatus.LIVE.value),
        "merged_into": version.content.get("merged_into"),
        "demonstration": version.content.get("demonstration"),
        "position": entry.position,
        "page": _at("public:incident", version.public_id),
        "api": _at("api:incident", version.public_id),
        "api_version": _at("api:version", version.public_id, version.number),
    }


def _at(route: str, *arguments: str | int) -> str:
    return str(settings.ATTEST_BASE_URL + reverse(route, args=arguments))
