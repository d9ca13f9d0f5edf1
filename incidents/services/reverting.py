"""Take an incident back to what one of its versions said, as one pending change."""

from datetime import date, datetime
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import Verification
from incidents.models import Actor, Assertion, Incident, Version
from incidents.rules.refusals import RefusedError
from incidents.selectors.content import public_content
from incidents.selectors.content.claims import public_citations
from incidents.services.editing import editing

CRITERIA: Final = {
    "criterion_goal": "goal",
    "criterion_message": "message",
    "criterion_outside_war": "outside_war",
    "doubt_terrorism": "doubt_terrorism",
    "alternative": "alternative",
}
SAID: Final = ("polarity", "modality", "credibility", "confidence", "rationale", "role")
VALUES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "casualty": (
        "casualty",
        {name: name for name in ("measure", "population", "attackers_included", "verbatim", "quantifier", "scope")}
        | {"low": "low", "best": "best", "high": "high", "bound_rule": "rule", "as_of": "as_of"},
    ),
    "attribution": (
        "attribution",
        {"actor": "actor", "kind": "ground"} | {one: one for one in ("role", "claim_channel", "confidence_words")},
    ),
    "time": ("time", {one: one for one in ("edtf", "earliest", "latest", "precision", "timezone", "verbatim")}),
    "characteristic": ("characteristic", {"kind": "characteristic", "value": "code", "detail": "detail"}),
    "warning": ("warning_statement", {"aspect": "aspect", "paraphrase": "paraphrase"}),
}
"""The typed child of each kind and, by its column, the key of the document. A location is compared and never rewritten:
the document holds its place by name only."""

COMPARED: Final = ("summary", "statements", "links", "warnings", "claims", "place")


def revert(*, actor: User, incident: Incident, number: int, reason: str) -> list[str]:
    """Make what a version said the pending change: title, flags, and which claims stand, in which words.

    Claims recorded since are withdrawn, those withdrawn since are reinstated, changed ones say again what they said;
    claims that were never public stay as they are. Nothing is deleted, and somebody else must approve it. Returns the
    parts that an editor has still to put back by hand, because something of them was removed since.

    Raises:
        NotAllowedError, RefusedError: see ``editing``; or there is no such version, or it is a tombstone.
    """
    version = Version.objects.filter(public_id=incident.public_id, number=number).first()
    if version is None or not version.content["schema"].startswith("attest-incident/"):
        raise RefusedError(_("There is no version %(number)s to go back to.") % {"number": number})
    with editing(actor=actor, incident=incident, verb="revert", summary=reason) as held:
        _describe(held, version.content)
        wanted = {claim["id"]: claim for claim in version.content["claims"]}
        for assertion in Assertion.objects.filter(incident=held).with_values().with_evidence():
            if public_citations(assertion.citations.all(), {}):
                _restore(assertion, wanted.get(str(assertion.uid)))
    now = public_content(incident)
    return [part for part in COMPARED if _core(now[part]) != _core(version.content[part])]


def _describe(held: Incident, content: dict[str, Any]) -> None:
    held.title = content["title"]
    held.graphic, held.personal_data = content["sensitivity"]["graphic"], content["sensitivity"]["personal_data"]
    for column, key in CRITERIA.items():
        setattr(held, column, content["criteria"][key])
    held.full_clean()
    held.save(update_fields=["title", "graphic", "personal_data", *CRITERIA, "changed_at"])


def _restore(assertion: Assertion, claim: dict[str, Any] | None) -> None:
    """Let a claim say again what it said; one that was not there then is withdrawn."""
    if claim is None:
        assertion.verification, assertion.verification_reason = Verification.WITHDRAWN, ""
        assertion.save(update_fields=["verification", "verification_reason"])
        return
    for name in SAID:
        setattr(assertion, name, claim[name])
    reason = claim.get("verification_reason", "")
    taken_back = claim["verification"] == Verification.WITHDRAWN
    assertion.verification = claim["verification"] if reason or taken_back else Verification.UNREVIEWED
    assertion.verification_reason = reason
    assertion.supersedes = Assertion.objects.filter(uid=claim["supersedes"]).first() if claim["supersedes"] else None
    assertion.full_clean()
    assertion.save()
    if assertion.kind in VALUES:
        child, columns = VALUES[assertion.kind]
        _rewrite(getattr(assertion, child), {column: claim["value"][key] for column, key in columns.items()})


def _rewrite(child: models.Model, values: dict[str, Any]) -> None:
    for column, value in values.items():
        setattr(child, column, READ.get(column, _as_it_is)(value))
    child.full_clean(validate_unique=False)
    child.save()


def _as_it_is(value: Any) -> Any:
    return value


READ: Final[dict[str, Any]] = {
    "actor": lambda slug: Actor.objects.get(slug=slug),
    "as_of": lambda day: date.fromisoformat(day) if day else None,
    "earliest": datetime.fromisoformat,
    "latest": datetime.fromisoformat,
}
"""How a column is read from JSON, where it is not what stands there."""


def _core(part: Any) -> Any:
    """A part without what is computed anew whenever it is looked at."""
    computed = {"verification", "verification_computed", "origins", "origin_groups", "anchor", "standing", "why"}
    if isinstance(part, dict):
        return {key: _core(value) for key, value in part.items() if key not in computed}
    return [_core(one) for one in part] if isinstance(part, list) else part
