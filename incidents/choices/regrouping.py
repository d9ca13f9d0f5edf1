"""How incidents are made one or two, and what moves when they are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RegroupingKind(TextChoices):
    """Whether two incidents were made one, or one two."""

    MERGE = "merge", _("Merge")
    SPLIT = "split", _("Split")


class MovedKind(TextChoices):
    """What a regrouping moved.

    A citation moves by itself where the link it stands at is on record in both incidents. A warning leaves one
    incident and joins the other, unless it was linked to both before.
    """

    CLAIM = "claim", _("Claim")
    STATEMENT = "statement", _("Reaction or analysis")
    LINK = "link", _("Link")
    CITATION = "citation", _("Citation")
    WARNING_LEFT = "warning_left", _("Warning, no longer linked")
    WARNING_JOINED = "warning_joined", _("Warning, newly linked")
