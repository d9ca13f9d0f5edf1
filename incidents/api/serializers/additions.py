"""What is in an answer where it is asked for with ``include``."""

from copy import deepcopy
from typing import Any, Final, TypeVar

from rest_framework import serializers

from incidents.api.serializers.claims import ANY_CLAIM, CitationSerializer
from incidents.api.serializers.context import SourceSerializer
from incidents.api.serializers.fields import GEOMETRY, described
from incidents.api.serializers.provenance import ProvenanceSerializer

Told = TypeVar("Told")

ASSERTIONS: Final = "assertions"
CITATIONS: Final = "citations"
PROVENANCE: Final = "provenance"
GEOMETRY_TOO: Final = "geometry"
CHOICES: Final = (ASSERTIONS, CITATIONS, PROVENANCE, GEOMETRY_TOO)
"""What ``include`` takes."""

HEAVY: Final = frozenset({ASSERTIONS, CITATIONS, PROVENANCE})
"""What is made from whole documents, of which an answer holds few."""

SOURCES: Final = "sources"
ADDITIONS: Final = frozenset({*CHOICES, SOURCES})
"""The members that it adds: the sources come with the citations, which name them."""

FOR: Final = ("claims", "summary", "statements", "links", "actors")


class GatheredCitationSerializer(CitationSerializer):
    """A citation, and what it is cited for."""

    cited_for = serializers.ChoiceField([(one, one) for one in FOR], help_text="The part of the document.")
    cited_by = serializers.UUIDField(allow_null=True, help_text="The id of the claim or reaction; null for the rest.")


def additions() -> dict[str, serializers.Field[Any, Any, Any, Any]]:
    """The members, each of them absent where nobody asked for it."""
    geometry = {**GEOMETRY, "description": f"{GEOMETRY['description']} Only with `include=geometry`."}
    return {
        ASSERTIONS: serializers.ListField(
            child=deepcopy(ANY_CLAIM), required=False, help_text="Every public claim. Only with `include=assertions`."
        ),
        CITATIONS: GatheredCitationSerializer(
            many=True, required=False, help_text="Every citation once. Only with `include=citations`."
        ),
        SOURCES: SourceSerializer(
            many=True, required=False, help_text="The sources that they name. Only with `include=citations`."
        ),
        PROVENANCE: ProvenanceSerializer(required=False, help_text="Only with `include=provenance`."),
        GEOMETRY_TOO: described(geometry, required=False),
    }


class WithAdditions(serializers.Serializer[Told]):
    """An answer that more can be added to."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Its own members, then those that can be asked for."""
        return {**super().get_fields(), **additions()}
