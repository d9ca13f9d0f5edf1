"""Checkpoints: the size and root of the log at a moment, signed (C2SP tlog-checkpoint).

The text of the note is the log's name, its size, its root in base64 and, in a line of our own, when it was signed::

    record.example.org/record
    1284
    XdnaeacGWamtVZy3Ad7Zoqudgjqi9JYM/jcO/0YEMyg=
    time 2026-11-22T19:07:00Z
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self

from django.utils.translation import gettext as _

from incidents.rules.canonical import HASH_BYTES
from incidents.rules.notes import NoteRefusedError, SigningKey, VerifierKey, decoded, encoded, opened

SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}")
TIME: Final = "time "
MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
LINES: Final = 3


@dataclass(frozen=True, kw_only=True)
class SignedHead:
    """What a checkpoint says: of the log named ``origin``, the first ``size`` entries have this root.

    ``time`` is when it was signed (UTC, to the second), where the checkpoint says so.
    """

    origin: str
    size: int
    root: bytes
    time: datetime | None = None

    @property
    def text(self) -> str:
        """The text of its note."""
        lines = [self.origin, str(self.size), encoded(self.root)]
        if self.time:
            lines.append(TIME + self.time.astimezone(UTC).strftime(MOMENT))
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text of a note.

        Raises:
            NoteRefusedError: it is not that of a checkpoint.
        """
        lines = text.split("\n")[:-1]
        root = decoded(lines[2]) if len(lines) >= LINES else None
        if root is None or len(root) != HASH_BYTES or not all(lines) or not SIZE.fullmatch(lines[1]):
            raise NoteRefusedError(_("This is no checkpoint: a name, a size and a root, a line for each."))
        return cls(origin=lines[0], size=int(lines[1]), root=root, time=_time(lines[LINES:]))

    def signed(self, key: SigningKey) -> str:
        """The note.

        Raises:
            NoteRefusedError: the key is that of another log.
        """
        if key.name != self.origin:
            raise NoteRefusedError(_("The key is that of another log."))
        return key.sign(self.text)


def read_checkpoint(note: str, keys: Iterable[VerifierKey]) -> SignedHead:
    """What a checkpoint says, if one of the keys has signed it and it is of that key's log.

    Raises:
        NoteRefusedError: it is not to be believed; the message says why.
    """
    known = list(keys)
    head = SignedHead.parse(opened(note, known))
    if head.origin not in {key.name for key in known}:
        raise NoteRefusedError(_("The checkpoint is of another log: %(origin)s.") % {"origin": head.origin})
    return head


def _time(extensions: Iterable[str]) -> datetime | None:
    """When it was signed. Other extensions are passed over, as the format asks."""
    for line in extensions:
        if line.startswith(TIME):
            try:
                return datetime.strptime(line.removeprefix(TIME), MOMENT).replace(tzinfo=UTC)
            except ValueError as error:
                raise NoteRefusedError(_("The time of the checkpoint cannot be read.")) from error
    return None
