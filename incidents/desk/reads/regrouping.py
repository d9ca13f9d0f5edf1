"""What a merge or a split would move, and what one did."""

from dataclasses import dataclass

from incidents.choices import LinkKind
from incidents.desk.reads.incident import CITED, read_claims
from incidents.models import Assertion, Incident, IncidentLink, Regrouping, Statement


@dataclass(frozen=True)
class Side:
    """One of two incidents, with everything that could move."""

    incident: Incident
    claims: list[Assertion]
    statements: list[Statement]
    links: list[IncidentLink]
    sentences: int

    @property
    def citations(self) -> int:
        """How many citations could move."""
        holders: list[Assertion | Statement | IncidentLink] = [*self.claims, *self.statements, *self.links]
        return sum(len(holder.citations.all()) for holder in holders)


def read_side(incident: Incident) -> Side:
    """Read one of two incidents."""
    return Side(
        incident=incident,
        claims=read_claims(incident),
        statements=list(incident.statements.select_related("speaker").prefetch_related(CITED)),
        links=list(incident.links.select_related("other").prefetch_related(CITED)),
        sentences=incident.summary.count(),
    )


def regroupings_of(incident: Incident) -> list[Regrouping]:
    """Every merge and split that an incident was part of, the newest first."""
    found = Regrouping.objects.touching(incident)
    return list(found.select_related("source", "target", "by", "undoing__by").prefetch_related("items"))


def possible_duplicate(incident: Incident, link: int) -> IncidentLink | None:
    """An open question whether an incident is a duplicate of another."""
    found = incident.links.filter(pk=link, kind=LinkKind.POSSIBLE_DUPLICATE).select_related("other")
    return found.first()
