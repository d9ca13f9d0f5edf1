"""Fields that say more of themselves in the OpenAPI document than the framework's own do."""

from datetime import datetime
from typing import Any, Final

from django.db.models import Choices
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from incidents.choices import ReviewerRole

GEOMETRY: Final = {
    "type": ["object", "null"],
    "description": "GeoJSON geometry in WGS 84, never finer than the place's precision; null where nothing is drawn.",
    "properties": {
        "type": {"type": "string", "enum": ["Point", "Polygon", "MultiPolygon"]},
        "coordinates": {"type": "array", "items": {}},
    },
    "required": ["type", "coordinates"],
}
SHA256: Final = "^[0-9a-f]{64}$"


def constant(value: str) -> serializers.Field[Any, Any, Any, Any]:
    """A field that always holds this text."""
    return described({"type": "string", "const": value})


def described(schema: Any, *, required: bool = True) -> serializers.Field[Any, Any, Any, Any]:
    """A field that is handed on as it is, and whose shape is given: as JSON Schema, or by a serializer."""

    @extend_schema_field(schema)
    class Described(serializers.Field[Any, Any, Any, Any]):
        """One of these for each shape."""

        def to_representation(self, value: Any) -> Any:
            return value

    return Described(required=required)


def sha256(help_text: str) -> serializers.Field[Any, Any, Any, Any]:
    """A SHA-256 in 64 hexadecimal digits."""
    return described({"type": "string", "pattern": SHA256, "description": help_text})


def lists(help_text: str) -> serializers.ListField:
    """A list of short texts."""
    return serializers.ListField(child=serializers.CharField(), help_text=help_text)


def terms(choices: type[Choices], help_text: str) -> serializers.ListField:
    """A list of codes of a vocabulary."""
    return serializers.ListField(child=serializers.ChoiceField(choices.choices), help_text=help_text)


class RolesField(serializers.ListField):
    """In which roles a version was approved; never by whom."""

    def __init__(self) -> None:
        help_text = "Of those who approved it, one for each person; null where nobody approves or it is not recorded."
        super().__init__(child=serializers.ChoiceField(ReviewerRole.choices), allow_null=True, help_text=help_text)

    def get_attribute(self, instance: Any) -> Any:
        """The roles; None for an empty list."""
        return super().get_attribute(instance) or None


def term(
    choices: type[Choices], help_text: str = "", *, blank: bool = False, null: bool = False, required: bool = True
) -> serializers.ChoiceField:
    """One code of a vocabulary; it may be an empty text, null or absent where that is said."""
    return serializers.ChoiceField(
        choices.choices, help_text=help_text, allow_blank=blank, allow_null=null, required=required
    )


def words(help_text: str = "") -> serializers.CharField:
    """A text, empty where there is nothing to say."""
    return serializers.CharField(help_text=help_text, allow_blank=True)


def said(moment: datetime) -> str:
    """A moment of record time, RFC 3339 in UTC to the microsecond: as the log has it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
