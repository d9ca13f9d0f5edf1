"""Where it is said: the tie between a source and what rests on it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import Stance
from incidents.models.actor import ActorRelation
from incidents.models.assertion import Assertion
from incidents.models.history import tracked
from incidents.models.incident import SummarySentence
from incidents.models.link import IncidentLink
from incidents.models.source import Source
from incidents.models.speaker import Speaker
from incidents.models.statement import Statement

TARGETS = ("assertion", "statement", "link", "relation", "sentence")


def one_target() -> Q:
    """True when exactly one of the five targets is set."""
    condition = Q()
    for target in TARGETS:
        condition |= Q(**{f"{name}__isnull": name != target for name in TARGETS})
    return condition


@tracked
class Citation(models.Model):
    """A source says so, in these words, at this place, in this speaker's voice.

    ``quote`` is verbatim and at most 300 characters; a work cited as a whole has no quote but says so in ``locator``
    (paragraph, page, timecode, "whole work"). Exactly one target is set.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    assertion = models.ForeignKey(Assertion, models.CASCADE, null=True, blank=True, related_name="citations")
    statement = models.ForeignKey(Statement, models.CASCADE, null=True, blank=True, related_name="citations")
    link = models.ForeignKey(IncidentLink, models.CASCADE, null=True, blank=True, related_name="citations")
    relation = models.ForeignKey(ActorRelation, models.CASCADE, null=True, blank=True, related_name="citations")
    sentence = models.ForeignKey(SummarySentence, models.CASCADE, null=True, blank=True, related_name="citations")
    quote = models.CharField(_("quote"), max_length=300, blank=True)
    locator = models.CharField(_("where in the source"), max_length=100, blank=True)
    stance = models.CharField(_("stance"), max_length=11, choices=Stance, default=Stance.SUPPORTS)
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="citations", verbose_name=_("speaker")
    )
    said_on = models.DateField(_("said on"), null=True, blank=True)
    reported_on = models.DateField(_("reported on"), null=True, blank=True)
    translation = models.CharField(_("translation of the quote"), max_length=400, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["reported_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="citation_has_one_target",
                condition=one_target(),
                violation_error_message=_("A citation supports exactly one thing."),
            ),
            models.CheckConstraint(
                name="citation_has_quote_or_locator",
                condition=~Q(quote="") | ~Q(locator=""),
                violation_error_message=_("Give the quote, or say where in the source it stands."),
            ),
        ]

    def __str__(self) -> str:
        return self.quote or self.locator
