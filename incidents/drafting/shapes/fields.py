"""Fields that take what they say they take and nothing like it, and shapes that take no member they do not name."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from django.db.models import Choices
from django.utils.translation import gettext as _
from drf_spectacular.drainage import set_override
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.fields import empty

from incidents.rules.dates import DateNotUnderstoodError, read_date

Sent = dict[str, Any]
STRANGER: Final = "There is no such member here. There are: {known}."
MOST_CLAIMS: Final = 50
MOST_CITATIONS: Final = 20


class Shape(serializers.Serializer[Sent]):
    """An object. A member that it does not name is refused: it would be lost without a word."""

    def __init_subclass__(cls) -> None:
        """Be called in the OpenAPI document by what it is a shape of."""
        super().__init_subclass__()
        set_override(cls, "component_name", cls.__name__.removesuffix("Shape"))

    def to_internal_value(self, data: Any) -> Any:
        """What was sent, understood."""
        if isinstance(data, Mapping):
            known = ", ".join(self.fields)
            strangers = {str(name): [STRANGER.format(known=known)] for name in data if name not in self.fields}
            if strangers:
                raise serializers.ValidationError(strangers)
        return super().to_internal_value(data)


class Strict:
    """A field of one JSON type: a number is no text, and a text no number."""

    takes: ClassVar[tuple[type, ...]] = (str,)
    wanted: ClassVar[str] = "Give a text."

    def to_internal_value(self, data: Any) -> Any:
        """What was sent, if it is of the type."""
        if type(data) not in self.takes:
            raise serializers.ValidationError(self.wanted)
        return super().to_internal_value(data)  # type: ignore[misc]  # a field comes next in the order of resolution


def constant(value: str) -> Any:
    """A field that always holds this text."""

    @extend_schema_field({"type": "string", "const": value})
    class Constant(serializers.Field[Any, Any, Any, Any]):
        """One of these for each text."""

        def to_internal_value(self, data: Any) -> str:
            if data != value:
                raise serializers.ValidationError(_("It is of another kind."))
            return value

    return Constant()


class Text(Strict, serializers.CharField):
    """Words."""


class YesNo(serializers.BooleanField):
    """Yes or no, or null while nobody has decided."""

    def to_internal_value(self, data: Any) -> Any:
        """True or false, as JSON has them."""
        if not isinstance(data, bool):
            raise serializers.ValidationError(_("Give true or false, or null where a question may stay open."))
        return data


class Number(Strict, serializers.IntegerField):
    """A whole number."""

    takes = (int,)
    wanted = "Give a whole number."


class Decimal(Strict, serializers.FloatField):
    """A number."""

    takes = (int, float)
    wanted = "Give a number."


class Id(Strict, serializers.UUIDField):
    """An id that an answer gave."""


class Day(Strict, serializers.DateField):
    """A day, ISO 8601."""


class Code(Strict, serializers.ChoiceField):
    """A code of a vocabulary; a refusal lists them."""

    def __init__(self, choices: Any, **options: Any) -> None:
        codes = ", ".join(str(value) for value, _label in choices)
        sentence = f"“{{input}}” is not one of these: {codes}."
        super().__init__(choices, error_messages={"invalid_choice": sentence}, **options)


class When(Text):
    """A time in words or EDTF, as finely as it is known; read to a span."""

    def run_validation(self, data: Any = empty) -> Any:
        """The span; None where none is given.

        Raises:
            ValidationError: it cannot be read; with what can.
        """
        said = super().run_validation(data)
        try:
            return read_date(said, timezone="UTC") if said else None
        except DateNotUnderstoodError as error:
            raise serializers.ValidationError(str(error)) from error


def code(vocabulary: type[Choices], help_text: str = "", *, default: Any = None) -> Code:
    """A code; asked for where there is no default, and else that where it is missing. "" says that there is none."""
    if default is None:
        return Code(vocabulary.choices, help_text=help_text)
    return Code(vocabulary.choices, help_text=help_text, required=False, default=default, allow_blank=default == "")


def text(help_text: str, *, most: int) -> Text:
    """Words that are asked for."""
    return Text(help_text=help_text, max_length=most, error_messages={"blank": _("Fill this in.")})


def words(help_text: str = "", *, most: int) -> Text:
    """Words, or none."""
    return Text(help_text=help_text, max_length=most, required=False, allow_blank=True, default="")


def day(help_text: str = "") -> Day:
    """A day, or null."""
    said: dict[str, Any] = {"invalid": _("Give a day as in 2024-01-26.")}
    return Day(help_text=help_text, required=False, allow_null=True, default=None, error_messages=said)


def span(help_text: str) -> When:
    """A time as finely as it is known, or null."""
    return When(help_text=help_text, required=False, allow_null=True, default=None, max_length=100)


def reason() -> Text:
    """What every edit takes once readers see the incident."""
    note = "What is changed and why. Required once the incident is public; colleagues and reviewers read it."
    return words(note, most=300)


def many(shape: type[Shape], *, most: int, least: int = 0, required: bool = False) -> Any:
    """A list of objects; none need be sent where it is not ``required`` and ``least`` is none."""
    build: Any = shape
    absent = {} if least or required else {"required": False, "default": list}
    return build(many=True, max_length=most, min_length=least, allow_empty=not least, **absent)


def iso(value: date | None) -> str | None:
    """A day as text, or null."""
    return value.isoformat() if value else None
