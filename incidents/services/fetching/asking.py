"""Ask for a page to be fetched. Nothing is contacted here: the worker does that."""

from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import FetchStage
from incidents.models import Fetch, Source
from incidents.rules.fetching import FetchRefusedError, target_of
from incidents.rules.urls import normalise_url
from incidents.services.outbox import enqueue
from incidents.services.writing import write

OPEN: Final = (FetchStage.WAITING, FetchStage.RUNNING)
MOST_OPEN: Final = 20


@transaction.atomic
def ask_for(*, actor: User, address: str) -> Fetch:
    """Have the worker fetch a page for somebody; the same address is asked for once while it waits.

    Raises:
        NotAllowedError: this person may not record sources.
        FetchRefusedError: fetching is off; this is no address of a page, or one that must not be asked; or too much
            waits already.
    """
    policies.may_log(actor).require()
    if not settings.ATTEST_FETCHING:
        sentence = _("Fetching is off on this desk. Paste the text, or save the page and choose its file.")
        raise FetchRefusedError(sentence, field="url")
    target = target_of(address)
    refuse_confidential(target.address)
    waiting = Fetch.objects.filter(asked_by=actor, stage__in=OPEN)
    known = waiting.filter(address=target.address).first()
    if known:
        return known
    if waiting.count() >= MOST_OPEN:
        sentence = _("%(count)s pages wait for you already. Look at those first.")
        raise FetchRefusedError(sentence % {"count": MOST_OPEN}, field="url")
    fetch = Fetch(address=target.address, asked_by=actor)
    write(fetch)
    enqueue("fetch_page", fetch=fetch.pk)
    return fetch


def refuse_confidential(address: str) -> None:
    """Never ask the site of a confidential source: it would see that we look.

    Raises:
        FetchRefusedError: it is one. Nobody is told more than that.
    """
    if Source.objects.filter(confidential=True, canonical_url=normalise_url(address)).exists():
        raise FetchRefusedError(_("This address must not be asked from here."), field="url")
