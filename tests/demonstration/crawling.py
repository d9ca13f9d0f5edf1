"""What all who crawl the demonstration have in common."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from django.test import Client

from tests.demonstration.whole import Demonstration

Find = Callable[[Client, Demonstration], list[str]]
One = TypeVar("One")
FEW: Final = 5
"""Pages of one kind that are read where all are made of the same rows or documents by the same code."""


def at(where: str, found: list[str]) -> list[str]:
    return [f"{where}: {one}" for one in found]


def some(found: Sequence[One], number: int = FEW) -> Sequence[One]:
    """About so many, from the first to the last."""
    return found[:: max(1, len(found) // number)]
