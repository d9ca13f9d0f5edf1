"""The files of a release in their order."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from incidents.choices import DownloadFormat
from incidents.exchange import codebook
from incidents.exchange.formats import parquet, provenance
from incidents.exchange.forms import FORMS
from incidents.exchange.making import write_form
from incidents.exchange.releasing import changes, papers
from incidents.exchange.releasing.edition import release_edition
from incidents.exchange.releasing.package import data_package
from incidents.rules.releases import Facts, Made, Piece, Plan, Progress, partition
from incidents.selectors import record_releases as ask

JSON: Final = "application/json"
TEXT: Final = "text/plain; charset=utf-8"
MARKDOWN: Final = "text/markdown; charset=utf-8"
CSV: Final = FORMS[DownloadFormat.CSV].media_type
WHOLE: Final = (DownloadFormat.CSV, DownloadFormat.GEOJSON, DownloadFormat.GPKG)
"""The forms of a download in which a release has one file."""


class ReleaseContents:
    """What a plan releases: ``rules.releases.Contents``."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.edition = plan, release_edition(plan)
        before = ask.release_of(plan.previous) if plan.previous else None
        self.since = before.cut_off if before else None

    @cached_property
    def changes(self) -> dict[str, int]:
        counted = ask.change_counts(self.since, self.plan.cut_off)
        return {kind.value: number for kind, number in counted.items()}

    def facts(self) -> Facts:
        """What the release says of itself."""
        return Facts(
            incident_count=self.edition.totals.count,
            demonstration=self.edition.demonstration,
            changes=self.changes,
            licence=self.edition.licence,
            citation=self.edition.citation,
        )

    def pieces(self, made: Mapping[str, Made]) -> Iterator[Piece]:
        """Data first, then what explains them, then what describes all files, then the sums of all."""
        yield from self._data()
        yield from self._explanations()
        yield self._text("README.md", MARKDOWN, lambda: papers.readme(self.edition, self.plan, self.changes))
        yield self._text("datapackage.json", JSON, lambda: data_package(self.edition, made))
        yield self._text(papers.SUMS, TEXT, lambda: papers.sums(made))

    def _data(self) -> Iterator[Piece]:
        edition, count = self.edition, self.edition.totals.count
        for form in WHOLE:
            write = partial(write_form, form, edition)
            yield Piece(
                name=f"incidents.{form}", media_type=FORMS[form].media_type, write=of(count, write), total=count
            )
        write_lines = partial(provenance.write, edition)
        yield Piece(name="incidents.jsonl.gz", media_type="application/gzip", write=of(count, write_lines), total=count)
        media_type = FORMS[DownloadFormat.PARQUET].media_type
        for year, keys in sorted(ask.keys_by_year(edition.query).items(), key=lambda pair: (pair[0] is None, pair[0])):
            write_year = of(len(keys), partial(parquet.write, edition, keys=keys))
            yield Piece(name=partition(year), media_type=media_type, write=write_year, total=len(keys))
        pages = partial(ask.changes, self.since, self.plan.cut_off)
        yield Piece(name="changes.csv", media_type=CSV, write=lambda path, _progress: changes.write(pages(), path))

    def _explanations(self) -> Iterator[Piece]:
        edition = self.edition
        yield self._text("codebook.csv", CSV, codebook.codebook_csv)
        yield self._text("codebook.md", MARKDOWN, codebook.codebook_markdown)
        yield self._text("LICENCE.txt", TEXT, codebook.licence)
        yield self._text("CITATION.txt", TEXT, lambda: codebook.citation_text(edition))
        yield self._text("citation.bib", "application/x-bibtex", lambda: codebook.citation_bibtex(edition))
        csl = "application/vnd.citationstyles.csl+json"
        yield self._text("citation.csl.json", csl, lambda: codebook.citation_csl(edition))
        yield self._text("log.json", JSON, lambda: papers.log(self.plan))

    @staticmethod
    def _text(name: str, media_type: str, text: Callable[[], bytes]) -> Piece:
        def write(path: Path, _progress: Progress) -> None:
            path.write_bytes(text())

        return Piece(name=name, media_type=media_type, write=write)


def of(rows: int, write: Callable[[Path, Progress], None]) -> Callable[[Path, Progress], int]:
    """A way of writing that says of how many rows a file is."""

    def written(path: Path, progress: Progress) -> int:
        write(path, progress)
        return rows

    return written
