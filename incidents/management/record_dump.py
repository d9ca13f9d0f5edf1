"""The record as a file that is checked without any database: JSON Lines, compressed where its name ends in .gz.

The first line is a header, then each checkpoint, then each entry of the log in order with the whole version behind it,
then a line that says how many entries there were. ``docs/record.md`` describes them.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Literal, cast

from django.utils.translation import gettext as _

from incidents.rules.integrity import Line, Problem, UnreadableError

FORMAT: Final = "attest-record/1"
EVERY: Final = 10_000
"""Entries between two lines of progress."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a dump says of itself: the verifier keys of its checkpoints. They are no better than where it comes from."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint in a dump, as it was signed."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The last line of a dump: how many entries it has."""

    entries: int


Part = Header | Note | Line | Problem | End


def write_dump(
    path: Path, *, keys: Iterable[str], notes: Iterable[str], lines: Iterable[Line], report: Callable[[int], None]
) -> int:
    """Write a dump and return its number of entries. The file is there only when it is whole."""
    number = 0
    fresh = path.with_name(f".part-{path.name}")
    with _opened(fresh, "w") as file:
        _write(file, {"type": "header", "format": FORMAT, "keys": list(keys)})
        for note in notes:
            _write(file, {"type": "checkpoint", "note": note})
        for line in lines:
            _write(file, line.object())
            number += 1
            if number % EVERY == 0:
                report(number)
        _write(file, {"type": "end", "entries": number})
    fresh.replace(path)
    return number


def read_dump(path: Path) -> Iterator[Part]:
    """The parts of a dump; what cannot be read is a problem that names the line, and the rest is read all the same.

    Raises:
        OSError: the file cannot be opened.
    """
    entries, end = 0, None
    with _opened(path, "r") as file:
        for number, found in enumerate(_objects(file), 1):
            part = found if isinstance(found, Problem) else _part(found)
            entries += isinstance(part, Line)
            if isinstance(part, Problem):
                part = Problem(None, _("Line %(number)s: %(what)s") % {"number": number, "what": part.sentence})
            if isinstance(part, End):
                end = part
            yield part
    if end is None:
        yield Problem(None, _("The dump breaks off: its last line, which counts the entries, is missing."))
    elif end.entries != entries:
        words = {"said": end.entries, "found": entries}
        yield Problem(None, _("The dump counts %(said)s entries and holds %(found)s.") % words)


def lines_of(path: Path) -> Iterator[Line]:
    """The entries of a dump alone."""
    return (part for part in read_dump(path) if isinstance(part, Line))


def _part(found: dict[str, Any]) -> Part:
    """What a line of a dump holds."""
    match found:
        case {"type": "header", "format": form, "keys": [*keys]} if form == FORMAT:
            return Header(tuple(map(str, keys)))
        case {"type": "checkpoint", "note": str() as note}:
            return Note(note)
        case {"type": "entry"}:
            return _entry(found)
        case {"type": "end", "entries": int() as number}:
            return End(number)
    return Problem(None, _("This is no line of a dump of the format %(format)s.") % {"format": FORMAT})


def _entry(found: dict[str, Any]) -> Line | Problem:
    try:
        return Line.read(found)
    except UnreadableError as error:
        return Problem(None, _("This entry cannot be read: %(why)s") % {"why": error})


def _objects(file: IO[str]) -> Iterator[dict[str, Any] | Problem]:
    """Each line of a file as an object; a file that cannot be read to its end, ends with a problem."""
    try:
        for text in file:
            yield _object(text)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        yield Problem(None, _("The file cannot be read on from here: %(why)s") % {"why": error})


def _object(text: str) -> dict[str, Any] | Problem:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else Problem(None, _("This is no JSON object."))


def _write(file: IO[str], found: dict[str, Any]) -> None:
    file.write(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n")


def _opened(path: Path, mode: Literal["r", "w"]) -> IO[str]:
    """The file as text, through gzip where its name ends so."""
    if path.name.endswith(".gz"):
        return cast("IO[str]", gzip.open(path, f"{mode}t", encoding="utf-8"))
    return path.open(mode, encoding="utf-8")
