"""Quotes that a newer snapshot no longer holds, and those that no kept text holds."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import QuoteOutcome
from incidents.models import Citation, Incident, QuoteAlert
from incidents.selectors.citations import incident_of, missing_quote
from incidents.selectors.content.claims import value_of
from incidents.services.anchoring import Checked


def alert_rows(alerts: Iterable[QuoteAlert]) -> list[dict[str, Any]]:
    """Quotes to look at, each once for an incident, with all that it is cited for and the ways to settle it."""
    groups: dict[tuple[Any, ...], list[QuoteAlert]] = {}
    for alert in alerts:
        incident = incident_of(alert.citation)
        key = (incident.pk, alert.capture_id, alert.citation.quote) if incident else (alert.pk,)
        groups.setdefault(key, []).append(alert)
    return [alert_row(group) for group in groups.values()]


def alert_row(group: Sequence[QuoteAlert]) -> dict[str, Any]:
    """One quote to look at, of those alerts that are about the same words of the same incident."""
    alert = group[0]
    citation = alert.citation
    incident = incident_of(citation)
    return {
        "quote": citation.quote,
        "lang": citation.source.lang,
        "outcome": str(alert.get_outcome_display()),
        "passage": alert.passage,
        "source": citation.source.title,
        "source_url": reverse("desk:source", kwargs={"uid": citation.source.uid}),
        "when": date_format(localtime(alert.raised_at), "j F Y, H:i"),
        "incident": incident.title if incident else "",
        "incident_url": reverse("desk:incident", kwargs={"uid": incident.uid}) if incident else "",
        "cited_for": [_cited_for(one.citation, incident) for one in group] if incident else [],
        "settle_url": reverse("desk:quote_settle", kwargs={"alert": alert.pk}),
    }


def _cited_for(citation: Citation, incident: Incident) -> dict[str, str]:
    if citation.assertion:
        what = value_of(citation.assertion)[0]
    else:
        what = str(citation.statement or "") or (_("a link") if citation.link else _("the summary"))
    return {"what": what, "url": reverse("desk:citation", kwargs={"uid": incident.uid, "citation": citation.uid})}


def unheld_rows(citations: Iterable[Citation], incident: Incident) -> list[dict[str, str]]:
    """Quotes that no kept text holds, each with what it is cited for and the way to change it."""
    return [{"quote": one.quote, "lang": one.source.lang, **_cited_for(one, incident)} for one in citations]


def check_in_words(found: list[Checked]) -> str:
    """What a check found, in a sentence."""
    if not found:
        return _("No quote of this source is anchored in a captured text.")
    number = {outcome: sum(1 for one in found if one.outcome == outcome) for outcome in QuoteOutcome}
    parts = [f"{outcome.label.lower()}: {count}" for outcome, count in number.items() if count]
    quotes = ngettext("%(count)s quote", "%(count)s quotes", len(found)) % {"count": len(found)}
    return _("%(quotes)s looked for in the newest snapshot. %(parts)s.") % {"quotes": quotes, "parts": "; ".join(parts)}


def missing_sentences(citations: Iterable[Citation]) -> list[str]:
    """A sentence for each quote that the kept text of its source does not hold, with the passage that comes closest."""
    sentences = []
    for citation in citations:
        missing, passage = missing_quote(citation)
        if missing and passage:
            sentence = _("The kept text of “%(title)s” does not hold this quote word for word. It has: “%(passage)s”")
            sentences.append(sentence % {"title": citation.source.title, "passage": passage.text})
        elif missing:
            sentence = _("The kept text of “%(title)s” does not hold this quote, nor anything like it.")
            sentences.append(sentence % {"title": citation.source.title})
    return list(dict.fromkeys(sentences))
