"""The forms of a claim's page, built from what was sent and what is on record."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from accounts.models import User
from incidents.choices import AssertionKind
from incidents.desk.forms.assessment import AssessmentForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.claims import FORMS, LocationForm, OneCharacteristicForm, ValueForm, WarningForm
from incidents.desk.forms.context import LinkForm
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.quote import QuoteForm
from incidents.desk.forms.source import SourcePickForm, choice_of
from incidents.desk.forms.speaker import SpeakerForm
from incidents.desk.prefill import Prefill, initial_of
from incidents.desk.reads.evidence import actor_names, publisher_names, search_sources, sources_of, speakers_of
from incidents.desk.reads.warnings import known_warnings
from incidents.desk.timezones import zone_names
from incidents.models import Assertion, Incident, Place, Source
from incidents.selectors.clearance import untold_to
from incidents.selectors.gazetteer import search_places


def evidence_forms(
    data: QueryDict | None,
    incident: Incident,
    person: User,
    *,
    optional: bool = False,
    speaker_required: bool = False,
    cited: Source | None = None,
) -> dict[str, DeskForm]:
    """The three forms of a new citation; ``cited`` is offered first, whether the incident cites it already or not."""
    known = sources_of(incident, person)
    known = [cited, *(one for one in known if one != cited)] if cited else known
    found = [source for source in sources_found(data, person) if source not in known]
    return {
        "source": SourcePickForm(data, known=known, found=found, optional=optional),
        "speaker": SpeakerForm(data, known=speakers_of(incident, person), required=speaker_required),
        "quote": QuoteForm(data, optional=optional),
    }


def sources_found(data: QueryDict | None, person: User) -> list[Source]:
    """What the search inside the form finds."""
    return search_sources(data.get("source_query", "").replace("\x00", ""), person) if data else []


def new_claim_forms(
    data: QueryDict | None,
    incident: Incident,
    person: User,
    kind: AssertionKind,
    *,
    prefill: Prefill | None = None,
    repeated: dict[str, Any] | None = None,
) -> Bundle:
    """The forms of a new claim, filled in from a text where there is one, or cited like the claim before it."""
    value = FORMS[kind].of(data, incident=incident, assertion=None)
    evidence = evidence_forms(data, incident, person, cited=prefill.capture.source if prefill else None)
    assessment = AssessmentForm.of(data, None)
    held = initial_of(prefill, speakers_of(incident, person)) if prefill else repeated or {}
    fill_in([value, assessment, *evidence.values()], held)
    known = [source for form in evidence.values() if isinstance(form, SourcePickForm) for source in form.known]
    _offer(value, data, known, person)
    return Bundle(
        value=value,
        **evidence,
        assessment=assessment,
        change=ChangeForm(data, incident=incident),
    )


def fill_in(forms: Iterable[DeskForm], held: dict[str, Any]) -> None:
    """Put words in the fields of these names; they are judged when they are sent, like whatever is typed."""
    for form in forms:
        form.initial.update({name: value for name, value in held.items() if name in form.fields})


def claim_forms(data: QueryDict | None, incident: Incident, person: User, assertion: Assertion) -> Bundle:
    """The forms of a claim on record; its citations have pages of their own."""
    value: ValueForm
    if assertion.kind == AssertionKind.CHARACTERISTIC:
        one = OneCharacteristicForm.of(data, incident=incident, assertion=assertion)
        one.restrict(assertion.characteristic.kind)
        value = one
    else:
        value = FORMS[AssertionKind(assertion.kind)].of(data, incident=incident, assertion=assertion)
        known = sources_of(incident, person) if assertion.kind == AssertionKind.WARNING else []
        _offer(value, data, known, person)
    return Bundle(
        value=value, assessment=AssessmentForm.of(data, assertion), change=ChangeForm(data, incident=incident)
    )


def comes_back_with_choices(bundle: Bundle, action: str) -> bool:
    """Whether something was searched for, so that the page comes back as typed, at the list to choose from.

    Enter saves from wherever it is pressed; with a name typed and nothing chosen, it searches.
    """
    where = next((at for form in bundle if (at := _choice_in(form, action))), None)
    if not action or where is None:
        return False
    bundle.as_typed()
    form, name = where
    form.point_at(name)
    return True


def _choice_in(form: DeskForm, action: str) -> tuple[DeskForm, str] | None:
    """The form and field at which the page opens, where this form was searched."""
    if isinstance(form, LocationForm) and (action == "find_place" or form.awaits_choice):
        return form, "place" if form.offered else "place_query"
    if isinstance(form, LinkForm) and (action == "find_incident" or form.awaits_choice):
        return form, "other" if form.offered else "other_query"
    if isinstance(form, SourcePickForm) and action == "find_source":
        return form, "source_query" if form.nothing_found else "source"
    return None


def suggestions(kind: str) -> dict[str, Any]:
    """What the page's inputs suggest while one types."""
    return {
        "actor_names": actor_names(),
        "publisher_names": publisher_names(),
        "timezone_names": zone_names() if kind == AssertionKind.TIME else [],
    }


def _offer(value: ValueForm, data: QueryDict | None, sources: list[Source], person: User) -> None:
    """Put in the form's lists what there is to choose from."""
    if isinstance(value, LocationForm):
        found = search_places(value.typed("place_query").replace("\x00", "")) if data else []
        value.offer(found, _chosen_apart(value.typed("place"), found))
    elif isinstance(value, WarningForm):
        warnings = list(known_warnings(value.incident, untold_to(person)))
        value.offer(warnings, [choice_of(source) for source in sources])


def _chosen_apart(chosen: str, found: list[Place]) -> list[Place]:
    """The place chosen before, where the name that is typed now does not find it."""
    if not (chosen.isascii() and chosen.isdigit()) or any(str(place.pk) == chosen for place in found):
        return []
    return list(Place.objects.select_related("parent").filter(pk=chosen))
