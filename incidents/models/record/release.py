"""Frozen editions of the whole record."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.querysets.record import ReleaseFileQuerySet, ReleaseQuerySet
from incidents.rules.releases import LONGEST_TAG, TAG


class Release(models.Model):
    """A named, immutable edition: what the record held at ``cut_off`` (UTC) and the log's head at that moment.

    ``log_size`` entries were in the log then, and ``log_head`` is the chain hash of the last of them. ``changes``
    counts incidents by ``choices.ReleaseChange`` since the ``previous`` release or, of the first one, since the record
    was empty. Rows are added and never changed, and the log never grows behind the cut-off of a release.
    """

    tag = models.CharField(max_length=LONGEST_TAG, unique=True)
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    cut_off = models.DateTimeField(unique=True)
    schema_version = models.CharField(max_length=20)
    log_size = models.PositiveBigIntegerField()
    log_head = models.CharField(max_length=64)
    incident_count = models.PositiveIntegerField()
    demonstration = models.BooleanField(default=False)
    changes = models.JSONField(default=dict)
    licence = models.CharField(max_length=100)
    citation = models.TextField()
    released_at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        db_table = "record_release"
        ordering = ["-cut_off"]
        constraints = [
            models.CheckConstraint(
                name="release_after_cut_off",
                condition=Q(released_at__gte=models.F("cut_off")),
                violation_error_message=_("A release is made after its cut-off."),
            ),
            models.CheckConstraint(
                name="release_tag_well_formed",
                condition=Q(tag__regex=rf"^{TAG.pattern}$"),
                violation_error_message=_("A tag is made of small letters and digits, with single dots or hyphens."),
            ),
            models.CheckConstraint(
                name="release_of_some_log",
                condition=Q(log_size__gte=1, log_head__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A release is of at least one entry and names the log's head as a SHA-256."),
            ),
        ]

    def __str__(self) -> str:
        return self.tag


class ReleaseFile(models.Model):
    """One file of a release, with its SHA-256 and row count. ``name`` is its path in the release, with slashes."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    byte_size = models.PositiveBigIntegerField()
    row_count = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64)

    objects = ReleaseFileQuerySet.as_manager()

    class Meta:
        db_table = "record_release_file"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "name"],
                name="release_file_once",
                violation_error_message=_("This file is already in the release."),
            ),
            models.CheckConstraint(
                name="release_file_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A SHA-256 has 64 hexadecimal digits."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
