"""The queue: which incidents, how many in each tab, and what of them a person wrote."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from accounts.models import User
from incidents.choices import ResolvedField, State
from incidents.desk.reads.quotes import alerts_for
from incidents.models import Contribution, Incident, Publication, Resolution
from incidents.querysets.incident import IncidentQuerySet
from incidents.selectors.citations import open_alerts
from incidents.selectors.clearance import hidden_claims

A_PAGE: Final = 25

Narrow = Callable[[User], Q]

CLOSED: Final = (State.PUBLISHED, State.WITHDRAWN, State.MERGED, State.REJECTED)

TABS: Final[dict[str, Narrow]] = {
    "mine": lambda person: Q(assigned_to=person.pk) & ~Q(state__in=CLOSED),
    "unassigned": lambda _person: Q(assigned_to=None, state__in=[State.LEAD, State.DRAFT, State.CHANGES_REQUESTED]),
    "drafts": lambda _person: Q(state__in=[State.LEAD, State.DRAFT], published_number=0),
    "in_review": lambda _person: Q(state=State.IN_REVIEW),
    "changes_requested": lambda _person: Q(state=State.CHANGES_REQUESTED),
    "approved": lambda _person: Q(state=State.APPROVED),
    "pending": lambda _person: Q(published_number__gt=0) & ~Q(state__in=CLOSED),
    "published": lambda _person: Q(published_number__gt=0) & ~Q(state__in=[State.WITHDRAWN, State.MERGED]),
    "closed": lambda _person: Q(state__in=[State.WITHDRAWN, State.MERGED, State.REJECTED]),
    "all": lambda _person: Q(),
}
"""What each tab of the queue holds."""


@dataclass(frozen=True)
class Queue:
    """One page of one tab, and the counts of all."""

    tab: str
    words: str
    counts: dict[str, int]
    page: Page[Incident]
    to_review: int
    to_publish: int
    sent_back: int
    quotes: int


def read_queue(person: User, *, tab: str, words: str, number: str) -> Queue:
    """The queue as a person sees it. Two queries for the counts and two for the page, however long it is."""
    visible = Incident.objects.visible_to(person)
    if words:
        visible = visible.filter(Q(title__icontains=words) | Q(public_id__iexact=words))
    counts = visible.aggregate(**{name: Count("pk", filter=narrow(person)) for name, narrow in TABS.items()})
    listed = _in_words(with_authorship(visible.filter(TABS[tab](person)), person), person)
    page = Paginator(listed.order_by("-changed_at", "-pk"), A_PAGE).get_page(number)
    return Queue(tab=tab, words=words, counts=counts, page=page, quotes=alerts_for(person).count(), **_waiting(person))


def with_authorship(incidents: IncidentQuerySet, person: User) -> Any:
    """Each with whether the person wrote part of it since it was last published (``wrote``)."""
    last = Publication.objects.filter(incident=OuterRef(OuterRef("pk"))).order_by("-number").values("revision")[:1]
    since = Coalesce(Subquery(last, output_field=IntegerField()), Value(0))
    mine = Contribution.objects.filter(incident=OuterRef("pk"), by=person.pk, revision__gt=since)
    return incidents.annotate(wrote=Exists(mine))


def _in_words(incidents: Any, person: User) -> Any:
    """Each with when it happened and how many were killed, in the words of its resolutions.

    What rests on a claim that the person may not know is left out; ``place_hidden`` says so of the place.
    """
    withheld = Resolution.objects.filter(assertions__in=hidden_claims(person).values("pk")).values("pk")
    decided = Resolution.objects.filter(incident=OuterRef("pk")).exclude(pk__in=withheld)
    placed = Resolution.objects.filter(incident=OuterRef("pk"), field=ResolvedField.PLACE, pk__in=withheld)
    alerts = open_alerts().filter(citation__assertion__incident=OuterRef("pk"))
    return incidents.select_related("assigned_to", "place").annotate(
        quote_missing=Exists(alerts),
        place_hidden=Exists(placed),
        when=Subquery(decided.filter(field=ResolvedField.OCCURRED).values(said=KT("value__text"))),
        toll=Subquery(decided.filter(field=ResolvedField.KILLED).values(said=KT("value__text"))),
    )


def _waiting(person: User) -> dict[str, int]:
    """How much waits for this very person, whatever was searched for."""
    visible = with_authorship(Incident.objects.visible_to(person), person)
    return visible.aggregate(
        to_review=Count("pk", filter=Q(state=State.IN_REVIEW, wrote=False)),
        to_publish=Count("pk", filter=Q(state=State.APPROVED)),
        sent_back=Count("pk", filter=Q(state=State.CHANGES_REQUESTED, assigned_to=person.pk)),
    )
