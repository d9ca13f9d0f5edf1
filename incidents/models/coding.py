"""Second coding: somebody else codes fields of an incident from its sources, blind, to see how far two people agree."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import CodedField
from incidents.models.history import tracked
from incidents.models.incident import Incident


@tracked
class SecondCoding(models.Model):
    """That a reviewer asked a colleague to code some fields of an incident without seeing what others had coded.

    Until it is done or given back the coder cannot open the incident anywhere (``IncidentQuerySet.visible_to``).
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="second_codings")
    fields = ArrayField(models.CharField(max_length=12, choices=CodedField), verbose_name=_("fields"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="second_codings")
    asked_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    given_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "coder"],
                condition=Q(done_at__isnull=True, given_back_at__isnull=True),
                name="second_coding_asked_once",
                violation_error_message=_("This person is asked to code this incident already."),
            ),
            models.CheckConstraint(
                name="second_coding_by_another",
                condition=~Q(coder=models.F("asked_by")),
                violation_error_message=_("Ask somebody else: you have seen what was coded."),
            ),
            models.CheckConstraint(
                name="second_coding_done_or_given_back",
                condition=Q(done_at__isnull=True) | Q(given_back_at__isnull=True),
                violation_error_message=_("What is coded is not given back."),
            ),
            models.CheckConstraint(
                name="second_coding_of_something",
                condition=Q(fields__len__gt=0, fields__contained_by=CodedField.values),
                violation_error_message=_("Choose at least one field."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}, {self.coder}"


class CodedAnswer(models.Model):
    """What the second coder made of one field, beside what stood in the incident at that moment. Append-only.

    Neither is ever an assertion or public. ``first`` and ``second`` are of the shapes that ``selectors.second_coding``
    describes; null says that it is unknown.
    """

    coding = models.ForeignKey(SecondCoding, models.PROTECT, related_name="answers")
    field = models.CharField(max_length=12, choices=CodedField)
    first = models.JSONField(null=True, blank=True)
    second = models.JSONField(null=True, blank=True)
    agrees = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["coding", "field"],
                name="coded_answer_once_per_field",
                violation_error_message=_("This field is coded already."),
            ),
            models.CheckConstraint(
                name="coded_answer_of_known_field",
                condition=Q(field__in=CodedField.values),
                violation_error_message=_("This field cannot be coded."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coding}: {self.get_field_display()}"
