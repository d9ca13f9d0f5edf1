"""What somebody said of an incident, kept apart from what we make of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import (
    AssertionKind,
    AssertionRole,
    Confidence,
    Credibility,
    Modality,
    Polarity,
    Verification,
)
from incidents.models.history import tracked
from incidents.models.incident import Incident
from incidents.querysets.assertion import AssertionQuerySet


@tracked
class Assertion(models.Model):
    """What is common to every assertion; the typed child of the same key holds its value.

    Polarity and modality are the speaker's. Verification, credibility, confidence (with its rationale) and role are
    ours; ``verification`` is "unreviewed" while it is what the evidence adds up to (``selectors.assessment``), and any
    other verdict has a public reason. ``incident`` is empty only for a statement about a warning without an attack.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    incident = models.ForeignKey(Incident, models.CASCADE, null=True, blank=True, related_name="assertions")
    kind = models.CharField(_("kind"), max_length=14, choices=AssertionKind, editable=False)
    polarity = models.CharField(_("polarity"), max_length=8, choices=Polarity, default=Polarity.AFFIRMED)
    modality = models.CharField(_("modality"), max_length=8, choices=Modality, default=Modality.FACT)
    verification = models.CharField(
        _("verification"), max_length=13, choices=Verification, default=Verification.UNREVIEWED
    )
    verification_reason = models.CharField(_("why our verdict is another"), max_length=300, blank=True)
    credibility = models.PositiveSmallIntegerField(_("credibility"), choices=Credibility, null=True, blank=True)
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence, blank=True)
    rationale = models.TextField(_("why we are that sure"), blank=True)
    role = models.CharField(_("role"), max_length=11, choices=AssertionRole, default=AssertionRole.RECOMMENDED)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name=_("supersedes")
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assertions_recorded")
    recorded_at = models.DateTimeField(auto_now_add=True)

    veiled = False
    """Whether this one stands, in memory, for a claim that whoever is looking may not know (``docs/adr/0014``)."""

    objects = AssertionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="assertion_has_incident",
                condition=Q(incident__isnull=False) | Q(kind=AssertionKind.WARNING),
                violation_error_message=_("An assertion is about an incident."),
            ),
            models.CheckConstraint(
                name="assertion_confidence_has_rationale",
                condition=Q(confidence__in=["", Confidence.LOW]) | ~Q(rationale=""),
                violation_error_message=_("Say why, from moderate confidence up."),
            ),
            models.CheckConstraint(
                name="assertion_verdict_has_reason",
                condition=Q(verification__in=[Verification.UNREVIEWED, Verification.WITHDRAWN])
                | ~Q(verification_reason=""),
                violation_error_message=_("Say why our verdict is another than the sources add up to."),
            ),
            models.CheckConstraint(
                name="assertion_credibility_in_scale",
                condition=Q(credibility__isnull=True) | Q(credibility__range=(1, 6)),
                violation_error_message=_("Credibility runs from 1 to 6."),
            ),
            models.CheckConstraint(
                name="assertion_not_superseding_itself",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                violation_error_message=_("An assertion does not supersede itself."),
            ),
        ]
        indexes = [models.Index(fields=["incident", "kind"], name="assertion_by_incident")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.uid}"

    @property
    def stands(self) -> bool:
        """Whether it still counts: neither taken back nor replaced."""
        return self.verification != Verification.WITHDRAWN and self.role != AssertionRole.SUPERSEDED

    @property
    def is_recommended(self) -> bool:
        """Whether the public value rests on it; see ``AssertionQuerySet.recommended``."""
        return self.stands and self.role == AssertionRole.RECOMMENDED and self.verification != Verification.REFUTED
