"""Whether the record still is what was published: its log, the tree over it and the checkpoints that were signed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from incidents.models.record import Checkpoint, LogEntry, Version
from incidents.rules.canonical import EMPTY_LOG
from incidents.rules.checkpoints import SignedHead, read_checkpoint
from incidents.rules.integrity import Comparison, Line, LogCheck, Problem
from incidents.rules.merkle import Node
from incidents.rules.notes import NoteRefusedError, VerifierKey
from incidents.selectors.log_tree import frontier, hashes_of

CHUNK: Final = 500
COLUMNS: Final = {
    "position": "position",
    "id": "version__public_id",
    "number": "version__number",
    "kind": "version__kind",
    "summary": "version__summary",
    "published_at": "version__published_at",
    "content": "version__content",
    "content_sha256": "version__content_sha256",
    "salt": "salt",
    "leaf_hash": "leaf_hash",
    "previous_hash": "previous_hash",
    "chain_hash": "chain_hash",
    "appended_at": "appended_at",
    "desk_seal": "desk_seal",
    "reviewer_roles": "version__reviewer_roles",
}
"""Members of a line, and where the record keeps them."""


def problems(
    *,
    since: int = 0,
    alias: str = "public",
    heads: Iterable[SignedHead] = (),
    older: Iterable[Line] = (),
) -> Iterator[Problem]:
    """Compute every hash of the log anew from a position on, and name each that does not hold.

    Read in order and one entry at a time, so that a record of any size can be checked. ``heads`` are what checkpoints
    say that are believed; ``older`` is a copy of the log kept elsewhere.
    """
    check = LogCheck(heads, tree=frontier(since, alias=alias), previous=_hash_before(since, alias))
    comparison = Comparison(older)
    lines = lines_of_record(since=since, alias=alias)
    while chunk := list(islice(lines, CHUNK)):
        completed: dict[Node, bytes] = {}
        for line in chunk:
            yield from check.read(line)
            yield from comparison.read(line)
            completed.update(check.completed)
        yield from _tree(completed, alias)
    yield from check.end()
    yield from comparison.end()
    yield from _unlogged(alias)


def lines_of_record(*, since: int = 0, alias: str = "public") -> Iterator[Line]:
    """Every entry of the log with its version, in order."""
    return lines_of(LogEntry.objects.using(alias).filter(position__gte=since).order_by("position"))


def lines_of(rows: QuerySet[LogEntry]) -> Iterator[Line]:
    """Entries of the log, each with its version."""
    names = list(COLUMNS)
    for values in rows.values_list(*COLUMNS.values()).iterator(chunk_size=CHUNK):
        yield Line(**dict(zip(names, map(_text_of_times, values), strict=True)))


def stored_heads(keys: Sequence[VerifierKey], *, alias: str = "public") -> tuple[list[SignedHead], list[Problem]]:
    """What the record's own checkpoints say, and what is wrong with those that are not to be believed."""
    heads, found = [], []
    for stored in Checkpoint.objects.using(alias).order_by("size", "signed_at").iterator(chunk_size=CHUNK):
        words: dict[str, object] = {"size": stored.size}
        try:
            head = read_checkpoint(stored.note, keys)
        except NoteRefusedError as error:
            sentence = _("The checkpoint of %(size)s entries in the record is not to be believed: %(why)s")
            found.append(Problem(None, sentence % {**words, "why": error}))
            continue
        if (head.size, head.root.hex(), head.time) != (stored.size, stored.root, stored.signed_at):
            found.append(
                Problem(None, _("The checkpoint of %(size)s entries says something else in its note.") % words)
            )
        heads.append(head)
    return heads, found


def _text_of_times(value: Any) -> Any:
    return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if isinstance(value, datetime) else value


def _hash_before(position: int, alias: str) -> str:
    before = LogEntry.objects.using(alias).filter(position=position - 1).first()
    return before.chain_hash if before else EMPTY_LOG.hex()


def _tree(completed: dict[Node, bytes], alias: str) -> Iterator[Problem]:
    """Whether the kept nodes are those that follow from the entries."""
    kept = hashes_of(completed, alias=alias)
    for node, value in completed.items():
        if kept.get(node) != value:
            last = ((node.index + 1) << node.level) - 1
            words = {"first": node.index << node.level, "last": last}
            yield Problem(last, _("The tree does not fit the entries %(first)s to %(last)s.") % words)


def _unlogged(alias: str) -> Iterator[Problem]:
    """Versions that no entry of the log knows of."""
    rows = Version.objects.using(alias).filter(log_entry=None).order_by("pk").only("public_id", "number")
    for version in rows.iterator(chunk_size=CHUNK):
        words = {"id": version.public_id, "number": version.number}
        yield Problem(None, _("%(id)s, version %(number)s, stands in no entry of the log.") % words)
