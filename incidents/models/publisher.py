"""Who publishes: an outlet, a court, a ministry, a group's media arm."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from incidents.choices import PublisherKind, Reliability
from incidents.models.history import tracked
from incidents.models.merge import EntryMerge, of_two


@tracked
class Publisher(models.Model):
    """A body that publishes sources, with its reliability on the Admiralty code's A-F scale."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=PublisherKind)
    country_code = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166-1, two letters"))
    languages = ArrayField(models.CharField(max_length=8), verbose_name=_("languages"), default=list, blank=True)
    owner = models.CharField(_("owner"), max_length=200, blank=True)
    reliability = models.CharField(_("reliability"), max_length=1, choices=Reliability, default=Reliability.F)
    reliability_reason = models.TextField(_("reason for the grade"), blank=True)
    reliability_on = models.DateField(_("graded on"), null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="publisher_name_unique",
                violation_error_message=_("A publisher of this name is already on record."),
            ),
            models.CheckConstraint(
                name="publisher_grade_has_reason",
                condition=models.Q(reliability=Reliability.F) | ~models.Q(reliability_reason=""),
                violation_error_message=_("Give the reason for the reliability grade."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PublisherGrade(models.Model):
    """One grading of a publisher: which grade, why, from which day on, by whom. Append-only.

    The one of the latest day is in force, of one day the last recorded; ``Publisher.reliability`` repeats it.
    """

    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="grades")
    grade = models.CharField(_("reliability"), max_length=1, choices=Reliability)
    reason = models.TextField(_("reason for the grade"))
    since = models.DateField(_("in force from"))
    graded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    graded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="grade_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message=_("Give the reason for the reliability grade."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.grade}"


class PublisherMerge(EntryMerge):
    """That two entries turned out to be one publisher: the sources went. The loser keeps its grades."""

    loser = models.OneToOneField(Publisher, models.PROTECT, related_name="merge")
    survivor = models.ForeignKey(Publisher, models.PROTECT, related_name="absorbed")

    class Meta(EntryMerge.Meta):
        constraints = of_two("publisher", _("A publisher is not merged into itself."))
