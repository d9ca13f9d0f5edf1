"""The queue as a page: tabs, rows with what this person can do next, and what waits for them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.roles import Role
from incidents.choices import AttackType, QueueColumn, ResolvedField, State
from incidents.desk.forms.queue import QueueForm
from incidents.desk.presenters.words import EMPTY, NEXT, TABS, say_moment
from incidents.desk.reads.queue import Queue, Waiting
from incidents.models import Incident, SavedFilter
from incidents.rules.countries import country_name


def address(form: QueueForm, tab: str, **changes: str) -> str:
    """The address of a tab with the same questions."""
    return f"{reverse('desk:queue')}?{form.query(tab, **changes)}"


def tabs(queue: Queue) -> list[dict[str, Any]]:
    """The tabs with their counts, questions kept."""
    return [
        {"label": TABS[name], "url": address(queue.form, name), "count": count, "current": name == queue.tab}
        for name, count in queue.counts.items()
    ]


def rows(queue: Queue, person: User) -> list[dict[str, Any]]:
    """One row an incident."""
    return [_row(queue, incident, person) for incident in queue.rows]


def head(columns: Sequence[str]) -> list[dict[str, str]]:
    """The columns with their labels."""
    return [{"name": column, "label": str(QueueColumn(column).label)} for column in columns]


def waiting(found: Waiting, person: User) -> list[dict[str, str]]:
    """What waits for this very person, as links; empty when nothing does."""
    lines = []
    if found.sent_back:
        words = ngettext("%(count)s sent back to you", "%(count)s sent back to you", found.sent_back)
        lines.append({"text": words % {"count": found.sent_back}, "url": _tab("changes_requested")})
    if found.to_review and person.has_role_of(Role.REVIEWER):
        words = ngettext("%(count)s to review", "%(count)s to review", found.to_review)
        lines.append({"text": words % {"count": found.to_review}, "url": _tab("in_review")})
    if found.to_publish and person.has_role_of(Role.PUBLISHER):
        words = ngettext("%(count)s to publish", "%(count)s to publish", found.to_publish)
        lines.append({"text": words % {"count": found.to_publish}, "url": _tab("approved")})
    if found.quotes:
        words = ngettext("%(count)s quote to look at", "%(count)s quotes to look at", found.quotes)
        lines.append({"text": words % {"count": found.quotes}, "url": reverse("desk:quotes")})
    return lines


def saved(filters: Iterable[SavedFilter], person: User, shown: str) -> list[dict[str, Any]]:
    """Filters as links; those of colleagues with whose they are."""
    return [
        {
            "name": one.name,
            "url": f"{reverse('desk:queue')}?{one.query}",
            "owner": "" if one.owner_id == person.pk else one.owner.display_name,
            "shared": one.shared,
            "current": one.query == shown,
            "edit_url": reverse("desk:filter", kwargs={"saved": one.pk}) if one.owner_id == person.pk else "",
        }
        for one in filters
    ]


def chips(queue: Queue) -> list[dict[str, str]]:
    """What narrows the queue, each with the address without it."""
    chosen, country = [], str(queue.form.asked.get("country", ""))
    for name, typed in queue.form.typed_in.items():
        if name == "sort" or name in queue.form.errors:
            continue
        field = queue.form.fields[name]
        labels = dict(getattr(field, "choices", ())) | {country: country_name(country)}
        labels |= {typed: f"“{typed}”"} if name == "q" else {}
        value = "" if typed == "True" else f": {labels.get(typed, typed)}"
        chosen.append({"label": f"{field.label}{value}", "url": address(queue.form, queue.tab, **{name: ""})})
    return chosen


def empty(queue: Queue) -> dict[str, Any]:
    """What stands where a tab has nothing: why, and what to do next."""
    words, narrowed = queue.form.typed("q"), queue.form.narrows
    if words and not narrowed:
        return {
            "title": _("No incident here has “%(words)s” in its title, place or id.") % {"words": words},
            "text": _("Try another word, or look in all incidents."),
            "url": address(queue.form, "all"),
            "action": _("Search all incidents"),
        }
    if narrowed:
        return {
            "title": _("No incident here is what you filter for."),
            "text": _("Take a filter away, or look in all incidents."),
            "url": address(queue.form, "all") if queue.tab != "all" else _tab("all"),
            "action": _("Filter all incidents") if queue.tab != "all" else _("Show all incidents"),
        }
    title, text = EMPTY[queue.tab]
    return {"title": title, "text": text, "url": reverse("desk:new"), "action": _("Log an incident")}


def position(queue: Queue) -> dict[str, str]:
    """How much of the list this page shows, and the ways on."""
    words = {"shown": len(queue.rows), "all": queue.counts[queue.tab]}
    return {
        "position": _("%(shown)s of %(all)s") % words,
        "previous_url": address(queue.form, queue.tab, before=queue.cut.before) if queue.cut.before else "",
        "next_url": address(queue.form, queue.tab, after=queue.cut.after) if queue.cut.after else "",
    }


def canonical(query: str, people: list[User]) -> str:
    """A query string of the queue in its one spelling, without what the queue does not know."""
    given = QueryDict(query)
    tab = given.get("tab", "")
    return QueueForm(given, people=people).query(tab if tab in TABS else "all")


def _tab(name: str) -> str:
    return f"{reverse('desk:queue')}?tab={name}"


def _row(queue: Queue, incident: Incident, person: User) -> dict[str, Any]:
    words, name = _next(incident, person)
    at = {"uid": incident.uid}
    holder = incident.assigned_to
    return {
        "uid": str(incident.uid),
        "holder": holder.pk if holder else "",
        "title": incident.title,
        "url": reverse("desk:incident", kwargs=at),
        "preview_url": reverse("desk:preview", kwargs=at),
        "id": incident.public_id or "",
        "state": incident.get_state_display(),
        "pending": bool(incident.published_number) and incident.state not in {State.PUBLISHED, State.WITHDRAWN},
        "quote_missing": getattr(incident, "quote_missing", False),
        "assigned": holder.display_name if holder else "",
        "author": incident.created_by.display_name,
        "logged": incident.created_at,
        "changed": incident.changed_at,
        "tags": getattr(incident, "tags", ()),
        "embargo": say_moment(until) if (until := getattr(incident, "embargo", None)) else "",
        "next": words,
        "next_url": reverse(f"desk:{name}", kwargs=at),
        **_values(queue, incident),
    }


def _values(queue: Queue, incident: Incident) -> dict[str, Any]:
    """What the claims say, but for what is withheld: that is as good as unknown."""
    withheld = {name: queue.withholds(incident, name) for name in ResolvedField}
    attacks = [] if withheld[ResolvedField.ATTACK_TYPES] else incident.attack_types
    place = None if withheld[ResolvedField.PLACE] else incident.place
    return {
        "when": "" if withheld[ResolvedField.OCCURRED] else getattr(incident, "when", None) or "",
        "where": place.name if place else "",
        "killed": "" if withheld[ResolvedField.KILLED] else getattr(incident, "toll", None) or "",
        "wounded": "" if withheld[ResolvedField.WOUNDED] else getattr(incident, "hurt", None) or "",
        "attack": ", ".join(str(AttackType(code).label) for code in attacks),
    }


def _next(incident: Incident, person: User) -> tuple[str, str]:
    """What this person can do with it next, and the page on which they do."""
    wrote = getattr(incident, "wrote", False)
    if incident.state == State.IN_REVIEW and person.has_role_of(Role.REVIEWER) and not wrote:
        return _("Review it"), "review"
    if incident.state == State.APPROVED and person.has_role_of(Role.PUBLISHER):
        return _("Publish it"), "publish"
    return str(NEXT[incident.state]), "incident"
