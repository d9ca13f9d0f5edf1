"""Move things from one incident to another, and write down each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from incidents.choices import MovedKind, RegroupingKind
from incidents.models import (
    Assertion,
    Citation,
    Incident,
    IncidentLink,
    MovedItem,
    Regrouping,
    Statement,
    Warning,  # noqa: A004
)


@dataclass(frozen=True, kw_only=True)
class Picked:
    """What is to move."""

    claims: list[Assertion] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    links: list[IncidentLink] = field(default_factory=list)

    def owners(self) -> set[int | None]:
        """The keys of the incidents to which it belongs."""
        claims = {one.incident_id for one in self.claims}
        return claims | {one.incident_id for one in self.statements} | {one.incident_id for one in self.links}


def everything_of(incident: Incident) -> Picked:
    """All that can move. The sentences of the summary stay: they are our words about that incident."""
    return Picked(
        claims=list(incident.assertions.all()),
        statements=list(incident.statements.all()),
        links=list(incident.links.all()),
    )


def carry(regrouping: Regrouping, picked: Picked) -> None:
    """Move what was picked from the source of a regrouping to its target, each with its citations, and note it."""
    source, target = regrouping.source, regrouping.target
    claims = [one.pk for one in picked.claims]
    statements = [one.pk for one in picked.statements]
    Assertion.objects.filter(pk__in=claims, incident=source).update(incident=target)
    Statement.objects.filter(pk__in=statements, incident=source).update(incident=target)
    _note(regrouping, MovedKind.CLAIM, claims)
    _note(regrouping, MovedKind.STATEMENT, statements)
    _carry_links(regrouping, picked.links)
    _carry_warnings(regrouping)


def _carry_links(regrouping: Regrouping, links: Iterable[IncidentLink]) -> None:
    """A link that the target has too keeps its place, and its citations go to the target's; one to the target stays."""
    target = regrouping.target
    theirs = {(one.other_id, one.kind): one.pk for one in target.links.all()}
    moving = []
    for link in links:
        if link.other_id == target.pk:
            continue
        twin = theirs.get((link.other_id, link.kind))
        if twin is None:
            moving.append(link.pk)
            continue
        citations = list(Citation.objects.filter(link=link).values_list("pk", flat=True))
        Citation.objects.filter(pk__in=citations).update(link=twin)
        _note(regrouping, MovedKind.CITATION, citations, came_from=link.pk)
    IncidentLink.objects.filter(pk__in=moving).update(incident=target)
    _note(regrouping, MovedKind.LINK, moving)


def _carry_warnings(regrouping: Regrouping) -> None:
    """In a merge every warning goes; in a split those that a moved claim is about, which stay where one still is."""
    source, target = regrouping.source, regrouping.target
    going = set(source.warnings.values_list("pk", flat=True))
    leaving = set(going)
    if regrouping.kind == RegroupingKind.SPLIT:
        going &= _spoken_of(target)
        leaving = going - _spoken_of(source)
    joining = going - set(target.warnings.values_list("pk", flat=True))
    source.warnings.remove(*leaving)
    target.warnings.add(*joining)
    _note(regrouping, MovedKind.WARNING_LEFT, sorted(leaving))
    _note(regrouping, MovedKind.WARNING_JOINED, sorted(joining))


def _spoken_of(incident: Incident) -> set[int]:
    """The warnings that a claim of the incident is about."""
    found = Warning.objects.filter(statements__assertion__incident=incident)
    return set(found.values_list("pk", flat=True))


def _note(regrouping: Regrouping, kind: MovedKind, keys: Iterable[int], came_from: int | None = None) -> None:
    MovedItem.objects.bulk_create(
        [MovedItem(regrouping=regrouping, kind=kind, key=key, came_from=came_from) for key in keys]
    )
