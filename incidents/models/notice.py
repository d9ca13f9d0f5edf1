"""What people are told of, how they want to be told, and which incidents they follow."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import MailPace, NoticeEvent
from incidents.models.incident import Incident


class Notice(models.Model):
    """That something happened which somebody is told of: one row a person, in their bell until they have read it.

    ``key`` names what happened; with the recipient it is unique, so that nobody is told of one thing twice. ``pace`` is
    how they wanted to be written to when it happened. ``claimed_at`` is set before the e-mail is handed over,
    ``mailed_at`` after: what was claimed is never sent again, whatever becomes of the worker in between.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    event = models.CharField(max_length=18, choices=NoticeEvent)
    key = models.CharField(max_length=120)
    incident = models.ForeignKey(Incident, models.CASCADE, null=True, blank=True, related_name="notices")
    reference = models.CharField(max_length=11, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    pace = models.CharField(max_length=9, choices=MailPace)
    claimed_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "key"],
                name="notice_once",
                violation_error_message=_("This person was told of it already."),
            ),
            models.CheckConstraint(
                name="notice_mailed_after_claim",
                condition=Q(mailed_at__isnull=True) | Q(mailed_at__gte=F("claimed_at")),
                violation_error_message=_("An e-mail is claimed before it is sent."),
            ),
        ]
        indexes = [
            models.Index(fields=["recipient"], condition=Q(read_at__isnull=True), name="notice_unread"),
            models.Index(fields=["recipient", "-id"], name="notice_by_recipient"),
            models.Index(
                fields=["recipient"],
                condition=Q(pace=MailPace.DAILY, claimed_at__isnull=True, read_at__isnull=True),
                name="notice_for_digest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()} ({self.recipient})"


class NoticeChoice(models.Model):
    """How somebody wants to be written to about one event, where it is not the usual way."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choices")
    event = models.CharField(max_length=18, choices=NoticeEvent)
    pace = models.CharField(max_length=9, choices=MailPace)

    class Meta:
        ordering = ["person", "event"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "event"],
                name="notice_choice_once",
                violation_error_message=_("This is chosen already."),
            ),
            models.CheckConstraint(
                name="notice_choice_known",
                condition=Q(pace__in=MailPace.values, event__in=NoticeEvent.values),
                violation_error_message=_("Choose at once, once a day, or not at all."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.event}: {self.pace}"


class Follow(models.Model):
    """That somebody wants to be told of what happens to an incident."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    incident = models.ForeignKey(Incident, models.CASCADE, related_name="follows")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "incident"],
                name="follow_once",
                violation_error_message=_("You follow this incident already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.incident}"
