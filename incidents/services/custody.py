"""The chain of custody of a snapshot: who looked at it, took it away, or checked it."""

from datetime import timedelta
from typing import Final

import structlog
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import CustodyKind
from incidents.models import Capture, CustodyEvent
from incidents.rules.refusals import RefusedError
from incidents.selectors.captures import DamagedCaptureError, read_capture

log = structlog.get_logger(__name__)

EVERY: Final = timedelta(days=7)
"""How long a snapshot may go unchecked."""
CHECKS: Final = (CustodyKind.VERIFIED, CustodyKind.DAMAGED)


def open_capture(*, actor: User, capture: Capture) -> Capture:
    """Note that somebody looks at a snapshot's text.

    Raises:
        NotAllowedError: the source is confidential and not for this person.
    """
    policies.may_read_source(actor, capture.source).require()
    note(capture, CustodyKind.VIEWED, by=actor)
    return capture


def export_capture(*, actor: User, capture: Capture) -> bytes:
    """The bytes of a snapshot for somebody to take away, checked against their hash.

    Raises:
        NotAllowedError: the source is confidential and not for this person.
        RefusedError: the file is missing or changed; that is noted, and nothing is handed out.
    """
    policies.may_read_source(actor, capture.source).require()
    try:
        data = read_capture(capture)
    except DamagedCaptureError as error:
        note(capture, CustodyKind.DAMAGED, by=actor, words=str(error))
        sentence = _("This file is no longer what was captured, so it is not handed out. Tell an administrator.")
        raise RefusedError(sentence) from error
    note(capture, CustodyKind.EXPORTED, by=actor)
    return data


def verify_capture(*, capture: Capture, actor: User | None = None) -> bool:
    """Compute the hash of a snapshot anew and note whether it holds; ``actor`` is empty for the nightly check."""
    try:
        read_capture(capture)
    except DamagedCaptureError as error:
        note(capture, CustodyKind.DAMAGED, by=actor, words=str(error))
        return False
    note(capture, CustodyKind.VERIFIED, by=actor)
    return True


def verify_due() -> tuple[int, int]:
    """Check every snapshot that nobody has checked for a week; how many were checked, and how many do not hold."""
    lately = CustodyEvent.objects.filter(capture=OuterRef("pk"), kind__in=CHECKS, at__gt=timezone.now() - EVERY)
    checked = damaged = 0
    for capture in Capture.objects.filter(~Exists(lately)).order_by("pk").iterator(chunk_size=20):
        checked += 1
        if not verify_capture(capture=capture):
            damaged += 1
            log.error("capture_damaged", capture=capture.pk)
    return checked, damaged


def note(capture: Capture, kind: CustodyKind, *, by: User | None, words: str = "") -> CustodyEvent:
    """Append one event to the chain of custody."""
    return CustodyEvent.objects.create(capture=capture, kind=kind, by=by, note=words[:300])
