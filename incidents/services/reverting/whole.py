"""The whole of a revert, in its order, and what of the version is still not said again."""

from collections.abc import Iterable
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import Assertion, Incident, Publication, Resolution, Version
from incidents.rules.refusals import RefusedError
from incidents.selectors.content import public_content
from incidents.selectors.past import Past
from incidents.services.editing import editing
from incidents.services.resolution import choose
from incidents.services.reverting.citations import CitationsBack
from incidents.services.reverting.claims import claims_back
from incidents.services.reverting.context import links_back, statements_back, summary_back, warnings_back
from incidents.services.reverting.rows import copy_columns
from incidents.services.writing import write

DESCRIBED: Final = (
    "title",
    "parent_id",
    "graphic",
    "personal_data",
    "criterion_goal",
    "criterion_message",
    "criterion_outside_war",
    "doubt_terrorism",
    "alternative",
)
"""What the incident's own row says in public."""

NOT_COMPARED: Final = frozenset({"schema", "family", "origins"})
COMPUTED: Final = frozenset(
    {
        "verification",
        "verification_computed",
        "origins",
        "origin_groups",
        "anchor",
        "standing",
        "captures",
        "reliability",
        "reliability_text",
        "reliability_reason",
        "reliability_since",
    }
)
"""Keys of parts that are computed anew whenever the document is, or say what became of a source since."""


def revert(*, actor: User, incident: Incident, number: int, reason: str) -> list[str]:
    """Make what a version said the pending change, with everything public that it held.

    Claims, citations, reactions, links and sentences recorded since are taken back, removed ones come back as the same
    rows, changed ones say again what they said; what was never public stays as it is. Nothing is deleted from history,
    and somebody else must approve it. Returns the parts of the document that are not what they were: something there
    cannot come back, because its source is confidential now, or it belongs to another incident since.

    Raises:
        NotAllowedError, RefusedError: see ``editing``; or there is no such version, or it is a tombstone.
    """
    version = Version.objects.filter(public_id=incident.public_id, number=number).first()
    published = Publication.objects.filter(incident=incident, number=number).first()
    if version is None or published is None or not version.content["schema"].startswith("attest-incident/"):
        raise RefusedError(_("There is no version %(number)s to go back to.") % {"number": number})
    content, past = version.content, Past(incident, published.revision)
    with editing(actor=actor, incident=incident, verb="revert", summary=reason) as held:
        citations = CitationsBack(actor, held, past)
        _describe(held, past)
        claims_back(held, past, content["claims"], citations)
        statements_back(held, past, content["statements"], citations)
        links_back(held, past, content["links"], citations)
        summary_back(held, past, content["summary"], citations)
        warnings_back(held, content["warnings"])
        _choose(held, past, content, actor)
    return differences(public_content(incident), content)


def _describe(held: Incident, past: Past) -> None:
    for then in past.rows(Incident, "id", {held.pk}):
        if copy_columns(held, then, DESCRIBED):
            write(held, only=[*DESCRIBED, "changed_at"])


def _choose(held: Incident, past: Past, content: dict[str, Any], actor: User) -> None:
    """Let each value be decided as it was; that it is follows when the edit ends (``services.resolution``)."""
    now = {one.field: _decided(one, _uids(one.assertions.all())) for one in held.resolutions.all()}
    for then in past.rows(Resolution, "incident_id", {held.pk}):
        grounds = _grounds(content[then.field])
        claims = list(held.assertions.filter(uid__in=grounds))
        if claims and now.get(then.field) != _decided(then, grounds):
            choose(
                actor=actor, incident=held, field=then.field, policy=then.policy, reason=then.reason, assertions=claims
            )


def _decided(resolution: Resolution, grounds: set[str]) -> tuple[str, str, set[str]]:
    return resolution.policy, resolution.reason, grounds


def _uids(claims: Iterable[Assertion]) -> set[str]:
    return {str(claim.uid) for claim in claims}


def _grounds(value: dict[str, Any] | list[dict[str, Any]] | None) -> set[str]:
    """The ids of the claims that a public value rests on."""
    if isinstance(value, dict):
        return set(value["why"]["claims"])
    return {claim for code in value or () for claim in code["claims"]}


def differences(now: dict[str, Any], then: dict[str, Any]) -> list[str]:
    """The parts of the document that differ, apart from claims that stand there as withdrawn since."""
    told = {claim["id"] for claim in then["claims"]}
    named = {source["id"] for source in then["sources"]}
    standing = [one for one in now["claims"] if one["id"] in told or one["verification"] != "withdrawn"]
    comparable = now | {"claims": standing, "sources": [one for one in now["sources"] if one["id"] in named]}
    return [part for part in then if part not in NOT_COMPARED and core(comparable.get(part)) != core(then[part])]


def core(part: Any) -> Any:
    """A part without what is computed anew whenever it is looked at."""
    if isinstance(part, dict):
        return {key: core(value) for key, value in part.items() if key not in COMPUTED}
    return [core(one) for one in part] if isinstance(part, list) else part
