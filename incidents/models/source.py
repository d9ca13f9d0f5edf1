"""What was published, and what it rests on."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import Access, DatePrecision, DerivationKind, SourceKind
from incidents.models.history import tracked
from incidents.models.publisher import Publisher
from incidents.querysets.source import SourceQuerySet


@tracked
class Source(models.Model):
    """One published item. One source serves many incidents; a confidential one never leaves the desk."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="sources", verbose_name=_("publisher"))
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind, default=SourceKind.ARTICLE)
    title = models.CharField(_("title"), max_length=400, help_text=_("In its own language, as published"))
    lang = models.CharField(_("language"), max_length=8, default="en")
    authors = ArrayField(models.CharField(max_length=200), verbose_name=_("authors"), default=list, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_precision = models.CharField(
        _("date known"), max_length=12, choices=DatePrecision, default=DatePrecision.DAY
    )
    canonical_url = models.URLField(_("address"), max_length=1000, blank=True)
    access = models.CharField(_("access"), max_length=12, choices=Access, default=Access.OPEN)
    rights = models.CharField(_("rights"), max_length=200, blank=True)
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    summary = models.TextField(_("our summary"), blank=True)
    confidential = models.BooleanField(_("confidential"), default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    origins: "models.ManyToManyField[Source, SourceDerivation]" = models.ManyToManyField(
        "self", through="SourceDerivation", symmetrical=False, related_name="copies", verbose_name=_("rests on")
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["canonical_url"],
                condition=~Q(canonical_url=""),
                name="source_url_unique",
                violation_error_message=_("A source with this address is already on record."),
            ),
            models.CheckConstraint(
                name="source_url_is_web",
                condition=Q(canonical_url="") | Q(canonical_url__regex=r"^https?://"),
                violation_error_message=_("An address begins with http:// or https://."),
            ),
        ]

    veiled = False
    """Whether this is the stand-in shown to somebody who may not see the source; see ``desk.reads.confidential``."""

    def __str__(self) -> str:
        return self.title

    @property
    def handle(self) -> str:
        """What a confidential source is called before those who may not see it."""
        return _("Confidential source C-%(number)s") % {"number": self.pk}


@tracked
class SourceGrant(models.Model):
    """That somebody may see a confidential source. Taken back by deletion; the history keeps it."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="grants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="source_grants")
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["granted_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "person"],
                name="source_grant_once",
                violation_error_message=_("This person may see it already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.source.handle}"


class SourceReading(models.Model):
    """That somebody read a confidential source, its own pages or what quotes it: once an hour. Append-only.

    ``hour`` is the hour, UTC, in which ``at`` lies.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="readings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    hour = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "by", "hour"],
                name="source_reading_once_an_hour",
                violation_error_message=_("This reading is noted already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.source.handle}"


@tracked
class SourceDerivation(models.Model):
    """That a source rests on another. The graph has no cycle: the database refuses one."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="derivations")
    origin = models.ForeignKey(Source, models.PROTECT, related_name="derived")
    kind = models.CharField(_("kind"), max_length=20, choices=DerivationKind)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="derivation_not_of_itself",
                condition=~Q(source=F("origin")),
                violation_error_message=_("A source does not rest on itself."),
            ),
            models.UniqueConstraint(
                fields=["source", "origin"],
                name="derivation_once",
                violation_error_message=_("This derivation is already on record."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ← {self.origin}"
