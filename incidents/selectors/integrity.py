"""Whether the record still is what was published."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from incidents.models.record import LogEntry
from incidents.rules.canonical import EMPTY_LOG, canonical_bytes, chain_hash, leaf_hash, sha256_hex
from incidents.rules.record import logged_document


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at a position of the log."""

    position: int
    sentence: str


def problems(*, since: int = 0, alias: str = "public") -> Iterator[Problem]:
    """Compute every hash of the log anew from a position on, and name each that does not hold.

    Read in order and one entry at a time, so that a record of any size can be checked.
    """
    expected = since
    previous = _hash_before(since, alias)
    entries = LogEntry.objects.using(alias).filter(position__gte=since).select_related("version").order_by("position")
    for entry in entries.iterator(chunk_size=500):
        if entry.position != expected:
            yield Problem(expected, _("Entries are missing before position %(number)s.") % {"number": entry.position})
        yield from _wrong(entry, previous)
        previous = entry.chain_hash
        expected = entry.position + 1


def _hash_before(position: int, alias: str) -> str:
    before = LogEntry.objects.using(alias).filter(position=position - 1).first()
    return before.chain_hash if before else EMPTY_LOG.hex()


def _wrong(entry: LogEntry, previous: str) -> Iterator[Problem]:
    version = entry.version
    words = {"id": version.public_id, "number": version.number}
    if sha256_hex(canonical_bytes(version.content)) != version.content_sha256:
        yield Problem(entry.position, _("The content of %(id)s, version %(number)s, is not what was approved.") % words)
    leaf = leaf_hash(bytes.fromhex(entry.salt), canonical_bytes(logged_document(version)))
    if leaf.hex() != entry.leaf_hash:
        yield Problem(entry.position, _("%(id)s, version %(number)s, is not what was logged.") % words)
    if entry.previous_hash != previous:
        yield Problem(entry.position, _("The entry of %(id)s does not follow the one before it.") % words)
    chained = chain_hash(bytes.fromhex(entry.previous_hash), bytes.fromhex(entry.leaf_hash))
    if chained.hex() != entry.chain_hash:
        yield Problem(entry.position, _("The chain is broken at %(id)s, version %(number)s.") % words)
