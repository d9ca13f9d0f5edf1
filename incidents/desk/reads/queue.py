"""The queue: which incidents, how many in each tab, and what of them a person wrote."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from incidents.choices import ResolvedField, State
from incidents.desk.forms.queue import NEWEST, QueueForm
from incidents.desk.reads.paging import Order, Slice, cut
from incidents.desk.reads.queue_filters import Narrowing
from incidents.desk.reads.quotes import alerts_for, quotes_to_look_at
from incidents.desk.reads.tags import names_on_incident
from incidents.models import Contribution, Incident, Publication, Resolution
from incidents.querysets.incident import IncidentQuerySet
from incidents.selectors.citations import citations_of
from incidents.selectors.embargo import standing_embargoes

A_PAGE: Final = 25
STALE_AFTER: Final = timedelta(days=14)

Narrow = Callable[[User], Q]

CLOSED: Final = (State.PUBLISHED, State.WITHDRAWN, State.MERGED, State.REJECTED)
OPEN: Final = (State.LEAD, State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED)

TABS: Final[dict[str, Narrow]] = {
    "mine": lambda person: Q(assigned_to=person.pk) & ~Q(state__in=CLOSED),
    "unassigned": lambda _person: Q(assigned_to=None, state__in=[State.LEAD, State.DRAFT, State.CHANGES_REQUESTED]),
    "drafts": lambda _person: Q(state__in=[State.LEAD, State.DRAFT], published_number=0),
    "in_review": lambda _person: Q(state=State.IN_REVIEW),
    "changes_requested": lambda _person: Q(state=State.CHANGES_REQUESTED),
    "approved": lambda _person: Q(state=State.APPROVED),
    "pending": lambda _person: Q(published_number__gt=0) & ~Q(state__in=CLOSED),
    "stale": lambda _person: Q(changed_at__lt=timezone.now() - STALE_AFTER, state__in=OPEN),
    "published": lambda _person: Q(published_number__gt=0) & ~Q(state__in=[State.WITHDRAWN, State.MERGED]),
    "closed": lambda _person: Q(state__in=[State.WITHDRAWN, State.MERGED, State.REJECTED]),
    "all": lambda _person: Q(),
}
"""What each tab of the queue holds."""

NOT_SHOWN: Final = ("point", "place__point", "place__extent", "place__search_names", "place__alternate_names")
"""What a row shows nothing of: outlines of countries weigh more than all the rest."""

ORDERS: Final = {"changed": "changed_at", "logged": "created_at", "occurred": "known_occurred"}


@dataclass(frozen=True)
class Queue:
    """One page of one tab, and the counts of all."""

    tab: str
    form: QueueForm
    counts: dict[str, int]
    rows: list[Incident]
    cut: Slice
    withheld: dict[str, frozenset[int]] = field(default_factory=dict)

    def withholds(self, incident: Incident, name: str) -> bool:
        """Whether a value of an incident is withheld from whoever looks."""
        return incident.pk in self.withheld.get(name, ())


@dataclass(frozen=True)
class Waiting:
    """How much waits for one person, whatever they search for."""

    to_review: int
    to_publish: int
    sent_back: int
    quotes: int


def read_queue(person: User, *, tab: str, form: QueueForm, after: str = "", before: str = "") -> Queue:
    """The queue as a person sees it, in as many questions however long it is: counts, keys of the page, rows."""
    asked = form.asked
    narrowing = Narrowing.of(person)
    visible = narrowing.apply(Incident.objects.visible_to(person), asked)
    counts = visible.aggregate(**{name: Count("pk", filter=narrow(person)) for name, narrow in TABS.items()})
    sort = asked.get("sort", NEWEST)
    name = sort.removeprefix("-")
    listed = visible.filter(TABS[tab](person))
    if name == "occurred":
        listed = listed.annotate(known_occurred=_known_occurred(narrowing))
    order = Order(ORDERS[name], descending=sort.startswith("-"), nullable=name == "occurred")
    page = cut(listed, order=order, size=A_PAGE, after=after, before=before)
    return Queue(tab, form, counts, _rows(page.keys, person), page, dict(narrowing.withheld.fields))


def read_waiting(person: User) -> Waiting:
    """What waits for this very person; what they wrote in is looked for only of who reviews."""
    visible = Incident.objects.visible_to(person)
    counted = visible.filter(state__in=[State.APPROVED, State.CHANGES_REQUESTED]).aggregate(
        to_publish=Count("pk", filter=Q(state=State.APPROVED)),
        sent_back=Count("pk", filter=Q(state=State.CHANGES_REQUESTED, assigned_to=person.pk)),
    )
    to_review = 0
    if person.has_role_of(Role.REVIEWER):
        to_review = with_authorship(visible.in_state(State.IN_REVIEW), person).filter(wrote=False).count()
    return Waiting(to_review=to_review, quotes=quotes_to_look_at(person), **counted)


def _known_occurred(narrowing: Narrowing) -> Any:
    """The latest moment at which it may have happened; none where that is withheld, so that no order tells it."""
    hidden = narrowing.withheld.fields.get(ResolvedField.OCCURRED)
    return Case(When(pk__in=hidden, then=None), default=F("occurred_latest")) if hidden else F("occurred_latest")


def _rows(keys: Any, person: User) -> list[Incident]:
    """The incidents of a page, in its order, with what their rows show."""
    listed = _in_words(with_authorship(Incident.objects.filter(pk__in=keys), person), person)
    found = {one.pk: one for one in listed}
    return [found[key] for key in keys if key in found]


def with_authorship(incidents: IncidentQuerySet, person: User) -> Any:
    """Each with whether the person wrote part of it since it was last published (``wrote``)."""
    last = Publication.objects.filter(incident=OuterRef(OuterRef("pk"))).order_by("-number").values("revision")[:1]
    since = Coalesce(Subquery(last, output_field=IntegerField()), Value(0))
    mine = Contribution.objects.filter(incident=OuterRef("pk"), by=person.pk, revision__gt=since)
    return incidents.annotate(wrote=Exists(mine))


def _in_words(incidents: Any, person: User) -> Any:
    """Each with when it happened and how many came to harm, in the words of its resolutions, withheld or not."""
    decided = Resolution.objects.filter(incident=OuterRef("pk"))
    alerts = alerts_for(person).filter(citations_of(OuterRef("pk"), "citation__"))

    def said(name: ResolvedField) -> Subquery:
        return Subquery(decided.filter(field=name).values(said=KT("value__text")))

    return (
        incidents.select_related("assigned_to", "created_by", "place")
        .defer(*NOT_SHOWN)
        .annotate(
            quote_missing=Exists(alerts),
            embargo=Subquery(standing_embargoes().filter(incident=OuterRef("pk")).values("until")[:1]),
            when=said(ResolvedField.OCCURRED),
            toll=said(ResolvedField.KILLED),
            hurt=said(ResolvedField.WOUNDED),
            tags=names_on_incident(),
        )
    )
