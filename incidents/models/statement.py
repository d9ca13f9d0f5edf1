"""Reactions and analysis: said about an incident, changing none of its values."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.models.history import tracked
from incidents.models.incident import Incident
from incidents.models.speaker import Speaker


@tracked
class Statement(models.Model):
    """What a named person or body says about the incident or its context. Cited through ``Citation.statement``."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    incident = models.ForeignKey(Incident, models.CASCADE, related_name="statements")
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="statements", verbose_name=_("speaker"))
    made_on = models.DateField(_("made on"), null=True, blank=True)
    paraphrase = models.CharField(_("in our words"), max_length=500)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    veiled = False
    """Whether, in memory, it stands for one that whoever is looking may not know."""

    class Meta:
        ordering = ["made_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="statement_says_something",
                condition=~Q(paraphrase=""),
                violation_error_message=_("Say in our words what was said."),
            )
        ]

    def __str__(self) -> str:
        return self.paraphrase
