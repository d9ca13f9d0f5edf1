"""What drafts are made of: sources, and the places of the gazetteer."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.desk.reads.evidence import search_sources
from incidents.drafting.describing import creates, reads
from incidents.drafting.saving.evidence import save_source
from incidents.drafting.shapes.answers import PlacesShape, SourceShape, SourcesShape
from incidents.drafting.shapes.asking import PlacesAsked, SourcesAsked
from incidents.drafting.shapes.evidence import NewSourceShape
from incidents.drafting.showing.evidence import place, sources
from incidents.drafting.views.base import KeyedView, Written
from incidents.models import Source
from incidents.rules.urls import AddressRefusedError, normalise_url
from incidents.selectors.gazetteer import search_places


class SourcesView(KeyedView):
    """Sources on record that the owner of the key may see."""

    asked = SourcesAsked

    @extend_schema(
        operation_id="find_sources",
        summary="Find sources on record",
        description="By words of the title or the publisher, or by address. One source serves many incidents.",
        tags=["Sources and places"],
        parameters=[SourcesAsked],
        responses=reads(SourcesShape, "The sources.", bad=True),
    )
    def get(self, _request: Request) -> Response:
        """Answer with the sources that are found."""
        asked = self.params
        found = self._at(asked["url"]) if "url" in asked else search_sources(asked.get("q", ""), self.person)
        return Response({"results": sources(found, self.person)})

    @extend_schema(
        operation_id="add_source",
        summary="Record a source",
        description="With its publisher, what it rests on, and its text, in which quotes are then looked for.",
        tags=["Sources and places"],
        request=NewSourceShape,
        **creates("The source is recorded."),
    )
    def post(self, request: Request) -> Response:
        """Record a source."""

        def write() -> Written:
            made = save_source(self.person, self.understood(NewSourceShape))
            url = reverse("drafting:source", kwargs={"source_id": made.uid})
            return Written(ids=[str(made.uid)], url=request.build_absolute_uri(url))

        return self.once(request, write, HTTPStatus.CREATED)

    def _at(self, url: str) -> list[Source]:
        try:
            address = normalise_url(url)
        except AddressRefusedError as error:
            raise ParametersRefusedError([Wrong("url", str(error))], self.asked().fields) from error
        found = Source.objects.readable_by(self.person).filter(canonical_url=address)
        return list(found.select_related("publisher"))


class SourceView(KeyedView):
    """A source on record."""

    @extend_schema(
        operation_id="get_source",
        summary="Read a source",
        description="One that the owner of the key may see.",
        tags=["Sources and places"],
        responses=reads(SourceShape, "The source."),
    )
    def get(self, _request: Request, source_id: UUID) -> Response:
        """Answer with the source."""
        found = Source.objects.readable_by(self.person).select_related("publisher").filter(uid=source_id)
        answered = sources(found, self.person)
        if not answered:
            raise Http404
        return Response(answered[0])


class PlacesView(KeyedView):
    """The gazetteer."""

    asked = PlacesAsked

    @extend_schema(
        operation_id="find_places",
        summary="Find a place",
        description="By any name that it goes by, in any script or spelling.",
        tags=["Sources and places"],
        parameters=[PlacesAsked],
        responses=reads(PlacesShape, "The places.", bad=True),
    )
    def get(self, _request: Request) -> Response:
        """Answer with the places that are found."""
        asked = self.params
        found = search_places(asked["q"], country_code=asked.get("country", ""))
        return Response({"results": [place(one) for one in found]})
