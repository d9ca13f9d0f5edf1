"""CQL2 text read into the tree of CQL2 JSON.

By hand, and as the standard's grammar has it: AND binds closer than OR, NOT takes whatever one condition is, and a
quote in a text is written twice (ADR 0029).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from incidents.ogc.cql2.refusing import FilterRefusedError
from incidents.ogc.cql2.shapes import shaped

TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<text>'(?:''|\\'|[^'])*')
      | (?P<quoted>"[^"]*")
      | (?P<word>[^\W\d][\w.:]*)
      | (?P<sign><>|<=|>=|[=<>(),+-])
      | (?P<end>$)
    )""",
    re.VERBOSE,
)
COMPARISONS: Final = frozenset({"=", "<>", "<", "<=", ">", ">="})
PREDICATES: Final = frozenset({"S_INTERSECTS", "A_EQUALS", "A_CONTAINS", "A_CONTAINEDBY", "A_OVERLAPS"})
SPELT: Final = {"A_CONTAINEDBY": "a_containedBy"}
SHAPES: Final = re.compile(
    r"(?:POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\s*(?:Z\s*)?\(",
    re.IGNORECASE,
)
DEEPEST: Final = 50
"""Levels that are read at all; how many of them are conditions is counted in the tree."""


@dataclass(frozen=True)
class Token:
    """A word of the language: what kind it is, what it says, where it begins and where the next one does."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """A word or sign in capitals; nothing for what is quoted."""
        return self.text.upper() if self.kind in {"word", "sign"} else ""


class Reader:
    """Reads one filter from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.level = 0
        self.now = self.token(0)

    def token(self, position: int) -> Token:
        """The token that begins here or after some spaces."""
        found = TOKEN.match(self.text, position)
        if found is None or found.lastgroup is None:
            raise self.refused(position)
        kind = found.lastgroup
        return Token(kind, found[kind], found.start(kind), found.end())

    def refused(self, position: int) -> FilterRefusedError:
        """What to say where the reading stops."""
        rest = self.text[position:].strip()
        where = f"before “{rest[:20]}”" if rest else "at its end"
        return FilterRefusedError(f"This is no CQL2 text: it cannot be read {where}, after {position} characters.")

    def step(self) -> Token:
        """The token at hand; the next one is at hand then."""
        found, self.now = self.now, self.token(self.now.end)
        return found

    def take(self, *names: str) -> bool:
        """Whether the token at hand is one of these, which is passed then."""
        if self.now.name not in names:
            return False
        self.step()
        return True

    def require(self, name: str) -> None:
        if not self.take(name):
            raise self.refused(self.now.start)

    def whole(self) -> Any:
        """The tree of all of it."""
        found = self.either()
        if self.now.kind != "end":
            raise self.refused(self.now.start)
        return found

    def either(self) -> Any:
        """Conditions with OR between them."""
        self.level += 1
        if self.level > DEEPEST:
            message = "Too many brackets stand in one another."
            raise FilterRefusedError(message)
        found = [self.both()]
        while self.take("OR"):
            found.append(self.both())
        self.level -= 1
        return {"op": "or", "args": found} if len(found) > 1 else found[0]

    def both(self) -> Any:
        """Conditions with AND between them."""
        found = [self.one()]
        while self.take("AND"):
            found.append(self.one())
        return {"op": "and", "args": found} if len(found) > 1 else found[0]

    def one(self) -> Any:
        """One condition, or that it does not hold."""
        negated = False
        while self.take("NOT"):
            negated = not negated
        found = self.condition()
        return {"op": "not", "args": [found]} if negated else found

    def condition(self) -> Any:
        """What stands between AND, OR and NOT."""
        if self.take("("):
            found = self.either()
            self.require(")")
            return found
        if self.now.name in PREDICATES and self.token(self.now.end).name == "(":
            name = self.step().name
            return {"op": SPELT.get(name, name.lower()), "args": self.listed()}
        left = self.operand()
        if isinstance(left, bool) and self.now.name not in COMPARISONS:
            return left
        return self.said_of(left)

    def said_of(self, left: Any) -> Any:
        """A comparison, from its sign or word on."""
        if self.now.name in COMPARISONS:
            return {"op": self.step().text, "args": [left, self.operand()]}
        if self.take("IS"):
            negated = self.take("NOT")
            self.require("NULL")
            return self.unless({"op": "isNull", "args": [left]}, negated=negated)
        negated = self.take("NOT")
        if self.take("LIKE"):
            return self.unless({"op": "like", "args": [left, self.operand()]}, negated=negated)
        if self.take("IN"):
            return self.unless({"op": "in", "args": [left, self.listed()]}, negated=negated)
        if self.take("BETWEEN"):
            low = self.operand()
            self.require("AND")
            return self.unless({"op": "between", "args": [left, low, self.operand()]}, negated=negated)
        raise self.refused(self.now.start)

    def unless(self, found: Any, *, negated: bool) -> Any:
        return {"op": "not", "args": [found]} if negated else found

    def listed(self) -> list[Any]:
        """Operands in brackets, with commas between them."""
        self.require("(")
        if self.take(")"):
            return []
        found = [self.operand()]
        while self.take(","):
            found.append(self.operand())
        self.require(")")
        return found

    def operand(self) -> Any:
        """A property, a value, or a list of them."""
        if self.now.name == "(":
            return self.nested()
        if shape := SHAPES.match(self.text, self.now.start):
            return self.shape(shape.start())
        token = self.step()
        if token.kind in PLAIN:
            return PLAIN[token.kind](token.text)
        if token.name in {"-", "+"} and self.now.kind == "number":
            return number(token.text + self.step().text)
        if token.kind == "word":
            return self.worded(token)
        raise self.refused(token.start)

    def worded(self, token: Token) -> Any:
        """What a word stands for: a truth, a value in brackets behind it, or a property of this name."""
        if self.now.name != "(":
            return token.name == "TRUE" if token.name in {"TRUE", "FALSE"} else {"property": token.text}
        if token.name == "BBOX":
            return {"bbox": self.listed()}
        if token.name in {"DATE", "TIMESTAMP"}:
            return self.instant(token)
        message = f"There is no function “{token.text[:40]}” here."
        raise FilterRefusedError(message)

    def nested(self) -> list[Any]:
        self.level += 1
        if self.level > DEEPEST:
            raise self.refused(self.now.start)
        found = self.listed()
        self.level -= 1
        return found

    def instant(self, word: Token) -> dict[str, str]:
        """A day or a moment."""
        found = self.listed()
        if len(found) != 1 or not isinstance(found[0], str):
            raise self.refused(word.start)
        return {word.text.lower(): found[0]}

    def shape(self, start: int) -> Any:
        """A geometry in Well-Known Text, up to the bracket that ends it."""
        opened = 0
        for position in range(start, len(self.text)):
            opened += {"(": 1, ")": -1}.get(self.text[position], 0)
            if opened == 0 and self.text[position] == ")":
                self.now = self.token(position + 1)
                return shaped(self.text[start : position + 1])
        raise self.refused(start)


def number(text: str) -> float:
    """A number; what is too large for one is refused with the value that it stands beside."""
    return float(text) if set(text) & set(".eE") else int(text)


def unquoted(text: str) -> str:
    """A text without its quotes; in it a quote is written twice, or behind a backslash."""
    return text[1:-1].replace("''", "'").replace("\\'", "'")


PLAIN: Final[dict[str, Callable[[str], Any]]] = {
    "number": number,
    "text": unquoted,
    "quoted": lambda text: {"property": text[1:-1]},
}
"""What the kinds of token stand for that say it all themselves."""


def read_text(text: str) -> Any:
    """A filter in CQL2 text as the tree of CQL2 JSON.

    Raises:
        FilterRefusedError: it cannot be read; the sentence says where.
    """
    return Reader(text).whole()
