"""What always holds of downloads: which come at once, how long a made one is kept, which of them are the same."""

import hashlib
import re
import secrets
from datetime import timedelta
from typing import Final

from incidents.choices import DownloadFormat

STREAMED: Final = frozenset({DownloadFormat.CSV, DownloadFormat.GEOJSON, DownloadFormat.JSONL})
"""Forms that are written while they are sent: they come at once at any size."""

MOST: Final = {DownloadFormat.XLSX: 1_048_575}
"""Incidents that a form can hold at all: a sheet has so many rows below its header."""

DOCUMENTS: Final = frozenset({DownloadFormat.STIX, DownloadFormat.GTD, DownloadFormat.GED, DownloadFormat.ACLED})
"""Forms that are made from whole documents, with every claim in them, and not from rows."""

AT_ONCE: Final = 20_000
"""Incidents up to which a file of any form comes at once. Above, those that are streamed still do."""

AT_ONCE_DOCUMENTS: Final = 1_000
"""The same for forms that are made from whole documents: each takes up to twenty times as long as a row."""

KEPT: Final = timedelta(days=7)
"""How long a made file is kept after it was last ordered."""

STALLED: Final = timedelta(minutes=10)
"""Without a sign of progress for so long, whoever was writing a file is gone."""

REFERENCE: Final = re.compile(r"[0-9a-f]{32}")


def new_reference() -> str:
    """What a reader's order is known by: 128 bits that nobody guesses."""
    return secrets.token_hex(16)


def file_key(*, query: str, form: str, position: int) -> str:
    """What is the same for orders of the same file: a SHA-256 of the canonical query, the form and the log's position.

    It names the file on disk, and is never shown.
    """
    return hashlib.sha256(f"{form}\n{position}\n{query}".encode()).hexdigest()


def comes_at_once(form: str, count: int) -> bool:
    """Whether so many incidents are answered without an order."""
    return form in STREAMED or count <= (AT_ONCE_DOCUMENTS if form in DOCUMENTS else AT_ONCE)


def fits(form: str, count: int) -> bool:
    """Whether so many incidents fit into the form at all."""
    return count <= MOST.get(DownloadFormat(form), count)


def file_name(key: str, form: str) -> str:
    """The name of a made file in the folder of downloads."""
    return f"{key}.{form}"
