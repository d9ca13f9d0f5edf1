"""Confidential sources, for those who may not see them: a handle stands for each."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import AssertionRole, Modality, Polarity, Verification
from incidents.models import Assertion, Citation, Contribution, Incident, Publisher, ReviewComment, Source, Speaker
from incidents.policies import ALLOWED, Verdict
from incidents.selectors.clearance import hidden_claims


def hidden_from(person: User, sources: Iterable[int]) -> set[int]:
    """Which of the sources, by primary key, a person may not see."""
    wanted = set(sources)
    return wanted - set(Source.objects.filter(pk__in=wanted).readable_by(person).values_list("pk", flat=True))


def veil(citations: Iterable[Citation], person: User) -> None:
    """Take out of citations whatever the person may not know: the source, its words, who speaks, and when.

    In memory and for showing only: what is read here is never saved.
    """
    held = [citation for citation in citations if citation.source.confidential]
    hidden = hidden_from(person, {citation.source_id for citation in held}) if held else set()
    for citation in held:
        if citation.source_id in hidden:
            citation.source = veiled(citation.source)
            citation.speaker = None
            citation.said_on = None
            citation.quote = citation.locator = citation.translation = ""


def veil_claims(claims: Iterable[Assertion], person: User) -> set[int]:
    """The same for claims and their citations, which were read with them; the keys of the claims that are now veiled.

    Of a claim that rests on nothing the person may see, its value, its grades and our reasons are taken out too.
    """
    held = list(claims)
    veil([citation for claim in held for citation in claim.citations.all()], person)
    doubtful = [one.pk for one in held if any(citation.source.veiled for citation in one.citations.all())]
    hidden = hidden_among(doubtful, person) if doubtful else set()
    for claim in held:
        if claim.pk in hidden:
            veil_claim(claim)
    return hidden


def veil_claim(claim: Assertion) -> None:
    """Take out of a claim what it says and what we make of it; what pages then say instead is said by ``value_of``."""
    claim.veiled = True
    claim.polarity, claim.modality = Polarity.AFFIRMED, Modality.FACT
    claim.credibility = None
    claim.confidence = claim.rationale = claim.verification_reason = ""
    if claim.stands:
        claim.verification, claim.role = Verification.UNREVIEWED, AssertionRole.RECOMMENDED


def veil_comments(comments: Iterable[ReviewComment], person: User) -> None:
    """Take the words out of comments on claims that the person may not know."""
    held = [one for one in comments if one.assertion_id]
    hidden = hidden_among({one.assertion_id for one in held if one.assertion_id}, person) if held else set()
    for comment in held:
        if comment.assertion_id in hidden:
            comment.text = _("A comment on a claim that rests on a confidential source: withheld from you.")
            comment.veiled = True


def veil_edits(edits: Iterable[Contribution], incident: Incident, hidden: set[int]) -> None:
    """Take the summary out of edits of the claims that are hidden from whoever is looking."""
    revisions = hidden_revisions(incident, hidden) if hidden else set()
    for edit in edits:
        if edit.revision in revisions and edit.summary:
            edit.summary = _("Withheld from you: it is about a claim that rests on a confidential source.")


def hidden_revisions(incident: Incident, hidden: set[int]) -> set[int]:
    """The revisions of an incident that changed one of these claims or a citation of one.

    Row history knows: what one edit writes has one context.
    """
    claims = event_of(Assertion).objects.filter(pgh_obj__in=hidden).values("pgh_context")
    citations = event_of(Citation).objects.filter(assertion__in=hidden).values("pgh_context")
    written = event_of(Incident).objects.filter(pgh_obj=incident.pk)
    edits = written.filter(Q(pgh_context__in=claims) | Q(pgh_context__in=citations))
    return set(edits.values_list("revision", flat=True))


def event_of(model: type[Model]) -> Any:
    """The table that keeps every past state of a model's rows."""
    return apps.get_model("incidents", f"{model.__name__}Event")


def hidden_among(claims: Iterable[int], person: User) -> set[int]:
    """Which of the claims, by primary key, a person may not know."""
    return set(hidden_claims(person).filter(pk__in=set(claims)).values_list("pk", flat=True))


def veiled(source: Source) -> Source:
    """What stands for a confidential source: its handle, and nothing else of it."""
    shown = Source(
        pk=source.pk,
        uid=source.uid,
        title=source.handle,
        publisher=Publisher(name=_("Withheld")),
        confidential=True,
        recorded_by_id=source.recorded_by_id,
    )
    shown.veiled = True
    return shown


def hears(person: User, speaker: Speaker) -> Verdict:
    """Whether a person may see a speaker at all: not one who is heard in confidential sources only."""
    cited = Citation.objects.filter(speaker=speaker)
    if not cited.exists() or cited.filter(source__in=Source.objects.readable_by(person)).exists():
        return ALLOWED
    return Verdict(_("This speaker is heard in a confidential source. Ask a senior editor to let you see it."))
