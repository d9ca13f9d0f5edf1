"""A claim of a document: what was said, by whom, where, and apart from it what we make of it."""

from typing import Final

from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework import serializers

from incidents.api.serializers.fields import constant, term, words
from incidents.api.serializers.values import Document
from incidents.choices import (
    AssertionRole,
    AttributionKind,
    AttributionRole,
    CasualtyMeasure,
    CharacteristicKind,
    Confidence,
    Credibility,
    DatePrecision,
    Directness,
    LocationMethod,
    LocationRole,
    Modality,
    Naming,
    PlacePrecision,
    Polarity,
    Population,
    Quantifier,
    Stance,
    Verification,
    WarningAspect,
    YesNoUnknown,
)


class SpeakerSerializer(serializers.Serializer[Document]):
    """Whose words they are."""

    label = words("The name, the body or the description.")  # type: ignore[assignment]
    naming = term(Naming)
    description = words("Of somebody whom the source does not name.")
    anonymity_reason = words("Why the source does not name them.")
    directness = term(Directness, "How the speaker knows.")


class AnchorSerializer(serializers.Serializer[Document]):
    """Where the words stand in a snapshot: a TextQuoteSelector and a TextPositionSelector of W3C Web Annotation."""

    capture = words("SHA-256 of the snapshot, which is listed with its source.")
    prefix = words("Up to 60 characters before the words, where anybody may read the source; else empty.")
    exact = words("The words as the snapshot has them: white space and quotation marks may differ from the quote.")
    suffix = words("Up to 60 characters after them.")
    start = serializers.IntegerField(help_text="The first character in the snapshot's text, counted from 0 in Unicode.")
    end = serializers.IntegerField(help_text="The character after the last.")


class CitationSerializer(serializers.Serializer[Document]):
    """The words of a source and where they stand in it."""

    id = serializers.UUIDField()
    source = serializers.UUIDField(help_text="The id of a source of the document.")  # type: ignore[assignment]
    quote = words("The source's own words, in its language.")
    locator = words("Page, paragraph or minute.")
    stance = term(Stance, "What it does to the claim.")
    translation = words("The words in English, where they are in another language.")
    speaker = SpeakerSerializer(allow_null=True)
    said_on = serializers.DateField(allow_null=True, help_text="When the speaker said it.")
    reported_on = serializers.DateField(allow_null=True, help_text="When the source reported it.")
    anchor = AnchorSerializer(
        allow_null=True,
        required=False,
        help_text="Null where no text is kept that holds the words; missing from versions before there were anchors.",
    )


class ClaimSerializer(serializers.Serializer[Document]):
    """What every claim has, whatever it is about."""

    id = serializers.UUIDField()
    text = words("The claim in words.")
    polarity = term(Polarity)
    modality = term(Modality, "In which voice the source says it.")
    verification = term(Verification, "Our assessment.")
    verification_computed = term(Verification, "What the sources add up to.", required=False)
    verification_reason = serializers.CharField(
        required=False, allow_blank=True, help_text="Why our assessment is another, where it is."
    )
    origins = serializers.IntegerField(help_text="How many independent origins say so: copies count once.")
    origin_groups = serializers.ListField(
        child=serializers.ListField(child=serializers.UUIDField()),
        required=False,
        help_text="The citations that say so, by independent origin.",
    )
    credibility = serializers.ChoiceField(
        Credibility.choices, allow_null=True, help_text="Admiralty code, number: 1 is confirmed, 6 cannot be judged."
    )
    credibility_text = words("The same in words.")
    confidence = term(Confidence, "How sure we are, by ICD 203.", blank=True)
    rationale = words("Our reasons.")
    role = term(AssertionRole, "What part it plays in the value that the record gives.")
    supersedes = serializers.UUIDField(allow_null=True, help_text="The older claim in whose place it stands.")
    citations = CitationSerializer(many=True)


class CasualtyValueSerializer(serializers.Serializer[Document]):
    """A count, with the bounds that its words allow."""

    measure = term(CasualtyMeasure)
    population = term(Population)
    attackers_included = term(YesNoUnknown)
    verbatim = words("The source's words, such as “nearly 100”.")
    quantifier = term(Quantifier, "What kind of words those are.", blank=True)
    low = serializers.IntegerField(allow_null=True)
    best = serializers.IntegerField(allow_null=True)
    high = serializers.IntegerField(allow_null=True)
    rule = words("The rule by which the words became bounds.")
    as_of = serializers.DateField(allow_null=True, help_text="The day on which the count stood so.")
    scope = words("Which part of the event it counts, where not all of it.")


class AttributionValueSerializer(serializers.Serializer[Document]):
    """An actor who is named, and on what ground."""

    actor = words("The actor's short name.")
    actor_name = words()
    ground = term(AttributionKind)
    ground_text = words()
    role = term(AttributionRole)
    role_text = words()
    claim_channel = words("Through what a responsibility claim was made.")
    confidence_words = words("How sure the speaker is, in their words.")


class LocationValueSerializer(serializers.Serializer[Document]):
    """A place that is named. What may be drawn of it is in the document's place."""

    role = term(LocationRole)
    place = words()
    country_code = words("ISO 3166-1 alpha-2.")
    precision = term(PlacePrecision)
    method = term(LocationMethod)
    detail = words()


class TimeValueSerializer(serializers.Serializer[Document]):
    """A time as the source gives it, as an interval."""

    edtf = words("ISO 8601-2 (EDTF).")
    earliest = serializers.DateTimeField()
    latest = serializers.DateTimeField()
    precision = term(DatePrecision)
    timezone = words("IANA name.")
    verbatim = words("The source's words.")


class CharacteristicValueSerializer(serializers.Serializer[Document]):
    """A coded fact."""

    characteristic = term(CharacteristicKind)
    code = words("From the vocabulary of that name; free words where there is none.")
    label = words()  # type: ignore[assignment]
    detail = words()


class WarningValueSerializer(serializers.Serializer[Document]):
    """What somebody says about a warning."""

    warning = serializers.UUIDField(help_text="The id of a warning of the document.")
    aspect = term(WarningAspect)
    paraphrase = words()


class CasualtyClaimSerializer(ClaimSerializer):
    """A claim about how many."""

    kind = constant("casualty")
    value = CasualtyValueSerializer()


class AttributionClaimSerializer(ClaimSerializer):
    """A claim about who."""

    kind = constant("attribution")
    value = AttributionValueSerializer()


class LocationClaimSerializer(ClaimSerializer):
    """A claim about where."""

    kind = constant("location")
    value = LocationValueSerializer()


class TimeClaimSerializer(ClaimSerializer):
    """A claim about when."""

    kind = constant("time")
    value = TimeValueSerializer()


class CharacteristicClaimSerializer(ClaimSerializer):
    """A claim about what kind of attack it was."""

    kind = constant("characteristic")
    value = CharacteristicValueSerializer()


class WarningClaimSerializer(ClaimSerializer):
    """A claim about a warning before the attack."""

    kind = constant("warning")
    value = WarningValueSerializer()


ANY_CLAIM: Final = PolymorphicProxySerializer(
    "Claim",
    {
        "casualty": CasualtyClaimSerializer,
        "attribution": AttributionClaimSerializer,
        "location": LocationClaimSerializer,
        "time": TimeClaimSerializer,
        "characteristic": CharacteristicClaimSerializer,
        "warning": WarningClaimSerializer,
    },
    resource_type_field_name="kind",
)
