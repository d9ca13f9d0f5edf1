"""The two ways back and forth through one's own edits, as an incident's page offers them."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.desk.presenters.words import say_verb
from incidents.models import Incident
from incidents.selectors.edits import Edits

if TYPE_CHECKING:
    from incidents.models import Contribution


def turns(edits: Edits, incident: Incident) -> list[dict[str, Any]]:
    """Undo and redo, where there is something; ``asks``: readers know the incident, so that it takes a why."""
    offered: list[tuple[str, list[Contribution], dict[str, str]]] = [
        ("undo", edits.done, {"label": _("Undo"), "key": "z", "shortcut": "z", "shown": "z"}),
        ("redo", edits.undone, {"label": _("Redo"), "key": "Z", "shortcut": "Shift+z", "shown": "Shift z"}),
    ]
    return [
        {
            **words,
            "url": reverse(f"desk:{name}", kwargs={"uid": incident.uid}),
            "what": _("you %(verb)s") % {"verb": say_verb(edits.first(found[-1]).verb)},
            "asks": bool(incident.published_number),
        }
        for name, found, words in offered
        if found
    ]
