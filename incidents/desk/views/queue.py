"""The queue."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render

from accounts.access import PersonRequest
from accounts.roles import Role
from incidents.desk.pages import desk_page
from incidents.desk.presenters import queue as shown
from incidents.desk.reads.queue import TABS, read_queue

LONGEST_SEARCH = 200
OPENS_ON: Final[dict[str, str]] = {Role.REVIEWER: "in_review", Role.PUBLISHER: "approved"}
"""The tab that somebody comes for; for everybody else their own work."""


@desk_page("GET", "HEAD")
def queue(request: PersonRequest) -> HttpResponse:
    asked = request.GET.get("tab", OPENS_ON.get(request.user.role, "mine"))
    found = read_queue(
        request.user,
        tab=asked if asked in TABS else "mine",
        words=request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH],
        number=request.GET.get("page", "1"),
    )
    context = {
        "tab": "queue",
        "current": found.tab,
        "words": found.words,
        "tabs": shown.tabs(found),
        "rows": shown.rows(found, request.user),
        "waiting": shown.waiting(found, request.user),
        "empty": shown.empty(found),
        **shown.position(found),
    }
    return render(request, "desk/queue.html", context)
