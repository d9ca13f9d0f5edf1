"""A claim as a row: what is said, who says so, where it stands, and what we make of it."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from incidents.choices import AssertionRole, Modality, Polarity, Stance, Verification
from incidents.models import Assertion, Citation, Incident, Speaker
from incidents.rules.quantities import explain_rule, say_quantity
from incidents.selectors.content.claims import value_of


def claim_row(claim: Assertion, incident: Incident) -> dict[str, Any]:
    """The context of ``desk/parts/claim.html``."""
    text, _fields = value_of(claim)
    at = {"uid": incident.uid, "claim": claim.uid}
    withdrawn = claim.verification == Verification.WITHDRAWN
    superseded = claim.role == AssertionRole.SUPERSEDED
    return {
        "anchor": f"claim-{claim.uid}",
        "uid": str(claim.uid),
        "kind": claim.kind,
        "text": _("Denied: %(claim)s") % {"claim": text} if claim.polarity == Polarity.DENIED else text,
        "notes": [] if claim.veiled else notes_of(claim),
        "tags": tags_of(claim),
        "withdrawn": withdrawn,
        "superseded": superseded,
        "standing": not withdrawn and not superseded,
        "veiled": claim.veiled,
        "citations": [citation_row(citation, incident) for citation in claim.citations.all()],
        "assessment": assessment_of(claim),
        "recorded_by": claim.recorded_by.display_name,
        "edit_url": reverse("desk:claim", kwargs=at),
        "withdraw_url": reverse("desk:claim_withdraw", kwargs=at),
        "cite_url": reverse("desk:claim_cite", kwargs=at),
        "supersede_url": reverse("desk:claim_supersede", kwargs=at),
    }


def notes_of(claim: Assertion) -> list[str]:
    """What the value rests on beyond its words: bounds and rule, position and method, the words of a fact."""
    match claim.kind:
        case "casualty":
            return _casualty_notes(claim)
        case "location":
            return list(filter(None, [_position(claim), claim.location.get_method_display(), claim.location.detail]))
        case "time":
            said = claim.time.verbatim
            return list(filter(None, [f"“{said}”" if said else "", claim.time.edtf, claim.time.timezone]))
        case "characteristic":
            return list(filter(None, [claim.characteristic.detail]))
        case "attribution":
            named = claim.attribution
            return list(filter(None, [named.get_role_display(), named.claim_channel, named.confidence_words]))
        case _:
            return [str(claim.warning_statement.warning), claim.warning_statement.get_aspect_display()]


def _casualty_notes(claim: Assertion) -> list[str]:
    estimate = claim.casualty
    read_as = _("Read as %(bounds)s.") % {"bounds": say_quantity(estimate.low, estimate.best, estimate.high)}
    as_of = _("As of %(day)s") % {"day": say(estimate.as_of)} if estimate.as_of else ""
    return list(filter(None, [f"{read_as} {explain_rule(estimate.bound_rule)}", as_of, estimate.scope]))


def _position(claim: Assertion) -> str:
    point = claim.location.point
    return f"{point.y:.5f}, {point.x:.5f}" if point else ""


def tags_of(claim: Assertion) -> list[str]:
    """What stands beside the value in a word: only what is not the usual."""
    tags = []
    if claim.verification == Verification.WITHDRAWN:
        tags.append(_("Withdrawn"))
    if claim.role != AssertionRole.RECOMMENDED:
        tags.append(claim.get_role_display())
    if claim.modality != Modality.FACT:
        tags.append(claim.get_modality_display())
    return tags


def assessment_of(claim: Assertion) -> str:
    """Our assessment in a line; "" while nobody has made one."""
    verdict = {"verdict": claim.get_verification_display(), "reason": claim.verification_reason}
    grades = [
        _("%(verdict)s: %(reason)s") % verdict if claim.verification_reason else "",
        claim.get_credibility_display() if claim.credibility else "",
        claim.get_confidence_display() if claim.confidence else "",
        claim.rationale,
    ]
    return " · ".join(str(grade) for grade in grades if grade)


def citation_row(citation: Citation, incident: Incident) -> dict[str, Any]:
    """One citation: the words, who says them, and where they stand."""
    source = citation.source
    at = {"uid": incident.uid, "citation": citation.uid}
    return {
        "uid": str(citation.uid),
        "quote": citation.quote,
        "translation": citation.translation,
        "lang": source.lang,
        "speaker": citation.speaker.label if citation.speaker else source.publisher.name,
        "naming": citation.speaker.get_naming_display() if citation.speaker else "",
        "publisher": source.publisher.name,
        "grade": source.publisher.get_reliability_display(),
        "title": source.title,
        "confidential": source.confidential,
        "veiled": source.veiled,
        "source_url": "" if source.veiled else reverse("desk:source", kwargs={"uid": source.uid}),
        **_sealing(citation.speaker, incident),
        "detail": ", ".join(filter(None, [say(citation.reported_on or source.published_on), citation.locator])),
        "said_on": say(citation.said_on),
        "stance": citation.get_stance_display() if citation.stance != Stance.SUPPORTS else "",
        "edit_url": reverse("desk:citation", kwargs=at),
        "remove_url": reverse("desk:citation_remove", kwargs=at),
    }


def _sealing(speaker: Speaker | None, incident: Incident) -> dict[str, str]:
    """The handle of a sealed name, or the way to seal one."""
    if speaker is None or not speaker.unnamed:
        return {"sealed": "", "seal_url": ""}
    sealed = getattr(speaker, "sealed_name", None)
    if sealed is None:
        seal = reverse("desk:seal", kwargs={"uid": speaker.uid})
        return {"sealed": "", "seal_url": f"{seal}?incident={incident.uid}"}
    words = _("sealed name %(handle)s, sealed %(day)s")
    return {"sealed": words % {"handle": sealed.handle, "day": say(localtime(sealed.sealed_at))}, "seal_url": ""}


def citation_rows(citations: Iterable[Citation], incident: Incident) -> list[dict[str, Any]]:
    """Several citations."""
    return [citation_row(citation, incident) for citation in citations]


def say(day: Any) -> str:
    """A day in words, "" for none."""
    return date_format(day, "j F Y") if day else ""
