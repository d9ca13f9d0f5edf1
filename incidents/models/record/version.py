"""Permanent, numbered versions."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import IN_THE_LEDGER, ReviewerRole, VersionKind
from incidents.querysets.record import VersionQuerySet


class Version(models.Model):
    """What the public saw of one incident from one publication to the next. Never changed, never deleted.

    ``content`` is everything public about the incident; ``content_sha256`` is SHA-256 over its canonical JSON (RFC
    8785), the very hash that the approval names. ``published_at`` is UTC. A withdrawal or a merge is a version too.
    ``reviewer_roles`` are those in which it was approved, one for each person, from the least trusted up; never who. It
    is empty where nobody approves, and in versions from before it was written down.
    """

    public_id = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=13, choices=VersionKind)
    content = models.JSONField()
    content_sha256 = models.CharField(max_length=64)
    summary = models.CharField(_("what changed"), max_length=500)
    published_at = models.DateTimeField(db_index=True)
    reviewer_roles = ArrayField(
        models.CharField(max_length=20, choices=ReviewerRole), default=list, blank=True, db_default=[]
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        db_table = "record_version"
        ordering = ["public_id", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_id", "number"],
                name="version_number_once",
                violation_error_message=_("This version is already published."),
            ),
            models.CheckConstraint(
                name="version_first_is_number_one",
                condition=Q(number=1, kind=VersionKind.FIRST) | (Q(number__gt=1) & ~Q(kind=VersionKind.FIRST)),
                violation_error_message=_("Version 1, and only version 1, is the first."),
            ),
            models.CheckConstraint(
                name="version_says_what_changed",
                condition=~Q(summary=""),
                violation_error_message=_("Say for readers what changed."),
            ),
        ]
        indexes = [
            models.Index(fields=["kind"], name="version_in_ledger", condition=Q(kind__in=IN_THE_LEDGER)),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} v{self.number}"
