"""The same counts as the statistics, made the slow way: by reading every document that a query finds."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from incidents.filters import read_query
from incidents.models.record import Version

Content = dict[str, Any]


@dataclass
class Sums:
    """Figures of a year, added up one by one."""

    incidents: int = 0
    without_figure: int = 0
    low: int | None = None
    low_of: int = 0
    best: int | None = None
    best_of: int = 0
    high: int | None = None
    high_of: int = 0

    def take(self, persons: Content | None) -> None:
        self.incidents += 1
        given = persons or {"low": None, "best": None, "high": None}
        values = {
            "low": given["low"] if given["low"] is not None else given["best"],
            "best": given["best"],
            "high": given["high"] if given["high"] is not None else given["best"],
        }
        if all(value is None for value in values.values()):
            self.without_figure += 1
        for name, value in values.items():
            if value is not None:
                setattr(self, name, (getattr(self, name) or 0) + value)
                setattr(self, f"{name}_of", getattr(self, f"{name}_of") + 1)


@dataclass
class Naive:
    """Everything counted of some documents."""

    counted: int = 0
    years: Counter[str | None] = field(default_factory=Counter)
    killed: dict[str | None, Sums] = field(default_factory=dict)
    wounded: dict[str | None, Sums] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    attack_types: Counter[str] = field(default_factory=Counter)
    target_types: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    grounds: Counter[tuple[str, str]] = field(default_factory=Counter)


def counted_by_hand(query: str) -> Naive:
    """Read each document of a query that is no part of another one of them."""
    rows = read_query(dict(pair.split("=", 1) for pair in query.split("&") if pair)).incidents()
    keys = list(rows.values_list("version_id", flat=True))
    documents = dict(Version.objects.filter(pk__in=keys).values_list("public_id", "content"))
    found = Naive()
    for content in documents.values():
        if content["parent"] not in documents:
            take(found, content)
    return found


def take(found: Naive, content: Content) -> None:
    found.counted += 1
    year = year_of(content["occurred"])
    found.years[year] += 1
    for measure, sums in (("killed", found.killed), ("wounded", found.wounded)):
        sums.setdefault(year, Sums()).take(content[measure])
    if content["place"] and content["place"]["country_code"]:
        found.countries[content["place"]["country_code"]] += 1
    found.attack_types.update({one["code"] for one in content["attack_types"]})
    found.target_types.update({one["code"] for one in content["target_types"]})
    claims = [one for one in content["claims"] if one["kind"] == "attribution" and one["verification"] != "withdrawn"]
    found.named.update({one["value"]["actor"] for one in claims})
    standing = [one for one in claims if one["role"] != "superseded"]
    found.grounds.update({(one["value"]["actor"], ground_of(one)) for one in standing})


def ground_of(claim: Content) -> str:
    return "denial" if claim["polarity"] == "denied" else str(claim["value"]["ground"])


def year_of(occurred: Content | None) -> str | None:
    """The year on the calendar of the place; None where it may have been one year or another."""
    if not occurred:
        return None
    zone = ZoneInfo(occurred["timezone"])
    years = {datetime.fromisoformat(occurred[end]).astimezone(zone).year for end in ("earliest", "latest")}
    return str(years.pop()) if len(years) == 1 else None


def figures(client: Client, query: str = "") -> dict[str, Any]:
    """The statistics as JSON, each figure's rows by its id."""
    document = client.get(f"/statistics.json?{query}").json()
    return {**document, **{one["id"]: one["rows"] for one in document["figures"]}}
