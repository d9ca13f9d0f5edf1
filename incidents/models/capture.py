"""Snapshots of sources, and what happened to each since."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import CaptureMethod, CustodyKind
from incidents.models.history import tracked
from incidents.models.source import Source


def capture_store() -> FileSystemStorage:
    """Where captured files lie: a folder that no web server serves."""
    return FileSystemStorage(location=settings.ATTEST_CAPTURES_ROOT, base_url=None)


@tracked
class Capture(models.Model):
    """A stored snapshot of a source, kept under its SHA-256. The database refuses any change of it.

    An uploaded file lies in the store, once however often it is uploaded; pasted text lies here. ``text`` is what the
    ``extractor`` read in the file (its name and version), "" where it read nothing or there is nothing to read.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="captures")
    method = models.CharField(_("how"), max_length=8, choices=CaptureMethod)
    captured_at = models.DateTimeField(_("captured at"))
    captured_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    media_type = models.CharField(_("media type"), max_length=100)
    byte_size = models.PositiveBigIntegerField(_("size in bytes"))
    file = models.FileField(_("file"), upload_to="captures", storage=capture_store, blank=True)
    file_name = models.CharField(_("name that the file came under"), max_length=200, blank=True)
    text = models.TextField(_("extracted text"), blank=True)
    extractor = models.CharField(_("read by"), max_length=60, blank=True)
    redacts = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="redacted_copies",
        verbose_name=_("redacted copy of"),
    )

    class Meta:
        ordering = ["captured_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "sha256"],
                name="capture_once_per_source",
                violation_error_message=_("This very snapshot is already stored."),
            ),
            models.CheckConstraint(
                name="capture_hash_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A SHA-256 has 64 hexadecimal digits."),
            ),
            models.CheckConstraint(
                name="capture_not_of_itself",
                condition=Q(redacts__isnull=True) | ~Q(redacts=models.F("pk")),
                violation_error_message=_("A snapshot is no redacted copy of itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class CustodyEvent(models.Model):
    """One thing that happened to a snapshot: by whom and when. Append-only; ``by`` is empty for the nightly check."""

    capture = models.ForeignKey(Capture, models.PROTECT, related_name="custody")
    kind = models.CharField(_("what"), max_length=12, choices=CustodyKind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["capture", "-at"], name="custody_of_capture")]
        constraints = [
            models.CheckConstraint(
                name="custody_by_somebody",
                condition=Q(by__isnull=False) | Q(kind__in=[CustodyKind.VERIFIED, CustodyKind.DAMAGED]),
                violation_error_message=_("Only a check of the hash is nobody's."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.capture}: {self.get_kind_display()}"
