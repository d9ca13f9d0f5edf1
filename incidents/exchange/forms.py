"""The forms of a download: how each is written, what it is good for and roughly how large it gets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.choices import DownloadFormat
from incidents.exchange.crosswalks import writing as crosswalks
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats import archive, delimited, geopackage, objects, parquet, stix, workbook
from incidents.presenting.stix import MEDIA_TYPE

Stream = Callable[[Edition, Progress | None], Iterator[bytes]]
Write = Callable[[Edition, Path, Progress | None], None]


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form. Exactly one of ``stream`` (written while it is sent) and ``write`` (a whole file) is set.

    A file of so many rows has about ``per_file`` + rows × ``per_row`` bytes, and ``per_area`` for each byte that the
    database keeps of the areas drawn: measured with ``bench/downloads.py``.
    """

    code: DownloadFormat
    media_type: str
    good_for: str | Promise
    per_row: int
    per_area: float
    per_file: int = 0
    stream: Stream | None = None
    write: Write | None = None

    def bytes_of(self, count: int, areas: int) -> int:
        """About how large a file gets; ``areas`` is ``selectors.record_downloads.stored_geometry``."""
        return round(self.per_file + count * self.per_row + areas * self.per_area)


FORMS: Final = {
    form.code.value: form
    for form in (
        Form(
            code=DownloadFormat.CSV,
            media_type="text/csv; charset=utf-8; header=present",
            good_for=_("Spreadsheets and statistics programs. Without areas."),
            per_row=600,
            per_area=0,
            stream=delimited.stream,
        ),
        Form(
            code=DownloadFormat.GEOJSON,
            media_type="application/geo+json",
            good_for=_("Web maps and GIS, with points and areas."),
            per_row=1500,
            per_area=2,
            stream=objects.features,
        ),
        Form(
            code=DownloadFormat.JSONL,
            media_type="application/jsonl",
            good_for=_("Programs that read one incident after the other."),
            per_row=1500,
            per_area=2,
            stream=objects.json_lines,
        ),
        Form(
            code=DownloadFormat.GPKG,
            media_type="application/geopackage+sqlite3",
            good_for=_("QGIS and ArcGIS: layers of points and areas in one file."),
            per_row=750,
            per_area=1.6,
            per_file=200_000,
            write=geopackage.write,
        ),
        Form(
            code=DownloadFormat.XLSX,
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            good_for=_("Excel and LibreOffice, with the meaning of each column. Without areas."),
            per_row=230,
            per_area=0,
            per_file=10_000,
            write=workbook.write,
        ),
        Form(
            code=DownloadFormat.PARQUET,
            media_type="application/vnd.apache.parquet",
            good_for=_("DuckDB, pandas, R and Spark: small and fast, with geometry."),
            per_row=60,
            per_area=0.25,
            per_file=40_000,
            write=parquet.write,
        ),
        Form(
            code=DownloadFormat.ZIP,
            media_type="application/zip",
            good_for=_("Papers and archives: CSV and GeoJSON with README, codebook, licence, citation and checksums."),
            per_row=150,
            per_area=0.6,
            per_file=10_000,
            write=archive.write,
        ),
        Form(
            code=DownloadFormat.STIX,
            media_type=MEDIA_TYPE,
            good_for=_("Threat intelligence platforms: every claim with who says so, as STIX objects."),
            per_row=18_500,
            per_area=0,
            per_file=7_000,
            stream=stix.stream,
        ),
        Form(
            code=DownloadFormat.GTD,
            media_type="application/zip",
            good_for=_("What expects the 135 columns of the GTD. Says what is lost in them."),
            per_row=140,
            per_area=0,
            per_file=9_500,
            write=crosswalks.write_gtd,
        ),
        Form(
            code=DownloadFormat.GED,
            media_type="application/zip",
            good_for=_("What expects the 49 columns of UCDP GED. Says what is lost in them."),
            per_row=130,
            per_area=0,
            per_file=7_000,
            write=crosswalks.write_ged,
        ),
        Form(
            code=DownloadFormat.ACLED,
            media_type="application/zip",
            good_for=_("What expects the 31 columns of ACLED. Says what is lost in them."),
            per_row=130,
            per_area=0,
            per_file=7_000,
            write=crosswalks.write_acled,
        ),
    )
}
"""By the ending of the file's name, in the order in which they are offered."""
