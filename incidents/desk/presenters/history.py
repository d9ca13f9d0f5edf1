"""Who did what and when, for colleagues."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from incidents.choices import EmbargoStage, State
from incidents.desk.presenters.past import Part
from incidents.desk.presenters.words import say_moment, say_verb
from incidents.desk.reads.history_beside import Aside
from incidents.models import Contribution, Lease, Transition

BY_THE_CLOCK: Final = {EmbargoStage.PUBLISHED, EmbargoStage.REFUSED}


def history_rows(contributions: Iterable[Contribution], transitions: Iterable[Transition]) -> list[dict[str, Any]]:
    """Edits and moves together, the newest first."""
    rows = chain(map(_edit, contributions), map(_move, transitions))
    return sorted(rows, key=lambda row: row["at"], reverse=True)


def page_rows(
    page: Iterable[Contribution | Transition | Aside], changes: dict[int, list[Part]], published: dict[int, int]
) -> list[dict[str, Any]]:
    """What happened in the order given: an edit with the fields that it changed, a publication with its version."""
    rows = []
    for one in page:
        if isinstance(one, Aside):
            rows.append(_aside(one) | {"anchor": one.key, "parts": [], "version": None})
        elif isinstance(one, Contribution):
            extra = {"anchor": f"revision-{one.revision}", "parts": changes.get(one.revision, []), "version": None}
            rows.append(_edit(one) | extra)
        else:
            version = published.get(one.revision) if one.target == State.PUBLISHED else None
            rows.append(_move(one) | {"anchor": f"move-{one.pk}", "parts": [], "version": version})
    return rows


def revision_choices(edits: Iterable[Contribution], published: dict[int, int]) -> list[dict[str, Any]]:
    """The revisions to choose from, each with when it was made and by whom, and which version readers saw of it."""
    rows = []
    for one in edits:
        words = {"number": one.revision, "when": _moment(one.at), "who": one.by.display_name}
        text = _("Revision %(number)s, %(when)s, %(who)s") % words
        if one.revision in published:
            text = _("%(revision)s (version %(number)s)") % {"revision": text, "number": published[one.revision]}
        rows.append({"revision": one.revision, "text": text})
    return rows


def change_rows(contributions: Iterable[Contribution]) -> list[dict[str, Any]]:
    """Edits alone, in the order given."""
    return [_edit(one) for one in contributions]


def say_presence(leases: Iterable[Lease]) -> str:
    """Who else opened the incident and may have it open still, with what that means; "" for nobody."""
    told = [
        _("%(name)s opened this at %(since)s and may still have it open.")
        % {"name": lease.holder.display_name, "since": _clock(lease.since)}
        for lease in leases
    ]
    if not told:
        return ""
    return " ".join([*told, _("All of you can save; whoever is second sees what the first changed.")])


def _edit(one: Contribution) -> dict[str, Any]:
    return {
        "at": one.at,
        "when": _moment(one.at),
        "who": one.by.display_name,
        "what": say_verb(one.verb),
        "note": one.summary,
        "revision": one.revision,
    }


def _move(one: Transition) -> dict[str, Any]:
    words = {"source": State(one.source).label.lower(), "target": State(one.target).label.lower()}
    return {
        "at": one.at,
        "when": _moment(one.at),
        "who": one.by.display_name,
        "what": _("moved it from %(source)s to %(target)s") % words,
        "note": one.reason,
        "revision": one.revision,
    }


def _aside(one: Aside) -> dict[str, Any]:
    return {
        "at": one.at,
        "when": _moment(one.at),
        "who": _("The clock") if one.stage in BY_THE_CLOCK else one.by.display_name if one.by else _("Somebody"),
        "what": _beside(one),
        "note": one.reason,
        "revision": one.revision,
    }


def _beside(one: Aside) -> str:
    if one.asked_of:
        return _("asked %(name)s for a small edit") % {"name": one.asked_of.display_name}
    if one.put or one.taken:
        return _tagging(one)
    return _embargo(one) if one.stage else _assignment(one)


def _tagging(one: Aside) -> str:
    put, taken = (", ".join(f"“{name}”" for name in names) for names in (one.put, one.taken))
    if one.put and one.taken:
        return _("put on the tags %(put)s and took off %(taken)s") % {"put": put, "taken": taken}
    return _("put on the tags %(put)s") % {"put": put} if put else _("took off the tags %(taken)s") % {"taken": taken}


def _assignment(one: Aside) -> str:
    words = {"to": one.after and one.after.display_name, "had": one.before and one.before.display_name}
    if one.after and one.before:
        return _("gave the work to %(to)s; %(had)s had it") % words
    return _("gave the work to %(to)s") % words if one.after else _("took the work from %(had)s") % words


def _embargo(one: Aside) -> str:
    sentences = {
        EmbargoStage.WAITING: _("set its publication for %(moment)s"),
        EmbargoStage.CANCELLED: _("called off its publication on %(moment)s"),
        EmbargoStage.PUBLISHED: _("published it, as %(who)s had set for %(moment)s"),
        EmbargoStage.REFUSED: _("did not publish it, as %(who)s had set for %(moment)s"),
    }
    words = {"moment": say_moment(one.until) if one.until else "", "who": one.by.display_name if one.by else ""}
    return sentences[EmbargoStage(one.stage)] % words


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "j F Y, H:i")


def _clock(at: datetime) -> str:
    return date_format(localtime(at), "H:i")
