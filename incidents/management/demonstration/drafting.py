"""An incident of the files, written down as a draft by one person."""

from django.db import transaction

from accounts.models import User
from incidents.choices import ActorKind, AssertionKind, ResolutionPolicy, ResolvedField
from incidents.management.demonstration.claims import claims, modality_of
from incidents.management.demonstration.entries import Entry, citations, uid_of
from incidents.management.demonstration.sentences import evidence
from incidents.management.demonstration.shelf import Shelf
from incidents.management.demonstration.words import conveyed, day
from incidents.models import Assertion, Incident, Statement
from incidents.services.asserting import assert_claims
from incidents.services.context import record_warning, state, warn_of
from incidents.services.deciding import Choice, resolve_field
from incidents.services.inputs import Claim, Description, Quote, WarningGiven, WarningValue
from incidents.services.logging import log_incident, summarise


@transaction.atomic
def draft(entry: Entry, shelf: Shelf, *, author: User, parent: Incident | None = None) -> Incident:
    """Log an incident with all its entry says; it stays a draft."""
    described = _description(entry, shelf)
    incident = log_incident(actor=author, description=described, parent=parent, demonstration=True, uid=uid_of(entry))
    assert_claims(actor=author, incident=incident, claims=claims(entry, shelf))
    for warning in entry.get("warnings", []):
        _warn(incident, warning, shelf, author)
    for one in entry.get("statements", []):
        statement = Statement(
            speaker=shelf.speaker(one["speaker"]), made_on=day(one.get("date")), paraphrase=one["paraphrase"]
        )
        quotes = tuple(shelf.quote(citation) for citation in citations(one))
        state(actor=author, incident=incident, statement=statement, citations=quotes)
    for field, decision in entry.get("resolve", {}).items():
        _choose(incident, field, decision["reason"], author)
    if sentences := _sentences(entry, shelf):
        summarise(actor=author, incident=incident, sentences=sentences)
    return incident


def _description(entry: Entry, shelf: Shelf) -> Description:
    criteria = entry.get("criteria", {})
    named = [shelf.named(one["actor"]) for one in entry.get("attributions", [])]
    return Description(
        title=entry["title"],
        graphic=False,
        personal_data=any(actor.kind == ActorKind.PERSON for actor in named),
        criterion_goal=criteria.get("goal"),
        criterion_message=criteria.get("message"),
        criterion_outside_war=criteria.get("outside_warfare"),
        doubt_terrorism=criteria.get("doubt"),
        alternative=criteria.get("alternative", ""),
        desk_note=entry.get("work_note", ""),
    )


def _warn(incident: Incident, entry: Entry, shelf: Shelf, author: User) -> None:
    earliest, latest, precision = conveyed(entry["conveyed"])
    given = WarningGiven(
        warner=shelf.named(entry["warner"]),
        recipient=shelf.named(entry["recipient"]),
        basis=entry["basis"],
        basis_wording=entry["basis_wording"],
        conveyed_earliest=earliest,
        conveyed_latest=latest,
        conveyed_precision=precision,
        channel=entry["channel"],
        specificity=entry["specificity"],
        disclosed_on=day(entry["disclosed"]["on"]),
        disclosed_by=shelf.source(entry["disclosed"]["source"]),
        outcome=entry["outcome"],
    )
    warning = record_warning(actor=author, given=given)
    warn_of(actor=author, incident=incident, warning=warning)
    said = []
    for one in entry["statements"]:
        quotes = tuple(shelf.quote(citation) for citation in citations(one))
        value = WarningValue(warning=warning, aspect=one["aspect"], paraphrase=one["text"])
        said.append(Claim(value=value, citations=quotes, polarity=one["polarity"], modality=modality_of(quotes)))
    assert_claims(actor=author, incident=incident, claims=said)


def _choose(incident: Incident, field: str, reason: str, author: User) -> None:
    """Rest a toll on the recommended figures, for the reason that the entry gives."""
    grounds = Assertion.objects.filter(incident=incident, kind=AssertionKind.CASUALTY).recommended()
    choice = Choice(
        field=ResolvedField(field),
        policy=ResolutionPolicy.EDITORS_CHOICE,
        reason=reason,
        assertions=list(grounds.filter(casualty__measure=field)),
    )
    resolve_field(actor=author, incident=incident, choice=choice)


def _sentences(entry: Entry, shelf: Shelf) -> list[tuple[str, tuple[Quote, ...]]]:
    """The summary, each sentence with its citations."""
    return [
        (sentence["text"], tuple(shelf.quote(one) for one in evidence(sentence, entry)))
        for sentence in entry.get("summary", [])
    ]
