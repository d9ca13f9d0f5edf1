"""What is claimed, a shape a kind. What an answer gives as a claim's ``value`` can be sent again as it is."""

from typing import Final

from django.utils.translation import gettext as _
from rest_framework import serializers

from incidents.choices import (
    CODES,
    AssertionKind,
    AttributionKind,
    AttributionRole,
    CasualtyMeasure,
    CharacteristicKind,
    LocationMethod,
    LocationRole,
    PlacePrecision,
    Population,
    WarningAspect,
    WarningBasis,
    WarningOutcome,
    WarningSpecificity,
    YesNoUnknown,
)
from incidents.drafting.shapes.evidence import NamedShape
from incidents.drafting.shapes.fields import Decimal, Id, Number, Sent, Shape, code, day, span, text, words
from incidents.rules.precision import takes_a_point

WITH_A_CHANNEL: Final = frozenset({AttributionKind.RESPONSIBILITY_CLAIM, AttributionKind.DENIAL})


class CasualtyShape(Shape):
    """How many, in the source's words. The bounds follow from them by a named rule and are never sent."""

    verbatim = text("The source's words, such as “nearly 100”, “scores” or “91”.", most=200)
    measure = code(CasualtyMeasure)
    population = code(Population, default=Population.ALL)
    attackers_included = code(YesNoUnknown, default=YesNoUnknown.UNKNOWN)
    as_of = day("The day on which the count stood so.")
    scope = words("What it covers, where it is not the whole.", most=200)


class AttributionShape(Shape):
    """Who is named, at the level that the source names, and on what ground."""

    actor = NamedShape()
    ground = code(AttributionKind)
    role = code(AttributionRole, default=AttributionRole.CARRIED_OUT)
    claim_channel = words("Of a claim or a denial: through what it was made.", most=200)
    confidence_words = words("How sure the speaker is, in their words.", most=200)
    branch_of = words(
        "With a new claim: the organisation of which the source says that the actor is a branch.", most=200
    )

    def validate(self, attrs: Sent) -> Sent:
        """Refuse a channel of what has none."""
        if attrs["claim_channel"] and attrs["ground"] not in WITH_A_CHANNEL:
            raise serializers.ValidationError({"claim_channel": _("Only a claim or a denial has a channel.")})
        return attrs


class LocationShape(Shape):
    """Where. What is drawn never exceeds the precision."""

    place = Number(min_value=1, help_text="The id of a place, as `places/` gives it.")
    precision = code(PlacePrecision)
    latitude = Decimal(
        required=False,
        allow_null=True,
        default=None,
        min_value=-90,
        max_value=90,
        help_text="WGS 84; only where the precision is finer than a town.",
    )
    longitude = Decimal(required=False, allow_null=True, default=None, min_value=-180, max_value=180)
    uncertainty_m = Number(
        required=False, allow_null=True, default=None, min_value=1, max_value=10_000_000, help_text="Metres."
    )
    role = code(LocationRole, default=LocationRole.SITE)
    method = code(LocationMethod, default=LocationMethod.STATED)
    detail = words("In the source's words.", most=300)

    def validate(self, attrs: Sent) -> Sent:
        """Refuse half a position, and one that is finer than the precision."""
        if (attrs["latitude"] is None) != (attrs["longitude"] is None):
            raise serializers.ValidationError({"longitude": _("Give latitude and longitude, or neither.")})
        if attrs["latitude"] is not None and not takes_a_point(PlacePrecision(attrs["precision"])):
            sentence = _("A position can be given only where the precision is finer than a town.")
            raise serializers.ValidationError({"latitude": sentence})
        return attrs


class TimeShape(Shape):
    """When, in words or EDTF, read by the clock of the place."""

    when = text("“3 January 2024”, “early January 2024”, “3 January 2024 at 14:50”, or EDTF.", most=200)
    timezone = text("Of the place where it happened: an IANA name such as Asia/Tehran.", most=60)
    verbatim = words("The source's words, where they differ.", most=200)


class CharacteristicShape(Shape):
    """One coded fact."""

    characteristic = code(CharacteristicKind)
    code = text("From the vocabulary of that name; free words where there is none.", most=60)
    detail = words("In the source's words.", most=300)

    def validate(self, attrs: Sent) -> Sent:
        """Refuse a code that is not of the vocabulary; with those that are."""
        vocabulary = CODES.get(attrs["characteristic"])
        if vocabulary and attrs["code"] not in vocabulary.values:
            sentence = f"“{attrs['code']}” is not one of these: {', '.join(vocabulary.values)}."
            raise serializers.ValidationError({"code": sentence})
        return attrs


class SpecificityShape(Shape):
    """How specific a warning was on each axis."""

    place = code(WarningSpecificity, default=WarningSpecificity.UNKNOWN)
    time = code(WarningSpecificity, default=WarningSpecificity.UNKNOWN)
    target = code(WarningSpecificity, default=WarningSpecificity.UNKNOWN)
    actor = code(WarningSpecificity, default=WarningSpecificity.UNKNOWN)


class GivenShape(Shape):
    """A warning itself: who warned whom, how, and how specific it was."""

    warner = NamedShape()
    recipient = NamedShape()
    basis = code(WarningBasis, default=WarningBasis.UNKNOWN)
    basis_wording = words("In the source's words.", most=300)
    conveyed = span("When, as finely as it is said, in words or EDTF (UTC).")
    channel = words("Such as “private”.", most=200)
    intermediary = words(most=200)
    specificity = SpecificityShape(required=False)
    disclosed_on = day("The day on which it became public.")
    disclosed_by = Id(
        required=False, allow_null=True, default=None, help_text="The id of the source that disclosed it."
    )
    outcome = code(
        WarningOutcome,
        "As a source says; never inferred from the attack having happened.",
        default=WarningOutcome.UNKNOWN,
    )


class WarningShape(Shape):
    """What is said about a warning: one of this draft, by id, or a new one that is described."""

    warning = Id(required=False, allow_null=True, default=None, help_text="The id of a warning of this draft.")
    given = GivenShape(required=False, allow_null=True, default=None, help_text="A new one.")
    aspect = code(WarningAspect, "What is said about it.", default=WarningAspect.EXISTENCE)
    paraphrase = text("What is said, in our words.", most=500)

    def validate(self, attrs: Sent) -> Sent:
        """Refuse what is about no warning, or about two."""
        if bool(attrs["warning"]) == bool(attrs["given"]):
            sentence = "Give the id of a warning of this draft, or describe a new one in `given`."
            raise serializers.ValidationError({"warning": sentence})
        return attrs


VALUES: Final[dict[str, type[Shape]]] = {
    AssertionKind.CASUALTY.value: CasualtyShape,
    AssertionKind.ATTRIBUTION.value: AttributionShape,
    AssertionKind.LOCATION.value: LocationShape,
    AssertionKind.TIME.value: TimeShape,
    AssertionKind.CHARACTERISTIC.value: CharacteristicShape,
    AssertionKind.WARNING.value: WarningShape,
}
