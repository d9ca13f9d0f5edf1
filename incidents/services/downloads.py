"""Large files: taken as orders, written by the worker, swept when their time is over.

A reader's way in may add an order and give it up, and may read nothing: see ``config.middleware``. Everything else is
the worker's.
"""

import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.choices import DownloadStage
from incidents.models import Download, DownloadOrder
from incidents.rules.downloads import KEPT, STALLED, file_key, new_reference
from incidents.selectors.record_downloads import path_of
from incidents.services.outbox import enqueue

TASK: Final = "make_download"
UNFINISHED: Final = "part-"
"""Before the name of a file that is being written. Behind it, GDAL would take the file for none of its own."""
BLOCK: Final = 1 << 20
KEY_LENGTH: Final = 64

log = structlog.get_logger(__name__)


class NobodyWaitsError(RuntimeError):
    """Everybody who ordered a file has given it up."""


@transaction.atomic
def order_download(*, query: str, form: str, position: int, total: int) -> str:
    """Order a file; the reference of the order is returned. Whoever orders the same file waits for the same one.

    Only adds rows. ``query`` is canonical, ``position`` that of the newest log entry, ``total`` how many rows it has.
    """
    key = file_key(query=query, form=form, position=position)
    file = Download(key=key, query=query, form=form, position=position, total=total)
    Download.objects.bulk_create([file], ignore_conflicts=True)
    order = DownloadOrder(reference=new_reference(), download_id=key, ordered_at=timezone.now())
    order.save(force_insert=True)
    enqueue(TASK, key=key)
    return order.reference


def give_up_order(*, reference: str) -> None:
    """No longer wait. The file is written on for whoever else ordered it, and for nobody when there is nobody else."""
    DownloadOrder.objects.filter(reference=reference, given_up_at=None).update(given_up_at=timezone.now())


def make_download(*, key: str, write: Callable[[Download, Path, Callable[[int], None]], None]) -> Download | None:
    """Write a file that was ordered, by ``write``, and say how far it has come; None when there is nothing to do.

    It stands under its final name only when it is whole. A failure is told to whoever waits, without its details.
    """
    file = _begin(key)
    if file is None:
        return None
    root = Path(settings.ATTEST_DOWNLOADS_ROOT)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = root / f"{UNFINISHED}{path_of(file).name}"
    unfinished.unlink(missing_ok=True)
    try:
        write(file, unfinished, lambda rows: _note(key, rows))
        _keep(file, unfinished)
    except NobodyWaitsError:
        _mine(key).update(stage=DownloadStage.GIVEN_UP, rows=0)
    except Exception:
        log.exception("download_failed", form=file.form, rows=file.total)
        problem = _("The file could not be written. Nothing is wrong with your query; please try again.")
        _mine(key).update(stage=DownloadStage.FAILED, problem=problem)
    finally:
        unfinished.unlink(missing_ok=True)
    file.refresh_from_db()
    return file


def sweep_downloads(*, now: datetime) -> int:
    """Delete files whose time is over, and say of those that stand still that they failed; the number deleted."""
    stalled = Q(stage=DownloadStage.RUNNING, touched_at__lt=now - STALLED)
    problem = _("The file was not finished. Please try again.")
    Download.objects.filter(stalled).update(stage=DownloadStage.FAILED, problem=problem)
    old = Download.objects.annotate(last=Max("orders__ordered_at")).filter(last__lt=now - KEPT)
    deleted = 0
    for file in old.exclude(stage=DownloadStage.RUNNING):
        path_of(file).unlink(missing_ok=True)
        file.delete()
        deleted += 1
    _sweep_folder()
    return deleted


def _begin(key: str) -> Download | None:
    """Take a file in hand: exactly one worker does."""
    open_stages = (DownloadStage.WAITING, DownloadStage.FAILED, DownloadStage.GIVEN_UP)
    now = timezone.now()
    taken = Download.objects.filter(key=key, stage__in=open_stages).update(
        stage=DownloadStage.RUNNING, rows=0, started_at=now, touched_at=now, problem=""
    )
    return Download.objects.get(key=key) if taken else None


def _mine(key: str) -> QuerySet[Download]:
    return Download.objects.filter(key=key, stage=DownloadStage.RUNNING)


def _note(key: str, rows: int) -> None:
    """Say how many rows are written.

    Raises:
        NobodyWaitsError: nobody waits for the file any more.
    """
    _mine(key).update(rows=rows, touched_at=timezone.now())
    if not DownloadOrder.objects.waiting().filter(download_id=key).exists():
        raise NobodyWaitsError


def _keep(file: Download, unfinished: Path) -> None:
    digest, size = hashlib.sha256(), unfinished.stat().st_size
    with unfinished.open("rb") as whole:
        while block := whole.read(BLOCK):
            digest.update(block)
        os.fsync(whole.fileno())
    unfinished.chmod(0o600)
    unfinished.replace(path_of(file))
    _mine(file.key).update(
        stage=DownloadStage.DONE,
        rows=file.total,
        sha256=digest.hexdigest(),
        byte_size=size,
        finished_at=timezone.now(),
    )


def _sweep_folder() -> None:
    """Delete what belongs to no row: a file whose writer was killed, or whose row is gone."""
    root = Path(settings.ATTEST_DOWNLOADS_ROOT)
    known = set(Download.objects.values_list("key", flat=True))
    for path in root.iterdir() if root.is_dir() else ():
        if path.name.removeprefix(UNFINISHED)[:KEY_LENGTH] not in known:
            path.unlink(missing_ok=True)
