"""Have a captured file read by a process that may fail, hang or be led astray without harm."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import structlog

from incidents.rules.extraction import SECONDS, reader_of

log = structlog.get_logger(__name__)

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = SECONDS * 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Extracted:
    """What was read of a file: its text, who read it, and how large it is inside; 0 where that is not known.

    ``item`` is what the file says of itself: title, outlet, published, authors, url, lang, as far as it does.
    """

    text: str = ""
    extractor: str = ""
    pages: int = 0
    pixels: int = 0
    unpacked: int = 0
    item: dict[str, str] = field(default_factory=dict)


def extract(data: bytes, media_type: str) -> Extracted:
    """The text of a file of a kind that can be kept. What cannot be read has none; nothing is raised."""
    extractor = reader_of(media_type)
    found = read_apart("incidents.rules.extraction", data, media_type)
    if found is None:
        return Extracted(extractor=extractor)
    return Extracted(extractor=extractor, **found)


def read_apart(module: str, data: bytes, *words: str) -> Any:
    """What a module of ours reads in a file, in a process of its own; None where it fails, hangs or finds nothing."""
    command = [sys.executable, "-m", module, *words]
    try:
        done = subprocess.run(  # noqa: S603  the words are ours; the file goes in by standard input
            command, input=data, capture_output=True, check=True, timeout=PATIENCE, cwd=ROOT, env={"LC_ALL": "C.UTF-8"}
        )
        return json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        log.warning("file_not_read", reader=module, kind=" ".join(words), error=type(error).__name__)
        return None
