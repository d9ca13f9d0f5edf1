"""What surrounds an incident in its document: sources, warnings, reactions, links, waivers."""

from rest_framework import serializers

from incidents.api.serializers.claims import CitationSerializer
from incidents.api.serializers.fields import lists, term, words
from incidents.api.serializers.values import Document
from incidents.choices import (
    Access,
    DatePrecision,
    DerivationKind,
    GateKey,
    LinkKind,
    PublisherKind,
    Reliability,
    SourceKind,
    Verification,
    WarningBasis,
    WarningOutcome,
    WarningResponse,
    WarningSpecificity,
)


class PublisherSerializer(serializers.Serializer[Document]):
    """Who published a source, with its grade on the Admiralty scale."""

    id = serializers.UUIDField()
    name = words()
    kind = term(PublisherKind)
    country_code = words("ISO 3166-1 alpha-2, where it has a seat.")
    reliability = term(Reliability)
    reliability_text = words("The grade in words.")
    reliability_reason = words("Why it was graded so.")
    reliability_since = serializers.DateField(
        allow_null=True, required=False, help_text="Since when; null where nobody graded it, missing from old versions."
    )


class RestsOnSerializer(serializers.Serializer[Document]):
    """How a source rests on another."""

    source = serializers.UUIDField(help_text="The id of the source below it.")  # type: ignore[assignment]
    kind = term(DerivationKind)
    kind_text = words()


class CaptureSerializer(serializers.Serializer[Document]):
    """A snapshot that we keep of a source, named by its hash: who holds the same file can show that it is the same."""

    sha256 = words("Of the file, 64 hexadecimal digits.")
    media_type = words()


class SourceSerializer(serializers.Serializer[Document]):
    """A published item."""

    id = serializers.UUIDField()
    publisher = PublisherSerializer()
    kind = term(SourceKind)
    kind_text = words()
    title = words("In its own language.")
    lang = words("BCP 47.")
    authors = lists("As the source names them.")
    published_on = serializers.DateField(allow_null=True)
    published_precision = term(DatePrecision)
    url = serializers.URLField(allow_null=True)
    access = term(Access)
    rights = words()
    credit = words()
    cited = serializers.BooleanField(help_text="Cited itself, and not only a source of a source.")
    rests_on = RestsOnSerializer(many=True)
    captures = CaptureSerializer(
        many=True, required=False, help_text="Missing from versions before snapshots were listed."
    )


class SpecificitySerializer(serializers.Serializer[Document]):
    """How specific a warning was on each axis."""

    place = term(WarningSpecificity)
    time = term(WarningSpecificity)
    target = term(WarningSpecificity)
    actor = term(WarningSpecificity)


class WarningStandingSerializer(serializers.Serializer[Document]):
    """Where the three parts of a warning stand."""

    existence = term(Verification, "That it was given; null while nobody says so.", null=True)
    content = term(Verification, "What it said; null while nobody says so.", null=True)
    response = term(WarningResponse, "What the recipient did, as somebody says.")


class WarningSerializer(serializers.Serializer[Document]):
    """A warning given before the attack. That it was given says nothing of what was done with it."""

    id = serializers.UUIDField()
    warner = words()
    recipient = words()
    basis = term(WarningBasis)
    basis_text = words()
    basis_wording = words("The words that the warner used for it.")
    conveyed_earliest = serializers.DateTimeField(allow_null=True)
    conveyed_latest = serializers.DateTimeField(allow_null=True)
    conveyed_precision = term(DatePrecision, blank=True)
    channel = words()
    intermediary = words()
    specificity = SpecificitySerializer()
    disclosed_on = serializers.DateField(allow_null=True)
    disclosed_by = serializers.UUIDField(allow_null=True, help_text="The id of the source that made it known.")
    outcome = term(WarningOutcome, "As a source says it; never inferred from the attack having happened.")
    outcome_text = words()
    standing = WarningStandingSerializer(required=False, help_text="Absent in versions from before it was computed.")


class StatementSerializer(serializers.Serializer[Document]):
    """A reaction or an analysis. It changes no value of the record."""

    id = serializers.UUIDField()
    speaker = words()
    made_on = serializers.DateField(allow_null=True)
    paraphrase = words()
    citations = CitationSerializer(many=True)


class LinkSerializer(serializers.Serializer[Document]):
    """How the incident stands to another one."""

    incident = words("The id of the other.")
    kind = term(LinkKind)
    kind_text = words()
    note = words()
    citations = CitationSerializer(many=True)


class SentenceSerializer(serializers.Serializer[Document]):
    """A sentence of the summary with what it rests on."""

    text = words()
    citations = CitationSerializer(many=True)


class WaiverSerializer(serializers.Serializer[Document]):
    """A signed exception from an evidence gate."""

    gate = term(GateKey)
    gate_text = words()
    reason = words()
