"""Check the whole record: the log against itself and its checkpoints, the public rows and the desk against the log."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import gettext as _

from incidents.models import LogEntry, Publication, PublishedIncident, Version
from incidents.rules.checkpoints import SignedHead
from incidents.rules.integrity import Line, Problem
from incidents.rules.notes import VerifierKey
from incidents.rules.seals import DeskFacts, desk_seal
from incidents.selectors.captures import damaged_captures
from incidents.selectors.desk_facts import desk_facts
from incidents.selectors.integrity import CHUNK, problems, stored_heads
from incidents.services.flat import flat_row, tombstone_row

OF_TIME: Final = frozenset({"version", "known", "under_review", "search"})
"""Columns of a flat row that do not follow from its version alone."""

COLUMNS: Final = tuple(
    field
    for field in PublishedIncident._meta.concrete_fields  # noqa: SLF001  documented, in spite of its name
    if field.name not in OF_TIME
)
TOMBSTONE: Final = "attest-tombstone/"
"""How the schema of a version begins that tells of a decision and holds no content that somebody approved."""


def verify(
    *, keys: Sequence[VerifierKey], since: int = 0, heads: Iterable[SignedHead] = (), older: Iterable[Line] = ()
) -> Iterator[Problem]:
    """Everything that is wrong with the record, captured files aside.

    ``heads`` and ``older`` are checkpoints and a copy of the log that were kept elsewhere; the record's own checkpoints
    are checked with ``keys`` and then believed too.
    """
    stored, found = stored_heads(keys)
    yield from found
    yield from problems(since=since, heads=[*stored, *heads], older=older)
    yield from row_problems()
    yield from desk_problems()


def capture_problems() -> Iterator[Problem]:
    """Every captured file that is missing or is no longer what was captured. Reads all of them."""
    for damaged in damaged_captures():
        yield Problem(None, damaged.sentence)


def row_problems(*, alias: str = "default") -> Iterator[Problem]:
    """Whether each public row says what follows from its version, for as long as that version was the newest."""
    rows = PublishedIncident.objects.using(alias).select_related("version", "version__log_entry")
    before: PublishedIncident | None = None
    for row in rows.order_by("public_id", "version__number").iterator(chunk_size=CHUNK):
        yield from _wrong_columns(row)
        if before and before.public_id == row.public_id:
            yield from _wrong_end(before, row.version)
        elif before:
            yield from _wrong_end(before, None)
        before = row
    if before:
        yield from _wrong_end(before, None)
    for version in Version.objects.using(alias).filter(row=None).order_by("pk").iterator(chunk_size=CHUNK):
        yield Problem(None, _("%(name)s, has no public row.") % {"name": _name(version)})


def desk_problems(*, alias: str = "default") -> Iterator[Problem]:
    """Whether the desk still has, for each version, the approval of its very content and who stood behind it."""
    entries = LogEntry.objects.using(alias).select_related("version").defer("version__content")
    entries = entries.annotate(schema=KeyTextTransform("schema", "version__content")).order_by("position")
    stream = entries.iterator(chunk_size=CHUNK)
    while chunk := list(islice(stream, CHUNK)):
        ids = {entry.version.public_id for entry in chunk}
        rows = (
            Publication.objects.using(alias).filter(incident__public_id__in=ids).select_related("approval", "incident")
        )
        noted = {(str(one.incident.public_id), one.number): one for one in rows}
        facts = desk_facts(list(noted.values()), alias=alias)
        for entry in chunk:
            publication = noted.get((entry.version.public_id, entry.version.number))
            approved = not str(getattr(entry, "schema", "")).startswith(TOMBSTONE)
            yield from _unlike_the_desk(entry, publication, facts, approved=approved)


def _unlike_the_desk(
    entry: LogEntry, publication: Publication | None, facts: dict[int, DeskFacts], *, approved: bool
) -> Iterator[Problem]:
    version = entry.version
    words = {"name": _name(version)}
    if publication is None:
        if approved or entry.desk_seal:
            yield Problem(entry.position, _("%(name)s: the desk knows of no such publication.") % words)
        return
    if approved and (publication.approval is None or publication.approval.content_sha256 != version.content_sha256):
        yield Problem(entry.position, _("%(name)s: the approval at the desk is not of this content.") % words)
    known = facts[publication.pk]
    if approved and known.approvers & known.authors:
        yield Problem(entry.position, _("%(name)s: at the desk, somebody has approved their own work.") % words)
    if entry.desk_seal and _seal(publication.seal_salt, known) != entry.desk_seal:
        sentence = _("%(name)s: who wrote, approved or published it is not, at the desk, who the log has sealed.")
        yield Problem(entry.position, sentence % words)


def _seal(salt: str, facts: DeskFacts) -> str:
    """The seal over the facts; empty where the salt is none."""
    try:
        return desk_seal(bytes.fromhex(salt), facts).hex()
    except ValueError:
        return ""


def _wrong_columns(row: PublishedIncident) -> Iterator[Problem]:
    words = {"name": _name(row.version)}
    position = _position(row.version)
    try:
        tombstone = not row.version.content["schema"].startswith("attest-incident/")
        again = (tombstone_row if tombstone else flat_row)(row.version)
        wrong = [field.column for field in COLUMNS if not _same(field, row, again)]
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        yield Problem(position, _("%(name)s, is not a document that a public row follows from.") % words)
        return
    for column in wrong:
        sentence = _("The public row of %(name)s, says something else than the version in “%(column)s”.")
        yield Problem(position, sentence % {**words, "column": column})
    if row.known.lower != row.version.published_at:
        yield Problem(position, _("The public row of %(name)s, begins at another time than the version.") % words)


def _same(field: Any, row: PublishedIncident, again: PublishedIncident) -> bool:
    stored, computed = getattr(row, field.attname), getattr(again, field.attname)
    if field.name == "geometry" and stored is not None and computed is not None:
        return bool(stored.equals_exact(computed))
    return bool(stored == computed)


def _wrong_end(row: PublishedIncident, following: Version | None) -> Iterator[Problem]:
    if row.known.upper != (following.published_at if following else None):
        words = {"name": _name(row.version)}
        yield Problem(
            _position(row.version), _("The public row of %(name)s, does not end where the next version begins.") % words
        )


def _name(version: Version) -> str:
    return _("%(id)s, version %(number)s") % {"id": version.public_id, "number": version.number}


def _position(version: Version) -> int | None:
    entry = getattr(version, "log_entry", None)
    return entry.position if entry else None
