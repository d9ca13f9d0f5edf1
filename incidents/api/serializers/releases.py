"""Releases as the API tells of them."""

from typing import Any, Final

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from incidents.api.serializers.fields import described, said, sha256, words
from incidents.choices import ReleaseChange
from incidents.models.record import PublishedIncident, Release, ReleaseFile

CHANGES: Final = {
    "type": "object",
    "description": "How many incidents became what since `previous`; of the first release, since the record was empty.",
    "properties": {kind.value: {"type": "integer"} for kind in ReleaseChange},
    "required": [kind.value for kind in ReleaseChange],
}


class ReleaseRowSerializer(serializers.Serializer[Release]):
    """A release, without its files."""

    tag = serializers.CharField(help_text="Its name, as the parameter `release` takes it.")
    url = serializers.SerializerMethodField(help_text="Where its files are listed.")
    page = serializers.SerializerMethodField(help_text="Its page, below which its files are.")
    previous = serializers.SerializerMethodField(help_text="The tag of the release before it.")
    cut_off = serializers.SerializerMethodField(help_text="The moment of the record that it holds, UTC.")
    released_at = serializers.SerializerMethodField(help_text="When it was made, UTC.")
    schema_version = serializers.CharField(help_text="Of its files and their columns.")
    incident_count = serializers.IntegerField()
    log_size = serializers.IntegerField(help_text="Versions in the log at the cut-off.")
    log_head = sha256("The chain hash of the log at the cut-off.")
    changes = described(CHANGES)
    demonstration = serializers.BooleanField(help_text="Made up for demonstration: not for citation.")
    licence = words()
    citation = words("How to cite it.")

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, release: Release) -> str:
        """The address of the release in the API; ``base`` is that of the list."""
        return f"{self.context['base']}{release.tag}/"

    @extend_schema_field({"type": ["string", "null"]})
    def get_previous(self, release: Release) -> str | None:
        """The tag of the one before; the first has none."""
        return release.previous.tag if release.previous else None

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_page(self, release: Release) -> str:
        """The address of its page; ``pages`` is that of the list of pages."""
        return f"{self.context['pages']}{release.tag}/"

    @extend_schema_field({"type": "string", "format": "date-time"})
    def get_cut_off(self, release: Release) -> str:
        """The moment that it holds."""
        return said(release.cut_off)

    @extend_schema_field({"type": "string", "format": "date-time"})
    def get_released_at(self, release: Release) -> str:
        """When it was made."""
        return said(release.released_at)


class ReleaseFileSerializer(serializers.Serializer[ReleaseFile]):
    """A file of a release. It never changes."""

    name = serializers.CharField(help_text="Its path in the release.")
    url = serializers.SerializerMethodField(help_text="Where it is. Parts of it can be asked for (Range).")
    media_type = serializers.CharField()
    bytes = serializers.IntegerField(source="byte_size")
    rows = serializers.IntegerField(source="row_count", allow_null=True, help_text="Null: it is no table.")
    sha256 = sha256("Of the file.")

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, file: ReleaseFile) -> str:
        """The address of the file."""
        return f"{self.context['pages']}{self.context['tag']}/{file.name}"


class TakenBackSerializer(serializers.Serializer[PublishedIncident]):
    """An incident that is in the release and no longer on record."""

    id = serializers.CharField(source="public_id")
    became = serializers.CharField(source="status", help_text="`withdrawn` or `merged`.")
    at = serializers.SerializerMethodField(help_text="UTC.")
    reason = words("Why, for readers.")
    merged_into = serializers.SerializerMethodField(help_text="The id that it lives on in.")

    @extend_schema_field({"type": "string", "format": "date-time"})
    def get_at(self, row: PublishedIncident) -> str:
        """When it was taken back."""
        return said(row.version.published_at)

    @extend_schema_field({"type": ["string", "null"]})
    def get_merged_into(self, row: PublishedIncident) -> str | None:
        """Where it lives on."""
        return row.merged_into or None


class ReleaseSerializer(ReleaseRowSerializer):
    """A release with its files, and what was taken back since."""

    files = ReleaseFileSerializer(many=True)
    taken_back = TakenBackSerializer(many=True, help_text="In its files for ever, and no longer on record.")

    def to_representation(self, instance: Release) -> dict[str, Any]:
        """The release; ``files`` and ``taken_back`` are in the context, for each is a question of its own."""
        context = {**self.context, "tag": instance.tag}
        return {
            **ReleaseRowSerializer(context=context).to_representation(instance),
            "files": ReleaseFileSerializer(context["files"], many=True, context=context).data,
            "taken_back": TakenBackSerializer(context["taken_back"], many=True).data,
        }


class ReleasesSerializer(serializers.Serializer[dict[str, Any]]):
    """Every release, the newest first."""

    count = serializers.IntegerField()
    results = ReleaseRowSerializer(many=True)
