"""Files that the record is handed out in, and how far the making of one has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DownloadFormat(TextChoices):
    """The forms of a download; the value is the ending of the file's name."""

    CSV = "csv", _("CSV")
    GEOJSON = "geojson", _("GeoJSON")
    JSONL = "jsonl", _("JSON Lines")
    GPKG = "gpkg", _("GeoPackage")
    XLSX = "xlsx", _("Excel workbook")
    PARQUET = "parquet", _("GeoParquet")
    ZIP = "zip", _("ZIP archive")
    STIX = "stix.json", _("STIX 2.1")
    GTD = "gtd.zip", _("GTD columns")
    GED = "ged.zip", _("UCDP GED columns")
    ACLED = "acled.zip", _("ACLED columns")


class DownloadStage(TextChoices):
    """How far the making of a large file has come."""

    WAITING = "waiting", _("Waiting for its turn")
    RUNNING = "running", _("Being written")
    DONE = "done", _("Ready")
    FAILED = "failed", _("Failed")
    GIVEN_UP = "given_up", _("Given up")
