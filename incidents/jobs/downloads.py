"""The tasks around large files."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog
from procrastinate.contrib.django import app

from incidents.exchange.making import write_file
from incidents.models import Download
from incidents.services import downloads

log = structlog.get_logger(__name__)


@app.task(name="make_download", queue="downloads")
def make_download(key: str) -> None:
    """Write a file that was ordered."""

    def write(file: Download, path: Path, progress: Callable[[int], None]) -> None:
        write_file(file.form, query=file.query, position=file.position, path=path, progress=progress)

    made = downloads.make_download(key=key, write=write)
    log.info("download_made", stage=made.stage if made else "nothing to do")


@app.periodic(cron="*/15 * * * *")
@app.task(name="sweep_downloads")
def sweep_downloads(timestamp: int) -> None:
    """Delete the files that are a week old."""
    deleted = downloads.sweep_downloads(now=datetime.fromtimestamp(timestamp, UTC))
    log.info("downloads_swept", deleted=deleted, timestamp=timestamp)
