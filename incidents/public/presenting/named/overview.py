"""What every page about somebody or something says of its incidents: how many, the newest, a map, and where all are."""

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.filters import Query
from incidents.models.record import PublishedIncident
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address
from incidents.public.presenting.charts.table import counted
from incidents.public.presenting.explorer import MapBox, map_box
from incidents.public.presenting.maps import MOST, TOLERANCE, drawing
from incidents.public.presenting.results import Result, result
from incidents.selectors import record_queries as ask
from incidents.selectors.record import wholes_of

LATEST: Final = 10


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The incidents of one page."""

    count: int
    words: str
    demonstration: bool
    results: list[Result]
    map: MapBox | None
    links: tuple[tuple[str, str], ...]


def overview(query: Query, *, with_map: bool = True) -> Overview:
    """The incidents of a query, latest first."""
    totals = ask.totals(query)
    words = ngettext("%(number)s incident", "%(number)s incidents", totals.count) % {"number": counted(totals.count)}
    rows = ask.results(query, start=0, number=LATEST) if totals.count else []
    titles = wholes_of(rows, as_of=query.as_of)
    on_map = ask.drawn(query, number=MOST, tolerance=TOLERANCE) if with_map and totals.mapped else []
    return Overview(
        count=totals.count,
        words=words,
        demonstration=totals.demonstration > 0,
        results=[result(row, query.as_of, titles) for row in rows],
        map=map_box(query, totals, drawing(on_map)) if on_map else None,
        links=links(query),
    )


def links(query: Query) -> tuple[tuple[str, str], ...]:
    """Where the same incidents are: as a list, on the map, in figures, as data."""
    return (
        (_("List of these incidents"), address("/", query.canonical)),
        (_("On the map"), f"{address('/', query.canonical)}#map"),
        (_("Statistics"), address(reverse("public:statistics"), query.canonical)),
        (_("API"), address("/api/v1/incidents/", query.canonical)),
    )


def see_also(row: PublishedIncident, content: dict[str, Any]) -> list[dict[str, str]]:
    """The pages of the country and the province of an incident, and of everybody who is named for it: each in words
    that say what stands there, since a name alone would say too much.
    """
    names = {one["actor"]: one["name"] for one in content.get("actors", ())}
    province = _("Incidents in %(place)s (province)") % {"place": row.province_name or row.province_code}
    pages = [
        ("country", row.country_code, _("Incidents in %(place)s") % {"place": row.country_name or row.country_code}),
        ("province", row.province_code, province),
        *(
            ("actor", slug, _("Incidents that name %(actor)s") % {"actor": names.get(slug, slug)})
            for slug in row.actors
        ),
    ]
    return [{"label": label, "url": reverse(f"public:{name}", args=[code])} for name, code, label in pages if code]


def overview_data(found: Overview, query: Query) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "incidents": found.count,
        "demonstration": found.demonstration,
        "latest": [{"id": one.id, "title": one.title, "url": absolute(one.url)} for one in found.results],
        "all": absolute(address("/incidents.json", query.canonical)),
    }
