"""The trail of the work: who wrote, what moved, who holds the page open, what was published."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.choices import State
from incidents.models.incident import Incident
from incidents.models.review import Approval


class Contribution(models.Model):
    """One edit of an incident or of a child of it: the lineage that keeps authors from approving. Append-only."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="contributions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="contributions")
    at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField()
    verb = models.CharField(max_length=60)
    summary = models.CharField(_("edit summary"), max_length=300, blank=True)

    class Meta:
        ordering = ["-revision", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "revision"],
                name="contribution_once_per_revision",
                violation_error_message=_("This revision is already recorded."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.incident}, revision {self.revision}: {self.verb}"


class Transition(models.Model):
    """One move of the editorial state. Append-only, written only by ``incidents.workflow``."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="transitions")
    source = models.CharField(_("from"), max_length=20, choices=State)
    target = models.CharField(_("to"), max_length=20, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="transitions")
    at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField()
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="transition_moves",
                condition=~Q(source=F("target")),
                violation_error_message=_("A transition leads to another state."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.source} → {self.target}"


class Publication(models.Model):
    """Which approval stands behind a public version and who published it: the desk's side of the record.

    ``seal_salt`` (32 random bytes, hexadecimal) opens the log's seal over who did it, ``rules.seals``; empty in older
    rows. It never leaves the desk.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    approval = models.ForeignKey(Approval, models.PROTECT, null=True, blank=True, related_name="publications")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="publications")
    published_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField()
    seal_salt = models.CharField(max_length=64, blank=True, default="", db_default="")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "number"],
                name="publication_once_per_number",
                violation_error_message=_("This version is already published."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.incident}, version {self.number}"


class Lease(models.Model):
    """That somebody has the incident open. Shows presence and never blocks a save: the revision does."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="leases")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="leases")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "holder"],
                name="lease_once_per_person",
                violation_error_message=_("You already have this incident open."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.holder}: {self.incident}"


class UnsavedForm(models.Model):
    """What somebody has typed in a page of the desk and not saved yet. Nobody else is shown it.

    ``fields`` are the form's fields as a browser would send them (application/x-www-form-urlencoded).
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="unsaved_forms")
    address = models.CharField(max_length=300)
    fields = models.TextField()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-kept_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "address"],
                name="unsaved_form_once_per_page",
                violation_error_message=_("Something is kept for this page already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.address}"


class KeptAnswer(models.Model):
    """What a program was answered when it wrote something, so that it can ask the same again and is answered the same.

    ``name`` is its Idempotency-Key and ``request_sha256`` the hash of what it sent. ``answer`` holds ids, a revision
    and an address, and nothing of what was written. Forgotten after two days.
    """

    key = models.ForeignKey("accounts.ApiKey", models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    request_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-kept_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "name"],
                name="kept_answer_once_per_name",
                violation_error_message=_("A request of this name was answered already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.name}"


class ShiftNote(models.Model):
    """What somebody leaves for whoever comes next at the desk. Append-only: a correction is a note of its own."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="shift_notes")
    text = models.CharField(_("note"), max_length=1000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="shift_note_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Write the note."),
            )
        ]

    def __str__(self) -> str:
        return self.text
