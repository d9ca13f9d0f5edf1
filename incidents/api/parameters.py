"""The parameters of a request: which there are, what they may say, and the sentence for the ones that may not."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.http import QueryDict
from django.utils.choices import normalize_choices
from django_filters import BaseInFilter, Filter, NumberFilter
from drf_spectacular.utils import OpenApiParameter

from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.api.serializers.additions import CHOICES
from incidents.filters import MOMENTS, IncidentFilter, Query, QueryRefusedError, WholeNumberFilter, read_query

PUBLIC_ID: Final = re.compile(r"INC-[0-9]{4}-[0-9]{6}")
FILTERS: Final = frozenset(IncidentFilter.base_filters)
FORMAT: Final = "format"
DEFAULT_LIMIT: Final = 100
MOST: Final = 200
MOST_EXPLAINED: Final = 20
"""Incidents to an answer that is made from whole documents."""

NOTES: Final = {
    "q": "All of these words, whatever their spelling, in title, summary, place, actors and publishers; or an id.",
    "since": "Incidents that may have happened on this day or later, by the calendar of the place: 2024-01-03, "
    "“3 January 2024”, “13 Dey 1402”; of a month or a year its first day.",
    "until": "Incidents that may have happened on this day or earlier, by the calendar of the place; of a month or a "
    "year its last day.",
    "bbox": "Incidents drawn inside the box: west, south, east, north in degrees. West above east crosses the 180th "
    "meridian.",
    "polygon": "Incidents drawn inside the polygon: longitude, latitude, longitude, latitude, … in degrees, 3 to 100 "
    "corners; its sides are straight in degrees.",
    "near": "Incidents drawn near this position: longitude, latitude in degrees. See `radius`.",
    "radius": "How near, in kilometres on the ellipsoid: 1 to 5,000. Without it: 50.",
    "place": "Named places by their code: the folded name and the country, such as `kerman-ir`.",
    "publisher": "Publishers of cited sources, by id.",
    "source": "Cited sources, by id.",
    "language": "Languages of cited sources (BCP 47).",
    "verification": "At least one claim that stands is so verified.",
    "definition": "`strict`: all three criteria of the GTD, without doubt. `broad`: at least two, doubted or not.",
    "killed_max": "At most so many killed, by the high figure or, where there is none, the best.",
    "wounded_min": "At least so many wounded, by the low figure or, where there is none, the best.",
    "wounded_max": "At most so many wounded, by the high figure or, where there is none, the best.",
    "country": "Countries by ISO 3166-1 alpha-2 code; NA is Namibia.",
    "province": "Provinces by ISO 3166-2 code.",
    "actor": "Actors that are named, by the short name in `attribution.actors`, or a branch of theirs; naming is not a "
    "finding.",
    "killed_min": "At least so many killed, by the low figure or, where there is none, the best.",
    "part": "Whether an incident is part of another one on record. A whole counts what its parts count: `false` leaves "
    "the parts out, so that nothing is added up twice.",
    "part_of": "The parts of this incident, by its id.",
    "as_of": "The record as it stood at this moment (RFC 3339), or at the end of this day (UTC).",
    "release": "The record as of the cut-off of this release, by its tag: the same for ever. Not beside `as_of`.",
    "sort": "The order; a minus sign puts the newest first. Without it: `-occurred`.",
}
"""What the name and the label of a filter leave unsaid."""

TYPES: Final[tuple[tuple[type[Filter], dict[str, Any]], ...]] = (
    (WholeNumberFilter, {"type": "integer", "minimum": 0}),
    (NumberFilter, {"type": "number", "minimum": 0}),
)


def choices_of(found: Filter) -> tuple[str, ...]:
    """The values that a filter takes, where they are few."""
    return tuple(str(value) for value, _label in normalize_choices(found.extra.get("choices") or ()))


def filter_parameter(name: str, found: Filter) -> OpenApiParameter:
    """A filter as the OpenAPI document describes it."""
    codes = choices_of(found)
    plain = next((kind for cls, kind in TYPES if isinstance(found, cls)), {"type": "string"})
    one = {"type": "string", "enum": list(codes)} if codes else plain
    several = isinstance(found, BaseInFilter)
    note = NOTES.get(name, f"{found.label}.")
    return OpenApiParameter(
        name,
        {"type": "array", "items": one} if several else one,
        description=note,
        explode=False if several else None,
        style="form" if several else None,
    )


FILTER_PARAMETERS: Final = [filter_parameter(name, found) for name, found in IncidentFilter.base_filters.items()]
OF_A_MOMENT: Final = [parameter for parameter in FILTER_PARAMETERS if parameter.name in MOMENTS]
ID: Final = OpenApiParameter(
    "public_id",
    {"type": "string", "pattern": f"^{PUBLIC_ID.pattern}$"},
    OpenApiParameter.PATH,
    description="The permanent id of the incident.",
)
TAG: Final = OpenApiParameter(
    "tag",
    {"type": "string"},
    OpenApiParameter.PATH,
    description="The name of the release.",
)
NUMBER: Final = OpenApiParameter(
    "number",
    {"type": "integer", "minimum": 1},
    OpenApiParameter.PATH,
    description="The number of the version.",
)


def form_parameter(*forms: str) -> OpenApiParameter:
    """The forms of an answer."""
    return OpenApiParameter(
        FORMAT,
        {"type": "string", "enum": list(forms)},
        description="Which form the answer has. Without it, the Accept header decides. The ending of the address may "
        "say it instead.",
    )


GEO: Final = form_parameter("json", "geojson")
FORMS: Final = form_parameter("json", "geojson", "jsonl", "csv")
THING_FORMS: Final = form_parameter("json", "jsonl", "csv")
SHAPES: Final = form_parameter("json", "geojson", "stix")
CURSOR: Final = OpenApiParameter(
    "cursor",
    {"type": "string", "minLength": 1},
    description="Where to go on: taken from `next`. It belongs to one query and one state of the record.",
)
"""Never empty: a program that lost its place would begin anew, and read for ever."""

LIMIT: Final = OpenApiParameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
    description="How many to an answer.",
)
INCLUDE: Final = OpenApiParameter(
    "include",
    {"type": "array", "items": {"type": "string", "enum": list(CHOICES)}},
    explode=False,
    style="form",
    description=(
        "Adds members: `assertions`, every public claim with its citations; `citations`, every citation once and the "
        "sources they name; `provenance`, for each value the claims behind it, the policy that chose it, and a "
        f"sentence; `geometry`. With the first three, {MOST_EXPLAINED} incidents to an answer at most. CSV has no "
        "place for it."
    ),
)


def fields_parameter(of: str, such_as: str) -> OpenApiParameter:
    """Which members of each thing an answer has; ``such_as`` are some of them, and what always comes along."""
    return OpenApiParameter(
        "fields",
        {"type": "array", "items": {"type": "string"}},
        explode=False,
        style="form",
        description=(
            f"Only these members of each {of}: names as the answer has them, with dots between those that lie in one "
            f"another, such as {such_as} always come along."
        ),
    )


FIELDS: Final = fields_parameter(
    "incident",
    "`title,killed.best,place.name`; for CSV the names of columns. `id`, `demonstration` and who gives a value",
)
MEMBERS: Final = fields_parameter("thing", "`value.low,value.verbatim`. Its id, its incident and who says so")
HXL: Final = OpenApiParameter(
    "hxl",
    bool,
    description="For CSV: adds a row of HXL hashtags below the header (https://hxlstandard.org).",
)
HEADERS: Final = [
    OpenApiParameter(
        "If-None-Match",
        str,
        OpenApiParameter.HEADER,
        description="The ETag of the answer that you hold: 304 without a body while it is still right.",
    ),
    OpenApiParameter("ETag", str, OpenApiParameter.HEADER, description="Names this answer.", response=[200, 304]),
    OpenApiParameter("Retry-After", int, OpenApiParameter.HEADER, description="Seconds to wait.", response=[429]),
    OpenApiParameter(
        "RateLimit-Policy",
        str,
        OpenApiParameter.HEADER,
        description='The limit: `"anonymous";q=300;w=60` is 300 requests in 60 seconds.',
        response=[200, 304, 429],
    ),
    OpenApiParameter(
        "RateLimit",
        str,
        OpenApiParameter.HEADER,
        description="What is left of it: `r` requests within the next `t` seconds. Not for copies from a cache.",
        response=[200, 304, 429],
    ),
]
COUNTS: Final = [
    OpenApiParameter(
        "Attest-Count", int, OpenApiParameter.HEADER, description="`count`, for forms without it.", response=[200]
    ),
    OpenApiParameter(
        "Attest-Count-Is", str, OpenApiParameter.HEADER, description="`count_is`: exact or at_least.", response=[200]
    ),
    OpenApiParameter("Attest-As-Of", str, OpenApiParameter.HEADER, description="`as_of`.", response=[200]),
]
SINCE: Final = OpenApiParameter(
    "since",
    {"type": "string", "default": "0"},
    description=(
        "From where on: a position of the log, such as the `since` of the last answer, or a moment (RFC 3339; a day "
        "stands for its beginning, UTC). Without it, from the first entry."
    ),
)
LINK: Final = OpenApiParameter(
    "Link", str, OpenApiParameter.HEADER, description="The next page (RFC 8288), except on the last.", response=[200]
)
LOCATION: Final = OpenApiParameter(
    "Location", str, OpenApiParameter.HEADER, description="The incident that lives on.", response=[301]
)


def refuse_strangers(params: QueryDict, known: Iterable[str]) -> None:
    """Refuse a parameter that the address does not know.

    Raises:
        ParametersRefusedError: naming each stranger and every parameter that there is.
    """
    names = set(known)
    strangers = [Wrong(name, "There is no such parameter here.") for name in params if name not in names]
    if strangers:
        raise ParametersRefusedError(strangers, names)


def without_empty(params: QueryDict) -> QueryDict:
    """The parameters that say something: one that is sent empty, as forms do, is as one that is not sent."""
    found = params.copy()
    for name in found.keys() - {CURSOR.name}:
        said = [text for text in params.getlist(name) if text]
        if said:
            found.setlist(name, said)
        else:
            del found[name]
    return found


def understand(params: QueryDict, known: Iterable[str]) -> Query:
    """Read the filters of a query string.

    Raises:
        ParametersRefusedError: a value cannot be read; with the values that can, where they are few.
    """
    try:
        return read_query(params)
    except QueryRefusedError as error:
        wrong = [
            Wrong(name, " ".join(sentences), choices_of(IncidentFilter.base_filters[name]))
            for name, sentences in error.errors.items()
        ]
        raise ParametersRefusedError(wrong, known) from error


def read_limit(params: QueryDict, known: Iterable[str], most: int = MOST) -> int:
    """How many to an answer.

    Raises:
        ParametersRefusedError: it is no whole number from 1 to the most that such an answer holds.
    """
    text = params.get("limit", str(min(DEFAULT_LIMIT, most)))
    number = int(text) if text.isdecimal() and len(text) <= len(str(most)) else 0
    if not 1 <= number <= most:
        raise ParametersRefusedError([Wrong("limit", f"Give a whole number from 1 to {most}.")], known)
    return number
