"""Tie quotes to the captured text, and look for them again in a newer one."""

from dataclasses import asdict, dataclass

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import QuoteOutcome
from incidents.models import Anchor, Capture, Citation, Incident, QuoteAlert, Source
from incidents.rules.anchoring import EDITED_FROM, TextAnchor, anchor, closest
from incidents.rules.refusals import RefusedError
from incidents.selectors.citations import alike, incident_of, texts_kept
from incidents.services.editing import reopen_because
from incidents.services.notifying import tell_quote_missing


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one quote in the newest snapshot; ``passage`` is the closest one where it is edited."""

    citation: Citation
    outcome: QuoteOutcome
    passage: str = ""


def anchor_citation(citation: Citation) -> Anchor | None:
    """Anchor a citation in the newest text of its source that holds its words; None where none does."""
    Anchor.objects.filter(citation=citation).delete()
    if not citation.quote:
        return None
    for capture in texts_kept(citation.source_id):
        found = anchor(capture.text, citation.quote)
        if found:
            return Anchor.objects.create(citation=citation, capture=capture, **asdict(found))
    return None


def anchor_source(source: Source) -> int:
    """Anchor every citation of a source that is not anchored yet; how many now are."""
    waiting = Citation.objects.filter(source=source, anchor=None).exclude(quote="")
    return sum(1 for citation in waiting if anchor_citation(citation))


@transaction.atomic
def check_quotes(*, source: Source) -> list[Checked]:
    """Look for every anchored quote of a source in its newest snapshot, and report those that it no longer holds.

    A quote that is edited or gone is put on the list of quotes to look at, once for each snapshot; what is in review,
    approved or published and rests on it goes back to draft, in the name of who kept the snapshot. Readers go on
    seeing the last version, marked as under review.
    """
    newest = texts_kept(source.pk).first()
    if newest is None:
        return []
    anchored = Citation.objects.filter(source=source, anchor__isnull=False).select_related("anchor")
    found = [_look(citation, newest) for citation in anchored.order_by("pk")]
    for one in found:
        if one.outcome in {QuoteOutcome.EDITED, QuoteOutcome.GONE}:
            _report(one, newest)
        else:
            _settle_all(one.citation, newest.captured_by, _("A newer snapshot holds it again."))
    return found


@transaction.atomic
def settle_alert(*, actor: User, alert: QuoteAlert, answer: str) -> QuoteAlert:
    """Leave a quote as it is, with the reason: the earlier snapshot holds it and that is the one that is cited.

    It stays wherever its incident cites the same words.

    Raises:
        NotAllowedError: this person may not edit the incident.
        RefusedError: no reason is given.
    """
    incident = incident_of(alert.citation)
    if incident:
        policies.may_edit(actor, incident).require()
    if not answer.strip():
        raise RefusedError(_("Say why the quote stays as it is."), field="reason")
    for one in alike(alert):
        _settle(one, actor, answer.strip())
    alert.refresh_from_db()
    return alert


def settle_alerts_of(*, actor: User, citation: Citation) -> None:
    """Close what stands open about a citation that was changed."""
    _settle_all(citation, actor, _("The citation was changed."))


def _look(citation: Citation, newest: Capture) -> Checked:
    held = citation.anchor
    if held.capture_id == newest.pk:
        return Checked(citation, QuoteOutcome.FOUND)
    before = TextAnchor(held.prefix, held.exact, held.suffix, held.start, held.end)
    again = anchor(newest.text, held.exact, before=before)
    if again:
        return Checked(citation, QuoteOutcome.FOUND if again == before else QuoteOutcome.MOVED)
    passage = closest(newest.text, held.exact)
    if passage and passage.likeness >= EDITED_FROM:
        return Checked(citation, QuoteOutcome.EDITED, passage.text)
    return Checked(citation, QuoteOutcome.GONE)


def _report(found: Checked, newest: Capture) -> None:
    with pghistory.context(user=newest.captured_by_id, verb="check_quotes"):
        alert, new = QuoteAlert.objects.get_or_create(
            citation=found.citation, capture=newest, defaults={"outcome": found.outcome, "passage": found.passage}
        )
    incident = incident_of(found.citation)
    if new and incident:
        _reopen(incident, newest)
    if new:
        tell_quote_missing(alert=alert)


def _reopen(incident: Incident, newest: Capture) -> None:
    reopen_because(
        actor=newest.captured_by,
        incident=incident,
        verb="check_quotes",
        summary=_("A newer snapshot of a source no longer holds a quote."),
    )


def _settle_all(citation: Citation, actor: User, answer: str) -> None:
    for alert in QuoteAlert.objects.filter(citation=citation, settled_at=None):
        _settle(alert, actor, answer)


def _settle(alert: QuoteAlert, actor: User, answer: str) -> None:
    alert.settled_at, alert.settled_by, alert.answer = timezone.now(), actor, answer
    with pghistory.context(user=actor.pk, verb="settle_alert"):
        alert.save(update_fields=["settled_at", "settled_by", "answer"])
