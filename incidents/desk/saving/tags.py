"""Save which tags an incident has."""

from accounts.models import User
from incidents.desk.forms.tags import IncidentTagsForm
from incidents.desk.reads.tags import find_tag
from incidents.desk.saving.naming import told_as
from incidents.models import Incident, Tag
from incidents.services.tagging import change_tags, record_tag


def save_tags(*, actor: User, incident: Incident, form: IncidentTagsForm) -> tuple[list[Tag], list[Tag]]:
    """Put on and take off what differs from what the page showed; what was put on and taken off is returned."""
    put, take = form.changes()
    known = Tag.objects.in_bulk([*put, *take])
    with told_as("fresh", name="fresh"):
        named = [find_tag(name) or record_tag(actor=actor, name=name) for name in form.named]
    put_on = [*(known[key] for key in sorted(put) if key in known), *named]
    return change_tags(actor=actor, incident=incident, put=put_on, take=[known[key] for key in take if key in known])
