"""Incidents that a report may be of, as the page that asks shows them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import AttackType, CharacteristicKind, ProposalKind, ResolvedField
from incidents.desk.forms.matching import CandidateForm
from incidents.desk.presenters.incident import value_in_words
from incidents.models import Capture, Incident, Resolution
from incidents.rules.proposals import Proposal
from incidents.selectors.duplicates import Candidate


def candidate_row(
    candidate: Candidate, form: CandidateForm, capture: Capture, person: User, told: list[Resolution]
) -> dict[str, Any]:
    """One candidate: what it is, as far as it may be told (``told``), why it may be the same, and the ways on."""
    incident = candidate.incident
    editable = policies.may_edit(person, incident)
    return {
        "title": incident.title,
        "state": incident.get_state_display(),
        "public_id": incident.public_id or "",
        "url": reverse("desk:incident", kwargs={"uid": incident.uid}),
        "facts": [_fact(one) for one in told],
        "reasons": candidate.likeness.reasons,
        "against": candidate.likeness.against,
        "add_url": _add_url(incident, capture, person),
        "parts": [_part(one, capture, person) for one in candidate.family],
        "whole": all(one.parent_id == incident.pk for one in candidate.family),
        "why_not": editable.sentence,
        "form": form,
    }


def _part(incident: Incident, capture: Capture, person: User) -> dict[str, str]:
    """Another incident of one attack, named in the place that they share."""
    page = reverse("desk:incident", kwargs={"uid": incident.uid})
    return {"title": incident.title, "url": page, "add_url": _add_url(incident, capture, person)}


def _add_url(incident: Incident, capture: Capture, person: User) -> str:
    """The way to add the source to an incident; "" for somebody who may not."""
    at = {"uid": incident.uid, "source": capture.source.uid, "sha256": capture.sha256}
    return reverse("desk:proposals", kwargs=at) if policies.may_edit(person, incident) else ""


def suggested_title(proposals: list[Proposal]) -> str:
    """A neutral title from what the report seems to say: the kind of attack and the place; "" without a place."""
    own = [one for one in proposals if not one.background]
    place = next((str(one.value["name"]) for one in own if one.kind == ProposalKind.PLACE), "")
    if not place:
        return ""
    codes = [
        str(one.value["code"])
        for one in own
        if one.kind == ProposalKind.CHARACTERISTIC and one.value["characteristic"] == CharacteristicKind.ATTACK_TYPE
    ]
    kind = str(AttackType(codes[0]).label) if codes else _("Attack")
    return _("%(kind)s in %(place)s") % {"kind": kind, "place": place}


def _fact(one: Resolution) -> str:
    """A value, with its name where it is a bare number."""
    value = value_in_words(one)
    return _("%(number)s killed") % {"number": value} if one.field == ResolvedField.KILLED else value
