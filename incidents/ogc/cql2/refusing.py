"""Why a filter is not answered."""

from collections.abc import Iterable


class FilterRefusedError(ValueError):
    """A filter that cannot be answered: a sentence, and what there is instead where that is a list."""

    def __init__(self, sentence: str, allowed: Iterable[str] = ()) -> None:
        super().__init__(sentence)
        self.allowed = tuple(allowed)
