"""Values of a filter, as what the property beside them is."""

import math
from typing import Any, Final

from django.db.models import BooleanField, CharField, DateTimeField, FloatField, Value

from incidents.exchange.columns import Kind
from incidents.ogc.cql2.instants import read_instant
from incidents.ogc.cql2.refusing import FilterRefusedError
from incidents.ogc.properties import Property

WORDS: Final = {
    Kind.TEXT: "a text in single quotes",
    Kind.INTEGER: "a number",
    Kind.NUMBER: "a number",
    Kind.BOOLEAN: "TRUE or FALSE",
    Kind.MOMENT: "TIMESTAMP('2024-01-05T12:00:00Z') or DATE('2024-01-05')",
    Kind.LIST: "a list such as ('bombing', 'hijacking')",
}


def literal(beside: Property, tree: Any) -> Value:
    """A value as what the property beside it is.

    Raises:
        FilterRefusedError: it is something else.
    """
    kind = beside.kind
    refused = FilterRefusedError(f"Beside “{beside.name}” stands {WORDS[kind]}.")
    if kind is Kind.TEXT and isinstance(tree, str):
        return Value(legible(tree), output_field=CharField())
    if kind is Kind.BOOLEAN and isinstance(tree, bool):
        return Value(tree, output_field=BooleanField())
    if kind in {Kind.INTEGER, Kind.NUMBER} and isinstance(tree, int | float) and not isinstance(tree, bool):
        try:
            found = float(tree)
        except OverflowError:
            raise refused from None
        if math.isfinite(found):
            return Value(found, output_field=FloatField())
    if kind is Kind.MOMENT and isinstance(tree, dict) and (moment := read_instant(tree)):
        return Value(moment, output_field=DateTimeField())
    raise refused


def legible(text: str) -> str:
    """A text that the database can hold.

    Raises:
        FilterRefusedError: it has a sign that is none.
    """
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        message = "A text holds a sign that is none."
        raise FilterRefusedError(message)
    return text
