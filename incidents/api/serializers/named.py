"""Whom and what the record names: sources, publishers, actors and places, each as its newest document tells of it.

The serializers describe them; they never run.
"""

from typing import Any, Final

from rest_framework import serializers

from incidents.api.serializers.actors import ActorSerializer, ActorTieSerializer
from incidents.api.serializers.context import PublisherSerializer, SourceSerializer
from incidents.api.serializers.elements import AttestedCitationSerializer
from incidents.api.serializers.fields import words
from incidents.api.serializers.values import Document
from incidents.choices import AttributionKind

COUNTED: Final = "How many incidents of the query name it; by itself, how many there are."


class NamedSerializer(serializers.Serializer[Document]):
    """What a list and an address of its own say beside the document."""

    incidents = serializers.IntegerField(help_text=COUNTED)
    demonstration = serializers.BooleanField(help_text="From demonstration data: not for citation.")
    url = serializers.URLField(help_text="Where it is by itself, as the record has it now.")
    incidents_url = serializers.URLField(required=False, help_text="Where those are. Only where it is read by itself.")


class NamedSourceSerializer(NamedSerializer, SourceSerializer):
    """A published item that incidents cite."""


class NamedPublisherSerializer(NamedSerializer, PublisherSerializer):
    """A publisher of such items, with its grade on the Admiralty scale."""


class AttestedTieSerializer(ActorTieSerializer):
    """How somebody stands to somebody else, and who says so."""

    citations = AttestedCitationSerializer(many=True)


class RelatedSerializer(serializers.Serializer[Document]):
    """Somebody above or below in the same family."""

    actor = words("The short name.")
    name = words()


class GroundsSerializer(serializers.Serializer[dict[str, Any]]):
    """In how many incidents somebody, or a branch of it, is named on each ground; absent where in none."""

    def get_fields(self) -> dict[str, Any]:
        """One member for each ground."""
        return {
            kind.value: serializers.IntegerField(required=False, help_text=str(kind.label)) for kind in AttributionKind
        }


class NamedActorSerializer(NamedSerializer, ActorSerializer):
    """Somebody who is named for incidents, or of whom somebody named is a part. Naming is not a finding."""

    relations = AttestedTieSerializer(many=True)
    part_of = RelatedSerializer(many=True, required=False, help_text="What it is said to be a part of. Only by itself.")
    branches = RelatedSerializer(
        many=True, required=False, help_text="What is said to be a part of it. Only by itself."
    )
    named_on_ground = GroundsSerializer(required=False, help_text="In how many incidents. Only by itself.")


class NamedPlaceSerializer(NamedSerializer):
    """A place by its names. Where it may be drawn is in the document of each incident, by what is known of that."""

    place = words("Its code, as the filter `place` takes it.")
    name = words()
    native_name = words("The name in the place's own script.")
    other_names = serializers.ListField(
        child=serializers.CharField(), help_text="Other names that it is looked for by."
    )
    country_code = words("ISO 3166-1 alpha-2; NA is Namibia.")
    country_name = words()
    province_code = words("ISO 3166-2, where one is known.")
    province_name = words()
