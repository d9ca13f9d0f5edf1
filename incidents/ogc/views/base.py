"""What the addresses have in common: the API's manners, in two forms."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from django.shortcuts import render
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from incidents.api.caching import SHORT, kept_for
from incidents.api.views.base import ReadView
from incidents.models.record import LogEntry
from incidents.ogc.parameters import FORM
from incidents.ogc.rendering import Negotiation, Page
from incidents.presenting.frame import frame
from incidents.selectors.record import log_head, shows_demonstration

Context = Mapping[str, Any]


class FormView(ReadView):
    """An address that answers with data or with a page; what is wrong is always said as data."""

    renderer_classes: Sequence[type[BaseRenderer]] = (JSONRenderer, Page)
    content_negotiation_class = Negotiation
    template: ClassVar[str]
    takes_empty = False  # here an empty bbox, datetime or filter is one that cannot be read

    @property
    def known(self) -> frozenset[str]:
        """Every parameter that this address takes."""
        return self.parameters | {FORM}

    def both(
        self,
        request: Request,
        head: LogEntry | None,
        build: Callable[[], Any],
        context: Callable[[Any], Context],
        *,
        state: Iterable[object] = (),
    ) -> HttpResponseBase:
        """What ``build`` makes, as data, or as the page that ``context`` makes of it."""
        if request.accepted_renderer.format == Page.format:
            return self.page(request, head, context(build()))
        return self.answer(request, [*state_of(head), request.build_absolute_uri(), *state], build)

    def page(self, request: Request, head: LogEntry | None, context: Context) -> HttpResponseBase:
        """The page, in the frame of every public page."""
        framed = frame(head, demonstration=shows_demonstration(), section="api")
        response = render(request._request, self.template, {**framed, **context})  # noqa: SLF001 (Django's own request)
        response.headers["Cache-Control"] = kept_for(SHORT)
        return response


def state_of(head: LogEntry | None) -> tuple[object, ...]:
    """The state of the record in an entity tag."""
    return (head.position + 1, head.chain_hash) if head else (0, "")


def named(head: LogEntry | None) -> str:
    """The state of the record by a name."""
    return head.chain_hash if head else ""


__all__ = ["Context", "FormView", "log_head", "named", "state_of"]
