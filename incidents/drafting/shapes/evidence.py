"""What is sent of sources, of who speaks, and of where the words stand."""

from typing import Any, Final

from rest_framework import serializers

from incidents.choices import (
    Access,
    ActorKind,
    DerivationKind,
    Directness,
    Naming,
    PublisherKind,
    SourceKind,
    Stance,
)
from incidents.drafting.shapes.fields import (
    MOST_CITATIONS,
    Id,
    Sent,
    Shape,
    Text,
    YesNo,
    code,
    day,
    many,
    span,
    text,
    words,
)
from incidents.rules.extraction import LONGEST_TEXT

SAYS_WHO: Final = ("name", "organisation", "description")


class NamedShape(Shape):
    """An actor by any name it goes by. A name that nobody has recorded takes a kind, and is recorded."""

    name = text("As the source names it, no finer.", most=200)
    kind = code(ActorKind, "Only for a name that is new.", default="")


class PublisherShape(Shape):
    """Who published it. A name that nobody has recorded takes a kind, and is recorded."""

    name = text("As it calls itself.", most=200)
    kind = code(PublisherKind, "Only for a name that is new.", default="")


class RestsOnShape(Shape):
    """Another source on which this one rests."""

    source = Id(help_text="Its id.")  # type: ignore[assignment]
    kind = code(DerivationKind)


class NewSourceShape(Shape):
    """A published item."""

    publisher = PublisherShape()
    title = text("In its own language, as published.", most=400)
    kind = code(SourceKind, default=SourceKind.ARTICLE)
    lang = Text(help_text="BCP 47, such as en, fa or ar.", max_length=8, default="en")
    authors = serializers.ListField(child=text("", most=200), required=False, default=list, max_length=50)
    published_on = span("As finely as it is known: 2024-01-26, 2024-01, or in words.")
    url = words("Its address.", most=1000)
    access = code(Access, default=Access.OPEN)
    rights = words(most=200)
    credit = words(most=300)
    summary = words("In our own words.", most=4000)
    confidential = YesNo(
        required=False, default=False, help_text="It never leaves the desk, nor what rests on it alone."
    )
    rests_on = many(RestsOnShape, most=20)
    text = words("The text of the item, kept as a snapshot in which quotes are looked for.", most=LONGEST_TEXT)


class SpeakerShape(Shape):
    """Whose words they are: somebody heard in this draft, by `id`, or somebody new."""

    id = Id(required=False, allow_null=True, default=None)
    naming = code(Naming, default=Naming.NAMED)
    name = words(most=200)
    role_title = words(most=200)
    organisation = words(most=200)
    description = words("The source's own words, such as “a US official”.", most=300)
    anonymity_reason = words("The reason that is given for it.", most=300)
    directness = code(Directness, "How they know.", default=Directness.UNKNOWN)
    actor = words("For whom they speak: the name of an actor on record.", most=200)

    def validate(self, attrs: Sent) -> Sent:
        """Refuse a speaker of whom nothing says who they are."""
        if attrs["id"]:
            return attrs
        if attrs["naming"] == Naming.NAMED and not attrs["name"]:
            raise serializers.ValidationError({"name": "Give the name, or another kind of naming."})
        if attrs["naming"] == Naming.ANONYMOUS and (attrs["name"] or not attrs["description"]):
            sentence = "Somebody anonymous has no name here: give the source's words for them."
            raise serializers.ValidationError({"description": sentence})
        if not any(attrs[name] for name in SAYS_WHO):
            sentence = "Say who speaks: a name, an organisation or the words used."
            raise serializers.ValidationError({"organisation": sentence})
        return attrs


class QuoteShape(Shape):
    """A citation: the words of a source and where they stand."""

    source = Id(help_text="The id of the source.")  # type: ignore[assignment]
    quote = words("The source's own words, in its language.", most=300)
    locator = words("Page, paragraph or minute.", most=100)
    stance = code(Stance, "What it does to the claim.", default=Stance.SUPPORTS)
    translation = words("The words in English, where they are in another language.", most=400)
    speaker = SpeakerShape(required=False, allow_null=True, default=None)
    said_on = day("When the speaker said it.")
    reported_on = day("When the source reported it; without it, the day on which the source was published.")

    def validate(self, attrs: Sent) -> Sent:
        """Refuse a citation that leads nowhere."""
        if not attrs["quote"] and not attrs["locator"]:
            sentence = "Give the quote, or say where in the source it stands."
            raise serializers.ValidationError({"quote": sentence})
        return attrs


def quotes(*, least: int = 0) -> Any:
    """Citations."""
    return many(QuoteShape, most=MOST_CITATIONS, least=least)
