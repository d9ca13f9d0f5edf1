"""Large files that readers ordered. They hold what the record says, and are made by the worker."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import DownloadFormat, DownloadStage
from incidents.querysets.record import DownloadOrderQuerySet


class Download(models.Model):
    """One file: a canonical query in one form, as the record stood at a position of its log.

    ``key`` is that of ``rules.downloads.file_key``, so that the same file is made once. ``rows`` of ``total`` are
    written; ``touched_at`` is the last sign of progress (UTC). ``problem`` is a sentence for whoever ordered it.
    """

    key = models.CharField(max_length=64, primary_key=True)
    query = models.TextField(blank=True)
    form = models.CharField(max_length=12, choices=DownloadFormat)
    position = models.PositiveBigIntegerField()
    stage = models.CharField(max_length=8, choices=DownloadStage, default=DownloadStage.WAITING)
    total = models.PositiveIntegerField()
    rows = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    byte_size = models.PositiveBigIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "record_download"
        constraints = [
            models.CheckConstraint(
                name="download_key_is_sha256",
                condition=Q(key__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A SHA-256 has 64 hexadecimal digits."),
            ),
            models.CheckConstraint(
                name="download_done_with_sha256",
                condition=~Q(stage=DownloadStage.DONE)
                | Q(sha256__regex=r"^[0-9a-f]{64}$", byte_size__isnull=False, finished_at__isnull=False),
                violation_error_message=_("A file that is ready has a size, a time and a SHA-256."),
            ),
            models.CheckConstraint(
                name="download_failed_with_reason",
                condition=~Q(stage=DownloadStage.FAILED) | ~Q(problem=""),
                violation_error_message=_("Say why it failed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} at {self.position}: {self.stage}"


class DownloadOrder(models.Model):
    """That somebody waits for a file. ``reference`` cannot be guessed, and says nothing of who that is."""

    reference = models.CharField(max_length=32, primary_key=True)
    download = models.ForeignKey(Download, models.CASCADE, related_name="orders")
    ordered_at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True)

    objects = DownloadOrderQuerySet.as_manager()

    class Meta:
        db_table = "record_download_order"
        ordering = ["-ordered_at"]
        constraints = [
            models.CheckConstraint(
                name="download_order_reference_well_formed",
                condition=Q(reference__regex=r"^[0-9a-f]{32}$"),
                violation_error_message=_("A reference has 32 hexadecimal digits."),
            )
        ]

    def __str__(self) -> str:
        return self.reference
