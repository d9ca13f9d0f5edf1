"""Verification by a second person: reviews, comments, approvals and waivers."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import ApprovalDecision, CommentState, GateKey, ReviewReason, ReviewVerdict
from incidents.models.assertion import Assertion
from incidents.models.history import tracked
from incidents.models.incident import Incident


@tracked
class Review(models.Model):
    """One round of review over one revision of an incident."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="reviews")
    revision = models.PositiveIntegerField()
    content_sha256 = models.CharField(max_length=64)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reviews_requested")
    requested_at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(_("note to the reviewer"), blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="reviews_made"
    )
    verdict = models.CharField(max_length=18, choices=ReviewVerdict, default=ReviewVerdict.OPEN)
    reasons = ArrayField(models.CharField(max_length=24, choices=ReviewReason), default=list, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident"],
                condition=Q(verdict=ReviewVerdict.OPEN),
                name="review_open_once",
                violation_error_message=_("This incident is already in review."),
            ),
            models.CheckConstraint(
                name="review_decided_by_another",
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=models.F("requested_by")),
                violation_error_message=_("Nobody reviews what they submitted."),
            ),
            models.CheckConstraint(
                name="review_reasons_are_known",
                condition=Q(reasons__contained_by=ReviewReason.values),
                violation_error_message=_("Choose reasons from the list."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}, revision {self.revision}"


@tracked
class ReviewComment(models.Model):
    """A remark bound to an assertion or to a field."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="comments")
    assertion = models.ForeignKey(Assertion, models.CASCADE, null=True, blank=True, related_name="comments")
    field = models.CharField(_("field"), max_length=40, blank=True)
    text = models.TextField(_("comment"))
    state = models.CharField(max_length=8, choices=CommentState, default=CommentState.OPEN)
    blocking = models.BooleanField(_("must be answered before approval"), default=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="review_comments")
    written_at = models.DateTimeField(auto_now_add=True)

    veiled = False
    """Whether its words were taken out, in memory, for somebody who may not know the claim that it is about."""

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="comment_is_bound",
                condition=Q(assertion__isnull=False) | ~Q(field=""),
                violation_error_message=_("Say which claim or field the comment is about."),
            )
        ]

    def __str__(self) -> str:
        return self.text


@tracked
class SmallEdit(models.Model):
    """That a reviewer asked a colleague for a small edit: what the colleague saves stays in review.

    ``revision`` is what the reviewer had looked at. It holds while the review is open, until another one is asked for.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="small_edits")
    revision = models.PositiveIntegerField()
    what = models.CharField(_("what to change"), max_length=500)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="small_edits")
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(ended_at__isnull=True),
                name="small_edit_asked_once",
                violation_error_message=_("Somebody is asked for a small edit already."),
            ),
            models.CheckConstraint(
                name="small_edit_by_another",
                condition=~Q(asked_by=models.F("asked_of")),
                violation_error_message=_("Who is to approve it edits nothing: ask somebody else."),
            ),
            models.CheckConstraint(
                name="small_edit_says_what",
                condition=~Q(what=""),
                violation_error_message=_("Say what to change."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review}: {self.what}"


class Approval(models.Model):
    """That a person who wrote none of it found exactly this content right.

    ``content_sha256`` is over the canonical JSON (RFC 8785) of everything that would be public. The row is never
    deleted and nothing but ``lapsed_at`` is ever changed: any later edit lapses it. The database refuses an approver
    who contributed since the last publication.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="approvals")
    review = models.ForeignKey(Review, models.PROTECT, related_name="approvals")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="approvals")
    decision = models.CharField(max_length=6, choices=ApprovalDecision, default=ApprovalDecision.FIRST)
    revision = models.PositiveIntegerField()
    content_sha256 = models.CharField(max_length=64)
    approved_at = models.DateTimeField(auto_now_add=True)
    lapsed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-approved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "revision", "approver"],
                name="approval_once_per_person",
                violation_error_message=_("You have already approved this revision."),
            ),
            models.CheckConstraint(
                name="approval_hash_is_sha256",
                condition=Q(content_sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("An approval names the SHA-256 of what it approves."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}, revision {self.revision}"


class Waiver(models.Model):
    """A signed, public exception from one evidence gate, for one revision onward."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="waivers")
    gate = models.CharField(max_length=12, choices=GateKey)
    reason = models.CharField(_("reason, shown to the public"), max_length=500)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="waivers")
    signed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["signed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="waiver_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("A waiver gives its reason: readers will see it."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.get_gate_display()}"
