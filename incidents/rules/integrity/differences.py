"""What differs between two JSON documents, place by place."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.rules.integrity.lines import Line
from incidents.rules.integrity.log import Problem

MOST_NAMED: Final = 12
LONGEST: Final = 60
ABSENT: Final = object()


def differences(old: Any, new: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Each place where the documents differ, with what stood and what stands there; ``ABSENT`` for nothing."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new}):
            yield from differences(old.get(key, ABSENT), new.get(key, ABSENT), f"{path}.{key}" if path else str(key))
    elif isinstance(old, list) and isinstance(new, list):
        for index in range(max(len(old), len(new))):
            before = old[index] if index < len(old) else ABSENT
            after = new[index] if index < len(new) else ABSENT
            yield from differences(before, after, f"{path}[{index}]")
    elif isinstance(old, bool) is not isinstance(new, bool) or old != new:
        yield path, old, new


class Comparison:
    """Holds a log against an older copy of it: ``read`` each line in order of position, then ``end``.

    Both are read as streams, side by side.
    """

    def __init__(self, older: Iterable[Line]) -> None:
        self._older = iter(older)
        self._next = next(self._older, None)

    def read(self, line: Line) -> Iterator[Problem]:
        """What was changed in an entry since the older copy."""
        while self._next and self._next.position < line.position:
            yield from self._gone()
        if self._next and self._next.position == line.position:
            yield from changed(self._next, line)
            self._next = next(self._older, None)

    def end(self) -> Iterator[Problem]:
        """What the older copy has, and the log no more."""
        while self._next:
            yield from self._gone()

    def _gone(self) -> Iterator[Problem]:
        if self._next:
            words = {"name": self._next}
            yield Problem(self._next.position, _("%(name)s, stood here and is gone.") % words)
        self._next = next(self._older, None)


def changed(old: Line, new: Line) -> Iterator[Problem]:
    """What is wrong with an entry, given the same entry of an older copy: each field that was changed, by name."""
    if (old.id, old.number) != (new.id, new.number):
        places = {"old": old, "new": new}
        yield Problem(new.position, _("%(old)s, stood here; %(new)s, stands in its place.") % places)
        return
    if old.salt != new.salt:
        yield Problem(new.position, _("The salt of %(name)s, was changed.") % {"name": new})
    for path, before, after in islice(differences(old.document(), new.document()), MOST_NAMED):
        words: dict[str, object] = {"name": old, "path": path, "before": _said(before), "after": _said(after)}
        yield Problem(
            new.position, _("“%(path)s” of %(name)s, was changed: it was %(before)s and is %(after)s.") % words
        )


def _said(value: Any) -> str:
    if value is ABSENT:
        return _("not there")
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
