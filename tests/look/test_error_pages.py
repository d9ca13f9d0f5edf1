"""Error pages say what happened and what to do, and need nothing that may have failed."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

PAGES = ["400", "403", "403_csrf", "404", "410", "429", "500", "503"]


@pytest.mark.parametrize("page", PAGES)
def test_an_error_page_needs_no_request_no_context_and_no_database(page: str) -> None:
    text = render_to_string(f"{page}.html")
    assert text.count("<h1>") == 1
    assert text.count("</p>") >= 2


@pytest.mark.parametrize("page", PAGES)
def test_an_error_page_is_the_same_bytes_for_everybody(page: str) -> None:
    requests = [RequestFactory().get("/incidents/INC-2024-000001/"), RequestFactory().get("/nothing/")]
    first, second = (render_to_string(f"{page}.html", request=request) for request in requests)
    assert first == second
    assert "<script" not in first


def test_the_tombstone_gives_its_public_reason() -> None:
    text = render_to_string("410.html", {"reason": "It was the same event as another.", "history_url": "/x/"})
    assert "It was the same event as another." in text
    assert 'href="/x/"' in text


def test_too_many_requests_says_how_long_to_wait() -> None:
    assert "in 30 seconds" in render_to_string("429.html", {"retry_after": 30})


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ar", "rtl")])
def test_the_page_names_its_language_and_the_direction_of_its_script(language: str, direction: str) -> None:
    with translation.override(language):
        assert f'<html lang="{language}" dir="{direction}">' in render_to_string("404.html")
