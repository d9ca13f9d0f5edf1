"""Who says so, in names alone and quickly: for files with many rows, where no page is put together."""

from typing import Any

from incidents.choices import Stance
from incidents.presenting.citing import day_known, in_time


def voices(content: dict[str, Any], claim_ids: list[str]) -> list[str]:
    """The names that ``Evidence.behind`` would give: everybody who supports one of the claims, each once, in order."""
    sources = {source["id"]: source for source in content["sources"]}
    wanted = set(claim_ids)
    supporting = [
        citation
        for claim in content["claims"]
        if claim["id"] in wanted
        for citation in claim["citations"]
        if citation["stance"] == Stance.SUPPORTS
    ]
    supporting.sort(key=lambda one: in_time(_day(one, sources)))
    found = {(_name(one, sources), one["source"]): None for one in reversed(supporting)}
    return list(dict.fromkeys(name for name, _source in reversed(found)))


def _day(citation: dict[str, Any], sources: dict[str, dict[str, Any]]) -> str:
    return citation["reported_on"] or citation["said_on"] or day_known(sources[citation["source"]])


def _name(citation: dict[str, Any], sources: dict[str, dict[str, Any]]) -> str:
    """The speaker or, where none is recorded, the publisher."""
    speaker = citation["speaker"]
    return str(speaker["label"] if speaker else sources[citation["source"]]["publisher"]["name"])
