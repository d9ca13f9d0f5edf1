"""The whole body of an incident page, put together from its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import Alternative
from incidents.presenting.citing import Evidence
from incidents.presenting.claims import Question, questions
from incidents.presenting.context import BLAMELESS, Reaction, Related, WarningCard, reactions, related, warnings
from incidents.presenting.facts import Fact, key_facts
from incidents.presenting.known import KnownDay, known_when
from incidents.presenting.sources import SourceEntry, SourceList, list_sources
from incidents.presenting.tolls import Toll, tolls
from incidents.presenting.words import label_of


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of the summary with the sources that it rests on."""

    text: str
    sources: tuple[SourceEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One question of the definition and its answer in a word."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class Forebear:
    """Another permanent id that this incident has to do with by a merge or a split, and how."""

    text: str
    id: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the page's own table of contents."""

    anchor: str
    title: str


@dataclass(frozen=True, kw_only=True)
class IncidentBody:
    """Everything that ``public/incident_body.html`` shows."""

    title: str
    demonstration: bool
    graphic: bool
    facts: list[Fact]
    summary: list[Sentence]
    known: list[KnownDay]
    questions: list[Question]
    tolls: list[Toll]
    warnings: list[WarningCard]
    warning_note: str
    reactions: list[Reaction]
    related: list[Related]
    sources: SourceList
    criteria: list[Criterion]
    waivers: list[dict[str, str]]
    lineage: list[Forebear]

    @property
    def contents(self) -> list[Entry]:
        """The sections that there are, in their order."""
        sections = [
            (self.summary, "summary", _("Summary")),
            (self.known, "known", _("What was known when")),
            (self.questions, "claims", _("Claims")),
            (self.warnings, "warnings", _("Warnings")),
            (self.reactions, "reactions", _("Reactions and analysis")),
            (self.related, "related", _("Related incidents")),
            (self.sources.groups, "sources", _("Sources")),
            (self.criteria, "definition", _("Definition")),
        ]
        return [Entry(anchor=anchor, title=title) for filled, anchor, title in sections if filled]


def present(content: dict[str, Any], titles: Mapping[str, str]) -> IncidentBody:
    """The body for a document; ``titles`` names the linked incidents that are public, by id."""
    sources = list_sources(content["sources"])
    evidence = Evidence(content, sources.by_id())
    return IncidentBody(
        title=content["title"],
        demonstration=content["demonstration"],
        graphic=bool(content["sensitivity"]["graphic"]),
        facts=key_facts(content, evidence),
        summary=[_sentence(one, evidence) for one in content["summary"]],
        known=known_when(content, evidence),
        questions=questions(content, evidence),
        tolls=tolls(content, evidence),
        warnings=warnings(content, evidence),
        warning_note=str(BLAMELESS),
        reactions=reactions(content, evidence),
        related=related(content, evidence, titles),
        sources=sources,
        criteria=_criteria(content["criteria"]),
        waivers=content["waivers"],
        lineage=_lineage(content.get("lineage") or {}),
    )


def _lineage(lineage: dict[str, Any]) -> list[Forebear]:
    """What was merged into it and split off from it; versions from before there were merges say nothing.

    The address of what was merged leads back here, so its first version is linked: from there all others are.
    """
    told = [
        *((_("Merged into this one:"), one, f"/incidents/{one}/v/1/") for one in lineage.get("merged_from", [])),
        *((_("Split off from this one:"), one, f"/incidents/{one}/") for one in lineage.get("split_into", [])),
        *((_("Split off from:"), one, f"/incidents/{one}/") for one in [lineage.get("split_from")] if one),
    ]
    return [Forebear(text=text, id=one, url=url) for text, one, url in told]


def _sentence(one: dict[str, Any], evidence: Evidence) -> Sentence:
    ids = dict.fromkeys(citation["source"] for citation in one["citations"])
    sources = sorted((evidence.sources[source_id] for source_id in ids), key=lambda entry: entry.number)
    return Sentence(text=one["text"], sources=tuple(sources))


def _criteria(criteria: dict[str, Any]) -> list[Criterion]:
    """The three criteria of the Global Terrorism Database and its reservation; what is undecided is said."""
    asked = [
        (_("Was it aimed at a political, economic, religious or social goal?"), criteria["goal"]),
        (_("Was it meant to send a message beyond its direct victims?"), criteria["message"]),
        (_("Did it lie outside legitimate warfare?"), criteria["outside_war"]),
        (_("Is there doubt that it was terrorism?"), criteria["doubt_terrorism"]),
    ]
    if all(answer is None for _question, answer in asked):
        return []
    words = {True: _("Yes"), False: _("No"), None: _("Not decided")}
    found = [Criterion(question=question, answer=words[answer]) for question, answer in asked]
    if criteria["alternative"]:
        found.append(
            Criterion(question=_("What else may it have been?"), answer=label_of(Alternative, criteria["alternative"]))
        )
    return found
