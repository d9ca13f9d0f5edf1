"""Confidential sources, for those who may not see them: a handle stands for each."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import Assertion, Citation, Publisher, Source, Speaker
from incidents.policies import ALLOWED, Verdict


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


def veil_claims(claims: Iterable[Assertion], person: User) -> None:
    """The same for the citations of claims, which were read with them."""
    veil([citation for claim in claims for citation in claim.citations.all()], person)


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
