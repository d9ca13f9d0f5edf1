"""A query in the columns of another dataset: a table in a ZIP that says what is lost in it."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.exchange import codebook
from incidents.exchange.cells import text_cell
from incidents.exchange.crosswalks.acled import ACLED_COLUMNS
from incidents.exchange.crosswalks.columns import Crosswalk
from incidents.exchange.crosswalks.facts import Facts
from incidents.exchange.crosswalks.ged import GED_COLUMNS
from incidents.exchange.crosswalks.gtd import GTD_COLUMNS
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.archive import TABLE
from incidents.exchange.formats.delimited import lines, stream
from incidents.exchange.formats.packing import packed
from incidents.selectors.record_downloads import beside_their_whole

CODEBOOK: Final = "codebook.csv"


def write(crosswalk: Crosswalk, edition: Edition, path: Path, progress: Progress | None = None) -> None:
    """The table, the same incidents in our own columns, and what is needed to understand both.

    A part stands in the table only where its whole does not: nothing is counted twice, and nothing is left out.
    """
    parts = beside_their_whole(edition.query)
    with (
        tempfile.TemporaryFile(dir=path.parent) as table,
        tempfile.TemporaryFile(dir=path.parent) as ours,
        packed(edition, path) as pack,
    ):
        table.writelines(_rows(crosswalk, edition, parts, progress))
        ours.writelines(stream(edition))
        pack.add(crosswalk.table, table)
        pack.add(TABLE, ours)
        pack.add_text("README.md", codebook.readme(edition, contents(crosswalk), _told(crosswalk, parts)))
        pack.add_text(CODEBOOK, _codebook(crosswalk))
        for name, data in codebook.papers(edition).items():
            pack.add_text(name, data)


write_gtd = partial(write, GTD_COLUMNS)
write_ged = partial(write, GED_COLUMNS)
write_acled = partial(write, ACLED_COLUMNS)


def contents(crosswalk: Crosswalk) -> dict[str, str]:
    """What is in the archive, and what each file is for."""
    return {
        crosswalk.table: _("One row an incident, in the columns of that dataset."),
        TABLE: _("The same incidents in our own columns, with who says so: join by id."),
        "README.md": _("What this is, and what is lost in it."),
        CODEBOOK: _("Every column: what stands in it, or why it is always empty."),
        **codebook.paper_meanings(),
    }


def _rows(crosswalk: Crosswalk, edition: Edition, parts: dict[str, str], progress: Progress | None) -> Iterator[bytes]:
    wholes = set(parts.values())
    yield lines([crosswalk.names])
    for page in edition.documents(progress):
        shown = [Facts(row, has_parts=row.public_id in wholes) for row in page if row.public_id not in parts]
        yield lines([text_cell(value) for value in crosswalk.cells(facts)] for facts in shown)


def _told(crosswalk: Crosswalk, parts: dict[str, str]) -> list[str]:
    """What the README has to say of this form: whose columns, what is left out, what is lost, column by column."""
    names = {"name": crosswalk.name, "by": crosswalk.by, "table": crosswalk.table}
    left_out = ngettext(
        "%(count)s incident stands in incidents.csv only: it is part of another in the table, and counted there.",
        "%(count)s incidents stand in incidents.csv only: they are parts of others in the table, and counted there.",
        len(parts),
    ) % {"count": len(parts)}
    return [
        "",
        f"## {crosswalk.name}",
        "",
        _(
            "%(table)s holds this record in the columns of the %(name)s by %(by)s. It holds none of their data, was not"
            " made by them, and does not follow their rules of what is taken in: do not add it to their files unseen."
        )
        % names,
        "",
        *([left_out, ""] if parts else []),
        *(f"- {sentence}" for sentence in crosswalk.cautions),
        "",
        f"## {_('What these columns have no place for')}",
        "",
        *(f"- {sentence}" for sentence in crosswalk.lost),
        "",
        f"## {_('Column by column')}",
        "",
        f"| {_('Column')} | {_('Holds')} |",
        "|---|---|",
        *(
            f"| `{one.name}` | {one.words if one.take else _('Always empty. %(why)s') % {'why': one.words}} |"
            for one in crosswalk.columns
        ),
    ]


def _codebook(crosswalk: Crosswalk) -> bytes:
    rows = ((one.name, "false" if one.take else "true", str(one.words)) for one in crosswalk.columns)
    return lines([("column", "always_empty", "meaning"), *rows])
