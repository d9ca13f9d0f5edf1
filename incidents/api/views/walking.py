"""What every list has in common that hangs on incidents: their filters, a few of its own, and pages."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.own import Own
from incidents.api.parameters import COUNTS, CURSOR, FILTER_PARAMETERS, FILTERS, HEADERS, LIMIT, LINK
from incidents.api.reference.responses import REFUSED, described, page_of
from incidents.api.views.base import ReadView
from incidents.api.views.incidents import headers
from incidents.api.walks import Part, Walk
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

    @property
    def known(self) -> frozenset[str]:
        """Every parameter that this address takes."""
        return super().known | self.filters | {"cursor", "limit"} | {one.name for one in self.own}

    def get(self, request: Request) -> HttpResponseBase:
        """Answer with one page."""
        head = log_head()
        walk = Walk.read(
            self.collection, request.query_params, known=self.known, own=self.own, places=self.places, head=head
        )
        state = [head.position + 1 if head else 0, head.chain_hash if head else ""]
        return self.answer(request, state, lambda: self.page(request, walk))

    def page(self, request: Request, walk: Walk) -> Response:
        """One page."""
        part = self.part(walk, walk.limit + 1)
        some = part.things[: walk.limit]
        following = None
        if len(part.things) > walk.limit:
            params = request.query_params.copy()
            params["cursor"] = walk.cursor(self.place(some[-1]))
            following = request.build_absolute_uri(f"{request.path}?{params.urlencode()}")
        page = walk.page(part, self.told(request, walk, some), following)
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
            parameters=[*own, *filters, LIMIT, CURSOR, *HEADERS, *COUNTS, LINK],
            responses=described({**page_of(view.collection, view.shape), **REFUSED}),
        )
        return extend_schema_view(get=schema)(view)

    return describe
