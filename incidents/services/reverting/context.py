"""What surrounds an incident: reactions, links, the summary and the warnings are again what they were."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import translation

from incidents.models import Incident, IncidentLink, Statement, SummarySentence, Warning  # noqa: A004
from incidents.selectors.content.claims import public_citations
from incidents.selectors.content.context import public_links, warning_of
from incidents.selectors.past import Past, states_of
from incidents.services.reverting.citations import CitationsBack
from incidents.services.reverting.rows import bring_back, copy_columns, say_again
from incidents.services.writing import write

Told = list[dict[str, Any]]


def statements_back(held: Incident, past: Past, told: Told, citations: CitationsBack) -> None:
    """Reactions and analyses, known by their ids."""
    wanted = {statement["id"]: statement["citations"] for statement in told}
    for statement in held.statements.prefetch_related("citations__source"):
        if str(statement.uid) not in wanted and public_citations(statement.citations.all(), {}):
            statement.delete()
    for then in past.rows(Statement, "incident_id", {held.pk}):
        cited = wanted.get(str(then.uid))
        now = Statement.objects.filter(pk=then.pk).first()
        if cited is None or (now and now.incident_id != held.pk):
            continue
        if now:
            say_again(now, then, ("speaker_id", "made_on", "paraphrase"))
        elif citations.readable(Statement, then.pk):
            now = bring_back(then)
        if now:
            citations.restore(now, cited)


def links_back(held: Incident, past: Past, told: Told, citations: CitationsBack) -> None:
    """Links, known by the incident they lead to and their kind: one recorded anew takes the place of the old one."""
    wanted = {(link["incident"], link["kind"]): link["citations"] for link in told}
    now = {(link.other.public_id, link.kind): link for link in held.links.select_related("other")}
    for link in public_links(held):
        if (link.other.public_id, link.kind) not in wanted:
            link.delete()
    for then in past.rows(IncidentLink, "incident_id", {held.pk}):
        key = (then.other.public_id, then.kind)
        if key in wanted:
            _link_back(now.get(key), then, wanted[key], citations)


def _link_back(now: IncidentLink | None, then: IncidentLink, cited: Told, citations: CitationsBack) -> None:
    elsewhere = IncidentLink.objects.filter(pk=then.pk).exclude(incident=then.incident_id).exists()
    if now:
        say_again(now, then, ("note",))
    elif not elsewhere and (not cited or citations.readable(IncidentLink, then.pk)):
        now = bring_back(then)
    if now:
        citations.restore(now, cited, stood_at=then.pk)


def summary_back(held: Incident, past: Past, told: Told, citations: CitationsBack) -> None:
    """The sentences of the summary, known by what they were cited to, in their order and ahead of any other."""
    cited = {citation["id"]: sentence["citations"] for sentence in told for citation in sentence["citations"]}
    then = past.rows(SummarySentence, "incident_id", {held.pk})
    wanted = {one.pk: found for one in then if (found := _told_of(one, cited, citations))}
    rest = [one for one in held.summary.prefetch_related("citations__source") if one.pk not in wanted]
    for sentence in rest:
        if public_citations(sentence.citations.all(), {}):
            sentence.delete()
    for one in then:
        if one.pk in wanted:
            now = SummarySentence.objects.filter(pk=one.pk).first()
            if now:
                say_again(now, one, ("text", "position"))
            else:
                now = bring_back(one)
            if now:
                citations.restore(now, wanted[one.pk])
    _make_room(held, wanted)


def _told_of(then: SummarySentence, cited: dict[str, Told], citations: CitationsBack) -> Told | None:
    """The citations that the document gives a sentence; none where it told nothing of it, or may no longer."""
    return next((cited[uid] for one in citations.readable(type(then), then.pk) if (uid := str(one.uid)) in cited), None)


def _make_room(held: Incident, wanted: Iterable[int]) -> None:
    """Move sentences that readers never saw behind those that came back, where two stand in one place."""
    taken = set(held.summary.filter(pk__in=wanted).values_list("position", flat=True))
    for sentence in held.summary.exclude(pk__in=wanted):
        if sentence.position in taken:
            sentence.position = max(taken) + 1
            sentence.save(update_fields=["position"])
        taken.add(sentence.position)


def warnings_back(held: Incident, told: Told) -> None:
    """Warnings: which of them were about the incident, and what we said of each. Called when the claims are back."""
    spoken_of = held.assertions.standing().filter(citations__source__confidential=False)
    shown = Q(pk__in=spoken_of.values("warning_statement__warning"))
    wanted = {warning["id"]: warning for warning in told}
    held.warnings.remove(*held.warnings.filter(shown).exclude(uid__in=wanted))
    for warning in Warning.objects.filter(uid__in=wanted):
        warning.incidents.add(held)
        with translation.override("en"):  # the record's words, in which the document is written
            _describe(warning, wanted[str(warning.uid)])


def _describe(warning: Warning, told: dict[str, Any]) -> None:
    """Let a warning be described as it was, where its history knows words that say so."""
    said = {key: value for key, value in told.items() if key != "standing"}
    if warning_of(warning) == said:
        return
    for then in states_of(warning):
        if warning_of(then) == said:
            columns = [column.attname for column in Warning._meta.concrete_fields]  # noqa: SLF001
            if copy_columns(warning, then, columns):
                write(warning)
            return
