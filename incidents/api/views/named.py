"""Whom and what the record names: sources, publishers, actors and places, in lists and by themselves."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, Final, TypeVar
from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.request import Request

from incidents.api.naming import kin_of, naming, told_of
from incidents.api.own import Own
from incidents.api.parameters import FILTERS, HEADERS, OF_A_MOMENT, understand
from incidents.api.reference.responses import MISSING, REFUSED, described, one_of
from incidents.api.serializers import named as shapes
from incidents.api.views.base import ReadView, address
from incidents.api.views.walking import Answer, WalkView, listing
from incidents.api.walks import Part, Walk
from incidents.choices import NameKind
from incidents.filters import MOMENTS
from incidents.rules.moments import spelt_moment
from incidents.selectors.entities.tallies import Tallies, Tally, number_of_incidents, sources_of
from incidents.selectors.record import log_head

View = TypeVar("View", bound="NamedView")

TAG: Final = "Sources and names"
COUNTED: Final = (
    "Each stands here once, in the order of the ids, as the newest document tells of it; `incidents` says how many of "
    "the incidents that the filters find name it."
)
ALONE: Final = (
    "As the newest document that names it tells of it; with `as_of`, the newest of that moment. 404 where none does."
)


class NamingView(WalkView[Tally]):
    """Everybody or everything of a kind that the incidents name which the filters find."""

    kind: ClassVar[NameKind]
    code: ClassVar[str]
    places: ClassVar[re.Pattern[str]] = re.compile(r"([^\x00-\x20\ud800-\udfff]{1,240})")
    filters: ClassVar[frozenset[str]] = FILTERS - {"sort"}

    def part(self, walk: Walk, number: int) -> Part[Tally]:
        """Those after the last one."""
        found = self.tallies(walk)
        return Part(found.after(walk.last[1] if walk.last else "", number), found.number())

    def tallies(self, walk: Walk) -> Tallies:
        """Everything that is asked for."""
        return Tallies(walk.query, self.kind)

    def place(self, one: Tally) -> str:
        """Its code."""
        return one.code

    def told(self, request: Request, walk: Walk, some: Sequence[Tally]) -> list[Answer]:
        """Each as its newest document has it."""
        told = told_of(self.kind, [one.code for one in some], as_of=walk.query.as_of)
        base, question = address(request, self.collection), asking(walk.asked.as_of)
        return [
            {**told[one.code], "incidents": one.incidents, "url": f"{base}{one.code}/{question}"}
            for one in some
            if one.code in told
        ]


class NamedView(ReadView):
    """One of them by itself."""

    listed: ClassVar[type[NamingView]]
    parameters: ClassVar[frozenset[str]] = MOMENTS

    def get(self, request: Request, code: str | UUID) -> HttpResponseBase:
        """Answer with what the newest document tells of it."""
        kind, code = self.listed.kind, str(code)
        moment, head = understand(request.query_params, self.known).as_of, log_head()
        found = told_of(kind, [code], as_of=moment) if code.isprintable() and "," not in code else {}
        if code not in found:
            raise Http404
        state = [head.position + 1 if head else 0, head.chain_hash if head else "", moment, code]
        return self.answer(request, state, lambda: {**found[code], **self.around(request, code, moment)})

    def around(self, request: Request, code: str, moment: datetime | None) -> Answer:
        """How many incidents name it, and where everything is."""
        query = naming(self.listed.kind, code, as_of=moment)
        return {
            **(kin_of(query, code) if self.listed.kind == NameKind.ACTOR else {}),
            "incidents": number_of_incidents(query),
            "url": f"{address(request, self.listed.collection)}{code}/{asking(moment)}",
            "incidents_url": f"{address(request, 'incidents')}?{query.canonical}",
        }


def asking(moment: datetime | None) -> str:
    """The part of an address that asks for a moment of record time."""
    return f"?as_of={spelt_moment(moment)}" if moment else ""


def alone(name: str, *, of: type[NamingView], summary: str) -> Callable[[type[View]], type[View]]:
    """How the OpenAPI document describes one of them; ``name`` is that of the operation."""

    def describe(view: type[View]) -> type[View]:
        view.listed = of
        code = OpenApiParameter("code", str, OpenApiParameter.PATH, description=of.code)
        schema = extend_schema(
            operation_id=name,
            summary=summary,
            description=ALONE,
            tags=[TAG],
            parameters=[code, *OF_A_MOMENT, *HEADERS],
            responses=described({**one_of(of.collection, of.shape), **REFUSED, **MISSING}),
        )
        return extend_schema_view(get=schema)(view)

    return describe


@listing("list_sources", summary="Find sources", description=f"Published items that are cited. {COUNTED}", tag=TAG)
class SourcesView(NamingView):
    """Every source that is cited."""

    collection = "sources"
    shape = shapes.NamedSourceSerializer
    kind = NameKind.SOURCE
    code = "The permanent id of the source."
    own = (Own("published_by", "about", "Sources of these publishers, by id."),)

    def tallies(self, walk: Walk) -> Tallies:
        """Everything that is asked for."""
        publishers = walk.own.get("about")
        return Tallies(walk.query, self.kind, sources_of(publishers) if publishers else None)


@alone("get_source", of=SourcesView, summary="Read a source")
class SourceView(NamedView):
    """A source."""


@listing(
    "list_publishers",
    summary="Find publishers",
    description=f"Publishers of cited sources, with their grades on the Admiralty scale. {COUNTED}",
    tag=TAG,
)
class PublishersView(NamingView):
    """Every publisher that is cited."""

    collection = "publishers"
    shape = shapes.NamedPublisherSerializer
    kind = NameKind.PUBLISHER
    code = "The permanent id of the publisher."


@alone("get_publisher", of=PublishersView, summary="Read a publisher")
class PublisherView(NamedView):
    """A publisher."""


@listing(
    "list_actors",
    summary="Find actors",
    description=(
        f"Everybody whom somebody names for an incident, and what they are said to be a part of. To be named is not to "
        f"be found to have done it. {COUNTED}"
    ),
    tag=TAG,
)
class ActorsView(NamingView):
    """Everybody who is named."""

    collection = "actors"
    shape = shapes.NamedActorSerializer
    kind = NameKind.ACTOR
    code = "The short name, as in `attribution.actors`."


@alone("get_actor", of=ActorsView, summary="Read an actor")
class ActorView(NamedView):
    """An actor, with its family and the grounds on which it is named."""


@listing(
    "list_places",
    summary="Find places",
    description=f"Places where incidents are said to have happened, by their names, without a position. {COUNTED}",
    tag=TAG,
)
class PlacesView(NamingView):
    """Every place that is named."""

    collection = "places"
    shape = shapes.NamedPlaceSerializer
    kind = NameKind.PLACE
    code = "The code of the place: its folded name and its country, such as `kerman-ir`."


@alone("get_place", of=PlacesView, summary="Read a place")
class PlaceView(NamedView):
    """A place."""
