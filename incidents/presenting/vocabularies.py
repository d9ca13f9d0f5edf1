"""The controlled vocabularies that public documents and parameters speak."""

import inspect
import re
from typing import Any, Final

from django.db.models import Choices

from incidents import choices

PUBLIC: Final[tuple[type[Choices], ...]] = (
    choices.AttackType,
    choices.AttackFamily,
    choices.WeaponType,
    choices.TargetType,
    choices.Tactic,
    choices.Outcome,
    choices.CharacteristicKind,
    choices.Alternative,
    choices.AttributionKind,
    choices.AttributionRole,
    choices.AttributionState,
    choices.AttributionFit,
    choices.ClaimState,
    choices.Definition,
    choices.ActorKind,
    choices.ActorRelationKind,
    choices.CasualtyMeasure,
    choices.Population,
    choices.Quantifier,
    choices.YesNoUnknown,
    choices.DatePrecision,
    choices.PlacePrecision,
    choices.LocationRole,
    choices.LocationMethod,
    choices.AssertionKind,
    choices.AssertionRole,
    choices.Polarity,
    choices.Modality,
    choices.Verification,
    choices.Credibility,
    choices.Confidence,
    choices.ResolutionPolicy,
    choices.Stance,
    choices.Naming,
    choices.Directness,
    choices.SourceKind,
    choices.Access,
    choices.PublisherKind,
    choices.Reliability,
    choices.DerivationKind,
    choices.WarningAspect,
    choices.WarningBasis,
    choices.WarningSpecificity,
    choices.WarningOutcome,
    choices.WarningResponse,
    choices.LinkKind,
    choices.GateKey,
    choices.VersionKind,
    choices.ReviewerRole,
    choices.PublicStatus,
)


def vocabularies() -> list[dict[str, Any]]:
    """Each vocabulary with its name, what it is for, and its codes in order."""
    return [
        {
            "name": name_of(vocabulary),
            "about": about(vocabulary),
            "terms": [{"code": value, "label": str(label)} for value, label in vocabulary.choices if value != ""],
        }
        for vocabulary in PUBLIC
    ]


def name_of(vocabulary: type[Choices]) -> str:
    """The name as members of documents are spelt: ``attack_type`` for ``AttackType``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", vocabulary.__name__).lower()


def about(vocabulary: type[Choices]) -> str:
    """What the vocabulary says of itself, on one line."""
    return " ".join((inspect.getdoc(vocabulary) or "").replace("``", "").split())
