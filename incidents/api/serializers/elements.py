"""Things of a document by themselves: each as the document has it, with its incident and whoever says so.

The serializers describe them; they never run.
"""

from typing import Final

from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework import serializers

from incidents.api.serializers.claims import (
    AttributionClaimSerializer,
    CasualtyClaimSerializer,
    CharacteristicClaimSerializer,
    CitationSerializer,
    LocationClaimSerializer,
    TimeClaimSerializer,
    WarningClaimSerializer,
)
from incidents.api.serializers.context import StatementSerializer, WarningSerializer
from incidents.api.serializers.fields import term, words
from incidents.api.serializers.provenance import ProvenanceSourceSerializer
from incidents.api.serializers.values import Document
from incidents.choices import AssertionKind, LinkKind


class OfIncidentSerializer(serializers.Serializer[Document]):
    """The incident in whose document something stands, and the version of it."""

    id = serializers.CharField(help_text="The permanent id.")
    version = serializers.IntegerField(help_text="The number of the version.")
    published_at = serializers.DateTimeField(help_text="When that version was published, UTC.")
    title = words()
    demonstration = serializers.BooleanField(help_text="Made up for demonstration: not for citation.")
    url = serializers.URLField(help_text="Where the whole document is.")


class AttestedCitationSerializer(CitationSerializer):
    """The words of a source and whose they are, with the source itself."""

    said_by = words("The speaker or, where none is recorded, the publisher.")
    source = ProvenanceSourceSerializer()  # type: ignore[assignment]


class ApartSerializer(serializers.Serializer[Document]):
    """What everything has that has a permanent id and is read without its document."""

    incident = OfIncidentSerializer()
    url = serializers.URLField(help_text="Where it is by itself, as the record has it now.")


class AssertedCasualtySerializer(ApartSerializer, CasualtyClaimSerializer):
    """A claim about how many, by itself."""

    citations = AttestedCitationSerializer(many=True)


class AssertedAttributionSerializer(ApartSerializer, AttributionClaimSerializer):
    """A claim about who, by itself. To be named is not to be found guilty."""

    citations = AttestedCitationSerializer(many=True)


class AssertedLocationSerializer(ApartSerializer, LocationClaimSerializer):
    """A claim about where, by itself. What may be drawn of it is in the document of the incident."""

    citations = AttestedCitationSerializer(many=True)


class AssertedTimeSerializer(ApartSerializer, TimeClaimSerializer):
    """A claim about when, by itself."""

    citations = AttestedCitationSerializer(many=True)


class AssertedCharacteristicSerializer(ApartSerializer, CharacteristicClaimSerializer):
    """A claim about what kind of attack it was, by itself."""

    citations = AttestedCitationSerializer(many=True)


class AssertedWarningSerializer(ApartSerializer, WarningClaimSerializer):
    """A claim about a warning before the attack, by itself."""

    citations = AttestedCitationSerializer(many=True)


ASSERTED: Final = PolymorphicProxySerializer(
    "Assertion",
    {
        AssertionKind.CASUALTY.value: AssertedCasualtySerializer,
        AssertionKind.ATTRIBUTION.value: AssertedAttributionSerializer,
        AssertionKind.LOCATION.value: AssertedLocationSerializer,
        AssertionKind.TIME.value: AssertedTimeSerializer,
        AssertionKind.CHARACTERISTIC.value: AssertedCharacteristicSerializer,
        AssertionKind.WARNING.value: AssertedWarningSerializer,
    },
    resource_type_field_name="kind",
)


class GivenWarningSerializer(WarningSerializer):
    """A warning by itself, with everything that anybody says of it."""

    incident = OfIncidentSerializer()
    claims = AssertedWarningSerializer(many=True, help_text="Who says so: every claim about it in that document.")
    also_of = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="Other incidents whose documents tell of it. Only where it is read by itself.",
    )
    url = serializers.URLField(help_text="Where it is by itself, as the record has it now.")


class ReactionSerializer(ApartSerializer, StatementSerializer):
    """A reaction or an analysis by itself."""

    citations = AttestedCitationSerializer(many=True)


class LinkedSerializer(serializers.Serializer[Document]):
    """How one incident stands to another one. A link has no id: it is told by its incident, its kind and the other."""

    incident = OfIncidentSerializer()
    kind = term(LinkKind)
    kind_text = words()
    note = words()
    other = serializers.CharField(help_text="The permanent id of the other incident.")
    other_url = serializers.URLField(help_text="Where that is.")
    citations = AttestedCitationSerializer(many=True)
