"""Things that documents hold, kind by kind: lists over many incidents, and each by its permanent id."""

import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final, TypeVar
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.request import Request

from incidents.api.cursors import CursorRefusedError, anchor_of
from incidents.api.pages import MOST_COUNTED
from incidents.api.parameters import HEADERS, OF_A_MOMENT, PUBLIC_ID, understand
from incidents.api.problems import ParametersRefusedError
from incidents.api.reference.responses import MISSING, REFUSED, described, one_of
from incidents.api.things import Answer, Teller
from incidents.api.views.base import ReadView
from incidents.api.views.walking import WalkView
from incidents.api.walks import NOT_OF_THIS, Part, Walk
from incidents.choices import ElementKind
from incidents.filters import MOMENTS
from incidents.selectors.record_elements import Holding, Spot, Told, Wanted, opened, spots_of

View = TypeVar("View", bound="ElementView")

UID: Final = OpenApiParameter(
    "uid", {"type": "string", "format": "uuid"}, OpenApiParameter.PATH, description="The permanent id."
)
LATELY: Final = (
    "By its permanent id, as the newest document that holds it tells of it; with `as_of`, the newest of that moment. "
    "404 where none does: the versions of its incident may."
)


class ElementsView(WalkView[Spot]):
    """Every thing of some kinds in the documents of the incidents that the filters find."""

    kinds: ClassVar[tuple[ElementKind, ...]]
    places: ClassVar[re.Pattern[str]] = re.compile(rf"({PUBLIC_ID.pattern})\.([0-9]{{1,9}})")

    def part(self, walk: Walk, number: int) -> Part[Spot]:
        """The things after the last one."""
        held = Holding(walk.query, Wanted(self.kinds, walk.own))
        return Part.of(held.after(self._further(walk), number), held.number(MOST_COUNTED))

    def _further(self, walk: Walk) -> Q | None:
        """What follows a thing: the rest of its document, and all later ones."""
        if walk.last is None:
            return None
        public_id, number = walk.last.groups()
        try:
            here = anchor_of(walk.query.incidents(), walk.query.sort, public_id)
        except CursorRefusedError as error:
            raise ParametersRefusedError([NOT_OF_THIS], self.known) from error
        return here.not_before & (here.beyond | Q(public_id=public_id, elements__number__gt=int(number)))

    def place(self, one: Spot) -> str:
        """The incident, and the place in its document."""
        return f"{one.public_id}.{one.number}"

    def told(self, request: Request, walk: Walk, some: Sequence[Spot]) -> list[Answer]:
        """Each as its document has it."""
        documents, teller = opened(some), Teller(request, walk.asked.as_of)
        return [teller.thing(spot, documents[spot.version]) for spot in some]


class ElementView(ReadView):
    """One thing by its permanent id, as the newest document tells of it."""

    kinds: ClassVar[tuple[ElementKind, ...]]
    parameters: ClassVar[frozenset[str]] = MOMENTS

    def get(self, request: Request, uid: UUID) -> HttpResponseBase:
        """Answer with the thing."""
        moment = understand(request.query_params, self.known).as_of
        found = spots_of(uid, self.kinds, as_of=moment)
        if not found:
            raise Http404
        told = opened(found[:1])[found[0].version]
        version = told.version
        state: list[Any] = [version.number, version.content_sha256, version.published_at, moment, uid, *found]
        return self.answer(request, state, lambda: self.document(Teller(request, moment), found, told))

    def document(self, teller: Teller, found: list[Spot], told: Told) -> Answer:
        """The thing, and of a warning the other incidents that it was given before."""
        answer = teller.thing(found[0], told)
        if found[0].kind != ElementKind.GIVEN_WARNING:
            return answer
        return {**answer, "also_of": [spot.public_id for spot in found[1:]]}


def single(name: str, *, of: type[ElementsView], summary: str, tag: str) -> Callable[[type[View]], type[View]]:
    """How the OpenAPI document describes one thing of a list; ``name`` is that of the operation."""

    def describe(view: type[View]) -> type[View]:
        view.kinds = of.kinds
        schema = extend_schema(
            operation_id=name,
            summary=summary,
            description=LATELY,
            tags=[tag],
            parameters=[UID, *OF_A_MOMENT, *HEADERS],
            responses=described({**one_of(of.collection, of.shape), **REFUSED, **MISSING}),
        )
        return extend_schema_view(get=schema)(view)

    return describe
