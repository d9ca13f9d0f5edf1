"""Claims, grouped by the question that they answer: what was said, and apart from it what we make of it."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.choices import (
    AssertionRole,
    AttributionKind,
    Confidence,
    Modality,
    Polarity,
    Verification,
)
from incidents.presenting.citing import Evidence, Said
from incidents.presenting.facts import ground_words, is_accusation, is_denial, names_somebody
from incidents.presenting.independence import Independence, independence
from incidents.presenting.words import joined, label_of, lower_first
from incidents.rules.quantities import explain_rule

QUESTIONS: Final = (
    ("attribution", "who-did-it", gettext_lazy("Who did it")),
    ("casualty", "how-many", gettext_lazy("How many")),
    ("characteristic", "how", gettext_lazy("How")),
    ("time", "when", gettext_lazy("When")),
    ("location", "where", gettext_lazy("Where")),
)
UNFOLDED: Final = 4
"""Claims of one question that stand open; more than these fold away."""

SENTENCES: Final = {
    Verification.UNREVIEWED: gettext_lazy("Nobody has verified it yet."),
    Verification.SINGLE_ORIGIN: gettext_lazy("Everything cited for it goes back to one origin."),
    Verification.CORROBORATED: gettext_lazy("Origins that do not rest on each other say the same."),
    Verification.DISPUTED: gettext_lazy("A source speaks against it, and the question is open."),
    Verification.REFUTED: gettext_lazy("It has been shown not to be so; it stays on record as said."),
    Verification.WITHDRAWN: gettext_lazy("It was taken back. No value on this page rests on it."),
}


@dataclass(frozen=True, kw_only=True)
class QuoteCard:
    """Words of a source, as ``components/quote.html`` shows them."""

    text: str
    lang: str
    speaker: str
    source: str
    url: str
    detail: str
    before: str
    after: str
    number: int


@dataclass(frozen=True, kw_only=True)
class ClaimCard:
    """One claim, as ``components/claim.html`` shows it."""

    anchor: str
    value: str
    speaker: str
    kind: str
    basis: str
    date: str
    superseded: bool
    quotes: tuple[QuoteCard, ...]
    unquoted: tuple[Said, ...]
    independence: Independence
    assessment: str
    reason: str
    confidence: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """Claims of one question that are not to be read together: what somebody says of themselves, of others, against."""

    title: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with the claims that answer it."""

    anchor: str
    title: str
    claims: tuple[ClaimCard, ...]
    parts: tuple["Part", ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def folded(self) -> str:
        """The words behind which many claims fold away; "" where they are few."""
        if len(self.claims) <= UNFOLDED:
            return ""
        return _("%(count)s claims, each with its quote and our assessment") % {"count": len(self.claims)}


def questions(content: dict[str, Any], evidence: Evidence) -> list[Question]:
    """The questions that somebody has answered, in the order in which readers ask them."""
    found = []
    for kind, anchor, title in QUESTIONS:
        claims = [claim for claim in content["claims"] if claim["kind"] == kind]
        if claims:
            cards = tuple(card(claim, evidence) for claim in claims)
            who = kind == "attribution"
            parts = _parts(claims, evidence) if who else ()
            notes = _who(content["attribution"]) if who else ()
            found.append(Question(anchor=anchor, title=str(title), claims=cards, parts=parts, notes=notes))
    return found


def _who(attribution: dict[str, Any]) -> tuple[str, ...]:
    """Whether those named for one part can all be right."""
    return tuple(pair["text"] for pair in attribution.get("pairs", []))


def _parts(claims: list[dict[str, Any]], evidence: Evidence) -> tuple[Part, ...]:
    """Attributions by who speaks: those named themselves, those who assess, those who accuse, those who deny."""
    sorts = [
        (_("Claims of responsibility"), _is_own),
        (_("Assessments and findings"), _is_assessment),
        (_("Accusations by others"), is_accusation),
        (_("Denials"), is_denial),
    ]
    parts = [
        Part(title=title, claims=tuple(card(one, evidence) for one in claims if belongs(one)))
        for title, belongs in sorts
    ]
    return tuple(part for part in parts if part.claims)


def _is_own(claim: dict[str, Any]) -> bool:
    return names_somebody(claim) and claim["value"]["ground"] == AttributionKind.RESPONSIBILITY_CLAIM


def _is_assessment(claim: dict[str, Any]) -> bool:
    return names_somebody(claim) and not _is_own(claim)


def card(claim: dict[str, Any], evidence: Evidence) -> ClaimCard:
    """One claim of a document."""
    said = evidence.said(claim["citations"])
    return ClaimCard(
        anchor=f"claim-{claim['id'][:8]}",
        value=claim_words(claim),
        speaker=joined(list(dict.fromkeys(one.who for one in said))),
        kind=joined(list(dict.fromkeys(one.kind for one in said))),
        basis=_basis(claim),
        date=said[0].when if said else "",
        superseded=claim["role"] == AssertionRole.SUPERSEDED,
        quotes=tuple(quote_of(one) for one in said if one.quote),
        unquoted=tuple(one for one in said if not one.quote),
        independence=independence(claim, evidence),
        assessment=label_of(Verification, claim["verification"]),
        reason=_reason(claim),
        confidence=_confidence(claim),
    )


def claim_words(claim: dict[str, Any]) -> str:
    """The claim in words; a denial says that it is one."""
    if claim["kind"] == "attribution":
        return f"{claim['value']['actor_name']}: {lower_first(ground_words(claim))}"
    text = str(claim["text"])
    return _("Denied: %(text)s") % {"text": lower_first(text)} if claim["polarity"] == Polarity.DENIED else text


def quote_of(said: Said) -> QuoteCard:
    """The words with the source that they stand in; a translation stands behind them in brackets."""
    translation = _("in English: “%(words)s”") % {"words": said.translation} if said.translation else ""
    return QuoteCard(
        text=said.quote,
        lang=said.source.lang,
        speaker=said.who,
        source=said.source.title,
        url=said.source.url,
        detail=". ".join(part for part in (said.detail, said.note, translation) if part),
        before=said.before,
        after=said.after,
        number=said.source.number,
    )


def _basis(claim: dict[str, Any]) -> str:
    """In which voice it is said and, for an attribution, in which words of confidence and through which channel."""
    value = claim["value"]
    extra = [value["confidence_words"], value["claim_channel"]] if claim["kind"] == "attribution" else []
    if claim["kind"] == "casualty":
        extra = [value["scope"]]
    return ", ".join([label_of(Modality, claim["modality"]), *(part for part in extra if part)])


def _reason(claim: dict[str, Any]) -> str:
    sentences = [_verdict(claim)]
    if claim["credibility_text"]:
        sentences.append(_("Graded %(grade)s.") % {"grade": claim["credibility_text"]})
    if claim["kind"] == "casualty" and claim["value"]["rule"] and claim["value"]["quantifier"] != "exact":
        sentences.append(_rule(claim["value"]["rule"]))
    return " ".join(sentence for sentence in sentences if sentence)


def _verdict(claim: dict[str, Any]) -> str:
    """What the verdict means; where an editor decided it, why, and what the sources add up to by themselves."""
    reason = claim.get("verification_reason", "")
    if not reason:
        return str(SENTENCES[Verification(claim["verification"])])
    computed = label_of(Verification, claim["verification_computed"])
    words = {"reason": reason.rstrip("."), "computed": lower_first(computed)}
    return _("%(reason)s. By themselves the sources add up to: %(computed)s.") % words


def _rule(rule_id: str) -> str:
    try:
        return explain_rule(rule_id)
    except KeyError:
        return ""


def _confidence(claim: dict[str, Any]) -> str:
    """The level in one word and our reason; ``components/claim.html`` adds the full stop."""
    if not claim["confidence"]:
        return ""
    level = {"low": _("low"), "moderate": _("moderate"), "high": _("high")}[Confidence(claim["confidence"]).value]
    rationale = claim["rationale"].strip().rstrip(".")
    return f"{level}. {rationale}" if rationale else level
