"""What stands behind each value, where it is asked for with ``include=provenance``."""

from typing import Any

from rest_framework import serializers

from incidents.api.serializers.fields import RolesField, term, words
from incidents.api.serializers.values import Document
from incidents.choices import Confidence, Credibility, Reliability, ResolutionPolicy, Stance, Verification
from incidents.presenting.provenance import LABELS


class ProvenanceSourceSerializer(serializers.Serializer[Document]):
    """The source that holds the words."""

    id = serializers.UUIDField()
    title = words()
    publisher = words()
    publisher_kind = words("In words.")
    reliability = term(Reliability, "Of the publisher, by the Admiralty system.")
    url = serializers.URLField(allow_null=True)


class ProvenanceCitationSerializer(serializers.Serializer[Document]):
    """Words of a source, and who speaks in them."""

    quote = words("The source's own words, in its language.")
    translation = words("The words in English, where they are in another language.")
    locator = words("Page, paragraph or minute.")
    stance = term(Stance, "What it does to the claim.")
    said_by = words("The speaker or, where none is recorded, the publisher.")
    reported_on = serializers.DateField(allow_null=True)
    source = ProvenanceSourceSerializer()  # type: ignore[assignment]


class ProvenanceClaimSerializer(serializers.Serializer[Document]):
    """A claim that the value rests on, with its quotes."""

    id = serializers.UUIDField()
    text = words("In words.")
    verification = term(Verification)
    origins = serializers.IntegerField(help_text="Independent origins behind it.")
    credibility = term(Credibility, "By the Admiralty system.", null=True)
    confidence = term(Confidence, "Ours.", blank=True)
    citations = ProvenanceCitationSerializer(many=True)


class ValueProvenanceSerializer(serializers.Serializer[Document]):
    """Why the record says what it says of one value."""

    value = words("In words; “unknown” where no source says.")
    sentence = words("The whole answer in one sentence.")
    policy = term(ResolutionPolicy, "By which rule it was chosen; null where there is no choice.", null=True)
    policy_text = serializers.CharField(allow_null=True, help_text="The rule in words.")
    reason = words("The editor's reason.")
    reviewer_roles = RolesField()
    reviewer_roles_text = words("In words.")
    claims = ProvenanceClaimSerializer(many=True)


class ProvenanceSerializer(serializers.Serializer[dict[str, Any]]):
    """Every value with what stands behind it."""

    def get_fields(self) -> dict[str, Any]:
        """One member for each value that can be explained."""
        return {field: ValueProvenanceSerializer(help_text=str(label)) for field, label in LABELS.items()}
