"""What is sent of a draft itself and of what surrounds it: summary, reactions, links."""

from typing import Any, Final

from django.utils.translation import gettext as _
from rest_framework import serializers

from incidents.choices import Alternative, LinkKind
from incidents.drafting.shapes.evidence import QuoteShape, SpeakerShape, quotes
from incidents.drafting.shapes.fields import (
    MOST_CITATIONS,
    Id,
    Sent,
    Shape,
    YesNo,
    code,
    day,
    many,
    reason,
    text,
    words,
)
from incidents.drafting.shapes.values import GivenShape

DEEP: Final = {"value", "specificity"}
"""Members of which what is not sent stays, too; any other is sent whole."""


def open_question(help_text: str) -> YesNo:
    """A flag that stays undecided until somebody decides it."""
    return YesNo(required=False, allow_null=True, default=None, help_text=help_text)


class DescriptionShape(Shape):
    """What is said of an incident in our own words, and its flags."""

    title = text("Neutral: what happened, where.", most=200)
    graphic = open_question("Whether the record holds graphic material.")
    personal_data = open_question("Whether it holds personal data.")
    criterion_goal = open_question("Whether it was aimed at a political, economic, religious or social goal.")
    criterion_message = open_question("Whether it was meant to coerce, or to convey a message to a larger audience.")
    criterion_outside_war = open_question("Whether it was outside legitimate warfare.")
    doubt_terrorism = open_question("Whether it is doubted that it was terrorism.")
    alternative = code(Alternative, "What else it may have been.", default="")
    desk_note = words("A note for colleagues; never published.", most=4000)


class NewDraftShape(DescriptionShape):
    """An incident to be logged."""

    part_of = words("The draft, or the permanent id, of the composite incident that it is a part of.", most=40)


class DraftChangeShape(DescriptionShape):
    """What is changed of it. What is not sent stays."""

    edit_summary = reason()


class SentenceQuoteShape(QuoteShape):
    """A new citation, or one of this draft again, by its id."""

    source = Id(required=False, allow_null=True, default=None, help_text="The id of the source.")
    citation = Id(required=False, allow_null=True, default=None, help_text="The id of a citation of this draft.")

    def validate(self, attrs: Sent) -> Sent:
        """Refuse what is neither."""
        if attrs["citation"]:
            return attrs
        if not attrs["source"]:
            raise serializers.ValidationError({"source": "Give a source, or a citation of this draft."})
        return super().validate(attrs)


class SentenceShape(Shape):
    """A sentence of the summary, in our words. Each is cited."""

    text = text("One sentence.", most=500)
    citations = many(SentenceQuoteShape, most=MOST_CITATIONS, least=1)


class SummaryShape(Shape):
    """The whole summary, in the place of the one there is."""

    sentences = many(SentenceShape, most=30, required=True)
    edit_summary = reason()


class NewStatementShape(Shape):
    """A reaction or an analysis: it changes no value of the incident."""

    paraphrase = text("What was said, in our words.", most=500)
    made_on = day("The day.")
    speaker = SpeakerShape()
    citations = quotes(least=1)
    edit_summary = reason()


class WordingShape(Shape):
    """In which words a reaction stands, and its day."""

    paraphrase = text("What was said, in our words.", most=500)
    made_on = day("The day.")
    edit_summary = reason()


class NewLinkShape(Shape):
    """How this incident stands to another. A kind that says why takes a citation."""

    other = text("The draft, or the permanent id, of the other.", most=40)
    kind = code(LinkKind)
    note = words(most=300)
    citations = quotes()
    edit_summary = reason()


class ReasonShape(Shape):
    """Why, where the incident is public."""

    edit_summary = reason()


class SupersedingShape(Shape):
    """Which older claim this one takes the place of."""

    older = Id(help_text="The id of a claim of this draft, of the same kind.")
    edit_summary = reason()


class NewCitationShape(QuoteShape):
    """A citation more."""

    edit_summary = reason()


class GivenChangeShape(GivenShape):
    """What is recorded of a warning itself. What is not sent stays."""

    edit_summary = reason()


class HandInShape(Shape):
    """A word to the reviewer."""

    note = words(most=500)


def changed(shape: type[Shape], held: Sent, sent: Any) -> Sent:
    """What is to stand: what was sent over what is held (RFC 7396), understood by the shape.

    Raises:
        ValidationError: it is no object, or cannot be recorded.
    """
    if not isinstance(sent, dict):
        raise serializers.ValidationError(_("Send an object."))
    merged = held | sent
    for name in DEEP & held.keys():
        if isinstance(sent.get(name), dict):
            merged[name] = held[name] | sent[name]
    found = shape(data=merged)
    found.is_valid(raise_exception=True)
    return dict(found.validated_data)
