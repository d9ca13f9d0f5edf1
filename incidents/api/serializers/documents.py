"""The document of a version: everything public about an incident, as it was approved and hashed.

It is handed on untouched, so that ``content_sha256`` can be checked. The serializers here describe it; they never run.
"""

from typing import Final

from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework import serializers

from incidents.api.serializers.actors import ActorSerializer
from incidents.api.serializers.claims import ANY_CLAIM
from incidents.api.serializers.context import (
    LinkSerializer,
    SentenceSerializer,
    SourceSerializer,
    StatementSerializer,
    WaiverSerializer,
    WarningSerializer,
)
from incidents.api.serializers.fields import constant, term, words
from incidents.api.serializers.values import (
    AttributionSerializer,
    CodedSerializer,
    Document,
    ResolvedIntervalSerializer,
    ResolvedPlaceSerializer,
    ResolvedRangeSerializer,
)
from incidents.choices import Alternative, AttackFamily


class CriteriaSerializer(serializers.Serializer[Document]):
    """The three criteria of the Global Terrorism Database and the doubt, each null while undecided."""

    goal = serializers.BooleanField(allow_null=True, help_text="A political, economic, religious or social goal.")
    message = serializers.BooleanField(allow_null=True, help_text="Meant to frighten or move more than its victims.")
    outside_war = serializers.BooleanField(allow_null=True, help_text="Outside legitimate acts of war.")
    doubt_terrorism = serializers.BooleanField(allow_null=True)
    alternative = term(Alternative, "What else it may have been.", blank=True)


class SensitivitySerializer(serializers.Serializer[Document]):
    """What a reader may want to be warned of."""

    graphic = serializers.BooleanField()
    personal_data = serializers.BooleanField()


class LineageSerializer(serializers.Serializer[Document]):
    """Other permanent ids that a merge or a split has tied to this incident."""

    merged_from = serializers.ListField(child=serializers.CharField(), help_text="Ids that were merged into this one.")
    split_into = serializers.ListField(child=serializers.CharField(), help_text="Ids that were split off from it.")
    split_from = serializers.CharField(allow_null=True, help_text="The id from which this one was split off.")


class IncidentContentSerializer(serializers.Serializer[Document]):
    """Everything public about an incident: values, each with the claims it rests on, and their sources."""

    schema = constant("attest-incident/1")
    title = words()
    demonstration = serializers.BooleanField(help_text="Made up for demonstration: not for citation.")
    parent = serializers.CharField(allow_null=True, help_text="The incident that this one is a part of.")  # type: ignore[assignment]
    occurred = ResolvedIntervalSerializer(allow_null=True)
    place = ResolvedPlaceSerializer(allow_null=True)
    family = term(AttackFamily)
    attack_types = CodedSerializer(many=True)
    weapon_types = CodedSerializer(many=True)
    target_types = CodedSerializer(many=True)
    tactics = CodedSerializer(many=True)
    killed = ResolvedRangeSerializer(allow_null=True)
    wounded = ResolvedRangeSerializer(allow_null=True)
    attribution = AttributionSerializer()
    actors = ActorSerializer(
        many=True,
        required=False,
        help_text="Those named, and what they are a part of. Absent in versions from before it was kept.",
    )
    claims = serializers.ListField(child=ANY_CLAIM, help_text="Every public claim, also those not chosen.")
    summary = SentenceSerializer(many=True)
    warnings = WarningSerializer(many=True)
    statements = StatementSerializer(many=True)
    links = LinkSerializer(many=True)
    sources = SourceSerializer(many=True)
    origins = serializers.IntegerField(help_text="Independent origins behind the best founded claim.")
    criteria = CriteriaSerializer()
    sensitivity = SensitivitySerializer()
    waivers = WaiverSerializer(many=True)
    lineage = LineageSerializer(required=False, help_text="Absent in versions from before there were merges.")


class TombstoneContentSerializer(serializers.Serializer[Document]):
    """What stands in the place of an incident that was withdrawn, or merged into another."""

    schema = constant("attest-tombstone/1")
    status = words("“withdrawn” or “merged”.")
    reason = words()
    merged_into = serializers.CharField(required=False, help_text="The id that lives on, after a merge.")


ANY_CONTENT: Final = PolymorphicProxySerializer(
    "Content",
    {
        "attest-incident/1": IncidentContentSerializer,
        "attest-tombstone/1": TombstoneContentSerializer,
    },
    resource_type_field_name="schema",
)
