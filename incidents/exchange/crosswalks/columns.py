"""A column of another dataset: what we put into it, or why it is always empty."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise

from incidents.exchange.crosswalks.facts import Facts

Take = Callable[[Facts], Any]
Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Crossed:
    """One column: ``take`` says what stands in it, and is None where nothing ever does; ``words`` tell either."""

    name: str
    words: Words
    take: Take | None = None


@dataclass(frozen=True, kw_only=True)
class Crosswalk:
    """Another dataset's columns, in the order of its files.

    ``name`` is that of the dataset, ``by`` whose it is, ``table`` that of our file; ``cautions`` are sentences on what
    a reader of the file gets wrong most easily, ``lost`` on what of the record the columns have no place for.
    """

    name: Words
    by: Words
    table: str
    columns: tuple[Crossed, ...]
    cautions: tuple[Words, ...]
    lost: tuple[Words, ...]

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.columns]

    def cells(self, facts: Facts) -> list[Any]:
        """The values of a row; None where nothing can be said."""
        return [one.take(facts) if one.take else None for one in self.columns]


def in_order(order: str, filled: Iterable[Crossed], empty: Iterable[Crossed]) -> tuple[Crossed, ...]:
    """The columns as a file has them.

    Raises:
        ValueError: a name of the order has no column, a column no place in it, or more than one.
    """
    columns = [*filled, *empty]
    known, names = {one.name: one for one in columns}, order.split()
    if sorted(names) != sorted(one.name for one in columns):
        odd = set(names) ^ known.keys()
        message = f"Columns without a place, or places without a column: {sorted(odd)}"
        raise ValueError(message)
    return tuple(known[name] for name in names)


def filled(name: str, words: Words, take: Take) -> Crossed:
    """A column that something can be said in."""
    return Crossed(name=name, words=words, take=take)


def empty(names: str, words: Words) -> list[Crossed]:
    """Columns that are always empty, for one reason."""
    return [Crossed(name=name, words=words) for name in names.split()]


YES: Final = 1
NO: Final = 0


def truth(value: bool | None) -> int | None:  # noqa: FBT001 (it is a value here, and no switch)
    """A truth as these datasets write it; unknown stays unknown."""
    return None if value is None else int(value)


def at(values: list[Any], place: int) -> Any:
    """The value at a place of a list, from 0; None behind its end."""
    return values[place] if place < len(values) else None
