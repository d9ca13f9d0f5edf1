"""Take back one's own last edit, and make it again: a change of its own, never over what somebody changed since."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from django.db.models import Model
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import Verification
from incidents.models import (
    Assertion,
    Citation,
    Contribution,
    Incident,
    IncidentLink,
    Source,
    Statement,
    SummarySentence,
)
from incidents.rules.refusals import RefusedError
from incidents.selectors.edits import REDO, UNDO, Step, edits_of, steps_of
from incidents.services.anchoring import anchor_citation, settle_alerts_of
from incidents.services.citing import COLUMN
from incidents.services.editing import editing
from incidents.services.reverting.citations import QUOTED
from incidents.services.reverting.claims import SAID, VALUES
from incidents.services.reverting.rows import bring_back, say_again
from incidents.services.soundness import require_sound

DESCRIBED: Final = (
    "title",
    "graphic",
    "personal_data",
    "criterion_goal",
    "criterion_message",
    "criterion_outside_war",
    "doubt_terrorism",
    "alternative",
    "desk_note",
)
SAYS: Final[dict[type[Model], tuple[str, ...]]] = {
    Incident: DESCRIBED,
    Assertion: SAID,
    Statement: ("speaker_id", "made_on", "paraphrase"),
    IncidentLink: ("note",),
    SummarySentence: ("text", "position"),
    Citation: QUOTED,
    **{
        child: tuple(column.attname for column in child._meta.concrete_fields if not column.primary_key)  # noqa: SLF001
        for child in VALUES.values()
    },
}
"""What of a row an editor writes; the rest is computed."""
HOLDERS: Final = (Statement, IncidentLink, SummarySentence)


def undo(*, actor: User, incident: Incident, based_on: int | None = None, summary: str = "") -> Contribution:
    """Take back the last edit of ``actor``; it and its taking back stay in the history. Returns the edit.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or there is none, or somebody changed the
            same since.
    """
    return _turn(actor, incident, UNDO, based_on, summary)


def redo(*, actor: User, incident: Incident, based_on: int | None = None, summary: str = "") -> Contribution:
    """Make the edit again that ``actor`` took back last.

    Raises:
        As ``undo``.
    """
    return _turn(actor, incident, REDO, based_on, summary)


def _turn(actor: User, incident: Incident, verb: str, based_on: int | None, summary: str) -> Contribution:
    edits = edits_of(incident, actor)
    edit = next(reversed(edits.done if verb == UNDO else edits.undone), None)
    if edit is None:
        raise RefusedError(_("You have changed nothing here that can be taken back or made again."))
    first = edits.first(edit)
    why = summary.strip() or (
        "" if incident.published_number else _("Revision %(number)s") % {"number": first.revision}
    )
    with editing(actor=actor, incident=incident, verb=verb, based_on=based_on, summary=why) as held:
        steps = steps_of(edit)
        _require_untouched(held, steps)
        _require_readable(actor, steps)
        _take_out(steps)
        _say_again(actor, held, steps)
        _bring_back(steps)
        _keep_sound(steps)
    return first


def _take_out(steps: list[Step]) -> None:
    """What the edit added: a claim stays on record, withdrawn; a citation of it stays with it."""
    added = [step.after for step in steps if step.before is None]
    claims = {one.pk for one in added if isinstance(one, Assertion)}
    for one in added:
        if isinstance(one, Citation) and one.assertion_id not in claims:
            Citation.objects.filter(pk=one.pk).delete()
    for one in added:
        if isinstance(one, HOLDERS):
            type(one).objects.filter(pk=one.pk).delete()
    Assertion.objects.filter(pk__in=claims).update(verification=Verification.WITHDRAWN, verification_reason="")


def _say_again(actor: User, held: Incident, steps: list[Step]) -> None:
    for step in steps:
        if step.before is None or step.after is None:
            continue
        names = _changed(step)
        now = held if step.model is Incident else _now(step)
        if now is not None and say_again(now, step.before, names) and isinstance(now, Citation):
            anchor_citation(now)
            settle_alerts_of(actor=actor, citation=now)


def _bring_back(steps: list[Step]) -> None:
    """What the edit took out, under its own key: what is cited first, then its citations."""
    gone = [step.before for step in steps if step.after is None]
    for one in sorted(gone, key=lambda row: isinstance(row, Citation)):
        brought = bring_back(one)
        if brought is None:
            raise RefusedError(_("Something that it rests on is no longer on record. Change it by hand."))
        if isinstance(brought, Citation):
            anchor_citation(brought)


def _keep_sound(steps: list[Step]) -> None:
    claims = {step.key for step in steps if step.model is Assertion}
    claims |= {getattr(step.before or step.after, "assertion_id", None) for step in steps if step.model is Citation}
    for claim in Assertion.objects.filter(pk__in=claims - {None}).exclude(verification=Verification.WITHDRAWN):
        require_sound(claim)


def _require_untouched(held: Incident, steps: list[Step]) -> None:
    """Refuse where what the edit left is no longer what stands there, field by field.

    Raises:
        RefusedError: it names the fields.
    """
    clashing: list[str] = []
    coming = {(step.model, step.key) for step in steps if step.after is None}
    for step in steps:
        clashing += _clashes(held, step)
        if not _is_here(held, _now(step) or step.before, coming):
            clashing.append(_("its incident"))
    clashing += _cited_since(steps)
    left = {step.key for step in steps if step.model is SummarySentence and step.after}
    if any(step.model is SummarySentence for step in steps) and left != set(held.summary.values_list("pk", flat=True)):
        clashing.append(_("the summary"))
    if clashing:
        sentence = _(
            "This was changed since: %(fields)s. Nothing is taken back. See the history, and change it by hand."
        )
        raise RefusedError(sentence % {"fields": ", ".join(dict.fromkeys(clashing))})


def _is_here(held: Incident, row: Any, coming: Collection[tuple[type[Model], Any]]) -> bool:
    """Whether a row is of this incident still, or of something that comes back with it."""
    if isinstance(row, Incident) or getattr(row, "relation_id", None):
        return True
    if hasattr(row, "incident_id"):
        return bool(row.incident_id == held.pk)
    holders = {model: getattr(row, f"{column}_id", None) for model, column in COLUMN.items()}
    model, key = next((model, key) for model, key in holders.items() if key)
    manager: Any = model._default_manager  # noqa: SLF001  documented, in spite of its name
    return (model, key) in coming or manager.filter(pk=key, incident=held).exists()


def _clashes(held: Incident, step: Step) -> list[str]:
    now = held if step.model is Incident else _now(step)
    options: Any = step.model._meta  # noqa: SLF001  documented, in spite of its name
    if step.after is None or now is None:
        return [] if now is step.after else [str(options.verbose_name)]
    names = _changed(step) if step.before else SAYS[step.model]
    wanted = (step.after, step.before or step.after)
    changed = [name for name in names if getattr(now, name) not in [getattr(one, name) for one in wanted]]
    return [str(options.get_field(name).verbose_name) for name in changed]


def _cited_since(steps: list[Step]) -> list[str]:
    """Citations that somebody gave since to what the edit added."""
    ours = {step.key for step in steps if step.model is Citation}
    added = [step.after for step in steps if step.before is None and type(step.after) in COLUMN]
    cited = [one for one in added if one.citations.exclude(pk__in=ours).exists()]
    return [_("its citations")] if cited else []


def _require_readable(actor: User, steps: list[Step]) -> None:
    cited = {one.source_id for step in steps for one in (step.before, step.after) if isinstance(one, Citation)}
    if Source.objects.readable_by(actor).filter(pk__in=cited).count() != len(cited):
        raise RefusedError(_("It cites a source that you may not see any more. Ask a senior editor."))


def _changed(step: Step) -> Iterable[str]:
    return [name for name in SAYS[step.model] if getattr(step.before, name) != getattr(step.after, name)]


def _now(step: Step) -> Any:
    manager: Any = step.model._default_manager  # noqa: SLF001  documented, in spite of its name
    return manager.filter(pk=step.key).first()
