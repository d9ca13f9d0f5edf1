"""Keep snapshots of sources. What was captured is never altered."""

import hashlib
import os
import tempfile
from pathlib import Path, PurePath

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import CaptureMethod, CustodyKind
from incidents.models import Capture, Fetch, Source
from incidents.rules.extraction import LONGEST_TEXT
from incidents.rules.media import MOST_PAGES, MOST_PIXELS, PASTED, media_type_of, unpacks_too_far
from incidents.rules.refusals import RefusedError
from incidents.selectors.captures import stored_name, stored_path
from incidents.selectors.citations import texts_kept
from incidents.services.anchoring import anchor_source
from incidents.services.custody import note
from incidents.services.extracting import Extracted, extract
from incidents.services.outbox import enqueue

READ_ONLY = 0o440
MEGABYTE = 1_000_000


def capture_text(*, actor: User, source: Source, text: str) -> Capture:
    """Keep pasted text as a snapshot of a source; the same text is kept once.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: the text is empty or longer than a million characters.
    """
    _require(actor, source)
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise RefusedError(_("Paste between one and a million characters."), field="text")
    kept = text.replace("\x00", "")
    data = kept.encode()
    snapshot = Capture(source=source, method=CaptureMethod.PASTED, media_type=PASTED, text=kept)
    return _keep(actor, snapshot, data)


def capture_file(
    *,
    actor: User,
    source: Source,
    data: bytes,
    name: str = "",
    redacts: Capture | None = None,
    fetch: Fetch | None = None,
) -> Capture:
    """Keep a file as a snapshot of a source: a web page, a PDF or an image, as its content says.

    The same bytes are stored once, however many sources they are kept for. ``redacts`` is the snapshot of the same
    source of which this is a redacted copy; ``fetch`` is what brought the file, where the worker fetched it.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: it is none of these, or too large in one of the ways in which a file can be.
    """
    _require(actor, source)
    if redacts and redacts.source_id != source.pk:
        raise RefusedError(_("A redacted copy is of a snapshot of the same source."), field="redacts")
    media_type = acceptable(data)
    known = Capture.objects.filter(source=source, sha256=hashlib.sha256(data).hexdigest()).first()
    if known:
        return known
    found = _read(data, media_type)
    snapshot = Capture(
        source=source,
        method=CaptureMethod.FETCH if fetch else CaptureMethod.UPLOAD,
        media_type=media_type,
        file=_store(data),
        file_name=_plain_name(name),
        text=found.text,
        extractor=found.extractor,
        redacts=redacts,
    )
    return _keep(actor, snapshot, data, fetch=fetch)


def look_into(*, actor: User, data: bytes) -> Extracted:
    """What a file holds, before anything is recorded of it.

    Raises:
        NotAllowedError: this person may not record sources.
        RefusedError: it is of no kind that is kept, or too large in one of the ways in which a file can be.
    """
    policies.may_log(actor).require()
    return _read(data, acceptable(data))


def _read(data: bytes, media_type: str) -> Extracted:
    found = extract(data, media_type)
    _require_modest(found, len(data))
    return found


def _require(actor: User, source: Source) -> None:
    policies.may_log(actor).require()
    policies.may_read_source(actor, source).require()


@transaction.atomic
def _keep(actor: User, snapshot: Capture, data: bytes, *, fetch: Fetch | None = None) -> Capture:
    """Record a snapshot, unless the source has the very same one, and begin its chain of custody."""
    snapshot.sha256 = hashlib.sha256(data).hexdigest()
    known = Capture.objects.filter(source=snapshot.source, sha256=snapshot.sha256).first()
    if known:
        return known
    snapshot.captured_at = (fetch and fetch.ended_at) or timezone.now()
    snapshot.byte_size, snapshot.captured_by = len(data), actor
    with pghistory.context(user=actor.pk, verb="capture"):
        snapshot.save()
    note(snapshot, CustodyKind.CAPTURED, by=actor, words=fetch.final_address if fetch else "")
    if snapshot.redacts:
        note(snapshot.redacts, CustodyKind.REDACTED, by=actor, words=snapshot.sha256)
    elif snapshot.text:
        anchor_source(snapshot.source)
        if texts_kept(snapshot.source_id).count() > 1:
            enqueue("check_quotes_of", source=snapshot.source_id)
    return snapshot


def acceptable(data: bytes) -> str:
    """The media type of a file that can be kept.

    Raises:
        RefusedError: it is empty, too large, or of no kind that is kept.
    """
    most = settings.ATTEST_UPLOAD_MOST_BYTES
    if not data:
        raise RefusedError(_("This file is empty."), field="file")
    if len(data) > most:
        sentence = _("This file is too large: at most %(most)s MB are kept.")
        raise RefusedError(sentence % {"most": most // MEGABYTE}, field="file")
    media_type = media_type_of(data)
    if not media_type:
        sentence = _("This is no web page, PDF or image: its content says so, whatever its name. Paste text instead.")
        raise RefusedError(sentence, field="file")
    return media_type


def _require_modest(found: Extracted, size: int) -> None:
    """Refuse a file that is larger inside than anybody reads."""
    if unpacks_too_far(size, found.unpacked):
        sentence = _("This PDF unpacks to far more than its size. Save it anew from a viewer, and upload that.")
        raise RefusedError(sentence, field="file")
    if found.pages > MOST_PAGES:
        sentence = _("This PDF has %(pages)s pages; at most %(most)s are kept. Upload the part that is cited.")
        raise RefusedError(sentence % {"pages": found.pages, "most": MOST_PAGES}, field="file")
    if found.pixels > MOST_PIXELS:
        sentence = _("This image has %(pixels)s million pixels; at most %(most)s million are kept.")
        numbers = {"pixels": found.pixels // 1_000_000, "most": MOST_PIXELS // 1_000_000}
        raise RefusedError(sentence % numbers, field="file")


def _store(data: bytes) -> str:
    """Write a file under its hash, whole or not at all, and return its name; one that is there stays as it is.

    Raises:
        RefusedError: another content stands under this hash already: the store is damaged.
    """
    digest = hashlib.sha256(data).hexdigest()
    target = stored_path(digest)
    if target.exists():
        if hashlib.sha256(target.read_bytes()).hexdigest() != digest:
            raise RefusedError(_("The stored copy of this file is damaged. Tell an administrator."), field="file")
        return stored_name(digest)
    target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).chmod(READ_ONLY)
        Path(fresh).replace(target)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
    return stored_name(digest)


def _plain_name(name: str) -> str:
    """A file's own name without folders and control characters: a note, never a path."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(character for character in last if character.isprintable())[:200]
