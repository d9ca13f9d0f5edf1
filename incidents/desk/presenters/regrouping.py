"""Merges and splits in words: what would move, what would clash, what was moved by whom."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import AssertionKind, MovedKind, RegroupingKind, ResolvedField, State
from incidents.desk.presenters.claims import claim_row, say
from incidents.desk.presenters.incident import value_in_words
from incidents.desk.reads.regrouping import Side
from incidents.models import Assertion, Incident, Regrouping

COMPARED = (ResolvedField.OCCURRED, ResolvedField.PLACE, ResolvedField.KILLED, ResolvedField.WOUNDED)
SHOWN_KINDS = (MovedKind.CLAIM, MovedKind.STATEMENT, MovedKind.LINK, MovedKind.CITATION)


def comparison(lost: Side, kept: Side) -> dict[str, Any]:
    """Two incidents side by side, and what happens if they become one."""
    return {
        "lost": _head(lost.incident),
        "kept": _head(kept.incident),
        "rows": _compared(lost.incident, kept.incident),
        "clashes": _clashes(lost.incident, kept.incident),
        "moves": [claim_row(claim, lost.incident)["text"] for claim in lost.claims],
        "counts": _counts(lost),
        "stays": _stays(lost, kept),
    }


def _head(incident: Incident) -> dict[str, str]:
    return {
        "title": incident.title,
        "id": incident.public_id or _("Not public"),
        "state": incident.get_state_display(),
        "url": reverse("desk:incident", kwargs={"uid": incident.uid}),
    }


def _compared(lost: Incident, kept: Incident) -> list[dict[str, Any]]:
    left, right = _values(lost), _values(kept)
    rows = [{"term": field.label, "lost": left.get(field, ""), "kept": right.get(field, "")} for field in COMPARED]
    rows.append(
        {
            "term": _("Who did it"),
            "lost": lost.get_attribution_state_display(),
            "kept": kept.get_attribution_state_display(),
        }
    )
    return [{**row, "differs": row["lost"] != row["kept"]} for row in rows]


def _values(incident: Incident) -> dict[str, str]:
    return {one.field: value_in_words(one) for one in incident.resolutions.all() if one.field in COMPARED}


def _clashes(lost: Incident, kept: Incident) -> list[str]:
    """What the two give differently: both claims will stand, and the public value follows from both."""
    left, right = _values(lost), _values(kept)
    told = {"field": "", "lost": "", "kept": ""}
    return [
        _("%(field)s: “%(lost)s” and “%(kept)s” will both be recommended. Decide which counts, before review.")
        % {**told, "field": field.label, "lost": left[field], "kept": right[field]}
        for field in COMPARED
        if field in left and field in right and left[field] != right[field]
    ]


def _counts(side: Side) -> str:
    """How much moves: "8 claims, 1 reaction, 1 link, with 10 citations"."""
    parts = [
        ngettext("%(count)s claim", "%(count)s claims", len(side.claims)) % {"count": len(side.claims)},
        ngettext("%(count)s reaction", "%(count)s reactions", len(side.statements)) % {"count": len(side.statements)},
        ngettext("%(count)s link", "%(count)s links", len(side.links)) % {"count": len(side.links)},
    ]
    parts = [part for part, found in zip(parts, (side.claims, side.statements, side.links), strict=True) if found]
    cited = ngettext("%(count)s citation", "%(count)s citations", side.citations) % {"count": side.citations}
    return _("%(things)s, with %(citations)s") % {"things": ", ".join(parts), "citations": cited}


def _stays(lost: Side, kept: Side) -> list[str]:
    stays = []
    if lost.sentences:
        stays.append(_("The summary of the incident that is merged stays with it, cited as it is."))
    if any(link.other_id == kept.incident.pk for link in lost.links):
        stays.append(_("The link between the two stays where it is, and readers no longer see it."))
    if lost.incident.public_id:
        stays.append(_("Its permanent id and its versions stay; its address leads on once the merge is published."))
    return stays


def offered_claims(claims: list[Assertion], incident: Incident) -> list[tuple[str, str]]:
    """Claims to tick: of what, and in which words."""
    rows = [claim_row(claim, incident) for claim in claims]
    return [(row["uid"], f"{AssertionKind(row['kind']).label}: {row['text']}") for row in rows]


def regrouping_rows(regroupings: list[Regrouping], incident: Incident) -> list[dict[str, str]]:
    """Merges and splits on an incident's page, as ``desk/incident.html`` lists them."""
    return [
        {
            "text": sentence(one, incident),
            "note": _("undone") if undone(one) else "",
            "url": reverse("desk:regrouping", kwargs={"regrouping": one.pk}),
        }
        for one in regroupings
    ]


def sentence(one: Regrouping, incident: Incident) -> str:
    """What happened to an incident, seen from it."""
    words = {
        (RegroupingKind.MERGE, True): _("Merged into “%(other)s” on %(day)s"),
        (RegroupingKind.MERGE, False): _("“%(other)s” was merged into it on %(day)s"),
        (RegroupingKind.SPLIT, True): _("“%(other)s” was split off from it on %(day)s"),
        (RegroupingKind.SPLIT, False): _("Split off from “%(other)s” on %(day)s"),
    }
    gone = one.source_id == incident.pk
    other = one.target if gone else one.source
    return words[RegroupingKind(one.kind), gone] % {"other": other.title, "day": say(one.at)}


def undone(one: Regrouping) -> bool:
    """Whether somebody undid it."""
    return hasattr(one, "undoing")


def standing_words(one: Regrouping) -> str:
    """Where a merge or a split stands, for the senior who may undo it."""
    if undone(one):
        words = {"who": one.undoing.by.display_name, "day": say(one.undoing.at), "reason": one.undoing.reason}
        return _("Undone by %(who)s on %(day)s: %(reason)s") % words
    if one.kind == RegroupingKind.MERGE and one.source.state == State.MERGED:
        return _("It stands. Undo it, and everything goes back to where it was; both are then reviewed again.")
    return _("It stands. Undo it, and what was split off goes back; both are then reviewed again.")


def moved_counts(one: Regrouping) -> list[dict[str, Any]]:
    """How many of each kind the ledger holds."""
    kinds = [item.kind for item in one.items.all()]
    return [{"label": kind.label, "count": kinds.count(kind)} for kind in SHOWN_KINDS if kind in kinds]
