"""What is sent of claims: a value, the speaker's voice, our assessment, and citations."""

from collections.abc import Mapping
from typing import Any, Final

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from incidents.choices import (
    AssertionRole,
    Confidence,
    Credibility,
    Modality,
    Polarity,
    Verification,
)
from incidents.drafting.shapes.evidence import quotes
from incidents.drafting.shapes.fields import MOST_CLAIMS, Sent, Shape, Strict, code, constant, reason, words
from incidents.drafting.shapes.values import VALUES
from incidents.selectors.assessment import DECIDED


class CredibilityField(Strict, serializers.ChoiceField):
    """The Admiralty code's number, or null."""

    takes = (int,)
    wanted = "Give a whole number from 1 to 6, or null."


class AssessmentShape(Shape):
    """Modality and polarity are the speaker's; the rest is ours."""

    modality = code(Modality, "In which voice it is said.", default=Modality.FACT)
    polarity = code(Polarity, "Said to be so, or denied.", default=Polarity.AFFIRMED)
    credibility = CredibilityField(
        Credibility.choices,
        required=False,
        allow_null=True,
        default=None,
        help_text="Admiralty code: 1 is confirmed, 6 cannot be judged.",
    )
    confidence = code(Confidence, "How sure we are.", default="")
    rationale = words("Why; required from moderate confidence up.", most=4000)
    role = code(AssertionRole, "Its part in the public value.", default=AssertionRole.RECOMMENDED)
    verification = code(
        Verification,
        f"`{Verification.UNREVIEWED}` for what the sources add up to, or our own verdict: "
        f"{', '.join(f'`{one}`' for one in Verification if one in DECIDED)}.",
        default=Verification.UNREVIEWED,
    )
    verification_reason = words("Why our verdict is another. Readers see it.", most=300)

    def validate(self, attrs: Sent) -> Sent:
        """Refuse an assessment without its reasons."""
        wrong = {}
        if attrs["confidence"] in {Confidence.MODERATE, Confidence.HIGH} and not attrs["rationale"]:
            wrong["rationale"] = "Say why, from moderate confidence up."
        if attrs["verification"] in DECIDED and not attrs["verification_reason"]:
            wrong["verification_reason"] = "Say why our verdict is another than the sources add up to."
        if attrs["verification"] not in {Verification.UNREVIEWED, *DECIDED}:
            wrong["verification"] = "This is computed or has an address of its own; it is never sent."
        if wrong:
            raise serializers.ValidationError(wrong)
        return attrs


def _of_kind(kind: str, value: type[Shape], name: str, **members: Any) -> type[AssessmentShape]:
    """The shape of a claim of one kind."""
    members |= {"kind": constant(kind), "value": value()}
    doc = f"A claim of the kind `{kind}`."
    return type(name.format(value.__name__.removesuffix("Shape")), (AssessmentShape,), {"__doc__": doc, **members})


CLAIMS: Final = {kind: _of_kind(kind, value, "New{}ClaimShape", citations=quotes()) for kind, value in VALUES.items()}
"""New claims, by kind."""

CHANGES: Final = {
    kind: _of_kind(kind, value, "Changed{}ClaimShape", edit_summary=reason()) for kind, value in VALUES.items()
}
"""Claims on record as they are to stand, by kind."""


@extend_schema_field(PolymorphicProxySerializer("NewClaim", {**CLAIMS}, resource_type_field_name="kind"))
class AnyClaim(serializers.Field[Any, Any, Any, Any]):
    """A claim of any kind: ``kind`` says which shape its ``value`` has."""

    def to_internal_value(self, data: Any) -> Sent:
        """The claim, understood as one of its kind.

        Raises:
            ValidationError: the kind is none, or what is sent is not of it.
        """
        kind = data.get("kind") if isinstance(data, Mapping) else None
        if not isinstance(kind, str) or kind not in CLAIMS:
            raise serializers.ValidationError({"kind": f"Give one of: {', '.join(CLAIMS)}."})
        shape = CLAIMS[kind](data=data)
        shape.is_valid(raise_exception=True)
        return dict(shape.validated_data)

    def to_representation(self, value: Any) -> Any:
        """As it is."""
        return value


class NewClaimsShape(Shape):
    """Claims that are recorded as one edit: all of them, or none."""

    claims = serializers.ListField(child=AnyClaim(), min_length=1, max_length=MOST_CLAIMS)
    edit_summary = reason()


@extend_schema_field({"type": "object", "additionalProperties": True})
class Members(serializers.Field[Any, Any, Any, Any]):
    """Members that depend on the kind."""


class ClaimChangeShape(AssessmentShape):
    """What is changed of a claim. What is not sent stays."""

    value = Members(help_text="Members of the value, by the kind of the claim.")
    edit_summary = reason()
