"""Publish synthetic incidents by the thousand, to try the software at the size of the data sets it is measured with.

They take the same way as all others, guarded by the same triggers: written down by one person, approved by a second,
published by a third, each version chained to the log. What they lack is claims at the desk: a synthetic document is
made whole, and an edit of one at the desk would have to begin with its evidence. Nothing else may use this way in.
"""

import json
import secrets
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pghistory
from django.contrib.gis.geos import GEOSGeometry, Point
from django.db import connection, transaction
from django.db.models import Field, JSONField
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents import policies, workflow
from incidents.choices import State, VersionKind
from incidents.models import LogEntry, PublishedIncident, Version
from incidents.rules.canonical import EMPTY_LOG, SALT_BYTES, chain_hash, leaf_hash, sha256_hex
from incidents.rules.folding import fold
from incidents.rules.quick_canonical import quick_canonical_bytes
from incidents.rules.record import logged_bytes
from incidents.rules.refusals import NotAllowedError, RefusedError
from incidents.rules.seals import DeskFacts, desk_seal
from incidents.selectors.log_tree import frontier
from incidents.selectors.risk import MANY_KILLED
from incidents.services import synthesising_sql as sql
from incidents.services.elements import write_elements
from incidents.services.flat import flat_row
from incidents.services.naming import write_names
from incidents.services.record import MOST_IN_A_YEAR, hold_record, last_number, next_instant

if TYPE_CHECKING:
    from incidents.rules.merkle import Node

SUMMARY: Final = "First published. Synthetic: made up by a program."
TICK: Final = timedelta(microseconds=1)


@dataclass(frozen=True, kw_only=True)
class Crew:
    """Three people: who writes, who approves, who publishes."""

    author: User
    reviewer: User
    publisher: User


@dataclass(frozen=True, kw_only=True)
class Synthetic:
    """An incident that did not happen: its public document, its place in the gazetteer and the exact site."""

    content: dict[str, Any]
    place: int
    site: tuple[float, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A synthetic incident with what can be computed before its turn has come: its bytes and its flat row."""

    synthetic: Synthetic
    canonical: bytes
    digest: str
    row: PublishedIncident

    @property
    def year(self) -> int:
        """The year of its permanent id."""
        return int(self.row.occurred_latest.year) if self.row.occurred_latest else datetime.now().astimezone().year


def prepare(synthetic: Synthetic) -> Prepared:
    """Compute what takes no database.

    Raises:
        RefusedError: it is not labelled as demonstration data, or is of a size that takes a second approval.
    """
    content = synthetic.content
    if not content["demonstration"]:
        raise RefusedError(_("Only demonstration data may be synthetic."))
    canonical = quick_canonical_bytes(content)
    row = flat_row(Version(content=content))
    if (row.killed_high or row.killed_low or 0) > MANY_KILLED:
        raise RefusedError(_("This record is of high risk. A second person must approve it."))
    return Prepared(synthetic=synthetic, canonical=canonical, digest=sha256_hex(canonical), row=row)


@transaction.atomic
def publish_synthetic(*, crew: Crew, batch: Sequence[Prepared]) -> None:
    """Write, approve and publish a batch, all of it or none.

    Raises:
        NotAllowedError: somebody lacks the role, or one person is to do two of the jobs.
        RefusedError: no permanent ids are left in a year.
    """
    _require(crew)
    with pghistory.context(user=crew.author.pk, verb="synthesise"), connection.cursor() as cursor:
        hold_record()
        cursor.execute(sql.STAGE)
        cursor.execute(sql.NEXT_KEYS, [len(batch)])
        keys = cursor.fetchall()
        grown = _Grown()
        rows = list(_staged(batch, keys, crew, grown))  # it asks the database, which cannot answer while it takes rows
        with cursor.copy(sql.COPY) as copy:
            for values in rows:
                copy.write_row(values)
        _carry(cursor.execute, [incident for incident, _version in keys], crew)
        cursor.execute(sql.NODES, grown.columns())
    write_elements([version for _incident, version in keys])
    write_names((version, one.synthetic.content) for one, (_incident, version) in zip(batch, keys, strict=True))


def _require(crew: Crew) -> None:
    policies.may_log(crew.author).require()
    policies.may_publish(crew.publisher).require()
    if not crew.reviewer.has_role_of(Role.REVIEWER) or crew.reviewer == crew.author:
        raise NotAllowedError(_("You wrote part of this. Somebody who wrote none of it must review it."))


def _carry(execute: Callable[..., Any], incidents: list[int], crew: Crew) -> None:
    """From the staged rows to published incidents, in the order in which people would do it."""
    people = {
        "author": crew.author.pk,
        "reviewer": crew.reviewer.pk,
        "publisher": crew.publisher.pk,
        "summary": SUMMARY,
        "roles": [crew.reviewer.role],
    }
    execute(sql.LOG, people)
    execute(sql.CONTRIBUTE, people)
    workflow.move_all(incidents, State.DRAFT, State.IN_REVIEW, actor=crew.author)
    execute(sql.REVIEW, people)
    execute(sql.APPROVE, people)
    workflow.move_all(incidents, State.IN_REVIEW, State.APPROVED, actor=crew.reviewer)
    execute(sql.NUMBER)
    for statement in (sql.VERSIONS, sql.ENTRIES, sql.ROWS, sql.PUBLICATIONS):
        execute(statement, people)
    workflow.move_all(incidents, State.APPROVED, State.PUBLISHED, actor=crew.publisher)


def _staged(
    batch: Sequence[Prepared], keys: Sequence[tuple[int, int]], crew: Crew, grown: "_Grown"
) -> Iterator[list[Any]]:
    """The values of each incident in the order of ``STAGED``, chained to the head of the log, which grows by them."""
    head = LogEntry.objects.head()
    position = head.position + 1 if head else 0
    previous = bytes.fromhex(head.chain_hash) if head else EMPTY_LOG
    tree = frontier(position, alias=connection.alias)
    at = next_instant()
    numbers = _Numbers()
    for offset, (prepared, (incident, version)) in enumerate(zip(batch, keys, strict=True)):
        row = prepared.row
        row.version_id, row.public_id = version, numbers.take(prepared.year)
        row.search_text = f"{fold(row.public_id)} {row.search_text}"
        published_at = at + offset * TICK
        salt, seal_salt = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SALT_BYTES)
        seal = desk_seal(seal_salt, _facts(row.public_id, crew)).hex()
        first = _First(row.public_id, published_at, (crew.reviewer.role,))
        leaf = leaf_hash(salt, logged_bytes(first, prepared.canonical, seal))
        chained = chain_hash(previous, leaf)
        grown.nodes += tree.append(leaf)
        yield [
            incident,
            uuid.uuid4(),
            prepared.synthetic.place,
            _site(prepared.synthetic),
            prepared.canonical.decode(),
            prepared.digest,
            published_at,
            position + offset,
            salt.hex(),
            leaf.hex(),
            previous.hex(),
            chained.hex(),
            seal,
            seal_salt.hex(),
            *(_plain(getattr(row, column.attname), column) for column in sql.FLAT),
        ]
        previous = chained


def _facts(public_id: str, crew: Crew) -> DeskFacts:
    """What the log seals of a first version that three people made."""
    return DeskFacts(
        incident=public_id,
        number=1,
        revision=1,
        authors=frozenset({crew.author.pk}),
        approvers=frozenset({crew.reviewer.pk}),
        publisher=crew.publisher.pk,
    )


def _site(synthetic: Synthetic) -> str | None:
    return Point(*synthetic.site, srid=4326).hexewkb.decode() if synthetic.site else None


def _plain(value: Any, column: Field[Any, Any]) -> Any:
    """A value as COPY takes it."""
    if isinstance(value, GEOSGeometry):
        return value.hexewkb.decode()
    return json.dumps(value) if isinstance(column, JSONField) else value


@dataclass(slots=True)
class _First:
    """A first version, as far as the log is concerned; its content comes as bytes."""

    public_id: str
    published_at: datetime
    reviewer_roles: tuple[str, ...]
    number: int = 1
    kind: str = VersionKind.FIRST.value
    summary: str = SUMMARY
    content: dict[str, Any] = field(default_factory=dict)


class _Grown:
    """The nodes that a batch completes in the tree of the log."""

    def __init__(self) -> None:
        self.nodes: list[tuple[Node, bytes]] = []

    def columns(self) -> tuple[list[int], list[int], list[str]]:
        """Levels, indexes and hashes, side by side."""
        return (
            [node.level for node, _value in self.nodes],
            [node.index for node, _value in self.nodes],
            [value.hex() for _node, value in self.nodes],
        )


class _Numbers:
    """Hands out permanent ids while the record is held."""

    def __init__(self) -> None:
        self._last: defaultdict[int, int] = defaultdict(int)

    def take(self, year: int) -> str:
        if year not in self._last:
            self._last[year] = last_number(year)
        self._last[year] += 1
        if self._last[year] > MOST_IN_A_YEAR:
            raise RefusedError(_("No permanent ids are left for %(year)s.") % {"year": year})
        return f"INC-{year:04}-{self._last[year]:06}"
