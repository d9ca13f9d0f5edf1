"""The features: page by page, and one by one."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from incidents.api.caching import SHORT, kept_for
from incidents.api.views.base import entity_tag, holds
from incidents.exchange.formats.objects import written
from incidents.filters import MOMENTS
from incidents.ogc.asking import Page as Found
from incidents.ogc.asking import page_of, read
from incidents.ogc.collections import Collection, Elsewhere, Feature
from incidents.ogc.crs import Crs
from incidents.ogc.known import collection_of
from incidents.ogc.links import GEOJSON, Link, address, in_form, link, themselves
from incidents.ogc.parameters import Reading, taken_by
from incidents.ogc.rendering import GeoJson, Page
from incidents.ogc.single import One, one_feature
from incidents.ogc.views.base import Context, FormView, log_head, state_of
from incidents.selectors.record_downloads import PAGE, marked

MOST_ON_A_PAGE: Final = 200
"""Features in a list for people."""


class FeaturesView(FormView):
    """An address of features: GeoJSON, or a page."""

    renderer_classes = (GeoJson, JSONRenderer, Page)

    def collection(self) -> Collection:
        return collection_of(str(self.kwargs["collection"]))

    def geojson(
        self, request: Request, state: list[object], crs: Crs, chunks: Iterator[bytes], *, large: bool = False
    ) -> HttpResponseBase:
        """The features, or 304 when the reader holds them; a large answer is written while it is read."""
        media_type = request.accepted_renderer.media_type
        tag = entity_tag([*state, media_type, request.build_absolute_uri()])
        headers = {"ETag": tag, "Cache-Control": kept_for(SHORT), "Content-Crs": f"<{crs.uri}>"}
        if holds(request, tag):
            return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        if not large:
            return HttpResponse(b"".join(chunks), content_type=media_type, headers=headers)
        body = iter(()) if request.method == "HEAD" else chunks
        return StreamingHttpResponse(body, content_type=media_type, headers=headers)


@extend_schema(exclude=True)
class ItemsView(FeaturesView):
    """The features of a collection that are asked for."""

    template = "ogc/items.html"

    @property
    def known(self) -> frozenset[str]:
        return taken_by(self.collection())

    def get(self, request: Request, collection: str) -> HttpResponseBase:
        """Answer with one page of them."""
        found, head = collection_of(collection), log_head()
        asked = read(found, request.query_params, head)
        as_page = request.accepted_renderer.format == Page.format
        page = page_of(asked, min(asked.limit, MOST_ON_A_PAGE) if as_page else asked.limit)
        links = self.links(request, page)
        if as_page:
            response = self.page(request, head, self.words(request, page, links))
        else:
            state = [*state_of(head), collection, marked(asked.query), asked.moment]
            chunks = collected(page, links)
            response = self.geojson(request, state, asked.crs, chunks, large=len(page.keys) > PAGE)
        following = [one for one in links if one["rel"] == "next"]
        if following:
            response.headers["Link"] = f'<{following[0]["href"]}>; rel="next"; type="{following[0]["type"]}"'
        return response

    def links(self, request: Request, page: Found) -> list[Link]:
        """The page itself, the same in the other form, the next one, and the collection."""
        one = page.asked.collection
        found = list(themselves(request, GEOJSON))
        if page.next:
            params = request.query_params.copy()
            params["cursor"] = str(page.next)
            where = f"{address(request, 'items', one.id)}?{params.urlencode()}"
            found.append(link(where, "next", request.accepted_renderer.media_type, "The next page"))
        return [*found, link(address(request, "collection", one.id), "collection", "application/json", str(one.title))]

    def words(self, request: Request, page: Found, links: list[Link]) -> Context:
        """The page for people: a line for each feature."""
        one = page.asked.collection
        rows = [self.row(request, one, feature) for some in page.features() for feature in some]
        following = next((found["href"] for found in links if found["rel"] == "next"), "")
        return {
            "one": one,
            "one_url": address(request, "collection", one.id),
            "queryables_url": address(request, "queryables", one.id),
            "headings": one.summary,
            "rows": rows,
            "matched": page.matched,
            "next_url": following,
            "data_url": in_form(request, "json"),
        }

    def row(self, request: Request, one: Collection, feature: Feature) -> dict[str, Any]:
        """What a line says of a feature, and where all of it is."""
        said = {one.identifier: feature.id, **feature.properties}
        first, *rest = ((name, shown(said[name])) for name in one.summary)
        return {"url": address(request, "item", one.id, feature.id), "first": first[1] or feature.id, "rest": rest}


def shown(value: Any) -> str:
    """A value as a page shows it; what is unknown as a dash."""
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def collected(page: Found, links: list[Link]) -> Iterator[bytes]:
    """A FeatureCollection, piece by piece; a feature a line."""
    about = {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(page.keys),
        "links": links,
    }
    yield f'{written(about)[:-1]},"features":[\n'.encode()
    between = ""
    for some in page.features():
        if some:
            yield (between + ",\n".join(feature.text() for feature in some)).encode()
            between = ",\n"
    yield b"\n]}\n"


@extend_schema(exclude=True)
class ItemView(FeaturesView):
    """One feature."""

    template = "ogc/item.html"
    parameters = MOMENTS | {"crs"}

    def get(self, request: Request, collection: str, feature: str) -> HttpResponseBase:
        """Answer with it; an incident that was withdrawn or merged says so, as in the API."""
        found, head = collection_of(collection), log_head()
        if not found.ids.fullmatch(feature):
            raise Http404
        reading = Reading(request.query_params, self.known)
        crs = reading.crs("crs")
        one = one_feature(found, feature, reading, crs)
        if isinstance(one, Elsewhere):
            return self.moved(request, collection, one)
        if request.accepted_renderer.format == Page.format:
            return self.page(request, head, self.words(request, found, one))
        links = [
            *themselves(request, GEOJSON),
            link(address(request, "collection", collection), "collection", "application/json", str(found.title)),
        ]
        text = one.feature.text(f'"links":{written(links)}')
        state: list[object] = [*state_of(head), collection, feature, one.mark]
        return self.geojson(request, state, crs, iter([f"{text}\n".encode()]))

    def moved(self, request: Request, collection: str, to: Elsewhere) -> HttpResponseBase:
        """The address of the incident that this one lives on in, asked the same."""
        query = f"?{request.query_params.urlencode()}" if request.query_params else ""
        headers = {
            "Location": address(request, "item", collection, to.id) + query,
            "Cache-Control": kept_for(SHORT),
        }
        return HttpResponse(status=HTTPStatus.MOVED_PERMANENTLY, headers=headers)

    def words(self, request: Request, found: Collection, one: One) -> Context:
        """The page for people: every property."""
        said = one.feature.properties
        values = [(found.properties[name], shown(value)) for name, value in said.items()]
        return {
            "one": found,
            "one_url": address(request, "collection", found.id),
            "heading": said[found.summary[0]] or one.feature.id,
            "values": values,
            "record_url": said.get("url", ""),
            "drawn": one.feature.geometry is not None,
            "data_url": in_form(request, "json"),
        }
