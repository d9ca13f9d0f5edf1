"""Who stands behind a publication, as the desk has it: what the log's seal is made over and checked against."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from incidents.models import Approval, Contribution, Incident, Publication
from incidents.rules.seals import DeskFacts

Rows = dict[int, list[tuple[int, int, int]]]
"""By incident: number or revision, person or revision, and the key of the row."""


def desk_facts(publications: Collection[Publication], *, alias: str = "default") -> dict[int, DeskFacts]:
    """The facts of each publication, by its key, in four questions however many there are.

    Authors are those who wrote since the publication before, who made the incident included. Approvers are those who
    had approved the revision when it was published; a tombstone takes no approval.
    """
    keys = {one.incident_id for one in publications}
    made = Incident.objects.using(alias).only("public_id", "created_by").in_bulk(keys)
    earlier = Publication.objects.using(alias).filter(incident__in=keys)
    written = Contribution.objects.using(alias).filter(incident__in=keys)
    approved = Approval.objects.using(alias).filter(incident__in=keys)
    history = _History(
        publications=_by_incident(earlier.values_list("incident", "number", "revision", "pk")),
        contributions=_by_incident(written.values_list("incident", "revision", "by", "pk")),
        approvals=_by_incident(approved.values_list("incident", "revision", "approver", "pk")),
    )
    return {one.pk: history.facts(one, made[one.incident_id]) for one in publications}


class _History:
    """What was done to some incidents."""

    def __init__(self, *, publications: Rows, contributions: Rows, approvals: Rows) -> None:
        self.publications, self.contributions, self.approvals = publications, contributions, approvals

    def facts(self, one: Publication, incident: Incident) -> DeskFacts:
        earlier = [revision for number, revision, _key in self.publications[incident.pk] if number < one.number]
        before = max(earlier, default=0)
        authors = {by for revision, by, _key in self.contributions[incident.pk] if before < revision <= one.revision}
        approvers = {
            by
            for revision, by, key in self.approvals[incident.pk]
            if revision == one.revision and key <= (one.approval_id or 0)
        }
        return DeskFacts(
            incident=str(incident.public_id),
            number=one.number,
            revision=one.revision,
            authors=frozenset(authors if earlier else {*authors, incident.created_by_id}),
            approvers=frozenset(approvers),
            publisher=one.published_by_id,
        )


def _by_incident(rows: Iterable[tuple[int, int, int, int]]) -> Rows:
    found: Rows = defaultdict(list)
    for incident, number, other, key in rows:
        found[incident].append((number, other, key))
    return found
