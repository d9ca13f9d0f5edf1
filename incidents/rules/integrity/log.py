"""The log checked from its first entry to its last, one at a time, so that its size does not matter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from incidents.rules.canonical import EMPTY_LOG, HASH_BYTES, chain_hash
from incidents.rules.checkpoints import MOMENT, SignedHead
from incidents.rules.integrity.lines import CANNOT_BE_WRITTEN, Line, salt_is_whole
from incidents.rules.merkle import Frontier

if TYPE_CHECKING:
    from incidents.rules.merkle import Node

NO_HASH: Final = bytes(HASH_BYTES)
"""Stands for a leaf that cannot be computed; no document has it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at a position of the log; None where it is wrong at no single one."""

    position: int | None
    sentence: str


class LogCheck:
    """Reads lines in order of position and says what is wrong: ``read`` each of them, then ``end``.

    ``heads`` are what checkpoints say, which are believed; the tree of the log must pass through each of their roots.
    To go on in the middle of a log, ``tree`` is the tree before and ``previous`` the chain hash before.
    """

    def __init__(
        self, heads: Iterable[SignedHead] = (), *, tree: Frontier | None = None, previous: str = EMPTY_LOG.hex()
    ) -> None:
        self.tree = tree or Frontier()
        self.completed: list[tuple[Node, bytes]] = []
        self._heads: dict[int, list[SignedHead]] = {}
        for head in heads:
            self._heads.setdefault(head.size, []).append(head)
        self._whole = self.tree.size == 0
        self._expected = self.tree.size
        self._previous = previous
        self._agreed = 0
        self._numbers: dict[str, int] = {}
        self._time = ""

    def read(self, line: Line) -> Iterator[Problem]:
        """What is wrong with the next entry. ``completed`` then holds the nodes of the tree that it completes."""
        yield from self._place(line)
        yield from self._order(line)
        leaf, found = _leaf(line)
        yield from found
        yield from _chained(line, self._previous)
        self._previous, self._expected = line.chain_hash, line.position + 1
        self.completed = self.tree.append(leaf)
        yield from self._signed()

    def end(self) -> Iterator[Problem]:
        """What is wrong with the log as a whole."""
        for size in sorted(size for size in self._heads if size > self.tree.size):
            for head in self._heads[size]:
                words = {"size": self.tree.size, "signed": size, "when": moment(head)}
                yield Problem(
                    None,
                    _(
                        "The log has %(size)s entries, and had %(signed)s when the checkpoint of %(when)s was signed: "
                        "entries were taken from its end, or an older copy was put in its place."
                    )
                    % words,
                )

    @property
    def head(self) -> str:
        """The chain hash of the last entry read."""
        return self._previous

    def _place(self, line: Line) -> Iterator[Problem]:
        words = {"first": self._expected, "last": line.position - 1, "name": line}
        if line.position < self._expected:
            yield Problem(line.position, _("A second entry, %(name)s, stands at this position.") % words)
        elif line.position == self._expected + 1:
            yield Problem(self._expected, _("The entry is missing: it was taken out of the log."))
        elif line.position > self._expected:
            yield Problem(
                self._expected, _("The entries %(first)s to %(last)s are missing: they were taken out.") % words
            )

    def _order(self, line: Line) -> Iterator[Problem]:
        before = self._numbers.get(line.id, 0)
        words = {"name": line, "before": before}
        if self._whole and line.number <= before:
            yield Problem(line.position, _("%(name)s, stands in the log a second time.") % words)
        elif self._whole and line.number != before + 1:
            yield Problem(line.position, _("%(name)s, does not follow version %(before)s.") % words)
        self._numbers[line.id] = max(line.number, before)
        if line.published_at <= self._time:
            yield Problem(line.position, _("%(name)s, is dated no later than the entry before it.") % words)
        if line.appended_at != line.published_at:
            yield Problem(line.position, _("%(name)s, was logged at another time than it was published.") % words)
        self._time = line.published_at

    def _signed(self) -> Iterator[Problem]:
        size = self.tree.size
        for head in self._heads.get(size, ()):
            if head.root == self.tree.root:
                self._agreed = size
                continue
            words = {"size": size, "when": moment(head), "first": self._agreed, "last": size - 1}
            yield Problem(
                None,
                _(
                    "The first %(size)s entries are not those that the checkpoint of %(when)s was signed over: "
                    "something was changed between the positions %(first)s and %(last)s."
                )
                % words,
            )


def moment(head: SignedHead) -> str:
    """When a checkpoint was signed, for a sentence."""
    return head.time.strftime(MOMENT) if head.time else _("an unknown time")


def _leaf(line: Line) -> tuple[bytes, list[Problem]]:
    """The leaf computed anew, and what it shows to be wrong."""
    words = {"name": line}
    if not salt_is_whole(line.salt):
        return NO_HASH, [Problem(line.position, _("The salt of %(name)s, is not 32 bytes: it was changed.") % words)]
    try:
        digest, leaf = line.hashes()
    except CANNOT_BE_WRITTEN:
        return NO_HASH, [Problem(line.position, _("The content of %(name)s, has no canonical form.") % words)]
    found = []
    if digest != line.content_sha256:
        found.append(Problem(line.position, _("The content of %(name)s, is not what was approved.") % words))
    if leaf.hex() != line.leaf_hash:
        sentence = _("%(name)s, is not what was logged.")
        if not found:
            sentence = _(
                "%(name)s, is not what was logged: its content is what was approved, so its id, number, kind, "
                "summary, time, roles, salt or seal was changed."
            )
        found.append(Problem(line.position, sentence % words))
    return leaf, found


def _chained(line: Line, previous: str) -> Iterator[Problem]:
    words = {"name": line}
    if line.previous_hash != previous:
        yield Problem(line.position, _("The entry of %(name)s, does not follow the one before it.") % words)
    try:
        chained = chain_hash(bytes.fromhex(line.previous_hash), bytes.fromhex(line.leaf_hash)).hex()
    except ValueError:
        chained = ""
    if chained != line.chain_hash:
        yield Problem(line.position, _("The chain is broken at %(name)s.") % words)
