"""Who says so: one citation in the words of a page."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import Naming, Stance, Verification
from incidents.presenting.sources import SourceEntry
from incidents.presenting.words import day_words, label_of
from incidents.rules.voices import day_known, in_time


@dataclass(frozen=True, kw_only=True)
class Said:
    """Whose words a citation carries, where they stand and since when they are known.

    ``who`` is the speaker or, where none is recorded, the publisher; ``kind`` says what kind of voice that is.
    ``iso`` is the day that counts for order: when it was reported or, failing that, said or published.
    """

    who: str
    kind: str
    anonymity: str
    via: str
    iso: str
    when: str
    said_on: str
    quote: str
    translation: str
    locator: str
    stance: str
    source: SourceEntry
    before: str
    after: str

    @property
    def words(self) -> str:
        """Who, through which publisher, when: "Ahmad Vahidi, Minister of the Interior, in Xinhua, 4 January 2024"."""
        via = _("in %(publisher)s") % {"publisher": self.via} if self.via else ""
        return ", ".join(part for part in (self.who, via, self.when) if part)

    @property
    def detail(self) -> str:
        """Publisher, date and place of the words, as they stand behind a speaker and the title of a source.

        A publisher that speaks for itself is not named twice.
        """
        return ", ".join(part for part in (self.via, self.when, self.locator) if part)

    @property
    def note(self) -> str:
        """What a reader must know of the voice: the reason given for not naming it, or that it speaks against."""
        return ". ".join(part for part in (self.anonymity, self.stance) if part)


def who_says(citation: dict[str, Any], sources: dict[str, SourceEntry], published: dict[str, str]) -> Said:
    """One citation of a document. ``published`` are the publication days of its sources by id."""
    source = sources[citation["source"]]
    speaker = citation["speaker"]
    day = citation["reported_on"] or citation["said_on"]
    return Said(
        who=speaker["label"] if speaker else source.publisher,
        kind=label_of(Naming, speaker["naming"]) if speaker else source.publisher_kind,
        anonymity=_anonymity(speaker),
        via=source.publisher if speaker else "",
        iso=day or published.get(source.id, ""),
        when=day_words(day) if day else source.published,
        said_on=day_words(citation["said_on"]),
        quote=citation["quote"],
        translation=citation["translation"],
        locator=citation["locator"],
        stance="" if citation["stance"] == Stance.SUPPORTS else label_of(Stance, citation["stance"]),
        source=source,
        before=_words_before(citation.get("anchor")),
        after=_words_after(citation.get("anchor")),
    )


def _words_before(anchor: dict[str, Any] | None) -> str:
    """What stands before the quote, from a whole word on; "" where it is not shown or nothing does."""
    prefix = _single_spaced(anchor["prefix"]) if anchor else ""
    return f"… {prefix.partition(' ')[2]}" if " " in prefix else ""


def _words_after(anchor: dict[str, Any] | None) -> str:
    suffix = _single_spaced(anchor["suffix"]) if anchor else ""
    return f"{suffix.rpartition(' ')[0]} …" if " " in suffix else ""


def _single_spaced(text: str) -> str:
    """The text on one line; whether it begins or ends with a space stays as it is."""
    return re.sub(r"\s+", " ", text)


def _anonymity(speaker: dict[str, Any] | None) -> str:
    if not speaker or speaker["naming"] != Naming.ANONYMOUS:
        return ""
    reason = speaker["anonymity_reason"]
    return _("Not named: %(reason)s") % {"reason": reason} if reason else _("Not named")


@dataclass(frozen=True)
class Evidence:
    """The sources and claims of one document, looked up by id while its page is put together."""

    content: dict[str, Any]
    sources: dict[str, SourceEntry]

    def said(self, citations: list[dict[str, Any]]) -> list[Said]:
        """The citations in the order in which they were reported."""
        published = {one["id"]: day_known(one) for one in self.content["sources"]}
        return sorted((who_says(one, self.sources, published) for one in citations), key=lambda said: in_time(said.iso))

    def verdict(self, claim_ids: list[str]) -> str:
        """How far the claims behind a value are verified, in a word; "" where they differ and none is disputed."""
        verdicts = {claim["verification"] for claim in self.content["claims"] if claim["id"] in set(claim_ids)}
        if Verification.DISPUTED in verdicts:
            return label_of(Verification, Verification.DISPUTED)
        return label_of(Verification, verdicts.pop()) if len(verdicts) == 1 else ""

    def behind(self, claim_ids: list[str]) -> list[Said]:
        """Everybody who supports one of the claims, each once for each source."""
        wanted = set(claim_ids)
        citations = [
            citation
            for claim in self.content["claims"]
            if claim["id"] in wanted
            for citation in claim["citations"]
            if citation["stance"] == Stance.SUPPORTS
        ]
        return list({(one.who, one.source.id): one for one in reversed(self.said(citations))}.values())[::-1]
