"""The explorer: everything that its one page says about a query."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.presenting.words import inside_quotes, moment_words
from incidents.public.frame import absolute
from incidents.public.listing import Window
from incidents.public.presenting.addresses import address, changed, paged
from incidents.public.presenting.filters import Chip
from incidents.public.presenting.incident import HASH_SHOWN
from incidents.public.presenting.maps import MOST
from incidents.public.presenting.results import Result
from incidents.rules.static_map import StaticMap
from incidents.selectors.record_queries import Totals


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The way through the list."""

    position: str
    previous_url: str
    next_url: str


@dataclass(frozen=True, kw_only=True)
class MapBox:
    """The map: a drawing, the address of the same query as GeoJSON, and what it cannot show."""

    drawing: StaticMap
    features_url: str
    note: str
    unmapped: str
    unmapped_url: str


@dataclass(frozen=True, kw_only=True)
class Actions:
    """The same answer for programs, for friends and for footnotes."""

    json_url: str
    geojson_url: str
    api_url: str
    permalink: str
    citation: str
    statistics_url: str


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """A filter that, left out, leads to incidents again."""

    label: str
    url: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ExplorerPage:
    """Everything on the page but the form and the frame."""

    sentence: str
    chips: list[Chip]
    results: list[Result]
    pages: Pages
    map: MapBox
    actions: Actions
    ways_out: list[WayOut]
    sorts: list[dict[str, Any]]
    as_of: str
    now_url: str


def pages(query: Query, shown: Window) -> Pages:
    """Where we are, and the pages before and after."""
    return Pages(
        position=shown.position,
        previous_url=paged(query, shown.page - 1) if shown.page > 1 else "",
        next_url=paged(query, shown.page + 1) if shown.page < shown.last_page else "",
    )


def map_box(query: Query, totals: Totals, drawing: StaticMap) -> MapBox:
    """The map of a query, with words for everything that it leaves out."""
    note = ""
    if totals.mapped > MOST:
        words = _("The drawing shows %(most)s of %(mapped)s incidents; the list and the data have all of them.")
        note = words % {"most": MOST, "mapped": number_format(totals.mapped, force_grouping=True)}
    count = ngettext(
        "%(count)s incident has no location that may be drawn",
        "%(count)s incidents have no location that may be drawn",
        totals.unmapped,
    )
    return MapBox(
        drawing=drawing,
        features_url=address("/incidents.geojson", query.canonical),
        note=note,
        unmapped=count % {"count": number_format(totals.unmapped, force_grouping=True)} if totals.unmapped else "",
        unmapped_url=address("/", changed(query, mapped="false")),
    )


def actions(query: Query, sentence: str, totals: Totals, head: LogEntry | None) -> Actions:
    """Addresses of the same answer, and how to cite it."""
    return Actions(
        json_url=address("/incidents.json", query.canonical),
        geojson_url=address("/incidents.geojson", query.canonical),
        api_url=address("/api/v1/incidents/", query.canonical),
        permalink=absolute(address("/", query.canonical)),
        statistics_url=address(reverse("public:statistics"), query.canonical),
        citation=citation(query, sentence, head, demonstration=totals.demonstration > 0),
    )


def citation(
    query: Query, sentence: str, head: LogEntry | None, *, demonstration: bool, path: str = "/", part: str = ""
) -> str:
    """The answer as it stands: its moment of record time, the state of the log, and the address that repeats it."""
    moment = query.as_of or (head.appended_at if head else None)
    if head is None or moment is None:
        return f"Attest. “{inside_quotes(sentence)}”. {absolute(path)}{part}"
    words = {
        "sentence": inside_quotes(sentence),
        "day": moment_words(moment),
        "position": head.position,
        "hash": head.chain_hash[:HASH_SHOWN],
        "address": absolute(address(path, changed(query, as_of=moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")))) + part,
    }
    cited = _("Attest. “%(sentence)s”. %(day)s, log entry %(position)s, %(hash)s. %(address)s") % words
    if demonstration:
        return _("Demonstration data, not for citation: %(citation)s") % {"citation": cited}
    return cited


def sorts(query: Query) -> list[dict[str, Any]]:
    """The orders of the list as links."""
    labels = {
        "-occurred": _("Latest first"),
        "occurred": _("Earliest first"),
        "-published": _("Newest in the record first"),
    }
    bare = dict(pair for pair in parse_qsl(query.canonical) if pair[0] != "sort")
    return [
        {
            "label": label,
            "url": address("/", urlencode(bare if name == "-occurred" else {**bare, "sort": name}, safe=",:")),
            "current": query.sort == name,
        }
        for name, label in labels.items()
    ]
