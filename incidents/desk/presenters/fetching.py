"""How far the fetching of a page has come, in words."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.choices import FetchStage
from incidents.models import Fetch

PATIENCE: Final = timedelta(minutes=2)
UNDER_WAY: Final = (FetchStage.WAITING, FetchStage.RUNNING)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One fetch as its page shows it. ``next_url`` leads to intake with what came, or with the address alone."""

    uid: str
    stage: str
    state: str
    words: str
    address: str
    under_way: bool
    next_url: str


def progress_of(fetch: Fetch, *, lead: str = "") -> Progress:
    """A fetch; ``lead`` is the lead for which it was asked, if any."""
    came = fetch.stage == FetchStage.FETCHED
    brought = {"fetch": str(fetch.uid)} if came else {"address": fetch.address}
    query = urlencode({**brought, **({"lead": lead} if lead else {})})
    return Progress(
        uid=str(fetch.uid),
        stage=fetch.stage,
        state=str(FetchStage(fetch.stage).label),
        words=_words(fetch),
        address=fetch.final_address or fetch.address,
        under_way=fetch.stage in UNDER_WAY,
        next_url=f"{reverse('desk:intake')}?{query}",
    )


def _words(fetch: Fetch) -> str:
    if fetch.stage == FetchStage.REFUSED:
        return fetch.why
    if fetch.stage == FetchStage.FETCHED:
        return _("It waits for you for a day. Nothing is on record yet.")
    if timezone.now() - fetch.asked_at > PATIENCE:
        return _(
            "This takes longer than usual. Its site may have been asked just before; if it lasts, tell the operator."
        )
    return _("This usually takes a few seconds.")
