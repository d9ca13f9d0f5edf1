"""Save claims: new ones with their citation, changed ones without touching theirs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from accounts.models import User
from incidents.choices import ActorRelationKind
from incidents.desk.forms.assessment import AssessmentForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.claims import (
    AttributionForm,
    CasualtyForm,
    CharacteristicForm,
    LocationForm,
    OneCharacteristicForm,
    TimeForm,
    ValueForm,
    WarningForm,
)
from incidents.desk.forms.quote import QuoteForm
from incidents.desk.forms.source import NEW, SourcePickForm
from incidents.desk.forms.speaker import SpeakerForm
from incidents.desk.saving.evidence import save_actor, save_quote
from incidents.desk.saving.warnings import both_ends
from incidents.models import ActorRelation, Assertion, Incident, Source, Warning  # noqa: A004
from incidents.services.asserting import amend_claim, assert_claim
from incidents.services.citing import cite
from incidents.services.context import record_warning, warn_of
from incidents.services.inputs import Claim, Quote, TimeValue, Value, WarningGiven, WarningValue
from incidents.services.people import relate


def quote_in(actor: User, bundle: Bundle) -> Quote | None:
    """The citation that a page's forms describe."""
    return save_quote(
        actor=actor,
        source=bundle.the(SourcePickForm),
        speaker=bundle.the(SpeakerForm),
        quote=bundle.the(QuoteForm),
    )


def save_new_claims(*, actor: User, incident: Incident, bundle: Bundle) -> list[Assertion]:
    """Record every claim that the page states, each with the page's citation."""
    change, assessment = bundle.the(ChangeForm), bundle.the(AssessmentForm)
    quote = quote_in(actor, bundle)
    citations = (quote,) if quote else ()
    terms = change.terms()
    made = []
    for value in _values(actor, bundle.the(ValueForm), quote):
        claim = Claim(value=value, citations=citations, **assessment.fields_of_claim())
        made.append(assert_claim(actor=actor, incident=incident, claim=claim, **terms))
        terms = {**terms, "based_on": None}
        _tie(actor, incident, value, terms)
    _relate(actor, incident, bundle.the(ValueForm), quote, terms)
    return made


def save_claim(*, actor: User, incident: Incident, assertion: Assertion, bundle: Bundle) -> Assertion:
    """Change a claim's value and our assessment of it."""
    change, assessment = bundle.the(ChangeForm), bundle.the(AssessmentForm)
    (value,) = _values(actor, bundle.the(ValueForm), None)
    if isinstance(value, TimeValue):
        value = replace(value, reported_on=_reported_on(assertion))
    claim = Claim(value=value, **assessment.fields_of_claim())
    return amend_claim(actor=actor, incident=incident, assertion=assertion, claim=claim, **change.terms())


def _values(actor: User, form: ValueForm, quote: Quote | None) -> Iterator[Value]:
    match form:
        case CharacteristicForm():
            yield from form.values()
        case AttributionForm():
            kind = form.text("actor_kind")
            yield form.value(save_actor(actor=actor, name=form.text("actor"), kind=kind, field="actor"))
        case WarningForm():
            yield form.value(_warning(actor, form, quote))
        case TimeForm():
            yield replace(form.value(), reported_on=quote.reported_on if quote else None)
        case CasualtyForm() | LocationForm() | OneCharacteristicForm():
            yield form.value()


def _warning(actor: User, form: WarningForm, quote: Quote | None) -> Warning:
    if not form.is_new:
        return form.offered[form.text("warning")]
    people: dict[str, Any] = both_ends(actor, form)
    disclosed_by = _disclosed_by(form.text("disclosed_by"), quote)
    return record_warning(actor=actor, given=WarningGiven(**people, **form.described(), disclosed_by=disclosed_by))


def _disclosed_by(chosen: str, quote: Quote | None) -> Source | None:
    if chosen == NEW:
        return quote.source if quote else None
    return Source.objects.filter(uid=chosen).first() if chosen else None


def _tie(actor: User, incident: Incident, value: Value, terms: dict[str, Any]) -> None:
    """A warning spoken of here is a warning of this incident."""
    if isinstance(value, WarningValue) and not value.warning.incidents.filter(pk=incident.pk).exists():
        warn_of(actor=actor, incident=incident, warning=value.warning, **terms)


def _relate(actor: User, incident: Incident, form: ValueForm, quote: Quote | None, terms: dict[str, Any]) -> None:
    """Where the source says whose branch the actor is, that is on record with the same quote."""
    if not isinstance(form, AttributionForm) or not form.text("branch_of"):
        return
    named = save_actor(actor=actor, name=form.text("actor"), kind="", field="actor")
    whole = save_actor(actor=actor, name=form.text("branch_of"), kind="organisation", field="branch_of")
    branch_of = ActorRelationKind.BRANCH_OF
    if ActorRelation.objects.filter(actor=named, other=whole, kind=branch_of).exists():
        return
    relation = relate(actor=actor, named=named, other=whole, kind=branch_of)
    if quote:
        cite(actor=actor, incident=incident, target=relation, quote=quote, summary=terms["summary"])


def _reported_on(assertion: Assertion) -> Any:
    """The day against which a time in words is read again."""
    days = [citation.reported_on for citation in assertion.citations.all() if citation.reported_on]
    return min(days, default=None)
