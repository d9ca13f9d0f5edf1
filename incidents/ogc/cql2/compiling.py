"""A tree of CQL2 becomes a condition over the queryables of a collection, and over nothing else.

Conditions are made of expressions, not of the names of columns: what a feature shows as null is null here too, and
NOT of something unknown stays unknown, as in SQL and as the standard has it.
"""

import math
import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Func, Q, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Exact, GreaterThan, GreaterThanOrEqual, IsNull, LessThan, LessThanOrEqual

from incidents.exchange.columns import Kind
from incidents.ogc.collections import Collection
from incidents.ogc.cql2.refusing import FilterRefusedError
from incidents.ogc.cql2.shapes import shape
from incidents.ogc.cql2.values import WORDS, legible, literal
from incidents.ogc.crs import Crs
from incidents.ogc.properties import Property

Condition = Q
Tree = Any

COMPARISONS: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "=": Exact,
    "<": LessThan,
    "<=": LessThanOrEqual,
    ">": GreaterThan,
    ">=": GreaterThanOrEqual,
}
ARRAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "a_contains": ("@>",),
    "a_containedBy": ("<@",),
    "a_overlaps": ("&&",),
    "a_equals": ("@>", "<@"),
}
ORDERED: Final = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.MOMENT})


class Compiler:
    """Compiles filters for one collection; positions in them are those of ``crs``."""

    def __init__(self, asked: Collection, crs: Crs) -> None:
        self.asked, self.crs = asked, crs

    def condition(self, tree: Tree) -> Q:
        """The condition that a tree says.

        Raises:
            FilterRefusedError: it names something that there is not, or compares what cannot be compared.
        """
        if isinstance(tree, bool):
            return Q(Exact(Value(tree), Value(value=True)))
        if not (isinstance(tree, dict) and set(tree) == {"op", "args"} and isinstance(tree["args"], list)):
            message = "A condition is an operation with its arguments; this is none."
            raise FilterRefusedError(message)
        name, arguments = tree["op"], tree["args"]
        known = self.operations.get(name) if isinstance(name, str) else None
        if known is None:
            message = f"There is no operation “{str(name)[:40]}” here."
            raise FilterRefusedError(message, sorted(self.operations))
        fewest, most, compile_it = known
        if not fewest <= len(arguments) <= most:
            message = f"The operation “{name}” does not take {len(arguments)} arguments."
            raise FilterRefusedError(message)
        return compile_it(name, arguments)

    @property
    def operations(self) -> Mapping[str, tuple[int, float, Callable[[str, list[Tree]], Q]]]:
        """Every operation with the fewest and the most arguments that it takes."""
        return {
            "and": (1, math.inf, self.all_of),
            "or": (1, math.inf, self.any_of),
            "not": (1, 1, self.negated),
            "<>": (2, 2, self.different),
            **dict.fromkeys(COMPARISONS, (2, 2, self.compared)),
            "isNull": (1, 1, self.unknown),
            "like": (2, 2, self.like),
            "between": (3, 3, self.between),
            "in": (2, 2, self.one_of),
            "s_intersects": (2, 2, self.intersecting),
            **dict.fromkeys(ARRAYS, (2, 2, self.listed)),
        }

    def all_of(self, _name: str, arguments: list[Tree]) -> Q:
        return reduce(operator.and_, map(self.condition, arguments))

    def any_of(self, _name: str, arguments: list[Tree]) -> Q:
        return reduce(operator.or_, map(self.condition, arguments))

    def negated(self, _name: str, arguments: list[Tree]) -> Q:
        return ~self.condition(arguments[0])

    def different(self, _name: str, arguments: list[Tree]) -> Q:
        return ~self.compared("=", arguments)

    def compared(self, name: str, arguments: list[Tree]) -> Q:
        """One value beside another: at least one is a property, and says what the other may be."""
        sides = [self.property_of(one) for one in arguments]
        first = next((one for one in sides if one), None)
        if first is None:
            message = "A comparison needs a property on one side."
            raise FilterRefusedError(message)
        if first.kind is Kind.LIST:
            message = f"“{first.name}” is a list: ask A_CONTAINS({first.name}, ('…')) or A_OVERLAPS."
            raise FilterRefusedError(message)
        if name != "=" and first.kind is Kind.BOOLEAN:
            message = f"“{first.name}” is true or false, and has no order."
            raise FilterRefusedError(message)
        values = [self.value(first, side, tree) for side, tree in zip(sides, arguments, strict=True)]
        return Q(COMPARISONS[name](*values))

    def value(self, beside: Property, side: Property | None, tree: Tree) -> Any:
        """A side of a comparison as an expression."""
        if side is None:
            return literal(beside, tree)
        numbers = {Kind.INTEGER, Kind.NUMBER}
        if side.kind is not beside.kind and not {side.kind, beside.kind} <= numbers:
            message = f"“{side.name}” cannot be compared with “{beside.name}”."
            raise FilterRefusedError(message)
        return side.found_by

    def unknown(self, _name: str, arguments: list[Tree]) -> Q:
        if arguments[0] == {"property": self.asked.geometry}:
            return Q(self.asked.undrawn())
        return Q(IsNull(self.require(arguments[0]).found_by, rhs=True))

    def like(self, _name: str, arguments: list[Tree]) -> Q:
        """``%`` stands for any signs, ``_`` for one, a backslash takes either by its word."""
        found = self.require(arguments[0], Kind.TEXT)
        pattern = literal(found, arguments[1])
        text = str(pattern.value)
        if (len(text) - len(text.rstrip("\\"))) % 2:
            message = "A pattern does not end in a single backslash."
            raise FilterRefusedError(message)
        parts = (Cast(found.found_by, TextField()), Value(text))
        return Q(Func(*parts, template="(%(expressions)s)", arg_joiner=" LIKE ", output_field=BooleanField()))

    def between(self, _name: str, arguments: list[Tree]) -> Q:
        found = self.require(arguments[0])
        if found.kind not in ORDERED:
            message = f"“{found.name}” has no order to lie between two values of."
            raise FilterRefusedError(message)
        low, high = (literal(found, one) for one in arguments[1:])
        return Q(GreaterThanOrEqual(found.found_by, low)) & Q(LessThanOrEqual(found.found_by, high))

    def one_of(self, _name: str, arguments: list[Tree]) -> Q:
        found = self.require(arguments[0])
        if found.kind is Kind.LIST or not isinstance(arguments[1], list) or not arguments[1]:
            message = f"“{found.name}” can be IN a list of single values, when it is one itself."
            raise FilterRefusedError(message)
        return reduce(operator.or_, (Q(Exact(found.found_by, literal(found, one))) for one in arguments[1]))

    def listed(self, name: str, arguments: list[Tree]) -> Q:
        """A list of codes beside another."""
        found = self.require(arguments[0], Kind.LIST)
        codes = arguments[1]
        if not isinstance(codes, list) or not all(isinstance(one, str) for one in codes):
            message = f"Beside “{found.name}” stands {WORDS[Kind.LIST]}."
            raise FilterRefusedError(message)
        words: ArrayField[Any, Any] = ArrayField(TextField())
        parts = (Cast(found.found_by, words), Value([legible(one) for one in codes], output_field=words))
        conditions = (
            Q(Func(*parts, template="(%(expressions)s)", arg_joiner=f" {sign} ", output_field=BooleanField()))
            for sign in ARRAYS[name]
        )
        return reduce(operator.and_, conditions)

    def intersecting(self, _name: str, arguments: list[Tree]) -> Q:
        """The geometry of a feature beside one that is given, on either side."""
        shapes = [one for one in arguments if one != {"property": self.asked.geometry}]
        if len(shapes) != 1:
            message = f"S_INTERSECTS takes “{self.asked.geometry}” and one geometry or BBOX."
            raise FilterRefusedError(message)
        return Q(self.asked.intersects(shape(shapes[0], self.crs)))

    def property_of(self, tree: Tree) -> Property | None:
        """The property that is named; nothing where a value is given.

        Raises:
            FilterRefusedError: there is none of this name.
        """
        if not (isinstance(tree, dict) and set(tree) == {"property"}):
            return None
        name = tree["property"]
        found = self.asked.queryables.get(name) if isinstance(name, str) else None
        if found is None:
            message = f"There is no property “{str(name)[:40]}” to filter by in this way."
            raise FilterRefusedError(message, [*self.asked.queryables, self.asked.geometry])
        return found

    def require(self, tree: Tree, kind: Kind | None = None) -> Property:
        found = self.property_of(tree)
        if found is None:
            message = "The first argument is a property."
            raise FilterRefusedError(message, self.asked.queryables)
        if kind and found.kind is not kind:
            message = f"“{found.name}” is not {WORDS[kind]}."
            raise FilterRefusedError(message)
        return found


def compiled(tree: Tree, asked: Collection, crs: Crs) -> Q:
    """The condition that a filter says of the features of a collection.

    Raises:
        FilterRefusedError: it cannot be answered.
    """
    return Compiler(asked, crs).condition(tree)
