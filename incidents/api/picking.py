"""Some members of an answer instead of all of them: ``fields=title,killed.best``.

What an answer has is read off the serializer that describes it, so that every name which the reference page shows can
be picked. A value is never handed out without who gives it: ``said_by``, ``why`` and ``citations`` come along with
whatever is picked beside them.
"""

import functools
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.http import QueryDict
from drf_spectacular.drainage import get_override
from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework.fields import ListField
from rest_framework.serializers import BaseSerializer, ListSerializer, Serializer

from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.api.serializers.additions import ADDITIONS
from incidents.filters import values_in

Shape = Mapping[str, "Shape"]
"""The members of a part of an answer, each with its own; empty for what has none, and for a part that stays whole."""

Answer = BaseSerializer[Any]
FIELDS: Final = "fields"
KEPT: Final = ("id", "demonstration", "said_by", "why", "citations")
KEPT_IN_A_TABLE: Final = ("id", "demonstration", "said_by", "incident", "url")
KEPT_OF_THINGS: Final = (*KEPT, "incident", "claims", "url")
"""A thing by itself never comes without the incident that it is of, nor a warning without the claims about it."""

WHOLE: Final[Shape] = {}


@functools.cache
def shape_of(answer: type[Answer]) -> Shape:
    """What can be picked of an answer: all that it has but what ``include`` adds, which comes whole."""
    return {name: one for name, one in members(answer).items() if name not in ADDITIONS}


def members(part: Any, *, lists: bool = True) -> Shape:
    """The members that a part of an answer has; ``lists`` says whether what stands in a list has its own."""
    inside = functools.partial(members, lists=lists)
    match part:
        case type():
            return inside(part())
        case ListSerializer() | ListField():
            return inside(part.child) if lists else WHOLE
        case PolymorphicProxySerializer():
            return _either([inside(one) for one in dict(part.serializers).values()])
        case Serializer():
            return {name: inside(field) for name, field in part.fields.items()}
    described = get_override(part, "field")
    return inside(described) if isinstance(described, type | PolymorphicProxySerializer) else WHOLE


def _either(shapes: Iterable[Shape]) -> Shape:
    """The members of what has one of several shapes."""
    found: dict[str, Shape] = {}
    for shape in shapes:
        for name, one in shape.items():
            found[name] = _either([found[name], one]) if name in found else one
    return found


def read_fields(params: QueryDict, known: Iterable[str], shape: Shape, kept: Iterable[str] = KEPT) -> Shape:
    """What is picked, with what comes along; everything where nothing is asked for.

    Raises:
        ParametersRefusedError: an answer has no such member; with those that it has at that place.
    """
    given = values_in(params.getlist(FIELDS))
    picked: dict[str, Any] = {}
    wrong = [found for name in given if (found := _pick(picked, shape, name))]
    if wrong:
        raise ParametersRefusedError(wrong, known)
    return _with_kept(picked, shape, tuple(kept))


def _pick(picked: dict[str, Any], shape: Shape, name: str) -> Wrong | None:
    """Note one name, or say why there is none such."""
    here, parts = picked, name.split(".")
    for depth, part in enumerate(parts):
        if part not in shape:
            before = "".join(f"{one}." for one in parts[:depth])
            more = " What include adds comes whole." if part in ADDITIONS and not depth else ""
            return Wrong(FIELDS, f"“{name}” is not in the answer.{more}", tuple(f"{before}{one}" for one in shape))
        shape = shape[part]
        if depth == len(parts) - 1:
            here[part] = {}
        elif here.get(part) == {}:
            return None  # asked for as a whole already
        else:
            here = here.setdefault(part, {})
    return None


def _with_kept(picked: Shape, shape: Shape, kept: tuple[str, ...]) -> Shape:
    """The same with what is never left out, wherever something is."""
    if not picked:
        return WHOLE
    found = {name: _with_kept(one, shape[name], kept) for name, one in picked.items()}
    return found | {name: WHOLE for name in kept if name in shape and name not in found}


def only(value: Any, picked: Shape, also: Iterable[str] = ()) -> Any:
    """What is picked of a value, in its own order; ``also`` are members that stay in any case."""
    if not picked:
        return value
    if isinstance(value, list):
        return [only(one, picked) for one in value]
    if isinstance(value, dict):
        stays = set(also)
        return {
            name: only(one, picked.get(name, WHOLE)) for name, one in value.items() if name in picked or name in stays
        }
    return value
