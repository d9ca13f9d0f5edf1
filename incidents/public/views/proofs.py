"""The log of the record: what it is, its signed heads, and proofs for whoever will not take our word."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.models.record import Checkpoint, LogEntry
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.presenting import log as shown
from incidents.public.problems import QuestionRefusedError, asked, whole_number
from incidents.rules.integrity import Line
from incidents.selectors import record_proofs as ask
from incidents.selectors.record import log_head

ON_PAGE: Final = 10
IN_LIST: Final = 100
PUBLIC_ID: Final = re.compile(r"INC-[0-9]{4}-[0-9]{6}")
TEXT: Final = "text/plain; charset=utf-8"


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What the log is, in plain words, and how to check a version of an incident without trusting us."""
    head, newest = log_head(), ask.newest_checkpoint()
    keys = [str(key) for key in settings.ATTEST_VERIFIER_KEYS]

    def make() -> HttpResponse:
        context = {
            "head": head,
            "size": size_of(head),
            "newest": newest,
            "checkpoints": shown.signed_rows(ask.latest_checkpoints(ON_PAGE)),
            "keys": keys,
            "key": keys[0] if keys else "",
            "origin": absolute(""),
            "canonical_url": absolute(reverse("public:record")),
            **frame(head),
        }
        return render(request, "public/record.html", context)

    return answered(request, make, head=head, shown=f"{tag_of(newest)} {keys}")


@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed head of the log, as a signed note."""
    return note(request, ask.newest_checkpoint())


@require_safe
def checkpoint_at(request: HttpRequest, size: int) -> HttpResponse:
    """The signed head of the log at a size."""
    return note(request, ask.checkpoint_of(size) if len(str(size)) < len(str(2**63)) else None)


def note(request: HttpRequest, found: Checkpoint | None) -> HttpResponse:
    """A checkpoint as it was signed; 404 where there is none."""
    if found is None:
        raise Http404
    make: Callable[[], HttpResponse] = lambda: HttpResponse(found.note, content_type=TEXT)  # noqa: E731
    return answered(request, make, head=None, shown=tag_of(found))


@require_safe
def checkpoints(request: HttpRequest) -> HttpResponse:
    """Every signed head, newest first, a hundred at a time."""
    newest = ask.newest_checkpoint()
    try:
        given = asked(request.GET, needed=(), optional=("before",))
        before = whole_number(given, "before") if given else None
    except QuestionRefusedError as refusal:
        return refusal.answer()

    def make() -> HttpResponse:
        found = ask.latest_checkpoints(IN_LIST + 1, before=before)
        following = found[IN_LIST - 1].pk if len(found) > IN_LIST else None
        return json_response(shown.checkpoints_document(found[:IN_LIST], following))

    return answered(request, make, head=None, shown=tag_of(newest))


@require_safe
def inclusion(request: HttpRequest) -> HttpResponse:
    """The proof that a version is in the log."""
    head, newest = log_head(), ask.newest_checkpoint()
    try:
        line, size = entry_asked(request.GET, head, newest)
    except QuestionRefusedError as refusal:
        return refusal.answer()
    return proof(request, lambda: shown.inclusion_document(ask.inclusion(line, size)), head, newest)


def entry_asked(params: QueryDict, head: LogEntry | None, newest: Checkpoint | None) -> tuple[Line, int]:
    """The version that is asked for, and the size of the log in which; where none is given, the one last signed.

    Raises:
        QuestionRefusedError: a parameter is wrong, there is no such version, or that log does not hold it.
    """
    given = asked(params, needed=("id", "version"), optional=("size",))
    number = whole_number(given, "version")
    line = ask.line_of(given["id"], number) if PUBLIC_ID.fullmatch(given["id"]) else None
    if line is None:
        raise QuestionRefusedError({"id": _("The record has no such version.")}, status=HTTPStatus.NOT_FOUND)
    signed = newest.size if newest and newest.size > line.position else size_of(head)
    size = size_within(given, "size", head) if "size" in given else signed
    if size <= line.position:
        words = {"size": size, "entry": line.position + 1}
        sentence = _("The log of %(size)s entries does not hold this version yet: it is entry %(entry)s.")
        raise QuestionRefusedError({"size": sentence % words})
    return line, size


@require_safe
def consistency(request: HttpRequest) -> HttpResponse:
    """The proof that the log at one size begins with the log at a smaller one."""
    head, newest = log_head(), ask.newest_checkpoint()
    try:
        older, size = sizes_asked(request.GET, head, newest)
    except QuestionRefusedError as refusal:
        return refusal.answer()
    return proof(request, lambda: shown.consistency_document(ask.consistency(older, size)), head, newest)


def sizes_asked(params: QueryDict, head: LogEntry | None, newest: Checkpoint | None) -> tuple[int, int]:
    """The two sizes; where the larger one is not given, the one last signed.

    Raises:
        QuestionRefusedError: one is wrong, or they stand the wrong way round.
    """
    given = asked(params, needed=("from",), optional=("to",))
    older = size_within(given, "from", head)
    signed = newest.size if newest and newest.size >= older else size_of(head)
    size = size_within(given, "to", head) if "to" in given else signed
    if older > size:
        sentence = _("“from” is the smaller size: %(older)s is more than %(size)s.")
        raise QuestionRefusedError({"from": sentence % {"older": older, "size": size}})
    return older, size


def proof(
    request: HttpRequest, make: Callable[[], dict[str, Any]], head: LogEntry | None, newest: Checkpoint | None
) -> HttpResponse:
    return answered(request, lambda: json_response(make()), head=head, shown=tag_of(newest))


def size_within(given: dict[str, str], name: str, head: LogEntry | None) -> int:
    """A size that the log has had.

    Raises:
        QuestionRefusedError: it is no number, or the log has fewer entries.
    """
    size = whole_number(given, name)
    if size > size_of(head):
        words = {"name": name, "size": size_of(head)}
        raise QuestionRefusedError({name: _("“%(name)s” is beyond the log, which has %(size)s entries.") % words})
    return size


def size_of(head: LogEntry | None) -> int:
    return head.position + 1 if head else 0


def tag_of(found: Checkpoint | None) -> str:
    """What a page's tag knows a checkpoint by."""
    return f"{found.size} {found.signed_at.isoformat()}" if found else ""
