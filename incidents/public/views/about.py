"""What the record is and how it is made, for people and for crawlers."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from incidents.public.answers import answered
from incidents.public.frame import absolute, frame
from incidents.public.presenting.methods import methods as methods_page
from incidents.public.presenting.structured import dataset
from incidents.selectors.record import log_head
from incidents.selectors.record_queries import addresses

FIXED: Final = (
    "explorer",
    "statistics",
    "actors",
    "countries",
    "publishers",
    "record",
    "corrections",
    "about",
    "methods",
    "codebook",
    "status",
)
"""Pages that stand whatever the record holds."""


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, for whom, and how to report an error."""
    head = log_head()
    context = {
        "address": settings.DEFAULT_FROM_EMAIL,
        "dataset": dataset(head),
        "report_url": reverse("letterbox:report"),
        **frame(head),
    }
    return answered(request, lambda: render(request, "public/about.html", context), head=head)


@require_safe
def methods(request: HttpRequest) -> HttpResponse:
    """The definitions, generated from the vocabularies and rules that the software itself uses."""
    head = log_head()
    context = {"page": methods_page(), **frame(head, section="methods")}
    return answered(request, lambda: render(request, "public/methods.html", context), head=head)


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything public but the endless combinations of filters."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /accounts/", "Disallow: /downloads/", "Disallow: /*?", ""]
    text = "\n".join([*lines, f"Sitemap: {absolute(reverse('public:sitemap'))}", ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public incident with the day of its newest version (sitemaps.org protocol 0.9)."""
    head = log_head()

    def make() -> HttpResponse:
        fixed = [absolute(reverse(f"public:{name}")) for name in FIXED]
        incidents = [
            {"url": absolute(reverse("public:incident", args=[public_id])), "changed": changed.strftime("%Y-%m-%d")}
            for public_id, changed in addresses()
        ]
        context = {"fixed": fixed, "incidents": incidents}
        return render(request, "public/sitemap.xml", context, content_type="application/xml")

    return answered(request, make, head=head)
