"""Write resolutions and the incident's resolved columns."""

from collections.abc import Callable
from typing import Any, Final

import pghistory
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import AssertionKind, CharacteristicKind, ResolutionPolicy, ResolvedField
from incidents.models import Assertion, Incident, Resolution
from incidents.rules.refusals import RefusedError
from incidents.selectors.attribution import state_of
from incidents.selectors.origins import origins_of
from incidents.services.resolution.values import Decision, codes, occurred, persons, place

CODE_FIELDS: Final = {
    ResolvedField.ATTACK_TYPES: CharacteristicKind.ATTACK_TYPE,
    ResolvedField.WEAPON_TYPES: CharacteristicKind.WEAPON_TYPE,
    ResolvedField.TARGET_TYPES: CharacteristicKind.TARGET_TYPE,
    ResolvedField.TACTICS: CharacteristicKind.TACTIC,
}

Decide = Callable[[list[Assertion], str | None], Decision | None]

DECIDERS: Final[dict[ResolvedField, Decide]] = {
    ResolvedField.OCCURRED: occurred,
    ResolvedField.PLACE: place,
    ResolvedField.KILLED: lambda assertions, policy: persons("killed", assertions, policy),
    ResolvedField.WOUNDED: lambda assertions, policy: persons("wounded", assertions, policy),
}


def resolve_incident(incident: Incident, *, actor: User) -> None:
    """Decide every field anew from the recommended assertions: by the policy an editor chose, else by their number."""
    standing = list(Assertion.objects.filter(incident=incident).standing().with_values().with_evidence())
    assertions = [one for one in standing if one.is_recommended]
    known = {one.field: one for one in incident.resolutions.prefetch_related("assertions")}
    with translation.override("en"):  # the record's words do not depend on who resolved them
        decisions = {field: _decide(field, assertions, known.get(field)) for field in ResolvedField}
    for field, decision in decisions.items():
        _write(incident, field, decision, known.get(field), actor)
        _set_columns(incident, field, decision)
    incident.attribution_state = state_of(incident, standing)
    incident.has_warning = any(one.kind == AssertionKind.WARNING for one in standing)
    incident.origin_count = max(origins_of(assertions, public=False).values(), default=0)
    incident.save(update_fields=COLUMNS)


@transaction.atomic
def choose(
    *, actor: User, incident: Incident, field: str, policy: str, reason: str, assertions: list[Assertion]
) -> None:
    """Decide a field by a policy of the editor's choosing; ``assertions`` are those that an editor's choice rests on.

    Called while the incident is held (``services.editing``), whose end resolves the other fields.

    Raises:
        RefusedError: no reason, or nothing to rest on.
    """
    if not reason.strip() or not assertions:
        raise RefusedError(_("Choose the claims that the value rests on, and say why."), field="reason")
    with pghistory.context(user=actor.pk, verb="choose"):
        resolution, _created = Resolution.objects.update_or_create(
            incident=incident,
            field=field,
            defaults={"policy": policy, "reason": reason.strip(), "value": {}, "resolved_by": actor},
        )
        resolution.assertions.set(assertions)


def _decide(field: ResolvedField, assertions: list[Assertion], chosen: Resolution | None) -> Decision | None:
    """The editor's policy, where there is one, applied to what stands now."""
    policy, candidates = None, assertions
    if chosen and chosen.policy == ResolutionPolicy.EDITORS_CHOICE:
        picked = {assertion.pk for assertion in chosen.assertions.all()}
        candidates = [assertion for assertion in assertions if assertion.pk in picked] or assertions
    if chosen and chosen.policy not in {ResolutionPolicy.SINGLE_SOURCE, ResolutionPolicy.RANGE_OF_RECOMMENDED}:
        policy = chosen.policy
    if field in CODE_FIELDS:
        return codes(CODE_FIELDS[field], candidates)
    decision = DECIDERS[field](candidates, policy)
    if decision and chosen and decision.policy == chosen.policy == ResolutionPolicy.EDITORS_CHOICE:
        return decision.because(chosen.reason)
    return decision


def _write(
    incident: Incident, field: ResolvedField, decision: Decision | None, known: Resolution | None, actor: User
) -> None:
    """Write down what differs from the resolution that is ``known``."""
    if decision is None:
        if known:
            known.delete()
        return
    values = {"value": decision.value, "policy": decision.policy, "reason": decision.reason}
    if known is None:
        known = Resolution.objects.create(incident=incident, field=field, resolved_by=actor, **values)
    elif any(getattr(known, name) != value for name, value in values.items()):
        Resolution.objects.filter(pk=known.pk).update(resolved_by=actor, **values)
    if {one.pk for one in decision.grounds} != {one.pk for one in known.assertions.all()}:
        known.assertions.set(decision.grounds)


def _set_columns(incident: Incident, field: ResolvedField, decision: Decision | None) -> None:
    columns: dict[str, Any] = decision.columns if decision else EMPTY[field]
    for name, value in columns.items():
        setattr(incident, name, value)


EMPTY: Final[dict[ResolvedField, dict[str, Any]]] = {
    ResolvedField.OCCURRED: {"occurred_earliest": None, "occurred_latest": None, "occurred_precision": ""},
    ResolvedField.PLACE: {
        "place": None,
        "point": None,
        "place_precision": "",
        "uncertainty_m": None,
        "country_code": "",
        "province_code": "",
    },
    ResolvedField.KILLED: {"killed_low": None, "killed_best": None, "killed_high": None},
    ResolvedField.WOUNDED: {"wounded_low": None, "wounded_best": None, "wounded_high": None},
    **{field: {field.value: []} for field in CODE_FIELDS},
}

COLUMNS: Final = [
    *(name for columns in EMPTY.values() for name in columns),
    "attribution_state",
    "has_warning",
    "origin_count",
]
