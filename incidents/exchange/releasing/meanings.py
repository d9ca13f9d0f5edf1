"""What each file of a release is for."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEANINGS: Final[dict[str, Promise]] = {
    "incidents.csv": _("One row an incident."),
    "incidents.geojson": _("The same with geometry, for GIS and the web."),
    "incidents.gpkg": _("The same as layers of points and of areas, for QGIS and ArcGIS."),
    "incidents.jsonl.gz": _("The same with every claim, quote and source behind each value."),
    "parquet": _("The same as GeoParquet, a file for each year, for DuckDB, pandas, R and Spark."),
    "changes.csv": _("What became of each incident since the release before."),
    "codebook.csv": _("Every column and code, for programs."),
    "codebook.md": _("The same for people."),
    "LICENCE.txt": _("What may be done with the data."),
    "CITATION.txt": _("How to cite the release."),
    "citation.bib": _("The same for BibTeX."),
    "citation.csl.json": _("The same for reference managers."),
    "log.json": _("The state of the record’s log, with its checkpoint."),
    "README.md": _("What this is."),
    "datapackage.json": _("Every file with its columns, as a Frictionless Data Package."),
    "SHA256SUMS": _("Check the files: sha256sum --check SHA256SUMS"),
}
"""By the name of the file or, of many files, of the folder that they lie in; in the order of a release."""


def meaning_of(name: str) -> str:
    """What a file is for."""
    return str(MEANINGS[name.partition("/")[0]])
