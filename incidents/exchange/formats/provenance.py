"""JSON Lines with everything behind each value: what the columns say, the version's whole document, its place in the
log, and what each value rests on in words. Compressed, because words compress well.
"""

import gzip
from pathlib import Path
from typing import Any, Final

from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.objects import json_line, written
from incidents.models.record import Version
from incidents.presenting.provenance import provenance
from incidents.selectors.record_releases import logged_versions

LEVEL: Final = 6


def write(edition: Edition, path: Path, progress: Progress | None = None) -> None:
    """One object a line. The members beside the columns are those of the API's answer for one incident."""
    with path.open("wb") as file, gzip.GzipFile("", "wb", LEVEL, file, mtime=0) as lines:
        for page in edition.pages(progress, drawn="geojson"):
            versions = logged_versions([item.row["pk"] for item in page])
            lines.writelines(
                f"{json_line(item)[:-1]},{written(behind(versions[item.row['pk']]))[1:]}\n".encode() for item in page
            )


def behind(version: Version) -> dict[str, Any]:
    """What stands behind the values of a version. ``content_sha256`` is over the canonical JSON of ``content``."""
    entry = version.log_entry
    return {
        "kind": version.kind,
        "summary": version.summary,
        "content_sha256": version.content_sha256,
        "reviewer_roles": version.reviewer_roles,
        "log": {
            "position": entry.position,
            "leaf_hash": entry.leaf_hash,
            "previous_hash": entry.previous_hash,
            "chain_hash": entry.chain_hash,
        },
        "provenance": provenance(version.content, version.reviewer_roles),
        "content": version.content,
    }
