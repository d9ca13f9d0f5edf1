"""Signed heads of the log."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.querysets.record import CheckpointQuerySet


class Checkpoint(models.Model):
    """That the log had this size and root, signed: ``note`` is the whole of it (C2SP tlog-checkpoint). Append-only.

    The other columns repeat what the note says: ``root`` is hexadecimal, ``signed_at`` UTC to the second. Whoever keeps
    a copy of the note elsewhere can show later that the log was changed.
    """

    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    note = models.TextField()

    objects = CheckpointQuerySet.as_manager()

    class Meta:
        db_table = "record_checkpoint"
        ordering = ["-size", "-signed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["size", "signed_at"],
                name="checkpoint_signed_once",
                violation_error_message=_("This checkpoint is already signed."),
            ),
            models.CheckConstraint(
                name="checkpoint_root_is_sha256",
                condition=Q(root__regex=r"^[0-9a-f]{64}$") & Q(size__gte=1) & ~Q(note=""),
                violation_error_message=_("A checkpoint is of at least one entry and names the root as a SHA-256."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.size}: {self.root}"
