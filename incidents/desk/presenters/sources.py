"""Sources as their pages show them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from incidents.desk.presenters.captures import capture_rows, custody_rows
from incidents.desk.presenters.claims import say
from incidents.desk.reads.sources import OpenedSource
from incidents.models import Source
from incidents.presenting.values import language_words


def source_rows(sources: Iterable[Any], hidden: set[int]) -> list[dict[str, Any]]:
    """One row a source, with its counts. Of those whose primary keys are ``hidden`` only the handle is told."""
    return [_hidden_row(source) if source.pk in hidden else _row(source) for source in sources]


def _row(source: Any) -> dict[str, Any]:
    return {
        "title": source.title,
        "url": _address(source),
        "publisher": source.publisher.name,
        "grade": source.publisher.reliability,
        "published_on": say(source.published_on),
        "cited": source.cited,
        "captured": source.captured,
        "confidential": source.confidential,
        "withheld": False,
    }


def _hidden_row(source: Any) -> dict[str, Any]:
    told = {"title": source.handle, "publisher": _("Withheld"), "confidential": True}
    return {**told, "url": "", "grade": "", "withheld": True, "published_on": "", "cited": "", "captured": False}


def page_of(page: Page[Any], words: str, name: str = "desk:sources") -> dict[str, str]:
    """Where in the list this page stands, and the ways on."""
    position = {"first": page.start_index(), "last": page.end_index(), "all": page.paginator.count}
    return {
        "position": _("%(first)s to %(last)s of %(all)s") % position,
        "previous_url": _page_address(name, words, page.number - 1) if page.has_previous() else "",
        "next_url": _page_address(name, words, page.number + 1) if page.has_next() else "",
    }


def source_page(opened: OpenedSource, *, letting_in: bool) -> dict[str, Any]:
    """The context of one source's page; ``letting_in``: this person says who may see it."""
    source, publisher = opened.source, opened.source.publisher
    return {
        "source": source,
        "facts": [
            {
                "term": _("Publisher"),
                "value": publisher.name,
                "notes": [publisher.get_kind_display(), publisher.get_reliability_display()],
            },
            {"term": _("Kind"), "value": source.get_kind_display(), "notes": [language_words(source.lang)]},
            {"term": _("Published"), "value": say(source.published_on), "notes": []},
            {"term": _("Address"), "value": source.canonical_url, "notes": [source.get_access_display()]},
            {"term": _("Credit"), "value": source.credit, "notes": [source.rights] if source.rights else []},
        ],
        "origins": [
            {"kind": step.get_kind_display(), "title": str(step.origin), "url": _way_to(step.origin)}
            for step in opened.rests_on
        ],
        "copies": [
            {"kind": step.get_kind_display(), "title": str(step.source), "url": _way_to(step.source)}
            for step in opened.rest_on_it
        ],
        "captures": capture_rows(opened.captures),
        "custody": custody_rows(opened.custody),
        "letting_in": letting_in and source.confidential,
        "grants": [
            {"who": grant.person.display_name, "by": grant.granted_by.display_name, "when": say(grant.granted_at)}
            for grant in opened.grants
        ],
        "readings": [
            {"who": one.by.display_name, "when": date_format(localtime(one.at), "j F Y, H:i")}
            for one in opened.readings
        ],
        "incidents": [
            {"title": one.title, "url": reverse("desk:incident", kwargs={"uid": one.uid})} for one in opened.incidents
        ],
    }


def _way_to(source: Source) -> str:
    return "" if source.veiled else _address(source)


def _address(source: Source) -> str:
    return reverse("desk:source", kwargs={"uid": source.uid})


def _page_address(name: str, words: str, number: int) -> str:
    asked = {"q": words, "page": number if number > 1 else ""}
    return f"{reverse(name)}?{urlencode({key: value for key, value in asked.items() if value})}"
