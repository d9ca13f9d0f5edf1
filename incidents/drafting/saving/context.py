"""Record what surrounds the claims: the description, the summary, reactions, links, and what is known of warnings."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.drafting.finding import find_other
from incidents.drafting.saving.claims import given_of
from incidents.drafting.saving.edit import Edit, within
from incidents.drafting.saving.evidence import as_quote, quote_of, quotes_of, save_speaker
from incidents.drafting.shapes.fields import Sent
from incidents.models import Citation, Incident, IncidentLink, Statement, SummarySentence, Warning  # noqa: A004
from incidents.policies import may_edit, may_read_source
from incidents.rules.refusals import RefusedError
from incidents.selectors.citations import citations_of
from incidents.selectors.clearance import require_known
from incidents.services.context import amend_statement, amend_warning, link, remove, state
from incidents.services.inputs import Description, Quote, Wording
from incidents.services.logging import describe, log_incident, summarise

STAYING: Final = {
    "conveyed": ("conveyed_earliest", "conveyed_latest", "conveyed_precision"),
    "disclosed_by": ("disclosed_by",),
}
"""What stays of a warning exactly as it is on record while nothing else is sent, and its columns."""


def log(actor: User, sent: Sent) -> Incident:
    """Log an incident, where it is asked for as a part of another."""
    whole = find_other(actor, sent["part_of"], "part_of") if sent["part_of"] else None
    if whole:
        may_edit(actor, whole).require()
    return log_incident(actor=actor, description=_description(sent), parent=whole)


def redescribe(edit: Edit) -> None:
    """Change the title, the flags, the criteria of definition or the note."""
    describe(description=_description(edit.sent), **edit.terms)


def _description(sent: Sent) -> Description:
    return Description(**{name: value for name, value in sent.items() if name not in {"part_of", "edit_summary"}})


def resummarise(edit: Edit) -> list[SummarySentence]:
    """Put a summary in the place of the one there is."""
    require_known(edit.actor, edit.incident.summary.all())
    written = []
    for number, one in enumerate(edit.sent["sentences"]):
        with within(f"sentences.{number}"):
            written.append((one["text"], _sentence_quotes(edit, one["citations"])))
    return summarise(sentences=written, **edit.terms)


def _sentence_quotes(edit: Edit, sent: list[Sent]) -> tuple[Quote, ...]:
    made = []
    for number, one in enumerate(sent):
        with within(f"citations.{number}"):
            made.append(_again(edit, one["citation"]) if one["citation"] else quote_of(edit, one))
    return tuple(made)


def _again(edit: Edit, uid: Any) -> Quote:
    """A citation of the draft once more: one that is to be seen, or that the summary has already."""
    held = Citation.objects.filter(citations_of(edit.incident)).select_related("source", "speaker")
    found = held.filter(uid=uid).first()
    if found is None or not (found.sentence_id or may_read_source(edit.actor, found.source)):
        raise RefusedError(_("There is no citation of this id in this draft that you may see."), field="citation")
    return as_quote(found)


def react(edit: Edit) -> Statement:
    """Record a reaction with who said it and where; whoever a citation does not name is the one who speaks."""
    sent = edit.sent
    speaker = save_speaker(edit, sent["speaker"])
    if speaker is None:
        raise RefusedError(_("Say who said it."), field="speaker")
    said = Statement(speaker=speaker, made_on=sent["made_on"], paraphrase=sent["paraphrase"])
    citations = tuple(_in_the_voice_of(speaker, quote) for quote in quotes_of(edit, sent["citations"]))
    return state(statement=said, citations=citations, **edit.terms)


def _in_the_voice_of(speaker: Any, quote: Quote) -> Quote:
    return quote if quote.speaker else replace(quote, speaker=speaker)


def reword(edit: Edit, statement: Statement) -> None:
    """Change in which words a reaction stands."""
    wording = Wording(paraphrase=edit.sent["paraphrase"], made_on=edit.sent["made_on"])
    amend_statement(statement=statement, wording=wording, **edit.terms)


def connect(edit: Edit) -> IncidentLink:
    """Link the incident to another that is to be seen."""
    other = find_other(edit.actor, edit.sent["other"], "other")
    to = IncidentLink(other=other, kind=edit.sent["kind"], note=edit.sent["note"])
    return link(to=to, citations=quotes_of(edit, edit.sent["citations"]), **edit.terms)


def take_back(edit: Edit, child: Statement | IncidentLink) -> None:
    """Take a reaction or a link back."""
    remove(child=child, **edit.terms)


def regive(edit: Edit, warning: Warning, kept: Collection[str]) -> None:
    """Change what is recorded of a warning. When it was conveyed and which source disclosed it stay, where ``kept``
    names them."""
    given = given_of(edit.actor, edit.sent)
    columns = [column for name in kept for column in STAYING[name]]
    given = replace(given, **{column: getattr(warning, column) for column in columns})
    amend_warning(warning=warning, given=given, **edit.terms)
