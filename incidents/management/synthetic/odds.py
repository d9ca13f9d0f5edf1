"""Draw one of several values, some likelier than others."""

from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Drawn = TypeVar("Drawn")


class Odds(Generic[Drawn]):
    """Values with their weights, which need not add up to anything."""

    def __init__(self, weighted: Iterable[tuple[Drawn, float]]) -> None:
        values, weights = zip(*weighted, strict=True)
        self.values: tuple[Drawn, ...] = values
        self._bounds = list(accumulate(weights))

    def draw(self, chance: Random) -> Drawn:
        """One of the values."""
        return self.values[bisect(self._bounds, chance.random() * self._bounds[-1])]
