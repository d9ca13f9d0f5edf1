"""Which incidents on record a captured report may be of."""

from dataclasses import dataclass

from accounts.models import User
from incidents.choices import ResolvedField
from incidents.desk.reads.zones import zone_in
from incidents.models import Capture, Incident, Resolution
from incidents.rules.proposals import Proposal
from incidents.selectors.clearance import hidden_claims, withheld_from
from incidents.selectors.duplicates import Candidate, duplicates_for, traits_of_report
from incidents.selectors.proposals import read_capture_text

TOLD = (ResolvedField.OCCURRED, ResolvedField.PLACE, ResolvedField.KILLED)


@dataclass(frozen=True, slots=True)
class Match:
    """What a report seems to say, and the incidents that look like it."""

    proposals: list[Proposal]
    candidates: list[Candidate]


def match_capture(capture: Capture, person: User) -> Match:
    """The likeliest incidents for a snapshot, of those that the person may open."""
    found = read_capture_text(capture)
    traits = traits_of_report(found, title=capture.source.title, sources=[capture.source_id], timezone=zone_in(found))
    among, withheld = Incident.objects.visible_to(person), withheld_from(person)
    return Match(found, duplicates_for(traits, among=among, withheld=withheld))


def told_values(incident: Incident, person: User) -> list[Resolution]:
    """When, where and how many killed, without what rests on a claim that the person may not know."""
    hidden = set(hidden_claims(person).filter(incident=incident).values_list("pk", flat=True))
    decided = {one.field: one for one in incident.resolutions.filter(field__in=TOLD).prefetch_related("assertions")}
    known = [decided[field] for field in TOLD if field in decided]
    return [one for one in known if not hidden & {claim.pk for claim in one.assertions.all()}]
