"""Things beside incidents as a table: a row each, a column for each member that is one value, who says so among them.

The columns are those of the shape that describes a thing, so that every page of a list, and an empty one too, has the
same. A member that lies in another has dots in its name, as in ``fields``.
"""

import functools
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from rest_framework.utils.encoders import JSONEncoder

from incidents.api.picking import WHOLE, Shape, members
from incidents.choices import Stance
from incidents.exchange.cells import CELLS, text_cell
from incidents.exchange.formats.delimited import lines

SAID_BY: Final = "said_by"
CITED: Final = ("citations", "claims")
"""The members through which somebody says something: citations, or claims that have some."""


@functools.cache
def shape_in_a_table(thing: Any) -> Shape:
    """The members of things of a shape that are columns, or have some; who says so comes last."""
    shape = members(thing, lists=False)
    attested = any(shape.get(name) == WHOLE for name in CITED)
    return {**shape, SAID_BY: WHOLE} if attested else shape


def _leaves(shape: Shape, before: str = "") -> Iterator[str]:
    for name, one in shape.items():
        if one:
            yield from _leaves(one, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def table(things: Iterable[dict[str, Any]], thing: Any, picked: Shape) -> bytes:
    """CSV with a header; of things of which some members are picked, the columns of those."""
    shape = shape_in_a_table(thing)
    columns = [name for name in _leaves(shape) if _is_picked(name.split("."), picked)]
    rows = ({**one, SAID_BY: _voices(one)} for one in things) if SAID_BY in shape else things
    return lines([columns, *([_cell(_at(one, name.split("."))) for name in columns] for one in rows)])


def _is_picked(parts: Sequence[str], picked: Shape) -> bool:
    """Whether a column is of a member that is picked."""
    return not picked or (parts[0] in picked and _is_picked(parts[1:], picked[parts[0]]))


def _at(thing: Any, parts: Sequence[str]) -> Any:
    """The member at a place; None where a thing has none there."""
    for part in parts:
        thing = thing.get(part) if isinstance(thing, dict) else None
    return thing


def _cell(value: Any) -> str:
    """One value as files have it, several words with semicolons; whatever has members of its own, in JSON."""
    words = not isinstance(value, list) or all(isinstance(one, str) for one in value)
    return (
        text_cell(value) if words and type(value) in CELLS else json.dumps(value, ensure_ascii=False, cls=JSONEncoder)
    )


def _voices(thing: dict[str, Any]) -> list[str]:
    """Who says so, each once, with the publisher where that is somebody else."""
    cited = [*thing.get("citations", ()), *(cited for claim in thing.get("claims", ()) for cited in claim["citations"])]
    voices = [(one["said_by"], one["source"]["publisher"]) for one in cited if one["stance"] == Stance.SUPPORTS]
    return [*dict.fromkeys(name if name == of else f"{name} ({of})" for name, of in voices)]
