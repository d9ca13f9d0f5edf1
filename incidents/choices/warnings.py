"""Warnings: what is said of them and how specific they were."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WarningAspect(TextChoices):
    """Which part of a warning a statement is about."""

    EXISTENCE = "existence", _("That it was given")
    CONTENT = "content", _("What it said")
    RESPONSE = "response", _("What the recipient did")


class WarningResponse(TextChoices):
    """What is known of the recipient's answer; from what is said of it, and never from the attack's having happened."""

    UNKNOWN = "unknown", _("Not known")
    REPORTED = "reported", _("Reported")
    DENIED = "denied", _("Denied")
    DISPUTED = "disputed", _("Reported, and denied")


class WarningBasis(TextChoices):
    """Why a warning was given."""

    DUTY_TO_WARN = "duty_to_warn", _("Duty to warn")
    TREATY = "treaty", _("Treaty")
    COURTESY = "courtesy", _("Courtesy")
    PUBLIC_ADVISORY = "public_advisory", _("Public advisory")
    UNKNOWN = "unknown", _("Basis not known")


class WarningSpecificity(TextChoices):
    """How specific a warning was on one axis."""

    NONE = "none", _("Nothing")
    GENERAL = "general", _("In general terms")
    SPECIFIC = "specific", _("Specific")
    UNKNOWN = "unknown", _("Not known")


class WarningOutcome(TextChoices):
    """What became of the attack warned of, as said by a source; never inferred from its having happened."""

    PREVENTED = "prevented", _("Prevented")
    PARTLY = "partly", _("Partly prevented")
    NOT_PREVENTED = "not_prevented", _("Not prevented")
    UNKNOWN = "unknown", _("Unknown")
