"""A dump checked part by part, and the checkpoints and keys that it is held against."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from incidents.management.record_dump import Header, Note, Part
from incidents.rules.checkpoints import SignedHead, read_checkpoint
from incidents.rules.integrity import Comparison, Line, LogCheck, Problem
from incidents.rules.notes import NoteRefusedError, VerifierKey

Named = tuple[str, str]
"""A checkpoint with what a sentence calls it."""


class DumpCheck:
    """Give it each part of a dump in order with ``read``, then ask for the ``end``.

    ``notes`` are checkpoints that were kept elsewhere, ``older`` an older copy of the log. Without ``keys`` those of
    the dump itself are taken; ``borrowed`` then names them, for somebody to compare.
    """

    def __init__(self, *, keys: list[VerifierKey], notes: list[Named], older: Iterable[Line]) -> None:
        self.keys, self.borrowed = keys, list[VerifierKey]()
        self._notes = notes
        self._older = older
        self._checks: tuple[LogCheck, Comparison] | None = None

    def read(self, part: Part) -> Iterator[Problem]:
        """What is wrong with the next part."""
        match part:
            case Problem():
                yield part
            case Header() if not self.keys:
                self.keys = self.borrowed = [VerifierKey.parse(key) for key in part.keys]
            case Note():
                self._notes.append(("A checkpoint in the dump", part.text))
            case Line():
                if self._checks is None:
                    yield from self._begin()
                for check in self._checks or ():
                    yield from check.read(part)

    def end(self) -> Iterator[Problem]:
        """What is wrong with the dump as a whole."""
        if self._checks is None:
            yield from self._begin()
        for check in self._checks or ():
            yield from check.end()

    @property
    def summary(self) -> str:
        """What was read."""
        if self._checks is None or self._checks[0].tree.size == 0:
            return "The record is empty."
        return f"The record holds: {self._checks[0].tree.size} versions, head {self._checks[0].head}."

    def _begin(self) -> Iterator[Problem]:
        heads, found = believed(self._notes, self.keys)
        self._checks = LogCheck(heads), Comparison(self._older)
        yield from found


def notes_in(paths: Iterable[Path]) -> list[Named]:
    """Checkpoints that were kept in files.

    Raises:
        OSError: a file cannot be read.
    """
    return [(str(path), path.read_text(encoding="utf-8", errors="replace")) for path in paths]


def believed(notes: Iterable[Named], keys: list[VerifierKey]) -> tuple[list[SignedHead], list[Problem]]:
    """What checkpoints say that one of the keys has signed, and a problem for each of the others."""
    heads, found = [], []
    for name, note in notes:
        try:
            heads.append(read_checkpoint(note, keys))
        except NoteRefusedError as error:
            found.append(Problem(None, f"{name} is not to be believed: {error}"))
    return heads, found
