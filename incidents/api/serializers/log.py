"""What became of the record: versions in the order of its log, and the corrections among them."""

from rest_framework import serializers

from incidents.api.serializers.answers import VersionRowSerializer
from incidents.api.serializers.fields import lists, sha256, term, words
from incidents.api.serializers.values import Document
from incidents.choices import VersionKind
from incidents.models.record import Version


class DifferenceSerializer(serializers.Serializer[Document]):
    """One thing that a version says differently from the one before it, in words that name who says so."""

    key = words("The name of the value.")
    label = words("The same in words.")  # type: ignore[assignment]
    before = serializers.CharField(allow_null=True, help_text="Null where nothing was said.")
    after = serializers.CharField(allow_null=True, help_text="Null where nothing is said any more.")


class ChangedClaimsSerializer(serializers.Serializer[Document]):
    """How many claims a version adds and changes, takes back, or leaves to an incident that was split off."""

    added = serializers.IntegerField()
    moved = serializers.IntegerField()
    withdrawn = serializers.IntegerField()
    changed = serializers.IntegerField()


class CorrectionSerializer(serializers.Serializer[Document]):
    """A version that takes something back, puts something right or moves an id."""

    position = serializers.IntegerField(help_text="In the log, from 0.")
    id = serializers.CharField(help_text="The permanent id of the incident.")
    title = words("The title that stands, or stood last.")
    version = serializers.IntegerField()
    kind = term(VersionKind)
    reason = words("Why, for readers.")
    published_at = serializers.DateTimeField(help_text="UTC.")
    content_sha256 = sha256("Over the canonical JSON (RFC 8785) of the content.")
    changes = DifferenceSerializer(many=True)
    split_into = lists("Incidents that were split off.")
    merged_into = serializers.CharField(allow_null=True, help_text="The incident that this one lives on in.")
    claims = ChangedClaimsSerializer()
    demonstration = serializers.BooleanField(help_text="Made up for demonstration: not for citation.")
    url = serializers.URLField(help_text="Where that very version stays.")


class LoggedVersionSerializer(VersionRowSerializer):
    """A permanent version in the list of all of them; ``incidents`` is the address of the list of incidents."""

    def get_url(self, version: Version) -> str:
        """The address of the version."""
        return f"{self.context['incidents']}{version.public_id}/versions/{version.number}/"
