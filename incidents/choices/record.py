"""What the public sees: kinds of version and the state of a permanent id."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from incidents.choices.evidence import AssertionKind


class VersionKind(TextChoices):
    """Why a version was published."""

    FIRST = "first", _("First published")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPGRADE = "upgrade", _("Upgrade")
    DOWNGRADE = "downgrade", _("Downgrade")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    MERGE = "merge", _("Merge")
    SPLIT = "split", _("Split")


IN_THE_LEDGER: Final = (
    VersionKind.CORRECTION,
    VersionKind.CLARIFICATION,
    VersionKind.UPGRADE,
    VersionKind.DOWNGRADE,
    VersionKind.WITHDRAWAL,
    VersionKind.MERGE,
    VersionKind.SPLIT,
)
"""Kinds of version that say that the record said something else before. An update adds and is not among them."""


class ReviewerRole(TextChoices):
    """In which role somebody approved a version."""

    REVIEWER = "reviewer", _("Reviewer")
    PUBLISHER = "publisher", _("Publisher")
    SENIOR = "senior", _("Senior editor")
    ADMINISTRATOR = "administrator", _("Administrator")


class PublicStatus(TextChoices):
    """What an address answers: the incident, a tombstone, or a redirect."""

    LIVE = "live", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    MERGED = "merged", _("Merged")


class ReleaseChange(TextChoices):
    """What became of an incident from one release to the next."""

    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    CORRECTED = "corrected", _("Corrected")
    MERGED = "merged", _("Merged")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ReportState(TextChoices):
    """What became of an error that a reader reported. The public sees this and the outcome, and nothing they wrote."""

    RECEIVED = "received", _("Received")
    LOOKED_AT = "looked_at", _("Being looked at")
    CORRECTED = "corrected", _("Corrected")
    DECLINED = "declined", _("Declined")


class ElementKind(TextChoices):
    """What stands in a published document as a thing of its own; claims by what they are about."""

    TIME = AssertionKind.TIME.value, _("Time")
    LOCATION = AssertionKind.LOCATION.value, _("Location")
    CASUALTY = AssertionKind.CASUALTY.value, _("Casualty estimate")
    ATTRIBUTION = AssertionKind.ATTRIBUTION.value, _("Attribution")
    CHARACTERISTIC = AssertionKind.CHARACTERISTIC.value, _("Characteristic")
    WARNING = AssertionKind.WARNING.value, _("What is said of a warning")
    GIVEN_WARNING = "given_warning", _("Warning")
    STATEMENT = "statement", _("Reaction or analysis")
    LINK = "link", _("Link to another incident")
    SOURCE = "source", _("Source that is cited")
    ACTOR = "actor", _("Actor that is named")


CLAIMS: Final = tuple(ElementKind(kind.value) for kind in AssertionKind)
"""The kinds of element that are claims."""


class NameKind(TextChoices):
    """What a name in the published record is the name of."""

    PLACE = "place", _("Place")
    PROVINCE = "province", _("Province")
    COUNTRY = "country", _("Country")
    ACTOR = "actor", _("Actor")
    PUBLISHER = "publisher", _("Publisher")
    SOURCE = "source", _("Source")
