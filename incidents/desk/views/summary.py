"""The summary: our sentences, each with its citations."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from accounts.models import User
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.context import SentenceForm
from incidents.desk.forms.source import choice_of
from incidents.desk.pages import address, asked_for, desk_page, find_to_edit, form_page
from incidents.desk.reads.confidential import hidden_from
from incidents.desk.reads.evidence import sources_of
from incidents.desk.saving.summary import save_summary
from incidents.models import Citation, Incident, SummarySentence
from incidents.selectors.citations import citations_of
from incidents.selectors.clearance import require_known

LEAST_ROWS = 3
MOST_ROWS = 30
SHOWN_OF_QUOTE = 90


@desk_page("GET", "POST")
def summary(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """All sentences on one page, with empty rows for more."""
    incident = find_to_edit(request, uid)
    require_known(request.user, incident.summary.all())

    def build(data: QueryDict | None) -> Bundle:
        rows = _rows_for(data, request.user, incident)
        sentences = {f"sentence_{number}": row for number, row in enumerate(rows)}
        return Bundle(**sentences, change=ChangeForm(data, incident=incident))

    def save() -> None:
        save_summary(
            actor=request.user,
            incident=incident,
            sentences=_sentences(edit.bundle),
            change=edit.bundle.the(ChangeForm),
            citations=_citations(incident),
            sources={str(source.uid): source for source in sources_of(incident, request.user)},
        )

    edit = Edit(request=request, incident=incident, build=build)
    if asked_for(request) == "more":
        edit.bundle.as_typed()
    elif edit.saves(save):
        messages.success(request, _("The summary is saved."))
        return redirect(address(incident, "evidence"))
    rows = _sentences(edit.bundle)
    if not asked_for(request) and not edit.bundle.unsaved:
        next(row for row in rows if not row.typed("text_of")).point_at("text_of")
    context: dict[str, Any] = {"title": _("Summary"), "rows": rows, "number": len(rows)}
    return form_page(request, "desk/summary.html", edit.bundle, incident=incident, **context)


def _sentences(bundle: Bundle) -> list[SentenceForm]:
    return [form for form in bundle if isinstance(form, SentenceForm)]


def _rows_for(data: QueryDict | None, person: User, incident: Incident) -> list[SentenceForm]:
    """The forms, with the citations and sources that may be chosen in them."""
    citations = _citations(incident)
    sources = [choice_of(source) for source in sources_of(incident, person)]
    hidden = hidden_from(person, {one.source_id for one in citations.values()})
    labels = {uid: one.source.handle if one.source_id in hidden else _say(one) for uid, one in citations.items()}
    free = [uid for uid, one in citations.items() if one.sentence_id is None and one.source_id not in hidden]
    return _rows(data, incident, labels, free, sources)


def _rows(
    data: QueryDict | None,
    incident: Incident,
    labels: dict[str, str],
    free: list[str],
    sources: list[tuple[str, str]],
) -> list[SentenceForm]:
    """One form a sentence; ``labels`` say each citation in a line, ``free`` are those to be cited again."""
    sentences = list(incident.summary.prefetch_related("citations"))
    offers = [(uid, labels[uid]) for uid in free], sources
    return [
        _row(data, sentences[number] if number < len(sentences) else None, number, labels, offers)
        for number in range(_wanted(data, len(sentences)))
    ]


def _row(
    data: QueryDict | None,
    sentence: SummarySentence | None,
    number: int,
    labels: dict[str, str],
    offers: tuple[list[tuple[str, str]], list[tuple[str, str]]],
) -> SentenceForm:
    quotes, sources = offers
    kept = [(str(one.uid), labels[str(one.uid)]) for one in sentence.citations.all()] if sentence else []
    initial = {"text_of": sentence.text} if sentence else {}
    return SentenceForm(data, prefix=f"s{number}", kept=kept, quotes=quotes, sources=sources, initial=initial)


def _wanted(data: QueryDict | None, existing: int) -> int:
    """How many rows: those there are and one more, or those that were sent and, when asked, three more."""
    if data is None:
        return max(LEAST_ROWS, existing + 1)
    sent = data.get("rows", "")
    number = int(sent) if sent.isascii() and sent.isdigit() else LEAST_ROWS
    more = LEAST_ROWS if data.get("action") == "more" else 0
    return min(max(number + more, existing), MOST_ROWS)


def _citations(incident: Incident) -> dict[str, Citation]:
    held = Citation.objects.filter(citations_of(incident)).select_related("source__publisher", "speaker")
    return {str(one.uid): one for one in held.order_by("pk")}


def _say(citation: Citation) -> str:
    words = citation.quote or citation.locator
    short = f"{words[:SHOWN_OF_QUOTE]}…" if len(words) > SHOWN_OF_QUOTE else words
    return f"{short} – {citation.source.publisher.name}"  # words first: a list is searched by its first letters
