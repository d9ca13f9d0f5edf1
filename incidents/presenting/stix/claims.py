"""Claims: what somebody says is a Note, what we make of it an Opinion, who is named a Relationship."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from stix2.confidence.scales import none_low_med_high_to_value

from incidents.choices import Confidence, Modality, Polarity, Verification
from incidents.presenting.facts import ground_words, is_accusation, names_somebody, stands
from incidents.presenting.stix.actors import actor_id
from incidents.presenting.stix.naming import Object, Told, stix_id
from incidents.presenting.stix.said import authors, references
from incidents.presenting.words import joined, label_of
from incidents.rules.quantities import say_quantity

Claim = dict[str, Any]

LEVELS: Final = {Confidence.LOW: "Low", Confidence.MODERATE: "Med", Confidence.HIGH: "High"}
"""Ours (ICD 203) in the words of the scale None, Low, Med, High of STIX 2.1, appendix A."""

OPINIONS: Final = {
    Verification.CORROBORATED.value: "agree",
    Verification.DISPUTED.value: "neutral",
    Verification.REFUTED.value: "disagree",
}
"""What a verdict is as an opinion. Of a claim that rests on one origin, or that nobody has reviewed, we have none."""


def claim_objects(told: Told) -> Iterator[Object]:
    """Every claim of a document, also the one that is denied, refuted or withdrawn: its labels say so."""
    for claim in told.content["claims"]:
        about = [told.id]
        if claim["kind"] == "attribution":
            about.append(actor_id(told, claim["value"]["actor"]))
            if attribution := _attribution(told, claim):
                about.append(attribution["id"])
                yield attribution
        yield _note(told, claim, about)
        if claim["verification"] in OPINIONS:
            yield _opinion(told, claim)


def note_id(told: Told, claim: str) -> str:
    """The id of the note of a claim of this incident."""
    return stix_id("note", told.public_id, "claim", claim)


def confidence(claim: Claim) -> int | None:
    """How sure we are, from 0 to 100; None where we do not say."""
    level = claim["confidence"]
    return int(none_low_med_high_to_value(LEVELS[level])) if level in LEVELS else None


def _note(told: Told, claim: Claim, about: list[str]) -> Object:
    return told.made(
        "note",
        "claim",
        claim["id"],
        abstract=_spoken(claim),
        content="\n".join(_lines(told, claim)),
        authors=authors(told, [claim["id"]]),
        object_refs=about,
        labels=[one.replace("_", "-") for one in ("claim", claim["kind"], claim["polarity"], claim["verification"])],
        confidence=confidence(claim),
        external_references=references(told, claim["citations"]),
    )


def _spoken(claim: Claim) -> str:
    """The claim in words; that it is denied, where it is."""
    text = str(claim["text"])
    return _("Denied: %(claim)s") % {"claim": text} if claim["polarity"] == Polarity.DENIED else text


def _lines(told: Told, claim: Claim) -> Iterator[str]:
    yield _spoken(claim)
    value = claim["value"]
    if claim["kind"] == "casualty":
        yield _("Read as: %(bounds)s") % {"bounds": say_quantity(value["low"], value["best"], value["high"])}
    if value.get("detail"):
        yield str(value["detail"])
    if said_by := authors(told, [claim["id"]]):
        yield _("Said by: %(names)s") % {"names": joined(said_by)}
    yield _("In the source: %(modality)s") % {"modality": label_of(Modality, claim["modality"]).lower()}
    verdict = {"verdict": label_of(Verification, claim["verification"]).lower(), "count": claim["origins"]}
    yield (
        ngettext(
            "Verification: %(verdict)s, %(count)s independent origin",
            "Verification: %(verdict)s, %(count)s independent origins",
            claim["origins"],
        )
        % verdict
    )
    if claim["credibility_text"]:
        yield _("Credibility (Admiralty code): %(grade)s") % {"grade": claim["credibility_text"]}
    if claim["rationale"]:
        yield str(claim["rationale"])


def _opinion(told: Told, claim: Claim) -> Object:
    return told.made(
        "opinion",
        claim["id"],
        opinion=OPINIONS[claim["verification"]],
        explanation=claim["verification_reason"] or label_of(Verification, claim["verification"]),
        object_refs=[note_id(told, claim["id"])],
    )


def _attribution(told: Told, claim: Claim) -> Object | None:
    """The incident attributed to somebody, as a claim that stands has it; to whom it is merely ascribed by an accuser
    it is only related. A denial relates nobody.
    """
    if not stands(claim) or not (names_somebody(claim) or is_accusation(claim)):
        return None
    words = {"ground": ground_words(claim), "names": joined(authors(told, [claim["id"]]))}
    return told.made(
        "relationship",
        "attribution",
        claim["id"],
        relationship_type="related-to" if is_accusation(claim) else "attributed-to",
        description=_("%(ground)s; said by %(names)s") % words,
        source_ref=told.id,
        target_ref=actor_id(told, claim["value"]["actor"]),
        confidence=confidence(claim),
        external_references=references(told, claim["citations"]),
    )
