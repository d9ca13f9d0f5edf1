"""The answers as wholes."""

from typing import Any, Final

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from incidents.api.problems import QUOTA_EXCEEDED
from incidents.api.serializers.additions import WithAdditions
from incidents.api.serializers.documents import ANY_CONTENT, IncidentContentSerializer
from incidents.api.serializers.fields import RolesField, constant, described, lists, said, sha256, term, words
from incidents.api.serializers.rows import FeatureSerializer, IncidentRowSerializer
from incidents.choices import VersionKind
from incidents.models.record import LogEntry, Version
from incidents.selectors.record_status import Worker


class PlaceInLogSerializer(serializers.Serializer[LogEntry]):
    """A version's place in the record's log: chain_hash is SHA-256 over 0x01, previous_hash and leaf_hash."""

    position = serializers.IntegerField(help_text="From 0, without a gap.")
    leaf_hash = sha256("Of this version, salted.")
    previous_hash = sha256("The log's head before it.")
    chain_hash = sha256("The log's head from it on.")

    def to_representation(self, instance: LogEntry) -> dict[str, Any]:
        return {
            "position": instance.position,
            "leaf_hash": instance.leaf_hash,
            "previous_hash": instance.previous_hash,
            "chain_hash": instance.chain_hash,
        }


class VersionRowSerializer(serializers.Serializer[Version]):
    """A permanent version, without its document."""

    id = serializers.CharField(source="public_id", help_text="The permanent id of the incident.")
    version = serializers.IntegerField(source="number", help_text="From 1, without a gap.")
    url = serializers.SerializerMethodField(help_text="Where this very version stays.")
    kind = term(VersionKind, "Why it was published.")
    summary = words("What changed, for readers.")
    published_at = serializers.SerializerMethodField(help_text="UTC, to the microsecond.")
    content_sha256 = sha256("Over the canonical JSON (RFC 8785) of the content.")
    reviewer_roles = RolesField()
    log = PlaceInLogSerializer(source="log_entry")

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, version: Version) -> str:
        """The address of the version; ``base`` is that of the list of versions."""
        return f"{self.context['base']}{version.number}/"

    @extend_schema_field({"type": "string", "format": "date-time"})
    def get_published_at(self, version: Version) -> str:
        """When it was published."""
        return said(version.published_at)


class VersionSerializer(VersionRowSerializer):
    """A permanent version with its document: an incident, or what stands in its place."""

    content = described(ANY_CONTENT)


class IncidentSerializer(WithAdditions[Version], VersionRowSerializer):
    """An incident as the record holds it: its newest version, or the one of the moment asked for."""

    under_review = serializers.SerializerMethodField(help_text="Changes to it are being prepared.")
    versions = serializers.SerializerMethodField(help_text="Where all its versions are.")
    as_of = serializers.SerializerMethodField(help_text="The moment of the record that was asked for, UTC; null: now.")
    content = described(IncidentContentSerializer)

    def get_under_review(self, _version: Version) -> bool:
        """Whether readers are told that something may change."""
        return bool(self.context["under_review"])

    @extend_schema_field({"type": ["string", "null"], "format": "date-time"})
    def get_as_of(self, _version: Version) -> str | None:
        """The moment asked for."""
        moment = self.context["as_of"]
        return said(moment) if moment else None

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_versions(self, _version: Version) -> str:
        """The address of the list of versions."""
        return str(self.context["base"])


class VersionsSerializer(serializers.Serializer[dict[str, Any]]):
    """Every version of an incident, newest first."""

    id = serializers.CharField()
    count = serializers.IntegerField()
    results = VersionRowSerializer(many=True)


class PageSerializer(serializers.Serializer[dict[str, Any]]):
    """What every page of a query says of itself."""

    count = serializers.IntegerField(help_text="How many there are on all pages together.")
    count_is = described(
        {
            "type": "string",
            "enum": ["exact", "at_least"],
            "description": "Whether `count` is the number itself, or where counting stopped.",
        }
    )
    as_of = serializers.DateTimeField(allow_null=True, help_text="The state of the record that is shown, UTC.")
    next = serializers.URLField(allow_null=True, help_text="The next page; null on the last. Also in the Link header.")


class IncidentPageSerializer(PageSerializer):
    """A page of incidents."""

    results = IncidentRowSerializer(many=True)


class FeaturePageSerializer(PageSerializer):
    """A page of incidents as a GeoJSON feature collection (RFC 7946)."""

    type = constant("FeatureCollection")
    features = FeatureSerializer(many=True)


class BundleSerializer(serializers.Serializer[dict[str, Any]]):
    """A bundle of STIX 2.1."""

    type = constant("bundle")
    id = serializers.CharField()
    objects = serializers.ListField(child=serializers.DictField(), help_text="Objects of STIX 2.1.")


class TermSerializer(serializers.Serializer[dict[str, Any]]):
    """One code of a vocabulary."""

    code = described({"type": ["string", "integer"]})
    label = words()  # type: ignore[assignment]


class VocabularySerializer(serializers.Serializer[dict[str, Any]]):
    """A controlled vocabulary."""

    name = words()
    about = words("What it is for, and the standard that it follows.")
    terms = TermSerializer(many=True)


class VocabulariesSerializer(serializers.Serializer[dict[str, Any]]):
    """All controlled vocabularies of the record."""

    count = serializers.IntegerField()
    results = VocabularySerializer(many=True)


class RecordSerializer(serializers.Serializer[dict[str, Any]]):
    """The state of the whole record, by its log."""

    size = serializers.IntegerField(help_text="Versions in the log. It only grows.")
    head = sha256("The newest chain hash; SHA-256 of nothing while the log is empty.")
    published_at = serializers.DateTimeField(allow_null=True, help_text="When the newest version was published, UTC.")


class SignedSerializer(serializers.Serializer[dict[str, Any]]):
    """The last signed head of the log."""

    size = serializers.IntegerField(help_text="Entries that it covers.")
    root = sha256("The root of the log's tree at that size.")  # type: ignore[assignment]
    signed_at = serializers.DateTimeField(help_text="UTC.")
    unsigned = serializers.IntegerField(help_text="Entries since, which the next one will cover.")


class WorkerSerializer(serializers.Serializer[dict[str, Any]]):
    """What readers can see of the worker, which signs the log and makes large files."""

    state = described(
        {
            "type": "string",
            "enum": [one.value for one in Worker],
            "description": "`on_time`: nothing that readers can see is overdue; it is not a promise that it runs. "
            "`late`: something is. `unknown`: it has left no trace yet.",
        }
    )
    seen_at = serializers.DateTimeField(
        allow_null=True, help_text="When the log was last signed, or a file that was ordered was last worked at; UTC."
    )
    overdue_since = serializers.DateTimeField(allow_null=True, help_text="From when on the oldest was late, UTC.")


class StatusSerializer(serializers.Serializer[dict[str, Any]]):
    """How everything stands."""

    api_version = words("By semantic versioning.")
    incidents = serializers.IntegerField(help_text="Incidents that are public now.")
    record = RecordSerializer()
    checkpoint = SignedSerializer(allow_null=True)
    worker = WorkerSerializer()


WAYS: Final = {
    name: name
    for name in (
        *("incidents", "assertions", "attributions", "casualty_estimates", "locations", "times", "characteristics"),
        *("warnings", "statements", "links", "sources", "publishers", "actors", "places", "versions", "corrections"),
        *("changes", "releases", "vocabularies", "record", "status", "openapi", "documentation"),
    )
} | {"versions": "log"}
"""The ways on from the index, each with the name of its route."""


class IndexSerializer(serializers.Serializer[dict[str, Any]]):
    """Where to go from here."""

    def get_fields(self) -> dict[str, Any]:
        """One address for each way."""
        return {name: serializers.URLField() for name in WAYS}


class WrongParameterSerializer(serializers.Serializer[dict[str, Any]]):
    """A parameter that could not be answered."""

    parameter = words()
    detail = words("What is wrong with it.")
    allowed = serializers.ListField(child=serializers.CharField(), required=False, help_text="What it takes.")


class ProblemSerializer(serializers.Serializer[dict[str, Any]]):
    """What went wrong (RFC 9457)."""

    type = constant("about:blank")
    title = words("The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(required=False, help_text="A sentence for this occurrence.")


class WrongParametersSerializer(ProblemSerializer):
    """A query string that could not be answered."""

    errors = WrongParameterSerializer(many=True)  # type: ignore[assignment]
    parameters = lists("Every parameter that the address takes.")


class QuotaExceededSerializer(ProblemSerializer):
    """More requests than the limit allows (draft-ietf-httpapi-ratelimit-headers)."""

    type = constant(QUOTA_EXCEEDED["type"])

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """One member has a name that Python cannot say."""
        return {**super().get_fields(), "violated-policies": lists("The limits, by their names in RateLimit-Policy.")}


class WithdrawnSerializer(ProblemSerializer):
    """An incident that was taken back. Its versions stay."""

    id = serializers.CharField()
    reason = words("Why, for readers.")
    withdrawn_at = serializers.DateTimeField(help_text="UTC.")
    versions = serializers.URLField()
