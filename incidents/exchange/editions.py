"""What is downloaded: a query of the record at one moment, with everything that a file says of itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from django.utils.translation import gettext as _

from incidents.exchange.items import Item
from incidents.filters import Query
from incidents.models.record import LogEntry, PublishedIncident
from incidents.presenting.frame import LICENCE_NAME, LICENCE_URL
from incidents.presenting.sentence import sentence
from incidents.presenting.values import NAMED, names_for
from incidents.presenting.words import inside_quotes, moment_words
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address
from incidents.rules.moments import spelt_moment
from incidents.selectors import record_queries as ask
from incidents.selectors.record_downloads import documents_of, keys_of, pages_of, pinned
from incidents.selectors.record_queries import Totals

HASH_SHOWN: Final = 12

Progress = Callable[[int], None]
"""Told how many rows are written; it may raise to stop the writing."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A query as it was asked, held at a moment of record time. ``head`` is the log's newest entry at that moment."""

    asked: Query
    query: Query
    head: LogEntry | None
    totals: Totals
    sentence: str

    @property
    def moment(self) -> datetime | None:
        """The moment of record time of every row; None of an empty record."""
        return self.query.as_of

    @property
    def as_of(self) -> str:
        return spelt_moment(self.moment) if self.moment else ""

    @property
    def url(self) -> str:
        """The address on the explorer that finds the same again, whatever is published later."""
        return absolute(address("/", self.query.canonical))

    @property
    def demonstration(self) -> bool:
        return self.totals.demonstration > 0

    @property
    def notice(self) -> str:
        """What must be said with the data."""
        return _("Demonstration data, not for citation.") if self.demonstration else ""

    @property
    def licence(self) -> str:
        return f"{LICENCE_NAME}, {LICENCE_URL}"

    def pages(self, progress: Progress | None = None, *, drawn: str = "") -> Iterator[list[Item]]:
        """Every incident of the edition, a page at a time, in the order of the query.

        ``drawn`` is the form of geometry that its rows have: "geojson", "wkb" or none.
        """
        done = 0
        for page in pages_of(keys_of(self.query), drawn=drawn):
            yield [Item(row, self.asked.as_of) for row in page]
            done += len(page)
            if progress:
                progress(done)

    def documents(self, progress: Progress | None = None) -> Iterator[list[PublishedIncident]]:
        """Every row of the edition with its version and document, a page at a time, in the same order."""
        done = 0
        for page in documents_of(keys_of(self.query)):
            yield page
            done += len(page)
            if progress:
                progress(done)

    @property
    def file_name(self) -> str:
        """The name of a file without its ending: it says which state of the record it holds."""
        return f"attest-incidents-{self.head.position if self.head else 0}"

    @property
    def citation(self) -> str:
        """How to cite the whole: the query, the moment, the state of the log and the address that repeats it."""
        if self.head is None or self.moment is None:
            return f"Attest. “{inside_quotes(self.sentence)}”. {self.url}"
        words = {
            "sentence": inside_quotes(self.sentence),
            "day": moment_words(self.moment.astimezone(UTC)),
            "position": self.head.position,
            "hash": self.head.chain_hash[:HASH_SHOWN],
            "address": self.url,
        }
        cited = _("Attest. “%(sentence)s”. %(day)s, log entry %(position)s, %(hash)s. %(address)s") % words
        return _("Demonstration data, not for citation: %(citation)s") % {"citation": cited} if self.notice else cited


def edition(asked: Query, head: LogEntry | None, totals: Totals | None = None) -> Edition:
    """The query held at ``head``."""
    query = pinned(asked, head)
    counted = totals or ask.totals(query)
    words = sentence(asked.values, counted, names_for({name: map(str, asked.values.get(name, [])) for name in NAMED}))
    return Edition(asked=asked, query=query, head=head, totals=counted, sentence=words)
