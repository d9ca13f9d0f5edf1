"""Quotes that a newer snapshot no longer holds, and those that no kept text holds."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import QuoteOutcome
from incidents.models import Citation, QuoteAlert
from incidents.selectors.citations import incident_of, missing_quote
from incidents.services.anchoring import Checked


def alert_rows(alerts: Iterable[QuoteAlert]) -> list[dict[str, Any]]:
    """Quotes to look at, each with the ways to settle it."""
    return [alert_row(alert) for alert in alerts]


def alert_row(alert: QuoteAlert) -> dict[str, Any]:
    """One quote to look at."""
    citation = alert.citation
    incident = incident_of(citation)
    at = {"uid": incident.uid, "citation": citation.uid} if incident else {}
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
        "change_url": reverse("desk:citation", kwargs=at) if incident else "",
        "settle_url": reverse("desk:quote_settle", kwargs={"alert": alert.pk}),
    }


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
