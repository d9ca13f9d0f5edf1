"""Which value the public sees, decided against the usual policy; and signed exceptions from a gate."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import AssertionKind, GateKey, ResolutionPolicy, ResolvedField
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.deciding import ValueChoiceForm
from incidents.desk.forms.incident import ReasonForm
from incidents.desk.pages import address, desk_page, find_incident, find_to_edit, form_page, sent
from incidents.models import Assertion, Incident
from incidents.querysets.assertion import AssertionQuerySet
from incidents.selectors.clearance import require_known
from incidents.selectors.content.claims import value_of
from incidents.selectors.gates import WAIVABLE
from incidents.services.deciding import Choice, resolve_field
from incidents.services.reviewing import waive

KINDS = {
    ResolvedField.OCCURRED: AssertionKind.TIME,
    ResolvedField.PLACE: AssertionKind.LOCATION,
    ResolvedField.KILLED: AssertionKind.CASUALTY,
    ResolvedField.WOUNDED: AssertionKind.CASUALTY,
}


@desk_page("GET", "POST")
def value(request: PersonRequest, uid: UUID, field: str) -> HttpResponseBase:
    """The policy, the claims it rests on and the reason."""
    if field not in KINDS:
        raise Http404
    asked = ResolvedField(field)
    incident = find_to_edit(request, uid)
    candidates = _candidates(incident, asked)
    require_known(request.user, candidates)

    def build(data: QueryDict | None) -> Bundle:
        offered = [(str(one.uid), value_of(one)[0]) for one in candidates.all()]
        form = ValueChoiceForm(data, offered=offered, initial=_initial(incident, asked))
        return Bundle(value=form, change=ChangeForm(data, incident=incident))

    def save() -> None:
        form, claims = edit.bundle.the(ValueChoiceForm), {str(one.uid): one for one in candidates.all()}
        ticked = [claims[name] for name in form.cleaned_data["claims"]]
        policy = ResolutionPolicy(form.text("policy"))
        grounds = ticked if policy == ResolutionPolicy.EDITORS_CHOICE else list(claims.values())
        choice = Choice(field=asked, policy=policy, reason=form.text("reason"), assertions=grounds)
        resolve_field(actor=request.user, incident=incident, choice=choice, **edit.terms)

    edit = Edit(request=request, incident=incident, build=build)
    if edit.saves(save):
        messages.success(request, _("Decided."))
        return redirect(address(incident, "values"))
    title = _("Decide: %(field)s") % {"field": asked.label.lower()}
    return form_page(request, "desk/value.html", edit.bundle, title=title, incident=incident)


def _candidates(incident: Incident, field: ResolvedField) -> AssertionQuerySet:
    found = Assertion.objects.filter(incident=incident, kind=KINDS[field]).recommended().with_values()
    if KINDS[field] == AssertionKind.CASUALTY:
        found = found.filter(casualty__measure=field.value)
    return found


def _initial(incident: Incident, field: ResolvedField) -> dict[str, object]:
    resolution = incident.resolutions.filter(field=field).prefetch_related("assertions").first()
    if resolution is None:
        return {}
    return {
        "policy": resolution.policy,
        "claims": [str(one.uid) for one in resolution.assertions.all()],
        "reason": resolution.reason if resolution.policy == ResolutionPolicy.EDITORS_CHOICE else "",
    }


@desk_page("GET", "POST")
def sign_waiver(request: PersonRequest, uid: UUID, gate: str) -> HttpResponseBase:
    """A signed, public exception from one gate."""
    if gate not in WAIVABLE:
        raise Http404
    incident = find_incident(request, uid)
    policies.may_waive(request.user, incident).require()
    form = ReasonForm.asking(sent(request), hint=_("Published with the incident: readers see it."))
    bundle = Bundle(reason=form)

    def save() -> None:
        waive(actor=request.user, incident=incident, gate=gate, reason=form.text("reason"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The exception is signed."))
        return redirect(address(incident, "checks"))
    title = _("Sign an exception: %(gate)s") % {"gate": GateKey(gate).label}
    return form_page(
        request, "desk/reason.html", bundle, incident=incident, title=title, action=_("Sign the exception")
    )
