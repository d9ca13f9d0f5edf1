"""What a program is answered."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from incidents.choices import AssertionKind, CommentState, LinkKind, PlaceKind, State, Verification
from incidents.drafting.shapes.evidence import SpeakerShape
from incidents.drafting.shapes.fields import Shape
from incidents.drafting.shapes.values import GivenShape


def said(help_text: str = "") -> serializers.CharField:
    """Words of an answer, empty where there are none."""
    return serializers.CharField(help_text=help_text, allow_blank=True)


def known(help_text: str = "") -> serializers.CharField:
    """Words of an answer, or null."""
    return serializers.CharField(help_text=help_text, allow_null=True)


def withheld() -> serializers.BooleanField:
    """Whether only that it is there is told."""
    return serializers.BooleanField(help_text="It rests on confidential sources alone that this key may not see.")


@extend_schema_field({"type": "object", "additionalProperties": True})
class AsSent(serializers.Field[Any, Any, Any, Any]):
    """An object whose members depend on the kind."""

    def to_representation(self, value: Any) -> Any:
        """As it is."""
        return value


class WrittenShape(Shape):
    """That something was written, and where it is read. The header ETag is what the next write is based on."""

    ids = serializers.ListField(child=said(), help_text="Of what was written, in the order in which it was sent.")
    revision = serializers.IntegerField(allow_null=True, help_text="Of the draft; null where there is none.")
    url = serializers.URLField()


class CitationShape(Shape):
    """A citation. Of a confidential source that the owner of the key may not see, its handle stands for it."""

    id = serializers.UUIDField()
    source = serializers.UUIDField()  # type: ignore[assignment]
    source_title = said()
    publisher = said()
    withheld = serializers.BooleanField(help_text="The source is confidential, and not to be seen with this key.")
    quote = said()
    locator = said()
    stance = said()
    translation = said()
    speaker = SpeakerShape(allow_null=True)
    said_on = serializers.DateField(allow_null=True)
    reported_on = serializers.DateField(allow_null=True)


class DraftClaimShape(Shape):
    """A claim as it stands in the draft."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(AssertionKind.choices)
    text = said("In words.")
    withheld = serializers.BooleanField(
        help_text="It rests on confidential sources alone, not to be seen with this key."
    )
    value = AsSent(help_text="As it can be sent again; empty where it is withheld.")
    read_as = AsSent(help_text="As the record will give it: with the bounds that the rules make of words.")
    modality = said()
    polarity = said()
    credibility = serializers.IntegerField(allow_null=True)
    confidence = said()
    rationale = said()
    role = said()
    verification = serializers.ChoiceField(Verification.choices)
    verification_reason = said()
    supersedes = serializers.UUIDField(allow_null=True)
    citations = CitationShape(many=True)


class DraftWarningShape(Shape):
    """A warning of the draft."""

    id = serializers.UUIDField()
    given = GivenShape(help_text="As it can be sent again.")


class DraftStatementShape(Shape):
    """A reaction or an analysis."""

    id = serializers.UUIDField()
    withheld = withheld()
    paraphrase = said()
    made_on = serializers.DateField(allow_null=True)
    speaker = SpeakerShape(allow_null=True)
    citations = CitationShape(many=True)


class DraftLinkShape(Shape):
    """How it stands to another incident."""

    id = serializers.IntegerField()
    withheld = withheld()
    other = serializers.UUIDField(allow_null=True)
    other_title = said()
    kind = serializers.ChoiceField(LinkKind.choices, allow_blank=True)
    note = said()
    citations = CitationShape(many=True)


class DraftSentenceShape(Shape):
    """A sentence of the summary."""

    withheld = withheld()
    text = said()
    citations = CitationShape(many=True)


class CommentShape(Shape):
    """What a reviewer remarked. It is answered at the desk."""

    claim = serializers.UUIDField(allow_null=True)
    field = said()
    text = said()
    blocking = serializers.BooleanField()
    state = serializers.ChoiceField(CommentState.choices)


class DraftRowShape(Shape):
    """A draft in a list."""

    id = serializers.UUIDField()
    public_id = known("The permanent id, once it was published.")
    title = said()
    state = serializers.ChoiceField(State.choices)
    revision = serializers.IntegerField()
    changed_at = serializers.DateTimeField()
    url = serializers.URLField()


class DraftShape(DraftRowShape):
    """All of a draft that the owner of the key may see."""

    published_version = serializers.IntegerField(allow_null=True, help_text="The version that readers see, if any.")
    part_of = serializers.UUIDField(allow_null=True)
    graphic = serializers.BooleanField(allow_null=True)
    personal_data = serializers.BooleanField(allow_null=True)
    criterion_goal = serializers.BooleanField(allow_null=True)
    criterion_message = serializers.BooleanField(allow_null=True)
    criterion_outside_war = serializers.BooleanField(allow_null=True)
    doubt_terrorism = serializers.BooleanField(allow_null=True)
    alternative = said()
    desk_note = said()
    refused = said("Why this key may not change it; empty where it may.")
    missing = serializers.ListField(child=said(), help_text="What a review takes and is not there yet.")
    summary = DraftSentenceShape(many=True)
    claims = DraftClaimShape(many=True)
    warnings = DraftWarningShape(many=True)
    statements = DraftStatementShape(many=True)
    links = DraftLinkShape(many=True)
    comments = CommentShape(many=True)


class DraftPageShape(Shape):
    """Drafts, those logged last first."""

    results = DraftRowShape(many=True)
    next = serializers.URLField(allow_null=True)


class RestingShape(Shape):
    """A source below another."""

    source = serializers.UUIDField()  # type: ignore[assignment]
    kind = said()


class SourceShape(Shape):
    """A source as it is on record."""

    id = serializers.UUIDField()
    publisher = said()
    title = said()
    kind = said()
    lang = said()
    authors = serializers.ListField(child=said())
    published_on = serializers.DateField(allow_null=True)
    published_precision = said()
    url = said()
    access = said()
    rights = said()
    credit = said()
    summary = said()
    confidential = serializers.BooleanField()
    rests_on = RestingShape(many=True)


class SourcesShape(Shape):
    """Sources that were found, 20 at most."""

    results = SourceShape(many=True)


class PlaceShape(Shape):
    """A place of the gazetteer."""

    id = serializers.IntegerField(help_text="To be sent as `place`.")
    name = said()
    native_name = said()
    kind = serializers.ChoiceField(PlaceKind.choices)
    within = said("The province or country that it lies in.")
    country_code = said("ISO 3166-1 alpha-2.")
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)


class PlacesShape(Shape):
    """Places that were found, the best first, 20 at most."""

    results = PlaceShape(many=True)


class WrongFieldShape(Shape):
    """One field, header or parameter that is wrong."""

    field = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="The way to it, such as `claims.0.value.verbatim`, or a header. Empty where it is about the whole.",
    )
    parameter = serializers.CharField(required=False, help_text="Of the query string.")
    detail = said("What is wrong, and what to do.")


class EditShape(Shape):
    """An edit that somebody made since."""

    revision = serializers.IntegerField()
    what = said("Such as “changed a citation”.")
    by = said()
    at = serializers.DateTimeField()
    summary = said("Why, where they said so.")


class RefusalShape(Shape):
    """A problem (RFC 9457)."""

    type = said()
    title = said("The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(required=False, help_text="What is wrong, in a sentence.")
    parameters = serializers.ListField(child=said(), required=False, help_text="Those that there are.")
    errors = WrongFieldShape(many=True, required=False)  # type: ignore[assignment]
    missing = serializers.ListField(child=said(), required=False, help_text="What a review takes and is not there.")
    revision = serializers.IntegerField(required=False, help_text="The draft's revision now.")
    changes = EditShape(many=True, required=False, help_text="What was changed since the revision that was sent.")
