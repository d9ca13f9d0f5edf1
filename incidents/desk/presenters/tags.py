"""Tags as their pages show them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from incidents.desk.presenters.merging import absorbed, entry_url, incident_links
from incidents.desk.reads.steps import Step
from incidents.models import Incident, Tag

MOST_SHOWN: Final = 50


def tag_rows(tags: Iterable[Any]) -> list[dict[str, Any]]:
    """One row a tag; they come with their counts."""
    return [{"name": one.name, "note": one.note, "url": entry_url(one), "used": one.used} for one in tags]


def tag_page(tag: Tag, incidents: QuerySet[Incident], history: Sequence[Step]) -> dict[str, Any]:
    """The context of one tag's page."""
    number = incidents.count()
    return {
        "named": tag,
        "number": number,
        "incidents": incident_links(incidents[:MOST_SHOWN]),
        "queue_url": f"{reverse('desk:queue')}?tab=all&tag={tag.pk}" if number else "",
        "absorbed": [absorbed(one) for one in tag.absorbed.select_related("loser", "by")],
        "history": [_step(one) for one in history],
    }


def changed_in_words(put: Sequence[Tag], taken: Sequence[Tag]) -> str:
    """What was put on an incident and taken off it."""
    told = []
    if put:
        told.append(_("Put on: %(tags)s.") % {"tags": ", ".join(one.name for one in put)})
    if taken:
        told.append(_("Taken off: %(tags)s.") % {"tags": ", ".join(one.name for one in taken)})
    return " ".join(told) or _("It has these tags already: nothing was changed.")


def _step(one: Step) -> dict[str, str]:
    return {"when": date_format(localtime(one.at), "j F Y, H:i"), "who": one.who, "what": _what(one.row, one.before)}


def _what(after: Any, before: Any) -> str:
    if before is None:
        return _("Added as “%(name)s”") % {"name": after.name}
    told = []
    if after.name != before.name:
        told.append(_("Name: %(before)s → %(after)s") % {"before": before.name, "after": after.name})
    if after.note != before.note:
        words = {"before": before.note or _("nothing"), "after": after.note or _("nothing")}
        told.append(_("What it is put on: %(before)s → %(after)s") % words)
    return "; ".join(told) or _("Changed")
