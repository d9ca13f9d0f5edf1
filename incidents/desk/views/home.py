"""The home of the desk, and the page that explains it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import lines
from incidents.desk.pages import desk_page, form_page, sent
from incidents.desk.presenters import home as shown
from incidents.desk.reads import home as read
from incidents.desk.reads.reports import unanswered
from incidents.services.shifts import leave_note


class NoteForm(DeskForm):
    """A note for whoever comes next."""

    renamed = {"text": "note"}

    note = forms.CharField(
        label=gettext_lazy("Note for the next shift"),
        max_length=1000,
        help_text=gettext_lazy("Everybody at the desk reads it, and it stays. No names of confidential sources."),
        widget=lines(3),
    )


@desk_page("GET", "POST")
def home(request: PersonRequest) -> HttpResponseBase:
    """What I can do next, how the team's work goes, what asks to be looked at; and the notes of the shifts."""
    person = request.user
    form = NoteForm(sent(request))
    bundle = Bundle(note=form)

    def save() -> None:
        leave_note(actor=person, text=form.text("note"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The note is on the board."))
        return redirect("desk:home")
    weeks = read.throughput()
    sources, number_of_sources = read.changed_sources(person)
    answers = bool(policies.may_answer_reports(person))
    context: dict[str, Any] = {
        "to_do": shown.to_do_lists(read.to_do(person)),
        "plot": shown.drawing(weeks),
        "weeks": shown.week_rows(weeks),
        "any_published": any(week.versions for week in weeks),
        "ages": shown.age_facts(read.ages_in_review(person, timezone.now())),
        "failing": shown.failing_rows(read.failing(person)),
        "changed": shown.changed_rows(sources),
        "number_of_sources": number_of_sources,
        "answers_reports": answers,
        "waiting": shown.waiting_reports(unanswered()) if answers else None,
        "tab": "home",
        "notes": shown.note_rows(read.shift_notes()),
    }
    return form_page(request, "desk/home.html", bundle, title=_("Home"), **context)


@desk_page("GET", "HEAD")
def help_page(request: PersonRequest) -> HttpResponse:
    """From an article to its hand-in, in plain words."""
    return render(request, "desk/help.html", {"tab": "help"})
