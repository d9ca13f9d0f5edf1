"""Sign the head of the log, at a fixed cadence, so that a copy kept elsewhere convicts whoever rewrites it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.models import Checkpoint, LogEntry
from incidents.rules.checkpoints import SignedHead, read_checkpoint
from incidents.rules.notes import NoteRefusedError, SigningKey, VerifierKey
from incidents.rules.refusals import RefusedError
from incidents.selectors.log_tree import root_at
from incidents.services.record import hold_record

RENEWED_AFTER: Final = timedelta(days=1)
"""A log that has not grown is signed again after this long: an old checkpoint then shows that nobody signs any more."""


class LogRewrittenError(RefusedError):
    """The log is no longer the one that the last checkpoint was signed over. Nothing is signed."""


@transaction.atomic
def sign_checkpoint(*, key: SigningKey, keys: Sequence[VerifierKey], always: bool = False) -> Checkpoint | None:
    """Sign the log as it stands, when it has grown since the last checkpoint or that one is a day old.

    ``keys`` are those that earlier checkpoints may have been signed with; ``always`` signs in any case. None when
    nothing is due, or the record is empty.

    Raises:
        LogRewrittenError: the log does not begin with what was signed before.
    """
    hold_record()
    head = LogEntry.objects.head()
    last = Checkpoint.objects.newest()
    now = timezone.now().replace(microsecond=0)
    size = head.position + 1 if head else 0
    if not size or (last and not always and size == last.size and now - last.signed_at < RENEWED_AFTER):
        return None
    if last:
        _require_unchanged(last, keys)
        if (last.size, last.signed_at) == (size, now):
            return last
    signed = SignedHead(origin=key.name, size=size, root=root_at(size, alias=connection.alias), time=now)
    return Checkpoint.objects.create(size=size, root=signed.root.hex(), signed_at=now, note=signed.signed(key))


def _require_unchanged(last: Checkpoint, keys: Sequence[VerifierKey]) -> None:
    """Two checkpoints of one log must agree; a log that signs otherwise convicts itself."""
    try:
        said = read_checkpoint(last.note, keys)
    except NoteRefusedError as error:
        sentence = _("The last checkpoint is not to be believed, and nothing is signed after it: %(why)s")
        raise LogRewrittenError(sentence % {"why": error}) from error
    head = LogEntry.objects.head()
    if head is None or head.position + 1 < said.size or root_at(said.size, alias=connection.alias) != said.root:
        sentence = _(
            "The first %(size)s entries of the log are not those that the checkpoint of %(when)s was signed over. "
            "Nothing is signed: run verify_record."
        )
        raise LogRewrittenError(sentence % {"size": said.size, "when": last.signed_at.isoformat()})
