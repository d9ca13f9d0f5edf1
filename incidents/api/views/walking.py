"""What every list has in common that hangs on incidents: their filters, a few of its own, and pages."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.own import Own
from incidents.api.parameters import (
    COUNTS,
    CURSOR,
    FILTER_PARAMETERS,
    FILTERS,
    HEADERS,
    LIMIT,
    LINK,
    MEMBERS,
    THING_FORMS,
)
from incidents.api.picking import FIELDS, KEPT_IN_A_TABLE, KEPT_OF_THINGS, Shape, members, only, read_fields
from incidents.api.reference.responses import OF_THINGS, REFUSED, described, page_of
from incidents.api.renderers import CsvRenderer, JsonLinesRenderer, LinesResponse
from incidents.api.tables import shape_in_a_table, table
from incidents.api.views.base import ReadView
from incidents.api.views.incidents import headers
from incidents.api.walks import Part, Walk
from incidents.exchange.forms import FORMS as FILES
from incidents.selectors.record import log_head

One = TypeVar("One")
View = TypeVar("View", bound="WalkView[Any]")
Answer = dict[str, Any]


class WalkView(ReadView, ABC, Generic[One]):
    """A list that hangs on incidents: its name, the shape of a thing in it, and how a cursor spells one."""

    collection: ClassVar[str]
    shape: ClassVar[Any]
    places: ClassVar[re.Pattern[str]]
    own: ClassVar[tuple[Own, ...]] = ()
    filters: ClassVar[frozenset[str]] = FILTERS
    renderer_classes = (JSONRenderer, JsonLinesRenderer, CsvRenderer)

    @property
    def known(self) -> frozenset[str]:
        """Every parameter that this address takes."""
        return super().known | self.filters | {"cursor", "limit", FIELDS} | {one.name for one in self.own}

    def get(self, request: Request, **_form: str) -> HttpResponseBase:
        """Answer with one page."""
        head, picked = log_head(), self.picked(request)
        walk = Walk.read(
            self.collection, request.query_params, known=self.known, own=self.own, places=self.places, head=head
        )
        state = [head.position + 1 if head else 0, head.chain_hash if head else ""]
        return self.answer(request, state, lambda: self.page(request, walk, picked))

    def picked(self, request: Request) -> Shape:
        """The members of a thing that are asked for; of a table, those that have a column.

        Raises:
            ParametersRefusedError: it has none of that name.
        """
        params = request.query_params
        if request.accepted_renderer.format == CsvRenderer.format:
            return read_fields(params, self.known, shape_in_a_table(self.shape), KEPT_IN_A_TABLE)
        return read_fields(params, self.known, members(self.shape), KEPT_OF_THINGS)

    def page(self, request: Request, walk: Walk, picked: Shape) -> Response:
        """One page, in the form that was asked for."""
        part = self.part(walk, walk.limit + 1)
        some = part.things[: walk.limit]
        following = None
        if len(part.things) > walk.limit:
            params = request.query_params.copy()
            params["cursor"] = walk.cursor(self.place(some[-1]))
            following = request.build_absolute_uri(f"{request.path}?{params.urlencode()}")
        things = self.told(request, walk, some)
        page = walk.page(part, [only(one, picked) for one in things], following)
        match request.accepted_renderer.format:
            case CsvRenderer.format:
                written = table(things, self.shape, picked)
                return Response(written, headers=headers(page), content_type=FILES["csv"].media_type)
            case JsonLinesRenderer.format:
                return LinesResponse(page["results"], headers=headers(page))
        return Response(page, headers=headers(page))

    @abstractmethod
    def part(self, walk: Walk, number: int) -> Part[One]:
        """The next so many things, and how many there are."""

    @abstractmethod
    def place(self, one: One) -> str:
        """A thing as a cursor spells it."""

    @abstractmethod
    def told(self, request: Request, walk: Walk, some: Sequence[One]) -> list[Answer]:
        """Some things as the answer has them."""


def listing(name: str, *, summary: str, description: str, tag: str) -> Callable[[type[View]], type[View]]:
    """How the OpenAPI document describes a list; ``name`` is that of the operation."""

    def describe(view: type[View]) -> type[View]:
        own = [one.parameter for one in view.own]
        filters = [one for one in FILTER_PARAMETERS if one.name in view.filters]
        schema = extend_schema(
            operation_id=name,
            summary=summary,
            description=description,
            tags=[tag],
            parameters=[*own, *filters, LIMIT, CURSOR, MEMBERS, THING_FORMS, *HEADERS, *COUNTS, LINK],
            responses=described({**page_of(view.collection, view.shape), **OF_THINGS, **REFUSED}),
        )
        return extend_schema_view(get=schema)(view)

    return describe
