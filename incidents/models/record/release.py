"""Frozen editions of the whole record."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """A named, immutable edition: what the record held at ``cut_off`` (UTC) and the log's head at that moment."""

    tag = models.SlugField(max_length=40, unique=True)
    cut_off = models.DateTimeField()
    schema_version = models.CharField(max_length=20)
    log_size = models.PositiveBigIntegerField()
    log_head = models.CharField(max_length=64)
    incident_count = models.PositiveIntegerField()
    changes = models.JSONField(default=dict)
    licence = models.CharField(max_length=100)
    citation = models.TextField()
    released_at = models.DateTimeField()

    class Meta:
        db_table = "record_release"
        ordering = ["-cut_off"]
        constraints = [
            models.CheckConstraint(
                name="release_after_cut_off",
                condition=Q(released_at__gte=models.F("cut_off")),
                violation_error_message=_("A release is made after its cut-off."),
            )
        ]

    def __str__(self) -> str:
        return self.tag


class ReleaseFile(models.Model):
    """One file of a release, with its SHA-256 and row count."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    byte_size = models.PositiveBigIntegerField()
    row_count = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        db_table = "record_release_file"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "name"],
                name="release_file_once",
                violation_error_message=_("This file is already in the release."),
            )
        ]

    def __str__(self) -> str:
        return self.name
