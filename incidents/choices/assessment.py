"""What we make of what was said: grades, confidence, and how a public value is decided."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Reliability(TextChoices):
    """Reliability of a publisher (Admiralty code, letter). Never multiplied with credibility."""

    A = "A", _("A: completely reliable")
    B = "B", _("B: usually reliable")
    C = "C", _("C: fairly reliable")
    D = "D", _("D: not usually reliable")
    E = "E", _("E: unreliable")
    F = "F", _("F: reliability cannot be judged")


class Credibility(IntegerChoices):
    """Credibility of one assertion (Admiralty code, number)."""

    CONFIRMED = 1, _("1: confirmed by other sources")
    PROBABLY_TRUE = 2, _("2: probably true")
    POSSIBLY_TRUE = 3, _("3: possibly true")
    DOUBTFUL = 4, _("4: doubtful")
    IMPROBABLE = 5, _("5: improbable")
    CANNOT_BE_JUDGED = 6, _("6: truth cannot be judged")


class Verification(TextChoices):
    """How far an assertion has been verified. Our assessment, apart from what was said."""

    UNREVIEWED = "unreviewed", _("Unreviewed")
    SINGLE_ORIGIN = "single_origin", _("Single origin")
    CORROBORATED = "corroborated", _("Corroborated")
    DISPUTED = "disputed", _("Disputed")
    REFUTED = "refuted", _("Refuted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Confidence(TextChoices):
    """How sure we are, in the three levels of ICD 203."""

    LOW = "low", _("Low confidence")
    MODERATE = "moderate", _("Moderate confidence")
    HIGH = "high", _("High confidence")


class AssertionRole(TextChoices):
    """What part an assertion plays in the resolved value."""

    RECOMMENDED = "recommended", _("Recommended")
    SUPPORTING = "supporting", _("Supporting")
    SUPERSEDED = "superseded", _("Superseded")


class ResolvedField(TextChoices):
    """A field whose public value is decided by a resolution."""

    OCCURRED = "occurred", _("When it happened")
    PLACE = "place", _("Where it happened")
    KILLED = "killed", _("Killed")
    WOUNDED = "wounded", _("Wounded")
    ATTACK_TYPES = "attack_types", _("Attack types")
    WEAPON_TYPES = "weapon_types", _("Weapon types")
    TARGET_TYPES = "target_types", _("Target types")
    TACTICS = "tactics", _("Tactics")


class ResolutionPolicy(TextChoices):
    """By which rule the public value was chosen."""

    NEWEST_OFFICIAL = "newest_official", _("Newest official figure")
    HIGHEST_GRADED = "highest_graded", _("Highest-graded assertion")
    RANGE_OF_RECOMMENDED = "range_of_recommended", _("Range over all recommended assertions")
    SINGLE_SOURCE = "single_source", _("The only source")
    EDITORS_CHOICE = "editors_choice", _("Editor's choice")


class AttributionState(TextChoices):
    """Where the question "who did it" stands for an incident."""

    UNCLAIMED = "unclaimed", _("Unclaimed")
    CLAIMED = "claimed", _("Claimed")
    ATTRIBUTED = "attributed", _("Attributed")
    CONTESTED = "contested", _("Contested")
    ADJUDICATED = "adjudicated", _("Found by a court")


class AttributionFit(TextChoices):
    """Whether two actors who are named for the same part of an incident can both be right."""

    COMPATIBLE = "compatible", _("Compatible: one is a branch of the other")
    CONTRADICTORY = "contradictory", _("Contradictory: one at most is right")


class ClaimState(TextChoices):
    """Whether anybody says "it was us", and whether more than one does who cannot both be right (GTD: compclaim)."""

    NONE = "none", _("Nobody claims it")
    CLAIMED = "claimed", _("Claimed")
    COMPETING = "competing", _("Competing claims")


class Definition(TextChoices):
    """How far an incident meets the three criteria for terrorism (GTD codebook, 2.1: crit1 to crit3, doubtterr)."""

    STRICT = "strict", _("All three criteria, without doubt")
    BROAD = "broad", _("At least two of three criteria, or doubted")
    OUTSIDE = "outside", _("Fewer than two criteria")
    UNDECIDED = "undecided", _("Not decided")
