"""How pages that take few questions say no: what is wrong, by name, and the way back."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from incidents.filters import QueryRefusedError
from incidents.models.record import LogEntry
from incidents.public.answers import json_response
from incidents.public.frame import frame
from incidents.public.presenting.filters import form, problems


def refused_page(
    request: HttpRequest, error: QueryRefusedError, head: LogEntry | None, *, url_words: str
) -> HttpResponse:
    """Answer 400 as a page; ``url_words`` name the same page without the question."""
    context = {
        "sentences": [f"{name}: {' '.join(sentences)}" for name, sentences in error.errors.items()],
        "url": request.path,
        "url_words": url_words,
        **frame(head),
    }
    return render(request, "public/question_refused.html", context, status=HTTPStatus.BAD_REQUEST)


def refused_query(request: HttpRequest, error: QueryRefusedError, around: dict[str, Any]) -> HttpResponse:
    """Answer 400 with what cannot be answered, by name, and the form of filters as it was filled.

    ``around`` holds the frame and the words of the page that the form leads to.
    """
    context = {"filters": form(request.GET, error.errors), "problems": problems(error.errors), **around}
    return render(request, "public/refused.html", context, status=HTTPStatus.BAD_REQUEST)


def refused_data(error: QueryRefusedError) -> HttpResponse:
    """Answer 400 as JSON."""
    return json_response({"error": "refused", "problems": error.errors}, status=HTTPStatus.BAD_REQUEST)
