"""Parameters that choose among the things of a collection; all others choose incidents, by the one filter set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Choices
from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter

from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.filters import values_in

LONGEST: Final = 80
"""Characters of a short name, an id or a code; no column that is asked by one is wider."""


@dataclass(frozen=True)
class Own:
    """A parameter of a collection's own: the column that it asks, what that means, and the codes that it takes.

    Without codes it takes any short word.
    """

    name: str
    column: str
    about: str
    codes: tuple[str, ...] = ()

    @property
    def parameter(self) -> OpenApiParameter:
        """As the OpenAPI document describes it: several values with commas between them."""
        bounds: dict[str, Any] = {"enum": list(self.codes)} if self.codes else {"maxLength": LONGEST}
        schema = {"type": "array", "items": {"type": "string", **bounds}}
        return OpenApiParameter(self.name, schema, description=self.about, explode=False, style="form")

    def read(self, texts: Sequence[str]) -> list[str]:
        """The values, each once, in order.

        Raises:
            ValueError: one of them is none that it takes.
        """
        found = values_in(texts)
        if any(one not in self.codes if self.codes else not _is_word(one) for one in found):
            raise ValueError
        return found

    @property
    def wrong(self) -> Wrong:
        """The refusal of any other value."""
        said = "Take one or more of these." if self.codes else f"Give words of at most {LONGEST} characters."
        return Wrong(self.name, said, self.codes)


def of(name: str, column: str, about: str, codes: type[Choices]) -> Own:
    """A parameter that takes the codes of a vocabulary."""
    return Own(name, column, about, tuple(map(str, codes.values)))


def take(params: QueryDict, own: Iterable[Own], known: Iterable[str]) -> tuple[QueryDict, dict[str, list[str]]]:
    """A query string apart: what is left for others to read, and the values of these parameters by column.

    Raises:
        ParametersRefusedError: a value is none that its parameter takes.
    """
    others, found, wrong = params.copy(), dict[str, list[str]](), []
    for one in own:
        try:
            values = one.read([str(text) for text in others.pop(one.name, [])])
        except ValueError:
            wrong.append(one.wrong)
            continue
        if values:
            found[one.column] = values
    if wrong:
        raise ParametersRefusedError(wrong, known)
    return others, found


def _is_word(text: str) -> bool:
    return 0 < len(text) <= LONGEST and text.isprintable()
