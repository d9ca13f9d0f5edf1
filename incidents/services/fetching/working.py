"""What the worker does with a page that somebody asked for: once, at the site's pace, to an end that is said."""

from datetime import datetime, timedelta
from typing import Final

import structlog
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.choices import FetchStage
from incidents.models import Fetch, HostVisit
from incidents.rules.fetching import PAGES
from incidents.rules.refusals import RefusedError
from incidents.services.capturing import acceptable
from incidents.services.fetching.edge import WORLD, Edge
from incidents.services.fetching.getting import get
from incidents.services.fetching.pacing import NotYetError, at_its_turn
from incidents.services.outbox import enqueue
from incidents.services.waiting import keep_waiting

log = structlog.get_logger(__name__)

STALLED: Final = timedelta(minutes=10)
REMEMBERED: Final = timedelta(days=1)


def fetch_page(*, fetch: int, now: datetime, edge: Edge = WORLD) -> FetchStage | None:
    """Fetch one page and put it aside for whoever asked, like a file that they sent; what became of it is returned.

    None where there is nothing to do now: another worker has it, it is done, or the site was asked just before to which
    its address or a redirect leads. The worker then goes on from there when it is that site's turn.
    """
    one = Fetch.objects.filter(pk=fetch, stage=FetchStage.WAITING).select_related("asked_by").first()
    if one is None or not _move(one, FetchStage.WAITING, stage=FetchStage.RUNNING, started_at=now):
        return None
    try:
        address = one.next_address or one.address
        got = get(address, accepted=PAGES, admit=at_its_turn(now), redirects=one.redirects, edge=edge)
        acceptable(got.data)
        digest = keep_waiting(actor=one.asked_by, data=got.data)
    except NotYetError as wait:
        so_far = {"next_address": wait.address, "redirects": wait.redirects}
        with transaction.atomic():
            _move(one, FetchStage.RUNNING, stage=FetchStage.WAITING, **so_far)
            enqueue("fetch_page", not_before=wait.turn, fetch=fetch)
        return None
    except RefusedError as refusal:
        _move(one, FetchStage.RUNNING, stage=FetchStage.REFUSED, ended_at=now, why=refusal.sentence)
        return FetchStage.REFUSED
    except Exception:
        log.exception("fetch_failed", fetch=fetch)
        why = _("The worker could not finish it. Try again, or save the page and upload it.")
        _move(one, FetchStage.RUNNING, stage=FetchStage.REFUSED, ended_at=now, why=why)
        return FetchStage.REFUSED
    came = {"ended_at": timezone.now(), "final_address": got.address, "sha256": digest}
    _move(one, FetchStage.RUNNING, stage=FetchStage.FETCHED, **came)
    return FetchStage.FETCHED


def sweep_fetches(*, now: datetime) -> int:
    """Say of pages whose worker was killed that they were not fetched, and forget old visits; how many is returned."""
    HostVisit.objects.filter(at__lt=now - REMEMBERED).delete()
    why = _("The worker stopped before it was done. Ask for it again.")
    stalled = Fetch.objects.filter(stage=FetchStage.RUNNING, started_at__lt=now - STALLED)
    return stalled.update(stage=FetchStage.REFUSED, ended_at=now, why=why)


def _move(one: Fetch, expected: FetchStage, **fields: object) -> bool:
    return bool(Fetch.objects.filter(pk=one.pk, stage=expected).update(**fields))
