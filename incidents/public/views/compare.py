"""Any two versions of an incident compared, as a page and as data."""

from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import QueryRefusedError
from incidents.models.record import LogEntry, Version
from incidents.presenting.changes import compare
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.presenting import comparison as shown
from incidents.public.refusing import refused_data, refused_page
from incidents.selectors import record

PARAMETERS: Final = ("from", "to")
LONGEST_NUMBER: Final = 6


@dataclass(frozen=True)
class Pair:
    """The two versions asked for, and every version that there is, newest first."""

    old: Version
    new: Version
    versions: list[Version]


@require_safe
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """What one version says differently from another, with a form to choose others."""
    head = record.log_head()
    try:
        pair = asked(public_id, request.GET)
    except QueryRefusedError as error:
        words = _("Compare the newest version with the one before it")
        return refused_page(request, error, head, url_words=words)
    return answered(request, lambda: compared(request, pair, head), head=head)


def compared(request: HttpRequest, pair: Pair, head: LogEntry | None) -> HttpResponse:
    public_id = pair.new.public_id
    found = compare(pair.old.content, pair.new.content)
    address = reverse("public:compare", args=[public_id])
    context = {
        "id": public_id,
        "title": title_of(pair),
        "old": shown.side(pair.old),
        "new": shown.side(pair.new),
        "chooser": shown.chooser(pair.versions, pair.old.number, pair.new.number),
        "between": [shown.side(one) for one in pair.versions if pair.old.number < one.number <= pair.new.number],
        "groups": shown.groups(found),
        "count": shown.count_words(found),
        "incident_url": reverse("public:incident", args=[public_id]),
        "json_url": f"{reverse('public:compare_document', args=[public_id])}?{asked_again(pair)}",
        "canonical_url": absolute(f"{address}?{asked_again(pair)}"),
        **frame(head, demonstration=record.is_demonstration(public_id), section="explorer"),
    }
    return render(request, "public/compare.html", context)


def title_of(pair: Pair) -> str:
    """The newest title that the two give; a tombstone has none."""
    titles = [version.content.get("title", "") for version in (pair.new, pair.old)]
    return next((title for title in titles if title), "")


def asked_again(pair: Pair) -> str:
    return f"from={pair.old.number}&to={pair.new.number}"


@require_safe
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same comparison as JSON."""
    head = record.log_head()
    try:
        pair = asked(public_id, request.GET)
    except QueryRefusedError as error:
        return refused_data(error)

    def make() -> HttpResponse:
        found = compare(pair.old.content, pair.new.content)
        return json_response(shown.comparison_document(pair.old, pair.new, found))

    return answered(request, make, head=head)


def asked(public_id: str, params: QueryDict) -> Pair:
    """The versions asked for; without a question, the newest and the one before it.

    Raises:
        Http404: there is no such incident or version.
        QueryRefusedError: a parameter is unknown or is no number.
    """
    versions = list(record.versions_of(public_id))
    if not versions:
        raise Http404
    new = number_of(params, "to", versions[0].number)
    old = number_of(params, "from", max(new - 1, 1))
    strangers = [name for name in params if name not in PARAMETERS]
    if strangers:
        raise QueryRefusedError({name: [_("Only from and to can be asked of a comparison.")] for name in strangers})
    found = {number: record.published_version(public_id, number) for number in {old, new}}
    left, right = found[old], found[new]
    if left is None or right is None:
        raise Http404
    return Pair(left.version, right.version, versions)


def number_of(params: QueryDict, name: str, default: int) -> int:
    text = params.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise QueryRefusedError({name: [_("Give the number of a version, such as 1.")]})
    return int(text)
