"""What a reader may mean by a word, in groups: places, countries, groups, publishers, sources and incidents."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy, ngettext

from incidents.choices import NameKind
from incidents.filters import read_query
from incidents.public.presenting.addresses import address, incident_address
from incidents.selectors.names import PARAMETERS, Suggestion

TITLES: Final = {
    NameKind.PLACE: gettext_lazy("Places"),
    NameKind.PROVINCE: gettext_lazy("Provinces"),
    NameKind.COUNTRY: gettext_lazy("Countries"),
    NameKind.ACTOR: gettext_lazy("Groups and persons named"),
    NameKind.PUBLISHER: gettext_lazy("Publishers"),
    NameKind.SOURCE: gettext_lazy("Sources"),
}
MOST_INCIDENTS: Final = 5


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One thing to go to; ``note`` says how many incidents name it, or when the incident was."""

    label: str
    note: str
    url: str


@dataclass(frozen=True, kw_only=True)
class OfferGroup:
    """Offers of one kind."""

    title: str
    offers: list[Offer]

    def as_data(self) -> dict[str, Any]:
        """The group as JSON."""
        return {"title": self.title, "offers": [vars_of(one) for one in self.offers]}


def vars_of(offer: Offer) -> dict[str, str]:
    """An offer as JSON."""
    return {"label": offer.label, "note": offer.note, "url": offer.url}


def suggestion_groups(words: str, found: Iterable[Suggestion]) -> list[OfferGroup]:
    """The offers for some words; groups without any are left out."""
    by_kind: dict[NameKind, list[Offer]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(_offer(one))
    groups = [OfferGroup(title=str(TITLES[kind]), offers=by_kind[kind]) for kind in PARAMETERS if kind in by_kind]
    incidents = _incidents(words) if words else []
    return [*groups, *([OfferGroup(title=str(gettext_lazy("Incidents")), offers=incidents)] if incidents else [])]


def _offer(one: Suggestion) -> Offer:
    label = one.name if one.found_by == one.name else f"{one.name} ({one.found_by})"
    number = number_format(one.count, force_grouping=True)
    note = ngettext("%(number)s incident", "%(number)s incidents", one.count) % {"number": number}
    query = read_query({PARAMETERS[one.kind]: one.code})
    return Offer(label=label, note=note, url=address("/", query.canonical))


def _incidents(words: str) -> list[Offer]:
    rows = read_query({"q": words}).incidents().only("public_id", "title", "occurred_text")[:MOST_INCIDENTS]
    return [
        Offer(label=row.title, note=row.occurred_text or row.public_id, url=incident_address(row.public_id, None))
        for row in rows
    ]
