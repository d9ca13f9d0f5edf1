"""Undo a merge or a split: everything goes back to where the ledger says that it was."""

from collections import defaultdict

import pghistory
from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies, workflow
from incidents.choices import AssertionRole, MovedKind, RegroupingKind, State
from incidents.models import Assertion, Citation, Incident, IncidentLink, Regrouping, Statement, Undoing
from incidents.rules.refusals import RefusedError, StateConflictError
from incidents.services.editing import count_edit, edited, hold
from incidents.services.resolution import resolve_incident
from incidents.services.writing import write


@transaction.atomic
def undo(*, actor: User, regrouping: Regrouping, reason: str) -> Undoing:
    """Put everything back that a merge or a split moved: the same rows, with the same citations, in the same order.

    What was added to the target meanwhile stays there; what was changed in a moved item stays changed. The incident
    that was merged away is a draft again, and becomes public again, like the other, only by review and publication.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: no reason.
        StateConflictError: it is undone already, or something built on it since must be undone first.
    """
    policies.may_regroup(actor).require()
    if not reason.strip():
        raise RefusedError(_("Say why it is undone."), field="reason")
    source, target = hold(regrouping.source, regrouping.target)
    _require_undoable(regrouping, target)
    with pghistory.context(user=actor.pk, verb="undo"):
        undoing = Undoing(
            regrouping=regrouping,
            reason=reason.strip(),
            source_revision=source.revision + 1,
            target_revision=target.revision + 1,
            by=actor,
        )
        write(undoing)
        _put_back(regrouping, source, target)
        verb = f"undo_{regrouping.kind}"
        edited(target, actor=actor, verb=verb, summary=reason.strip())
        if regrouping.kind == RegroupingKind.MERGE:
            _revive(source, actor, verb, reason.strip())
        else:
            edited(source, actor=actor, verb=verb, summary=reason.strip())
            _close_if_empty(target, actor, reason.strip())
    return undoing


def _require_undoable(regrouping: Regrouping, target: Incident) -> None:
    if Undoing.objects.filter(regrouping=regrouping).exists():
        raise StateConflictError(_("Somebody has undone this already."))
    if target.state == State.MERGED:
        sentence = _("“%(title)s” has itself been merged since. Undo that merge first.")
        raise StateConflictError(sentence % {"title": target.title})
    keys = _keys(regrouping)
    elsewhere = (
        Assertion.objects.filter(pk__in=keys[MovedKind.CLAIM]).exclude(incident=target).exists()
        or Statement.objects.filter(pk__in=keys[MovedKind.STATEMENT]).exclude(incident=target).exists()
        or IncidentLink.objects.filter(pk__in=keys[MovedKind.LINK]).exclude(incident=target).exists()
    )
    if elsewhere:
        raise StateConflictError(_("Some of what was moved has moved on since. Undo the later split or merge first."))
    again = set(IncidentLink.objects.filter(pk__in=keys[MovedKind.LINK]).values_list("other_id", "kind"))
    if again & set(regrouping.source.links.values_list("other_id", "kind")):
        raise StateConflictError(_("A link that would go back has been recorded anew there. Remove the new one first."))


def _put_back(regrouping: Regrouping, source: Incident, target: Incident) -> None:
    keys = _keys(regrouping)
    _part_supersessions(keys[MovedKind.CLAIM], target)
    Assertion.objects.filter(pk__in=keys[MovedKind.CLAIM]).update(incident=source)
    Statement.objects.filter(pk__in=keys[MovedKind.STATEMENT]).update(incident=source)
    IncidentLink.objects.filter(pk__in=keys[MovedKind.LINK]).update(incident=source)
    for item in regrouping.items.filter(kind=MovedKind.CITATION):
        Citation.objects.filter(pk=item.key, link__incident=target).update(link=item.came_from)
    source.warnings.add(*keys[MovedKind.WARNING_LEFT])
    spoken_of = set(target.assertions.values_list("warning_statement__warning", flat=True))
    target.warnings.remove(*(pk for pk in keys[MovedKind.WARNING_JOINED] if pk not in spoken_of))


def _part_supersessions(moved: list[int], target: Incident) -> None:
    """A claim that goes and one that stays no longer replace each other; the older has the part again that it had."""
    pairs = Assertion.objects.filter(incident=target, supersedes__incident=target).select_related("supersedes")
    for newer in pairs:
        older = newer.supersedes
        if older is None or (newer.pk in moved) == (older.pk in moved):
            continue
        newer.supersedes = None
        newer.save(update_fields=["supersedes"])
        older.role = _role_before(older)
        older.save(update_fields=["role"])


def _role_before(superseded: Assertion) -> str:
    """The part that a claim had in the public value before another took its place, as its history has it."""
    events = apps.get_model("incidents", "AssertionEvent").objects.filter(pgh_obj=superseded)
    earlier = events.exclude(role=AssertionRole.SUPERSEDED).order_by("-pgh_id").values_list("role", flat=True)
    return str(earlier.first() or AssertionRole.RECOMMENDED)


def _revive(lost: Incident, actor: User, verb: str, reason: str) -> None:
    """Make what was merged away a draft again."""
    count_edit(lost, actor, verb, reason)
    workflow.move(lost, State.DRAFT, actor=actor, reason=reason)
    lost.merged_into = None
    lost.save(update_fields=["merged_into"])
    resolve_incident(lost, actor=actor)


def _close_if_empty(begun: Incident, actor: User, reason: str) -> None:
    """Reject what a split began, where nothing is left of it and nobody outside ever saw it."""
    if begun.state == State.DRAFT and not begun.published_number and not begun.assertions.exists():
        workflow.move(begun, State.REJECTED, actor=actor, reason=reason)


def _keys(regrouping: Regrouping) -> dict[str, list[int]]:
    """The keys of what was moved, by kind."""
    found: dict[str, list[int]] = defaultdict(list)
    for item in regrouping.items.all():
        found[item.kind].append(item.key)
    return found
