"""What captured texts seem to say: read anew whenever asked, with the names that are on record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string

from incidents.choices import PlaceKind
from incidents.models import ActorAlias, Capture, Incident, Place, ProposalDecision, Publisher
from incidents.rules.proposals import ActorName, Known, PlaceName, Proposal, Proposer, Report, propose

NAMES_AT_ONCE: Final = 50
"""Names in one question to the gazetteer: each is one look-up in its index of trigrams."""

LEAST_LETTERS: Final = 3
"""Letters that a name of a place or an actor has at least, if it is looked for in running text; two in capitals do."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal and what was decided about it; ``decision`` is None while nobody has.

    What was accepted and then taken back waits again.
    """

    proposal: Proposal
    decision: ProposalDecision | None = None

    @property
    def open(self) -> bool:
        """Whether it waits for somebody."""
        return self.decision is None or self.decision.taken_back


def proposals_for(capture: Capture, *, incident: Incident | None = None) -> list[Proposed]:
    """What a snapshot seems to say, and what was decided about it for an incident, or for its source alone.

    Whether somebody may see the source is for the caller to ask (``policies.may_read_source``).
    """
    decisions = ProposalDecision.objects.filter(capture=capture).select_related("decided_by", "citation__assertion")
    of_source = Q(incident=None)
    held = {one.key: one for one in decisions.filter(of_source | Q(incident=incident) if incident else of_source)}
    return [Proposed(one, held.get(one.key)) for one in read_capture_text(capture)]


def read_capture_text(capture: Capture) -> list[Proposal]:
    """What every proposer of this installation reads in a snapshot's text; nothing where it has none."""
    source = capture.source
    report = Report(text=capture.text, published_on=source.published_on, lang=source.lang, outlet=source.publisher.name)
    return read_report(report)


def read_report(report: Report) -> list[Proposal]:
    """What every proposer of this installation reads in a report that need not be on record yet."""
    return propose(report, names_on_record(), proposers()) if report.text.strip() else []


def proposers() -> list[Proposer]:
    """Who proposes here, as the settings name them."""
    return [import_string(name)() for name in settings.ATTEST_PROPOSERS]


def names_on_record() -> Known:
    """The actors and outlets on record by their names, and a way to ask the gazetteer."""
    aliases = ActorAlias.objects.values_list("name", "actor_id", "actor__name")
    return Known(
        places=find_places,
        countries=dict(Place.objects.of_kind(PlaceKind.COUNTRY).values_list("name", "country_code")),
        actors={name: ActorName(key, actor) for name, key, actor in aliases if _worth_finding(name)},
        outlets=frozenset(Publisher.objects.values_list("name", flat=True)),
    )


def find_places(names: Iterable[str]) -> Mapping[str, Sequence[PlaceName]]:
    """The entries of the gazetteer that bear exactly one of some folded names, by that name."""
    wanted = sorted({name for name in names if len(name) >= LEAST_LETTERS and not name.isdecimal()})
    found: dict[str, list[PlaceName]] = {}
    for first in range(0, len(wanted), NAMES_AT_ONCE):
        part = wanted[first : first + NAMES_AT_ONCE]
        borne = Q()
        for name in part:
            borne |= Q(search_names__contains=f"\n{name}\n")
        for place in _entries(borne):
            for name in part:
                if f"\n{name}\n" in place.search_names:
                    found.setdefault(name, []).append(_named(place))
    return found


def _entries(borne: Q) -> Iterable[Place]:
    return (
        Place.objects.filter(borne, merge=None)
        .select_related("parent__parent")
        .defer("extent", "parent__extent", "parent__parent__extent")
    )


def _named(place: Place) -> PlaceName:
    parents = [one for one in (place.parent, place.parent and place.parent.parent) if one]
    by_kind = {one.kind: one.name for one in parents}
    return PlaceName(
        key=place.pk,
        name=place.name,
        kind=place.kind,
        country_code=place.country_code,
        country=by_kind.get(PlaceKind.COUNTRY, ""),
        province=by_kind.get(PlaceKind.PROVINCE, ""),
        population=place.population or 0,
    )


def _worth_finding(name: str) -> bool:
    return len(name) >= LEAST_LETTERS or (name.isupper() and name.isalpha())
