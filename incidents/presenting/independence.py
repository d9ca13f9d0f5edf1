"""How many sources say what a claim says, how many of them are independent, and which belong together."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import Stance
from incidents.presenting.citing import Evidence
from incidents.presenting.sources import SourceEntry

Sources = tuple[SourceEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Independence:
    """The count of one claim in words: "13 sources, 6 independent".

    ``groups`` are those sources by independent origin, told where there is more than one source; one that rests on
    several origins stands with each. ``others`` are cited too and do not say so: neither number counts them.
    """

    words: str
    groups: tuple[Sources, ...]
    others: Sources


def independence(claim: dict[str, Any], evidence: Evidence) -> Independence:
    """The count of a claim, made from the very groups that are shown."""
    saying = _numbered(claim, evidence, lambda citation: citation["stance"] == Stance.SUPPORTS)
    citing = _numbered(claim, evidence, lambda citation: citation["stance"] != Stance.SUPPORTS)
    return Independence(
        words=_words(len(saying), claim["origins"]),
        groups=_groups(claim, evidence) if len(saying) > 1 else (),
        others=tuple(citing[number] for number in sorted(citing.keys() - saying.keys())),
    )


def _words(sources: int, origins: int) -> str:
    if not sources:
        return _("No source cited here says so")
    counted = ngettext("%(count)s source", "%(count)s sources", sources) % {"count": sources}
    return _("%(sources)s, %(origins)s independent") % {"sources": counted, "origins": origins}


def _numbered(claim: dict[str, Any], evidence: Evidence, wanted: Any) -> dict[int, SourceEntry]:
    """The sources of some citations, by the numbers that they have on the page."""
    found = [evidence.sources[citation["source"]] for citation in claim["citations"] if wanted(citation)]
    return {source.number: source for source in found}


def _groups(claim: dict[str, Any], evidence: Evidence) -> tuple[Sources, ...]:
    """The groups, each in the order of its numbers; a version from before there were groups tells none."""
    of = {citation["id"]: evidence.sources[citation["source"]] for citation in claim["citations"]}
    found = [{of[one].number: of[one] for one in group} for group in claim.get("origin_groups", [])]
    return tuple(tuple(group[number] for number in sorted(group)) for group in found)
