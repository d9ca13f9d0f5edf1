"""What a text seems to say, as cards beside it: the value in words, its sentence, who says so, what was decided."""

from itertools import pairwise
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import AssertionKind, ProposalKind, ProposalState
from incidents.desk.presenters.proposed import in_words, notes_on
from incidents.desk.reads.zones import zone_in
from incidents.models import Capture, Incident, Speaker
from incidents.rules.proposals import Proposal
from incidents.selectors.proposals import Proposed

CLAIMS: Final = {
    ProposalKind.TIME: AssertionKind.TIME,
    ProposalKind.PLACE: AssertionKind.LOCATION,
    ProposalKind.CASUALTY: AssertionKind.CASUALTY,
    ProposalKind.CHARACTERISTIC: AssertionKind.CHARACTERISTIC,
    ProposalKind.ATTRIBUTION: AssertionKind.ATTRIBUTION,
    ProposalKind.WARNING: AssertionKind.WARNING,
}
"""What kind of claim a proposal becomes."""

SHOWN: Final = (*CLAIMS, ProposalKind.DERIVATION)
"""Who speaks is shown with what they say, not as a proposal of its own."""


class Cards:
    """The proposals of one snapshot for one incident, ready to be shown."""

    def __init__(self, incident: Incident, capture: Capture, found: list[Proposed]) -> None:
        self.incident, self.capture = incident, capture
        self.zone = zone_in((one.proposal for one in found), incident)
        shown = [one for one in found if one.proposal.kind in SHOWN]
        self.own = [self._card(one) for one in shown if not one.proposal.background]
        self.aside = [self._card(one) for one in shown if one.proposal.background]
        self.open = [card for card in self.own if card["open"]]

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Those of the report's own event by kind, in the order of the record's pages."""
        found = [(kind, [card for card in self.own if card["kind"] == kind]) for kind in SHOWN]
        return [{"label": kind.label, "id": f"kind-{kind.value}", "cards": cards} for kind, cards in found if cards]

    @property
    def left(self) -> str:
        """How many wait, in words."""
        number = len(self.open)
        if not number:
            return _("Every proposal is decided.")
        return ngettext("%(count)s proposal to decide.", "%(count)s proposals to decide.", number) % {"count": number}

    def after(self, key: str) -> str:
        """The anchor of the next open card after one, of the first open one, or of what follows them all."""
        keys = [card["key"] for card in self.own]
        place = keys.index(key) if key in keys else 0
        following = [card for card in [*self.own[place:], *self.own] if card["open"]]
        return following[0]["anchor"] if following else "missing"

    def one(self, key: str) -> dict[str, Any]:
        """The card of a proposal."""
        return next(card for card in [*self.own, *self.aside] if card["key"] == key)

    @property
    def pieces(self) -> list[dict[str, Any]]:
        """The text in pieces, cut wherever a proposal's words begin or end."""
        text, spans = self.capture.text, [(card["start"], card["end"]) for card in [*self.own, *self.aside]]
        cuts = sorted({0, len(text), *(place for span in spans for place in span)})
        return [
            {"text": text[first:last], "start": first, "proposed": any(a <= first and last <= b for a, b in spans)}
            for first, last in pairwise(cuts)
        ]

    def _card(self, proposed: Proposed) -> dict[str, Any]:
        one, decision = proposed.proposal, proposed.decision
        at = {"uid": self.incident.uid, "source": self.capture.source.uid, "sha256": self.capture.sha256}
        place = one.sentence.find(one.anchor.exact)
        return {
            "key": one.key,
            "anchor": f"proposal-{one.key}",
            "kind": one.kind,
            "value": in_words(one, self.zone),
            "notes": notes_on(one, self.zone),
            "before": one.sentence[: max(place, 0)],
            "exact": one.anchor.exact if place >= 0 else "",
            "after": one.sentence[place + len(one.anchor.exact) :] if place >= 0 else one.sentence,
            "voice": voice_of(one) or self.capture.source.publisher.name,
            "quoted": one.voice is not None,
            "start": one.anchor.start,
            "end": one.anchor.end,
            "open": proposed.open,
            "state": "open" if proposed.open else (decision.state if decision else ""),
            "told": told(proposed),
            "direct": one.kind not in {ProposalKind.WARNING, ProposalKind.DERIVATION},
            "undoable": one.kind != ProposalKind.DERIVATION or (decision and decision.state == ProposalState.CLEARED),
            "edit_words": edit_words(one),
            "edit_url": self._edit_url(one, at),
            **{verb: reverse(f"desk:proposal_{verb}", kwargs={**at, "key": one.key}) for verb in VERBS},
        }

    def _edit_url(self, one: Proposal, at: dict[str, Any]) -> str:
        if one.kind not in CLAIMS:
            return reverse("desk:proposal_rests_on", kwargs={**at, "key": one.key})
        return f"{claim_address(self.incident, self.capture, CLAIMS[one.kind])}&proposal={one.key}"


VERBS: Final = ("accept", "clear", "undo")


def claim_address(incident: Incident, capture: Capture, kind: AssertionKind) -> str:
    """The form of a new claim that cites a snapshot's source."""
    return _citing(reverse("desk:claim_new", kwargs={"uid": incident.uid, "kind": kind.value}), capture)


def citing(incident: Incident, capture: Capture) -> list[dict[str, Any]]:
    """What words of a snapshot can be cited in: each kind of claim, and a reaction."""
    reaction = reverse("desk:statement_new", kwargs={"uid": incident.uid})
    return [
        *({"label": kind.label, "url": claim_address(incident, capture, claim)} for kind, claim in CLAIMS.items()),
        {"label": _("Reaction or analysis"), "url": _citing(reaction, capture)},
    ]


def _citing(page: str, capture: Capture) -> str:
    return f"{page}?source={capture.source.uid}&text={capture.sha256}"


def text_rows(incident: Incident, captures: list[Capture]) -> list[dict[str, str]]:
    """Texts of an incident's sources, each with the way to what it proposes."""
    return [
        {
            "title": one.source.title,
            "url": reverse(
                "desk:proposals", kwargs={"uid": incident.uid, "source": one.source.uid, "sha256": one.sha256}
            ),
        }
        for one in captures
    ]


def edit_words(one: Proposal) -> str:
    """What the way to a form is called: some proposals lack a part that only an editor can give."""
    if one.kind == ProposalKind.WARNING:
        return _("Say who warned whom")
    return _("Say which item") if one.kind == ProposalKind.DERIVATION else _("Edit")


def told(proposed: Proposed) -> str:
    """What was decided, in a word or two."""
    if proposed.open or proposed.decision is None:
        return ""
    return str(ProposalState(proposed.decision.state).label)


def voice_of(one: Proposal) -> str:
    """Who seems to speak; "" for the report itself."""
    if one.voice is None:
        return ""
    parts = {name: str(one.voice.get(name) or "") for name in ("name", "role_title", "organisation", "description")}
    return Speaker(naming=str(one.voice.get("naming") or ""), **parts).label
