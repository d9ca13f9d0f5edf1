"""Confidential sources, for those who may not see them: a handle stands for each."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import AssertionRole, Modality, Polarity, Verification
from incidents.models import (
    Assertion,
    Citation,
    Contribution,
    Incident,
    IncidentLink,
    Publisher,
    ReviewComment,
    Source,
    Speaker,
    Statement,
    SummarySentence,
    Warning,  # noqa: A004
)
from incidents.policies import ALLOWED, Verdict
from incidents.selectors.clearance import BORNE, Untold, hidden
from incidents.selectors.past import history_of
from incidents.selectors.remarks import closed_remarks


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
    closed = hidden_among(doubtful, person) if doubtful else set()
    for claim in held:
        if claim.pk in closed:
            veil_claim(claim)
    return closed


def veil_claim(claim: Assertion) -> None:
    """Take out of a claim what it says and what we make of it; what pages then say instead is said by ``value_of``."""
    claim.veiled = True
    claim.polarity, claim.modality = Polarity.AFFIRMED, Modality.FACT
    claim.credibility = None
    claim.confidence = claim.rationale = claim.verification_reason = ""
    if claim.stands:
        claim.verification, claim.role = Verification.UNREVIEWED, AssertionRole.RECOMMENDED


def veil_held(
    incident: Incident,
    rows: Iterable[Statement | IncidentLink | SummarySentence],
    person: User,
) -> None:
    """Veil reactions, links and sentences with their citations, which were read with them."""
    held = list(rows)
    veil([citation for one in held for citation in one.citations.all()], person)
    doubtful = [one for one in held if any(citation.source.veiled for citation in one.citations.all())]
    for model in {type(one) for one in doubtful}:
        closed = set(hidden(model, person).filter(incident=incident).values_list("pk", flat=True))
        for one in doubtful:
            if type(one) is model and one.pk in closed:
                one.veiled = True


def veil_comments(comments: Iterable[ReviewComment], incident: Incident, person: User) -> None:
    """Take the words out of comments on what the person may not know."""
    held = list(comments)
    closed = closed_remarks(held, incident, person)
    for comment in held:
        if comment.pk in closed:
            comment.text = _("A comment on what rests on a confidential source: withheld from you.")
            comment.veiled = True


def veil_edits(edits: Iterable[Contribution], incident: Incident, untold: Untold) -> None:
    """Take the summary out of edits of what whoever is looking may not know."""
    revisions = hidden_revisions(incident, untold)
    for edit in edits:
        if edit.revision in revisions and edit.summary:
            edit.summary = _("Withheld from you: it is about what rests on a confidential source.")


def hidden_revisions(incident: Incident, untold: Untold) -> set[int]:
    """The revisions of an incident that changed something of this, or a citation of it, or tied a warning to it.

    Row history knows: what one edit writes has one context.
    """
    touched = Q()
    for model, keys in untold.rows.items():
        touched |= Q(pgh_context__in=history_of(model).filter(pgh_obj_id__in=keys).values("pgh_context"))
        if model in BORNE:
            cited = history_of(Citation).filter(**{f"{BORNE[model]}_id__in": keys})
            touched |= Q(pgh_context__in=cited.values("pgh_context"))
    if untold.of(Warning):
        tied = Q(pgh_context__metadata__warning__in=list(untold.of(Warning)))
        unnamed = Q(pgh_context__metadata__verb="warn_of") & ~Q(pgh_context__metadata__has_key="warning")
        touched |= tied | unnamed
    if not touched:
        return set()
    return set(history_of(Incident).filter(touched, pgh_obj_id=incident.pk).values_list("revision", flat=True))


def hidden_among(claims: Iterable[int], person: User) -> set[int]:
    """Which of the claims, by primary key, a person may not know."""
    return set(hidden(Assertion, person).filter(pk__in=set(claims)).values_list("pk", flat=True))


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
