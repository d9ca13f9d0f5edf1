"""The whole history of an incident, and any two of its states compared."""

from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from accounts.models import User
from incidents import policies
from incidents.desk.pages import crumbs, desk_page, find_incident
from incidents.desk.presenters.history import page_rows, revision_choices
from incidents.desk.presenters.past import COLUMNS, Part, compared
from incidents.desk.reads.history import Reader, names_of, read_page, revisions_of
from incidents.models import Contribution, Incident

MOST_DIGITS: Final = 9


@desk_page("GET", "HEAD")
def history(request: PersonRequest, uid: UUID) -> HttpResponse:
    """Who changed what, when and why; and the differences between two revisions, where two are asked for."""
    incident = find_incident(request, uid)
    reader = Reader(incident, request.user)
    page = read_page(incident, reader.untold, request.GET.get("page", "1"))
    edits = revisions_of(incident)
    known = [one.revision for one in edits]
    wanted = "from" in request.GET or "to" in request.GET
    asked = _asked(request, set(known)) if wanted else None
    published = dict(incident.publications.values_list("revision", "number"))
    context = {
        "tab": "",
        "incident": incident,
        "crumbs": crumbs(incident),
        "rows": page_rows(page, _changes(reader, page, request.user), published),
        "choices": revision_choices(edits, published),
        "chosen": asked or (known[1:2] or known)[:1] + known[:1],
        "asked": asked,
        "unknown": wanted and asked is None,
        "compared": _compared(reader, *asked, request.user) if asked else [],
        "revertible": bool(policies.may_edit(request.user, incident)),
        **_position(incident, page),
    }
    status = HTTPStatus.BAD_REQUEST if context["unknown"] else HTTPStatus.OK
    return render(request, "desk/history.html", context, status=status)


def _asked(request: HttpRequest, known: set[int]) -> tuple[int, int] | None:
    """The two revisions that are asked for, the older first; none where either is not one of this incident's."""
    given = [request.GET.get(name, "") for name in ("from", "to")]
    numbers = [int(one) for one in given if one.isascii() and one.isdigit() and len(one) <= MOST_DIGITS]
    older, newer = sorted(numbers) if len(numbers) == len(given) else (0, 0)
    return (older, newer) if {older, newer} <= known else None


def _changes(reader: Reader, page: Page[Any], person: User) -> dict[int, list[Part]]:
    found = reader.changes([one.revision for one in page if isinstance(one, Contribution)])
    names = names_of((row for steps in found.values() for step in steps for row in step if row), COLUMNS, person)
    subjects = reader.subjects()
    return {
        revision: compared(
            [before for before, _after in steps if before],
            [after for _before, after in steps if after],
            subjects,
            names,
        )
        for revision, steps in found.items()
    }


def _compared(reader: Reader, older: int, newer: int, person: User) -> list[Part]:
    before, after = reader.state(older), reader.state(newer)
    return compared(before, after, reader.subjects(), names_of([*before, *after], COLUMNS, person))


def _position(incident: Incident, page: Page[Any]) -> dict[str, str]:
    address = reverse("desk:history", kwargs={"uid": incident.uid})
    words = {"first": page.start_index(), "last": page.end_index(), "all": page.paginator.count}
    return {
        "position": _("%(first)s to %(last)s of %(all)s") % words,
        "previous_url": f"{address}?{urlencode({'page': page.number - 1})}" if page.has_previous() else "",
        "next_url": f"{address}?{urlencode({'page': page.number + 1})}" if page.has_next() else "",
    }
