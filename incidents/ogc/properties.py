"""What a property of a feature is: for its schema, for filters, and for pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Expression, F
from django.utils.functional import Promise

from incidents.exchange.columns import Kind

SCHEMAS: Final[Mapping[Kind, Mapping[str, Any]]] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.MOMENT: {"type": "string", "format": "date-time"},
    Kind.LIST: {"type": "array", "items": {"type": "string"}},
}
ANY_GEOMETRY: Final = {"format": "geometry-any", "x-ogc-role": "primary-geometry"}


@dataclass(frozen=True)
class Property:
    """A property by its name; ``codes`` are its values where they are from a vocabulary.

    ``expression`` is what stands behind it in the rows of its collection; without one, nothing is found by it.
    """

    name: str
    kind: Kind
    meaning: str | Promise
    codes: tuple[str, ...] = ()
    expression: Expression | F | None = None

    @property
    def found_by(self) -> Expression | F:
        """What stands behind a queryable.

        Raises:
            LookupError: nothing is found by this property.
        """
        if self.expression is None:
            raise LookupError(self.name)
        return self.expression

    def schema(self) -> dict[str, Any]:
        """The property in the words of JSON Schema."""
        found = {**SCHEMAS[self.kind], "title": self.name, "description": str(self.meaning)}
        if self.codes and self.kind is Kind.LIST:
            return {**found, "items": {"type": "string", "enum": list(self.codes)}}
        return {**found, "enum": list(self.codes)} if self.codes else found


def by_name(properties: Iterable[Property]) -> dict[str, Property]:
    """Properties by name, in their order."""
    return {one.name: one for one in properties}
