"""The time zone in which a report's days are read."""

from collections.abc import Iterable

from incidents.choices import ProposalKind
from incidents.desk.timezones import zone_of
from incidents.models import Incident
from incidents.rules.proposals import Proposal


def zone_in(found: Iterable[Proposal], incident: Incident | None = None) -> str:
    """That of the incident's country, where it has one; else of the place that the report names first."""
    named = (one.value for one in found if one.kind == ProposalKind.PLACE)
    country = incident.country_code if incident else ""
    return zone_of(country or next((str(value["country_code"]) for value in named), ""))
