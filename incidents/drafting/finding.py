"""What a program names, found among what the owner of its key may see. Hidden and absent are refused alike."""

import re
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import (
    Assertion,
    Citation,
    Incident,
    IncidentLink,
    Place,
    Source,
    Speaker,
    Statement,
    Warning,  # noqa: A004
)
from incidents.policies import may_read_source
from incidents.rules.refusals import RefusedError
from incidents.selectors.citations import citations_of
from incidents.selectors.clearance import require_known
from incidents.selectors.entries import living
from incidents.services.readings import note_readings_in

PUBLIC_ID: Final = re.compile(r"INC-[0-9]{4}-[0-9]{6}")


def find_draft(person: User, name: str) -> Incident:
    """The incident at an address, by its id or by its permanent id.

    Raises:
        Http404: there is none, or none that this person may see.
    """
    found = named(Incident.objects.visible_to(person), name).select_related("parent").first()
    if found is None:
        raise Http404
    note_readings_in(actor=person, incident=found)
    return found


def find_other(person: User, name: str, field: str) -> Incident:
    """The incident that a field names, in the same way.

    Raises:
        RefusedError: there is none, or none that this person may see.
    """
    found = named(Incident.objects.visible_to(person), name).first()
    if found is None:
        raise RefusedError(_("There is no incident of this id that you may see."), field=field)
    return found


def named(incidents: QuerySet[Incident], name: str) -> QuerySet[Incident]:
    """Those of an id or a permanent id."""
    if PUBLIC_ID.fullmatch(name):
        return incidents.filter(public_id=name)
    uid = as_uuid(name)
    return incidents.filter(uid=uid) if uid else incidents.none()


def as_uuid(name: str) -> UUID | None:
    """A text as a UUID; None where it is none."""
    try:
        return UUID(name)
    except ValueError:
        return None


def child_of(children: QuerySet[Any], **of: Any) -> Any:
    """Something of a draft that an address names.

    Raises:
        Http404: there is none.
    """
    found = children.filter(**of).first()
    if found is None:
        raise Http404
    return found


def find_claim(person: User, incident: Incident, uid: UUID) -> Assertion:
    """A claim that an address names, with its value and evidence.

    Raises:
        Http404: there is none.
        NotAllowedError: it rests on confidential sources alone that this person may not see.
    """
    held = Assertion.objects.filter(incident=incident, uid=uid)
    require_known(person, held)
    found: Assertion = child_of(held.with_values().with_evidence())
    return found


def find_older(person: User, incident: Incident, uid: UUID) -> Assertion:
    """The claim that a field names.

    Raises:
        RefusedError: there is none.
        NotAllowedError: it rests on confidential sources alone that this person may not see.
    """
    try:
        return find_claim(person, incident, uid)
    except Http404 as nothing:
        raise RefusedError(_("There is no claim of this id in this draft."), field="older") from nothing


def find_citation(person: User, incident: Incident, uid: UUID) -> Citation:
    """A citation that an address names.

    Raises:
        Http404: there is none.
        NotAllowedError: it is to a confidential source that this person may not see.
    """
    held = Citation.objects.filter(citations_of(incident)).select_related("source__publisher", "speaker")
    found: Citation = child_of(held, uid=uid)
    may_read_source(person, found.source).require()
    return found


def find_statement(person: User, incident: Incident, uid: UUID) -> Statement:
    """A reaction that an address names.

    Raises:
        Http404: there is none.
        NotAllowedError: it rests on confidential sources alone that this person may not see.
    """
    held = Statement.objects.filter(incident=incident, uid=uid)
    require_known(person, held)
    found: Statement = child_of(held)
    return found


def find_link(person: User, incident: Incident, pk: int) -> IncidentLink:
    """A link that an address names.

    Raises:
        Http404: there is none.
        NotAllowedError: it rests on confidential sources alone that this person may not see.
    """
    held = IncidentLink.objects.filter(incident=incident, pk=pk)
    require_known(person, held)
    found: IncidentLink = child_of(held)
    return found


def find_source(person: User, uid: UUID, field: str = "source") -> Source:
    """The source that a field names.

    Raises:
        RefusedError: there is none, or none that this person may see.
    """
    found = Source.objects.readable_by(person).select_related("publisher").filter(uid=uid).first()
    if found is None:
        raise RefusedError(_("There is no source of this id that you may see."), field=field)
    return found


def find_speaker(heard: list[Speaker], uid: UUID) -> Speaker:
    """The speaker that a field names, among those who are heard in a draft.

    Raises:
        RefusedError: nobody of this id is.
    """
    found = next((one for one in heard if one.uid == uid), None)
    if found is None:
        raise RefusedError(_("Nobody of this id is heard in this draft. Describe who speaks."), field="speaker.id")
    return found


def find_warning(warnings: QuerySet[Warning], uid: UUID) -> Warning:
    """The warning that a field names, among those of a draft.

    Raises:
        RefusedError: there is none.
    """
    found = warnings.filter(uid=uid).first()
    if found is None:
        raise RefusedError(_("There is no warning of this id in this draft."), field="value.warning")
    return found


def find_place(pk: int) -> Place:
    """The place that a field names or, after a merge, what it was merged into.

    Raises:
        RefusedError: there is none.
    """
    found = Place.objects.filter(pk=pk).first()
    if found is None:
        raise RefusedError(_("There is no place of this id. Look for it by name at places/."), field="value.place")
    return living(found)
