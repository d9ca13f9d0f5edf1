"""Values that lists and documents share: when, where, how many, by whom as somebody says."""

from typing import Any, Final

from rest_framework import serializers

from incidents.api.serializers.fields import GEOMETRY, described, lists, term, terms, words
from incidents.choices import (
    AttributionFit,
    AttributionKind,
    AttributionState,
    DatePrecision,
    PlacePrecision,
    ResolutionPolicy,
)

Document = dict[str, Any]
"""A part of a version's content, handed on as it was approved and hashed."""


class WhySerializer(serializers.Serializer[Document]):
    """Why the record says this: by which rule it was chosen, and from which claims."""

    policy = term(ResolutionPolicy)
    policy_text = words("The rule in words.")
    reason = words("The editor's reason.")
    claims = lists("Ids of the claims that the value rests on.")


class RangeSerializer(serializers.Serializer[Document]):
    """How many. Each bound is null where no source gives it, which does not mean zero."""

    low = serializers.IntegerField(allow_null=True, help_text="At least so many.")
    best = serializers.IntegerField(allow_null=True, help_text="The figure itself.")
    high = serializers.IntegerField(allow_null=True, help_text="At most so many.")
    text = words("In words, as the sources have it.")


class VoiceSerializer(serializers.Serializer[Document]):
    """Somebody who says so, and where."""

    name = words("The speaker or, where none is recorded, the publisher.")
    publisher = words("Who published the source that says so.")


SAID_BY: Final = "Who says so, each once for each publisher. The document holds their words."


class SaidRangeSerializer(RangeSerializer):
    """How many, and who says so."""

    said_by = VoiceSerializer(many=True, help_text=SAID_BY)


class ResolvedRangeSerializer(RangeSerializer):
    """How many, and why the record says so."""

    why = WhySerializer()


class IntervalSerializer(serializers.Serializer[Document]):
    """When it happened: between two instants, as finely as the sources allow."""

    earliest = serializers.DateTimeField(help_text="The first instant, UTC.")
    latest = serializers.DateTimeField(help_text="The last instant, UTC.")
    precision = term(DatePrecision)
    edtf = words("ISO 8601-2 (EDTF), by the clock of the place.")
    text = words("In words.")


class SaidIntervalSerializer(IntervalSerializer):
    """When it happened, and who says so."""

    said_by = VoiceSerializer(many=True, help_text=SAID_BY)


class ResolvedIntervalSerializer(IntervalSerializer):
    """When it happened, and why the record says so."""

    timezone = words("The place's time zone, by its IANA name.")
    why = WhySerializer()


class PlaceSerializer(serializers.Serializer[Document]):
    """Where it happened, in names, and how finely that is known."""

    name = words("The place as the gazetteer names it.")
    country_code = words("ISO 3166-1 alpha-2; NA is Namibia.")
    country_name = words()
    province_code = words("ISO 3166-2, where one is known.")
    province_name = words()
    precision = term(PlacePrecision)
    uncertainty_m = serializers.IntegerField(
        allow_null=True, help_text="Radius in metres around the point; null where an area is drawn, or nothing."
    )


class SaidPlaceSerializer(PlaceSerializer):
    """Where it happened, and who says so."""

    said_by = VoiceSerializer(many=True, help_text=SAID_BY)


class ResolvedPlaceSerializer(PlaceSerializer):
    """Where it happened, what may be drawn of it, and why the record says so."""

    native_name = words("The name in the place's own script.")
    other_names = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="Other names that it is looked for by. Absent in versions from before they were kept.",
    )
    precision_text = words("The precision in words.")
    drawing = described({"type": "string", "enum": ["point", "point_in_ring", "area", "nothing"]})
    geometry = described(GEOMETRY)
    why = WhySerializer()


class AttributionPairSerializer(serializers.Serializer[Document]):
    """Two actors named for one part of it: whether one is a branch of the other, so that both can be right."""

    relation = term(AttributionFit)
    text = words("The same in a sentence.")
    claims = serializers.ListField(child=serializers.UUIDField(), help_text="The claims that name them.")


class AttributionSerializer(serializers.Serializer[Document]):
    """Where the question who did it stands. To be named is not to be found guilty."""

    state = term(AttributionState)
    actors = lists("Short names of the actors that somebody names.")
    kinds = terms(AttributionKind, "On what grounds they are named.")
    pairs = AttributionPairSerializer(
        many=True, required=False, help_text="Absent in versions from before they were compared."
    )


class CodedSerializer(serializers.Serializer[Document]):
    """A coded fact with the claims that state it."""

    code = words("From the vocabulary of this name.")
    label = words("In words.")  # type: ignore[assignment]
    claims = lists("Ids of the claims that state it.")
