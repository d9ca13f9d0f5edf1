"""The explorer: everything that its one page says about a query."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.filters import DEFAULT_SORT, Query
from incidents.models.record import LogEntry
from incidents.presenting.said import Said
from incidents.public.frame import absolute
from incidents.public.listing import Window
from incidents.public.presenting.addresses import address, changed, paged
from incidents.public.presenting.citations import LABELS, cited_query
from incidents.public.presenting.code import Snippet, snippets
from incidents.public.presenting.embedding import oembed_url
from incidents.public.presenting.facets import FacetGroup
from incidents.public.presenting.filters import Chip
from incidents.public.presenting.incident import Data
from incidents.public.presenting.maps import MOST
from incidents.public.presenting.results import Result
from incidents.public.presenting.suggesting import OfferGroup
from incidents.public.presenting.time import TimeBox
from incidents.rules.static_map import StaticMap
from incidents.selectors.record_permanence import moment_of
from incidents.selectors.record_queries import Totals


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The way through the list."""

    position: str
    previous_url: str
    next_url: str


@dataclass(frozen=True, kw_only=True)
class MapBox:
    """The map: a drawing, the address of what a view of it shows, and what it cannot show.

    There is no drawing for somebody whose map is open.
    """

    drawing: StaticMap | None
    view_url: str
    note: str
    unmapped: str
    unmapped_url: str


@dataclass(frozen=True, kw_only=True)
class Actions:
    """The same answer for programs, for friends and for footnotes."""

    download_url: str
    json_url: str
    geojson_url: str
    api_url: str
    code: list[Snippet]
    permalink: str
    citation: str
    query: str
    citations: list[Data]
    atom_url: str
    json_feed_url: str
    embed_url: str
    oembed_url: str
    statistics_url: str


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """A filter that, left out, leads to incidents again."""

    label: str
    url: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Parts:
    """That some incidents are parts of others, and the same list without those."""

    words: str
    url: str


@dataclass(frozen=True, kw_only=True)
class ExplorerPage:
    """Everything on the page but the form and the frame; ``parts`` is None where no part is among them unasked."""

    sentence: str
    count: int
    parts: Parts | None
    chips: list[Chip]
    facets: list[FacetGroup]
    meant: list[OfferGroup]
    results: list[Result]
    pages: Pages
    map: MapBox
    time: TimeBox
    actions: Actions
    ways_out: list[WayOut]
    sorts: list[dict[str, Any]]
    as_of: str
    now_url: str


def parts(query: Query, totals: Totals) -> Parts | None:
    """The sentence under the heading; none for whoever asked for parts, or without them."""
    if not totals.parts or {"part", "part_of"} & query.values.keys():
        return None
    count = ngettext(
        "%(count)s of these is part of another incident on record, which counts whatever it counts as well.",
        "%(count)s of these are parts of other incidents on record, which count whatever they count as well.",
        totals.parts,
    )
    words = count % {"count": number_format(totals.parts, force_grouping=True)}
    return Parts(words=words, url=address("/", changed(query, part="false")))


def pages(query: Query, shown: Window) -> Pages:
    """Where we are, and the pages before and after."""
    return Pages(
        position=shown.position,
        previous_url=paged(query, shown.page - 1) if shown.page > 1 else "",
        next_url=paged(query, shown.page + 1) if shown.page < shown.last_page else "",
    )


def map_box(query: Query, totals: Totals, drawing: StaticMap | None) -> MapBox:
    """The map of a query, with words for everything that it leaves out."""
    note = ""
    if drawing and totals.mapped > MOST:
        words = _("The drawing shows %(most)s of %(mapped)s incidents; the list and the data have all of them.")
        note = words % {"most": MOST, "mapped": number_format(totals.mapped, force_grouping=True)}
    count = ngettext(
        "%(count)s incident has no location that may be drawn",
        "%(count)s incidents have no location that may be drawn",
        totals.unmapped,
    )
    return MapBox(
        drawing=drawing,
        view_url=address("/map.json", query.canonical),
        note=note,
        unmapped=count % {"count": number_format(totals.unmapped, force_grouping=True)} if totals.unmapped else "",
        unmapped_url=address("/", changed(query, mapped="false")),
    )


def actions(query: Query, told: Said, entry: LogEntry | None) -> Actions:
    """Addresses of the same answer, and how to cite it; ``entry`` is the newest one of the log at its moment."""
    canonical = query.canonical
    moment = moment_of(query, entry)
    cited = cited_query(query, told, entry, moment).words if entry and moment else ""
    page = absolute(address("/", canonical))
    return Actions(
        query=canonical,
        download_url=address("/downloads/", canonical),
        json_url=address("/incidents.json", canonical),
        geojson_url=address("/incidents.geojson", canonical),
        api_url=address("/api/v1/incidents/", canonical),
        code=snippets(query),
        permalink=page,
        citation=cited,
        citations=[Data(label=label, url=cite_url(form, canonical)) for form, label in LABELS] if cited else [],
        atom_url=address(reverse("public:incidents_feed"), canonical),
        json_feed_url=address(reverse("public:incidents_json_feed"), canonical),
        embed_url=address(reverse("public:embed_builder"), canonical),
        oembed_url=oembed_url(page),
        statistics_url=address(reverse("public:statistics"), canonical),
    )


def cite_url(form: str, canonical: str) -> str:
    return address(reverse("public:cite_query", args=[form]), canonical)


def sorts(query: Query) -> list[dict[str, Any]]:
    """The orders of the list as links."""
    labels = {
        "-occurred": _("Latest first"),
        "occurred": _("Earliest first"),
        "-published": _("Newest in the record first"),
    }
    return [
        {
            "label": label,
            "url": address("/", changed(query, sort=None if name == DEFAULT_SORT else name)),
            "current": query.sort == name,
        }
        for name, label in labels.items()
    ]
