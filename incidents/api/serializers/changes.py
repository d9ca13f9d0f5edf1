"""What became of the record, entry by entry, and what whoever keeps a copy does with each."""

from typing import Any, Final

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from incidents.api.serializers.answers import VersionRowSerializer
from incidents.api.serializers.fields import constant, sha256, words
from incidents.api.serializers.rows import IncidentRowSerializer
from incidents.choices import PublicStatus
from incidents.models.record import Version

ACTIONS: Final = {PublicStatus.LIVE: "put", PublicStatus.WITHDRAWN: "remove", PublicStatus.MERGED: "redirect"}
"""By what the address of the incident answers from then on."""


class TombstoneSerializer(serializers.Serializer[Version]):
    """Why there is no incident any more, and where it lives on."""

    reason = words("For readers.")
    merged_into = serializers.CharField(allow_null=True, help_text="The id that lives on; null after a withdrawal.")


class ChangeSerializer(VersionRowSerializer):
    """A version in the order of the log, and what to do with it."""

    action = serializers.SerializerMethodField(
        help_text=(
            "`put`: hold `incident` under `id`, in the place of whatever you hold there. `remove`: hold nothing under "
            "`id`; it was withdrawn. `redirect`: the same, and what refers to `id` means `tombstone.merged_into`. A "
            "later `put` of the same id takes either back."
        )
    )
    incident = serializers.SerializerMethodField(
        help_text="The incident as `/incidents/` has it, in this version; null for a tombstone."
    )
    tombstone = serializers.SerializerMethodField(help_text="Null for an incident.")

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, version: Version) -> str:
        """The address of the version; ``base`` is that of the list of incidents."""
        return f"{self.context['base']}{version.public_id}/versions/{version.number}/"

    @extend_schema_field({"type": "string", "enum": list(ACTIONS.values())})
    def get_action(self, version: Version) -> str:
        """What to do with it."""
        return ACTIONS[PublicStatus(version.row.status)]

    @extend_schema_field(IncidentRowSerializer(allow_null=True))
    def get_incident(self, version: Version) -> Any:
        """The incident, told already."""
        return self.context["incidents"].get(version.pk)

    @extend_schema_field(TombstoneSerializer(allow_null=True))
    def get_tombstone(self, version: Version) -> dict[str, Any] | None:
        """What stands in its place."""
        row = version.row
        if row.status == PublicStatus.LIVE:
            return None
        return {"reason": row.reason, "merged_into": row.merged_into or None}


class ChangesSerializer(serializers.Serializer[dict[str, Any]]):
    """Entries of the log, oldest first."""

    size = serializers.IntegerField(help_text="Entries that the log has.")
    head = sha256("Its newest chain hash.")
    count = serializers.IntegerField(help_text="Entries from the `since` that was asked for to the end of the log.")
    count_is = constant("exact")
    since = serializers.IntegerField(help_text="Where to go on, now or later: keep it, and ask with it next time.")
    next = serializers.URLField(allow_null=True, help_text="The next entries; null where there are none yet.")
    results = ChangeSerializer(many=True)
