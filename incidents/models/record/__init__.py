"""The published record: all that the public side may read.

Every table here is named ``record_…``; the public database role has SELECT on those and on nothing else.
"""

from incidents.models.record.checkpoint import Checkpoint
from incidents.models.record.download import Download, DownloadOrder
from incidents.models.record.element import PublishedElement
from incidents.models.record.log import LogEntry, LogNode
from incidents.models.record.name import PublishedName
from incidents.models.record.permalink import Permalink
from incidents.models.record.published import PublishedIncident
from incidents.models.record.release import Release, ReleaseFile
from incidents.models.record.report import ReportOutcome
from incidents.models.record.version import Version

__all__ = [
    "Checkpoint",
    "Download",
    "DownloadOrder",
    "LogEntry",
    "LogNode",
    "Permalink",
    "PublishedElement",
    "PublishedIncident",
    "PublishedName",
    "Release",
    "ReleaseFile",
    "ReportOutcome",
    "Version",
]
