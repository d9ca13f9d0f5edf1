"""One incident, read once for its page."""

from dataclasses import dataclass

from django.db.models import Prefetch

from accounts.models import User
from incidents.choices import CommentState
from incidents.desk.reads.confidential import veil_claims, veil_comments, veil_edits, veil_held
from incidents.desk.reads.warnings import known_warnings
from incidents.models import (
    Assertion,
    Citation,
    Contribution,
    Incident,
    IncidentLink,
    Resolution,
    ReviewComment,
    Statement,
    SummarySentence,
    Transition,
    Warning,  # noqa: A004
)
from incidents.selectors.clearance import Untold, hidden, untold_to
from incidents.selectors.gates import Gate, gates
from incidents.selectors.risk import needs_second_approval

CITED = Prefetch("citations", Citation.objects.select_related("source__publisher", "speaker__sealed_name"))
MOST_HISTORY = 50


@dataclass(frozen=True)
class Opened:
    """Everything on the page of an incident."""

    incident: Incident
    claims: list[Assertion]
    statements: list[Statement]
    links: list[IncidentLink]
    linked_from: list[IncidentLink]
    warnings: list[Warning]
    sentences: list[SummarySentence]
    resolutions: dict[str, Resolution]
    gates: list[Gate]
    comments: list[ReviewComment]
    veiled: set[int]
    untold: Untold
    parts: list[Incident]
    parent: Incident | None
    high_risk: bool

    def of_kind(self, *kinds: str) -> list[Assertion]:
        """The claims of some kinds, in the order in which they were recorded."""
        return [claim for claim in self.claims if claim.kind in kinds]

    @property
    def known(self) -> list[Assertion]:
        """The claims that stand and that whoever is looking may know."""
        return [claim for claim in self.claims if claim.stands and not claim.veiled]


def read_incident(incident: Incident, person: User) -> Opened:
    """Read an incident with all its children. The number of queries does not grow with the number of claims.

    Of other incidents, only those are told that the person may open.
    """
    visible = Incident.objects.visible_to(person)
    claims, untold = read_claims(incident), untold_to(person)
    opened = Opened(
        incident=incident,
        claims=claims,
        veiled=veil_claims(claims, person),
        untold=untold,
        statements=list(incident.statements.select_related("speaker").prefetch_related(CITED)),
        links=list(incident.links.filter(other__in=visible).select_related("other").prefetch_related(CITED)),
        linked_from=list(
            incident.linked_from.filter(incident__in=visible)
            .exclude(pk__in=hidden(IncidentLink, person).values("pk"))
            .select_related("incident")
        ),
        warnings=list(known_warnings(incident, untold)),
        sentences=list(incident.summary.prefetch_related(CITED)),
        resolutions={one.field: one for one in incident.resolutions.prefetch_related("assertions")},
        gates=gates(incident),
        comments=read_comments(incident, person),
        parts=list(visible.filter(parent=incident)),
        parent=visible.filter(pk=incident.parent_id).first() if incident.parent_id else None,
        high_risk=needs_second_approval(incident),
    )
    veil_held(incident, [*opened.statements, *opened.links, *opened.sentences], person)
    return opened


def read_claims(incident: Incident) -> list[Assertion]:
    """The claims of an incident with their values and evidence."""
    return list(
        Assertion.objects.filter(incident=incident)
        .with_values()
        .select_related("location__place__parent", "supersedes", "recorded_by")
        .prefetch_related(CITED)
    )


def read_comments(incident: Incident, person: User) -> list[ReviewComment]:
    """Comments that are not resolved, and those of the newest review that are, as far as the person may know them."""
    newest = incident.reviews.values_list("pk", flat=True).first()
    remarks = ReviewComment.objects.filter(review__incident=incident).select_related("written_by", "assertion")
    found = [one for one in remarks if one.review_id == newest or one.state != CommentState.RESOLVED]
    veil_comments(found, incident, person)
    return found


def read_history(incident: Incident, untold: Untold) -> tuple[list[Contribution], list[Transition]]:
    """Who wrote and who moved it, the newest first, without a word on what is ``untold`` to whoever looks."""
    written = list(incident.contributions.select_related("by")[:MOST_HISTORY])
    veil_edits(written, incident, untold)
    return written, list(incident.transitions.select_related("by")[:MOST_HISTORY])


def changes_since(incident: Incident, revision: int, person: User) -> list[Contribution]:
    """What others wrote after a revision, the oldest first, as far as the person may know."""
    written = list(incident.contributions.filter(revision__gt=revision).select_related("by").order_by("revision"))
    veil_edits(written, incident, untold_to(person))
    return written
