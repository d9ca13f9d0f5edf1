"""What surrounds an incident: warnings, reactions and analysis, related incidents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.choices import (
    LinkKind,
    Verification,
    WarningAspect,
    WarningOutcome,
    WarningResponse,
    WarningSpecificity,
)
from incidents.presenting.citing import Evidence, Said
from incidents.presenting.claims import ClaimCard, QuoteCard, card, quote_of
from incidents.presenting.words import day_words, joined, label_of, moment_words

AXES: Final = (
    ("place", gettext_lazy("Place")),
    ("time", gettext_lazy("Time")),
    ("target", gettext_lazy("Target")),
    ("actor", gettext_lazy("Who would attack")),
)
BLAMELESS: Final = gettext_lazy(
    "That the attack happened says nothing about how the warning was given, understood or acted on."
)


@dataclass(frozen=True, kw_only=True)
class Detail:
    """A term with its words; ``quoted`` marks words of a source, ``unknown`` that nobody says."""

    term: str
    text: str
    quoted: bool = False
    unknown: bool = False


@dataclass(frozen=True, kw_only=True)
class Aspect:
    """What is said of one part of a warning."""

    title: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, kw_only=True)
class WarningCard:
    """One warning: from whom to whom, on what basis, and what is said of it."""

    anchor: str
    title: str
    details: tuple[Detail, ...]
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, kw_only=True)
class Reaction:
    """What somebody said about the incident without changing any of its values."""

    speaker: str
    when: str
    text: str
    quotes: tuple[QuoteCard, ...]
    unquoted: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Related:
    """Another incident, how it stands to this one, and who says so."""

    title: str
    url: str
    id: str
    kind: str
    note: str
    said: tuple[Said, ...]

    @property
    def asserted_by(self) -> str:
        who = joined(list(dict.fromkeys(one.words for one in self.said)))
        return _("as asserted by %(who)s") % {"who": who} if who else ""


def warnings(content: dict[str, Any], evidence: Evidence) -> list[WarningCard]:
    """The warnings, each with what is said of its existence, its content and the response to it."""
    return [_warning(number, one, content, evidence) for number, one in enumerate(content["warnings"], start=1)]


def _warning(number: int, one: dict[str, Any], content: dict[str, Any], evidence: Evidence) -> WarningCard:
    claims = [claim for claim in content["claims"] if claim["kind"] == "warning" and _about(claim, one)]
    aspects = []
    for aspect in WarningAspect:
        cards = tuple(card(claim, evidence) for claim in claims if claim["value"]["aspect"] == aspect)
        if cards:
            aspects.append(Aspect(title=str(aspect.label), claims=cards))
    return WarningCard(
        anchor=f"warning-{number}",
        title=_("%(warner)s to %(recipient)s") % {"warner": one["warner"], "recipient": one["recipient"]},
        details=tuple(_details(one, evidence)),
        aspects=tuple(aspects),
    )


def _about(claim: dict[str, Any], warning: dict[str, Any]) -> bool:
    return bool(claim["value"]["warning"] == warning["id"])


def _details(one: dict[str, Any], evidence: Evidence) -> list[Detail]:
    """Basis, how and when it was given, how specific it was, and what came of it; unknowns are said."""
    details = [
        *_standing(one.get("standing")),
        Detail(term=_("Basis"), text=one["basis_text"]),
        Detail(term=_("In the words used"), text=one["basis_wording"], quoted=True),
        _known(_("When it was given"), _conveyed(one)),
        Detail(term=_("Through"), text=joined([part for part in (one["channel"], one["intermediary"]) if part])),
        _known(_("How specific"), _specific(one["specificity"])),
        _known(_("Became public"), _disclosed(one, evidence)),
        _known(_("Outcome"), one["outcome_text"] if one["outcome"] != WarningOutcome.UNKNOWN else ""),
    ]
    return [detail for detail in details if detail.text]


def _standing(standing: dict[str, Any] | None) -> list[Detail]:
    """Whether it was given at all, and what the recipient says: each as far as somebody says so."""
    if not standing:
        return []
    existence = label_of(Verification, standing["existence"]) if standing["existence"] else _("Nobody says so")
    return [
        Detail(term=_("That it was given"), text=existence),
        Detail(term=_("The recipient's response"), text=label_of(WarningResponse, standing["response"])),
    ]


def _known(term: str, text: str) -> Detail:
    """A detail that is shown also where nobody says."""
    return Detail(term=term, text=text or _("Unknown"), unknown=not text)


def _conveyed(one: dict[str, Any]) -> str:
    ends = (one["conveyed_earliest"], one["conveyed_latest"])
    days = [moment_words(datetime.fromisoformat(end)) for end in ends if end]
    if len(set(days)) > 1:
        return _("between %(first)s and %(last)s") % {"first": days[0], "last": days[1]}
    if days and not one["conveyed_earliest"]:
        return _("no later than %(day)s") % {"day": days[0]}
    return days[0] if days else ""


def _specific(specificity: dict[str, str]) -> str:
    words = [
        f"{title}: {label_of(WarningSpecificity, specificity[axis]).lower()}"
        for axis, title in AXES
        if specificity[axis] != WarningSpecificity.UNKNOWN
    ]
    return "; ".join(words)


def _disclosed(one: dict[str, Any], evidence: Evidence) -> str:
    source = evidence.sources.get(one["disclosed_by"] or "")
    by = _("by %(publisher)s") % {"publisher": source.publisher} if source else ""
    return ", ".join(part for part in (day_words(one["disclosed_on"]), by) if part)


def reactions(content: dict[str, Any], evidence: Evidence) -> list[Reaction]:
    """Reactions and analysis, in the order in which they were made."""
    found = []
    for statement in content["statements"]:
        said = evidence.said(statement["citations"])
        found.append(
            Reaction(
                speaker=statement["speaker"],
                when=day_words(statement["made_on"]),
                text=statement["paraphrase"],
                quotes=tuple(quote_of(one) for one in said if one.quote),
                unquoted=tuple(one for one in said if not one.quote),
            )
        )
    return found


def related(content: dict[str, Any], evidence: Evidence, titles: Mapping[str, str]) -> list[Related]:
    """Linked incidents that are public now; ``titles`` holds those by id."""
    return [
        Related(
            title=titles[link["incident"]],
            url=f"/incidents/{link['incident']}/",
            id=link["incident"],
            kind=label_of(LinkKind, link["kind"]),
            note=link["note"],
            said=tuple(evidence.said(link["citations"])),
        )
        for link in content["links"]
        if link["incident"] in titles
    ]
