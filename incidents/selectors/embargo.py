"""Which publications are set for a moment and still hold."""

from django.db.models import F, QuerySet

from incidents.choices import EmbargoStage, State
from incidents.models import Embargo, Incident


def standing_embargoes() -> QuerySet[Embargo]:
    """Those that wait over what has been approved and not been edited since."""
    return Embargo.objects.filter(
        stage=EmbargoStage.WAITING, incident__state=State.APPROVED, revision=F("incident__revision")
    )


def standing_embargo(incident: Incident) -> Embargo | None:
    """That of an incident."""
    return standing_embargoes().filter(incident=incident).select_related("set_by").first()
