"""What one document says differently from another: values, claims and sources, word by word.

The desk compares what is in review with what was published last, the public any two versions. Documents are never
rewritten, so an older one may lack what a newer one has; whatever is missing counts as nothing said.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import PublicStatus
from incidents.presenting.saying import TOMBSTONE, said_claims, said_context, said_sources, said_values
from incidents.presenting.words import label_of

Part = dict[str, str]
_WORDS: Final = re.compile(r"\s+|\S+")


@dataclass(frozen=True)
class Change:
    """One thing that differs: what it is called, and its words before and after, "" where there are none.

    ``key`` names the value (``killed``) or is the id of the claim, statement, warning or source.
    """

    key: str
    label: str
    before: str
    after: str

    @cached_property
    def _sides(self) -> tuple[list[Part], list[Part]]:
        return word_diff(self.before, self.after)

    @property
    def old(self) -> list[Part]:
        return self._sides[0]

    @property
    def new(self) -> list[Part]:
        return self._sides[1]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Everything that differs between two documents. ``split_into`` are the incidents that were split off in between,
    ``gone`` the claims that the newer document does not hold at all, not even as withdrawn.
    """

    values: tuple[Change, ...]
    claims: tuple[Change, ...]
    context: tuple[Change, ...]
    sources: tuple[Change, ...]
    split_into: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()

    @property
    def everything(self) -> tuple[Change, ...]:
        return self.values + self.claims + self.context + self.sources

    @property
    def claims_added(self) -> tuple[Change, ...]:
        return added(self.claims)

    @property
    def claims_moved(self) -> tuple[Change, ...]:
        """Those that a split took along: nobody took them back, they stand at the incident that was split off."""
        return tuple(one for one in removed(self.claims) if self.split_into and one.key in self.gone)

    @property
    def claims_withdrawn(self) -> tuple[Change, ...]:
        moved = self.claims_moved
        return tuple(one for one in removed(self.claims) if one not in moved)

    @property
    def claims_changed(self) -> tuple[Change, ...]:
        return tuple(one for one in self.claims if one.before and one.after)


def compare(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """What the second document says differently from the first. Where one of them is a tombstone, only that is told:
    that an incident was taken back does not withdraw its claims one by one.
    """
    if TOMBSTONE in {old.get("schema"), new.get("schema")}:
        status = Change("status", _("Status"), status_words(old), status_words(new))
        told = (status,) if status.before != status.after else ()
        return Comparison(values=told, claims=(), context=(), sources=())
    return Comparison(
        values=differing(said_values(old), said_values(new)),
        claims=differing(said_claims(old), said_claims(new)),
        context=differing(said_context(old), said_context(new)),
        sources=differing(said_sources(old), said_sources(new)),
        split_into=tuple(one for one in _split_into(new) if one not in _split_into(old)),
        gone=_claim_ids(old) - _claim_ids(new),
    )


def _split_into(content: dict[str, Any]) -> list[str]:
    """What was split off from an incident; versions from before there were splits say nothing."""
    return list((content.get("lineage") or {}).get("split_into", []))


def _claim_ids(content: dict[str, Any]) -> frozenset[str]:
    return frozenset(claim["id"] for claim in content.get("claims", []))


def added(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Those of which nothing was said before."""
    return tuple(one for one in changes if not one.before)


def removed(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Those of which nothing is said any more."""
    return tuple(one for one in changes if not one.after)


def status_words(content: dict[str, Any]) -> str:
    """Whether a document is an incident or what stands in its place."""
    if content.get("schema") != TOMBSTONE:
        return str(PublicStatus.LIVE.label)
    if content["status"] == PublicStatus.MERGED:
        return _("Merged into %(id)s") % {"id": content.get("merged_into", "")}
    return label_of(PublicStatus, content["status"])


def word_diff(old: str, new: str) -> tuple[list[Part], list[Part]]:
    """Both sides in runs of words, marked where only one side has them."""
    left_words, right_words = _WORDS.findall(old), _WORDS.findall(new)
    left: list[Part] = []
    right: list[Part] = []
    for mark, a, b, c, d in SequenceMatcher(None, left_words, right_words, autojunk=False).get_opcodes():
        same = mark == "equal"
        if a < b:
            left.append({"text": "".join(left_words[a:b]), "mark": "" if same else "del"})
        if c < d:
            right.append({"text": "".join(right_words[c:d]), "mark": "" if same else "ins"})
    return left, right


def differing(before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]) -> tuple[Change, ...]:
    """The entries that differ, in the order of the newer document, then what only the older one has."""
    changes = []
    for key in dict.fromkeys([*after, *before]):
        label, now = after.get(key, ("", ""))
        was_label, then = before.get(key, ("", ""))
        if now != then:
            changes.append(Change(key, label or was_label, then, now))
    return tuple(changes)


def change_words(change: Change) -> dict[str, str | None]:
    """One difference; null where nothing was or is said."""
    return {
        "key": change.key,
        "label": change.label,
        "before": change.before or None,
        "after": change.after or None,
    }
