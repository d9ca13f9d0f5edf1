"""What changed since the release before, as a file: one row an incident."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from incidents.exchange.cells import text_cell
from incidents.exchange.columns import MOMENT, Column, Kind
from incidents.exchange.formats.delimited import lines
from incidents.selectors.record_releases import Change

CHANGES: Final[tuple[Column, ...]] = (
    Column("id", Kind.TEXT, _("The permanent id of the incident."), lambda one: one.public_id),
    Column(
        "change",
        Kind.TEXT,
        _("What became of it: added, changed, corrected, merged, withdrawn."),
        lambda one: one.kind.value,
    ),
    Column(
        "version_before",
        Kind.INTEGER,
        _("Its version in the release before. Empty: it was not in it."),
        lambda one: one.before,
        nullable=True,
    ),
    Column("version", Kind.INTEGER, _("Its newest version at the cut-off."), lambda one: one.now),
    Column(
        "published_at",
        Kind.MOMENT,
        _("When that version was published."),
        lambda one: one.published_at,
        unit=MOMENT,
    ),
    Column("summary", Kind.TEXT, _("What that version changed, for readers."), lambda one: one.summary),
    Column(
        "reason",
        Kind.TEXT,
        _("Why it was withdrawn or merged."),
        lambda one: one.reason or None,
        nullable=True,
    ),
    Column(
        "merged_into",
        Kind.TEXT,
        _("The id that it lives on in."),
        lambda one: one.merged_into or None,
        nullable=True,
    ),
)


def write(pages: Iterable[list[Change]], path: Path) -> int:
    """A CSV file; the number of its rows is returned."""
    rows = 0
    with path.open("wb") as file:
        file.write(lines([[one.name for one in CHANGES]]))
        for page in pages:
            file.write(lines([text_cell(column.take(one)) for column in CHANGES] for one in page))
            rows += len(page)
    return rows
