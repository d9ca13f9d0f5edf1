"""The forms of a claim's page, built from what was sent and what is on record."""

from typing import Any

from django.http import QueryDict

from accounts.access import PersonRequest
from incidents.choices import AssertionKind
from incidents.desk.forms.assessment import AssessmentForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.claims import FORMS, LocationForm, OneCharacteristicForm, ValueForm, WarningForm
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.quote import QuoteForm
from incidents.desk.forms.source import SourcePickForm, choice_of
from incidents.desk.forms.speaker import SpeakerForm
from incidents.desk.pages import sent
from incidents.desk.reads.evidence import actor_names, publisher_names, search_sources, sources_of, speakers_of
from incidents.desk.timezones import zone_names
from incidents.models import Assertion, Incident, Place, Source, Warning  # noqa: A004
from incidents.selectors.gazetteer import search_places


def evidence_forms(
    data: QueryDict | None, incident: Incident, *, optional: bool = False, speaker_required: bool = False
) -> dict[str, DeskForm]:
    """The three forms of a new citation."""
    known = sources_of(incident)
    found = [source for source in sources_found(data) if source not in known]
    return {
        "source": SourcePickForm(data, known=known, found=found, optional=optional),
        "speaker": SpeakerForm(data, known=speakers_of(incident), required=speaker_required),
        "quote": QuoteForm(data, optional=optional),
    }


def sources_found(data: QueryDict | None) -> list[Source]:
    """What the search inside the form finds."""
    return search_sources(data.get("source_query", "").replace("\x00", "")) if data else []


def new_claim_forms(request: PersonRequest, incident: Incident, kind: AssertionKind) -> Bundle:
    """The forms of a new claim."""
    data = sent(request)
    value = FORMS[kind].of(data, incident=incident, assertion=None)
    evidence = evidence_forms(data, incident)
    known = [source for form in evidence.values() if isinstance(form, SourcePickForm) for source in form.known]
    _offer(value, data, known)
    return Bundle(
        value=value,
        **evidence,
        assessment=AssessmentForm.of(data, None),
        change=ChangeForm(data, incident=incident),
    )


def claim_forms(request: PersonRequest, incident: Incident, assertion: Assertion) -> Bundle:
    """The forms of a claim on record; its citations have pages of their own."""
    data = sent(request)
    value: ValueForm
    if assertion.kind == AssertionKind.CHARACTERISTIC:
        one = OneCharacteristicForm.of(data, incident=incident, assertion=assertion)
        one.restrict(assertion.characteristic.kind)
        value = one
    else:
        value = FORMS[AssertionKind(assertion.kind)].of(data, incident=incident, assertion=assertion)
        _offer(value, data, sources_of(incident) if assertion.kind == AssertionKind.WARNING else [])
    return Bundle(
        value=value, assessment=AssessmentForm.of(data, assertion), change=ChangeForm(data, incident=incident)
    )


def suggestions(kind: str) -> dict[str, Any]:
    """What the page's inputs suggest while one types."""
    return {
        "actor_names": actor_names(),
        "publisher_names": publisher_names(),
        "timezone_names": zone_names() if kind == AssertionKind.TIME else [],
    }


def _offer(value: ValueForm, data: QueryDict | None, sources: list[Source]) -> None:
    """Put in the form's lists what there is to choose from."""
    if isinstance(value, LocationForm):
        value.offer(_places(value, data))
    elif isinstance(value, WarningForm):
        warnings = Warning.objects.filter(incidents=value.incident).select_related("warner", "recipient")
        value.offer(list(warnings), [choice_of(source) for source in sources])


def _places(value: LocationForm, data: QueryDict | None) -> list[Place]:
    """What the name typed finds, and the place chosen before."""
    query = value.typed("place_query").replace("\x00", "") if data else ""
    found = search_places(query)
    chosen = value.typed("place")
    if chosen.isascii() and chosen.isdigit() and all(str(place.pk) != chosen for place in found):
        found = [*Place.objects.select_related("parent").filter(pk=chosen), *found]
    return found
