"""That an approved incident is published at a moment, and not before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import EmbargoStage
from incidents.models.history import tracked
from incidents.models.incident import Incident


@tracked
class Embargo(models.Model):
    """A publication that a publisher has set for a moment (``until``, UTC).

    It holds for exactly the revision and the content that were approved then; whatever is edited lets it fall.
    ``kind`` and ``summary`` are told to readers with the version. ``why`` says why it was not published.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="embargoes")
    revision = models.PositiveIntegerField()
    content_sha256 = models.CharField(max_length=64)
    until = models.DateTimeField(_("publish at"))
    kind = models.CharField(max_length=20, blank=True)
    summary = models.CharField(max_length=500, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="embargoes")
    set_at = models.DateTimeField(auto_now_add=True)
    stage = models.CharField(max_length=10, choices=EmbargoStage, default=EmbargoStage.WAITING)
    ended_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["-set_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident"],
                condition=Q(stage=EmbargoStage.WAITING),
                name="embargo_waits_once",
                violation_error_message=_("It is to be published at a moment already."),
            ),
            models.CheckConstraint(
                name="embargo_hash_is_sha256",
                condition=Q(content_sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("An embargo names the SHA-256 of what it holds back."),
            ),
            models.CheckConstraint(
                name="embargo_ends_once",
                condition=Q(stage=EmbargoStage.WAITING, ended_at__isnull=True)
                | (~Q(stage=EmbargoStage.WAITING) & Q(ended_at__isnull=False)),
                violation_error_message=_("An embargo waits, or it has ended at a moment."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}, {self.until.isoformat()}"
