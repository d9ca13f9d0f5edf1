"""Who says so, in names alone: the speaker or, where none is recorded, the publisher, each with where it stands."""

from typing import Any

from incidents.choices import DatePrecision, Stance

Content = dict[str, Any]
"""A version's public document."""


def voices(content: Content, value: Content | None) -> list[dict[str, str]]:
    """Everybody who supports a resolved value of a document: each once for each publisher, as ``name`` and
    ``publisher``, in the order in which they said so last. Nobody stands behind no value.
    """
    sources = {source["id"]: source for source in content["sources"]}
    wanted = set(value["why"]["claims"]) if value else set()
    supporting = [
        citation
        for claim in content["claims"]
        if claim["id"] in wanted
        for citation in claim["citations"]
        if citation["stance"] == Stance.SUPPORTS
    ]
    supporting.sort(key=lambda one: in_time(_day(one, sources)))
    newest_last = {(_name(one, sources), one["source"]): None for one in reversed(supporting)}
    said = [(name, sources[source]["publisher"]["name"]) for name, source in reversed(newest_last)]
    return [{"name": name, "publisher": publisher} for name, publisher in dict.fromkeys(said)]


def names(said_by: list[dict[str, str]]) -> list[str]:
    """The voices without where they stand, each once."""
    return list(dict.fromkeys(one["name"] for one in said_by))


def in_time(iso: str) -> str:
    """What a day, a month or a year is sorted by: one that is known less finely stands at its end, an unknown last."""
    return f"{iso}~"


def day_known(source: Content) -> str:
    """The day, month or year of publication in ISO 8601, no finer than it is known; "" for none."""
    figures = {DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}.get(source["published_precision"], 10)
    return str(source["published_on"] or "")[:figures]


def _day(citation: Content, sources: dict[str, Content]) -> str:
    return citation["reported_on"] or citation["said_on"] or day_known(sources[citation["source"]])


def _name(citation: Content, sources: dict[str, Content]) -> str:
    speaker = citation["speaker"]
    return str(speaker["label"] if speaker else sources[citation["source"]]["publisher"]["name"])
