"""Who says so, as external references and authors."""

from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import Naming, Stance
from incidents.presenting.frame import absolute
from incidents.presenting.stix.naming import Object, Told
from incidents.presenting.words import day_words, label_of
from incidents.rules.voices import names, voices

Cited = list[dict[str, Any]]


def authors(told: Told, claims: list[str]) -> list[str]:
    """Everybody who supports one of the claims: speakers or, where none is recorded, publishers."""
    return names(voices(told.content, {"why": {"claims": claims}}))


def references(told: Told, citations: Cited) -> list[Object]:
    """An external reference for each citation: the publisher, the words, who speaks in them and where they stand."""
    return [reference(told.sources[one["source"]], _words(one)) for one in citations]


def reference(source: dict[str, Any], words: str = "") -> Object:
    """A source, with what is cited from it."""
    title = "“%s”" % source["title"]  # noqa: UP031 (a title may hold braces)
    described = ", ".join(part for part in (words, title) if part)
    address = source["url"] or absolute(f"/sources/{source['id']}/")
    return {
        "source_name": source["publisher"]["name"],
        "description": described,
        "url": address,
        "external_id": source["id"],
    }


def ourselves(public_id: str, number: int) -> Object:
    """The permanent page of the version that is told."""
    return {
        "source_name": "Attest",
        "external_id": public_id,
        "url": absolute(f"/incidents/{public_id}/v/{number}/"),
        "description": _("Version %(number)s") % {"number": number},
    }


def _words(citation: dict[str, Any]) -> str:
    """Quote, speaker, place, day and what the words do to the claim, where it is not that they support it."""
    reported = day_words(citation["reported_on"])
    parts = (
        "“%s”" % citation["quote"] if citation["quote"] else "",  # noqa: UP031
        _("in translation: “%(words)s”") % {"words": citation["translation"]} if citation["translation"] else "",
        _speaker(citation["speaker"]),
        citation["locator"],
        _("reported %(day)s") % {"day": reported} if reported else "",
        "" if citation["stance"] == Stance.SUPPORTS else label_of(Stance, citation["stance"]).lower(),
    )
    return ", ".join(part for part in parts if part)


def _speaker(speaker: dict[str, Any] | None) -> str:
    if not speaker:
        return ""
    label = str(speaker["label"])
    return f"{label} ({label_of(Naming, speaker['naming']).lower()})" if speaker["naming"] != Naming.NAMED else label
