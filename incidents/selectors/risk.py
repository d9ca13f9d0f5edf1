"""Which records are of high risk."""

from incidents.choices import ActorKind, AssertionKind
from incidents.models import Assertion, Incident

MANY_KILLED = 50
APPROVERS_AT_HIGH_RISK = 2


def needs_second_approval(incident: Incident) -> bool:
    """Whether two people must approve: a state or a named person is blamed, or more than 50 were killed."""
    toll = max(filter(None, (incident.killed_low, incident.killed_best, incident.killed_high)), default=0)
    if toll > MANY_KILLED:
        return True
    return (
        Assertion.objects.filter(incident=incident, kind=AssertionKind.ATTRIBUTION)
        .standing()
        .filter(attribution__actor__kind__in=[ActorKind.STATE_BODY, ActorKind.PERSON])
        .exists()
    )
