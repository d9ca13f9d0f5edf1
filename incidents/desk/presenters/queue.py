"""The queue as a page: tabs, rows with what this person can do next, and what waits for them."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.roles import Role
from incidents.choices import State
from incidents.desk.presenters.words import EMPTY, NEXT, TABS, say_moment
from incidents.desk.reads.queue import Queue
from incidents.models import Incident


def tabs(queue: Queue) -> list[dict[str, Any]]:
    """The tabs with their counts, search kept."""
    return [
        {"label": TABS[name], "url": address(name, queue.words), "count": count, "current": name == queue.tab}
        for name, count in queue.counts.items()
    ]


def rows(queue: Queue, person: User) -> list[dict[str, Any]]:
    """One row an incident."""
    return [_row(incident, person) for incident in queue.page]


def waiting(queue: Queue, person: User) -> list[dict[str, str]]:
    """What waits for this very person, as links; empty when nothing does."""
    lines = []
    if queue.sent_back:
        words = ngettext("%(count)s sent back to you", "%(count)s sent back to you", queue.sent_back)
        lines.append({"text": words % {"count": queue.sent_back}, "url": address("changes_requested", "")})
    if queue.to_review and person.has_role_of(Role.REVIEWER):
        words = ngettext("%(count)s to review", "%(count)s to review", queue.to_review)
        lines.append({"text": words % {"count": queue.to_review}, "url": address("in_review", "")})
    if queue.to_publish and person.has_role_of(Role.PUBLISHER):
        words = ngettext("%(count)s to publish", "%(count)s to publish", queue.to_publish)
        lines.append({"text": words % {"count": queue.to_publish}, "url": address("approved", "")})
    if queue.quotes:
        words = ngettext("%(count)s quote to look at", "%(count)s quotes to look at", queue.quotes)
        lines.append({"text": words % {"count": queue.quotes}, "url": reverse("desk:quotes")})
    return lines


def empty(queue: Queue) -> dict[str, Any]:
    """What stands where a tab has nothing: why, and what to do next."""
    if queue.words:
        return {
            "title": _("No incident here has “%(words)s” in its title or id.") % {"words": queue.words},
            "text": _("Try another word, or look in all incidents."),
            "url": address("all", queue.words),
            "action": _("Search all incidents"),
        }
    title, text = EMPTY[queue.tab]
    return {"title": title, "text": text, "url": reverse("desk:new"), "action": _("Log an incident")}


def position(queue: Queue) -> dict[str, str]:
    """Where in the list this page stands, and the ways on."""
    page = queue.page
    words = {"first": page.start_index(), "last": page.end_index(), "all": page.paginator.count}
    return {
        "position": _("%(first)s to %(last)s of %(all)s") % words,
        "previous_url": address(queue.tab, queue.words, page.number - 1) if page.has_previous() else "",
        "next_url": address(queue.tab, queue.words, page.number + 1) if page.has_next() else "",
    }


def address(tab: str, words: str, number: int = 1) -> str:
    """The address of a page of a tab."""
    asked = {"tab": tab, "q": words, "page": number if number > 1 else ""}
    return f"{reverse('desk:queue')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _row(incident: Incident, person: User) -> dict[str, Any]:
    words, name = _next(incident, person)
    return {
        "title": incident.title,
        "url": reverse("desk:incident", kwargs={"uid": incident.uid}),
        "id": incident.public_id or "",
        "state": incident.get_state_display(),
        "pending": bool(incident.published_number) and incident.state not in {State.PUBLISHED, State.WITHDRAWN},
        "quote_missing": getattr(incident, "quote_missing", False),
        "embargo": say_moment(until) if (until := getattr(incident, "embargo", None)) else "",
        "when": getattr(incident, "when", None) or "",
        "where": incident.place.name if incident.place and not getattr(incident, "place_hidden", False) else "",
        "killed": getattr(incident, "toll", None) or "",
        "assigned_to": incident.assigned_to.display_name if incident.assigned_to else "",
        "changed_at": incident.changed_at,
        "next": words,
        "next_url": reverse(f"desk:{name}", kwargs={"uid": incident.uid}),
    }


def _next(incident: Incident, person: User) -> tuple[str, str]:
    """What this person can do with it next, and the page on which they do."""
    wrote = getattr(incident, "wrote", False)
    if incident.state == State.IN_REVIEW and person.has_role_of(Role.REVIEWER) and not wrote:
        return _("Review it"), "review"
    if incident.state == State.APPROVED and person.has_role_of(Role.PUBLISHER):
        return _("Publish it"), "publish"
    return str(NEXT[incident.state]), "incident"
