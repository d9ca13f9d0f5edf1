"""What the worker does: each task calls one service or selector. Registered with procrastinate when Django starts."""

from incidents.jobs.downloads import make_download, sweep_downloads
from incidents.jobs.tasks import (
    check_captures,
    check_quotes_of,
    check_record,
    notify_reviewers,
    sign_checkpoint,
    sweep,
)

__all__ = [
    "check_captures",
    "check_quotes_of",
    "check_record",
    "make_download",
    "notify_reviewers",
    "sign_checkpoint",
    "sweep",
    "sweep_downloads",
]
