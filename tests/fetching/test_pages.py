"""A page by its address: asked for at the desk, fetched by the worker, taken in like a file."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import checks
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from incidents.apps import fetching_is_on
from incidents.jobs import fetch_page, poll_feeds
from incidents.models import Capture, Fetch, HostVisit, Source
from incidents.services.fetching import working
from tests import making
from tests.desk.sitting import Sitting, address, problems, text
from tests.fetching.site import PAGE, Site, answer, redirect
from tests.making import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fetching")]

REPORT = "http://news.example.org/report"


@pytest.fixture
def people(db: None) -> Desk:
    return making.desk()


@pytest.fixture
def editor(people: Desk) -> Sitting:
    return Sitting(people.editor)


def ask(who: Sitting, url: str = REPORT, **typed: str) -> Any:
    return who.send("intake", {"url": url, "action": "fetch", **typed})


def work(site: Site, *, now: datetime | None = None) -> Any:
    """The worker does the last thing that was asked for."""
    return working.fetch_page(fetch=Fetch.objects.latest("pk").pk, now=now or timezone.now(), edge=site.edge)


def test_a_page_is_asked_for_fetched_and_taken_in(editor: Sitting, site: Site) -> None:
    site.answers["/report"] = answer(PAGE)
    assert "Fetch it by its address" in text(editor.get("intake"))
    waiting = ask(editor)
    fetch = Fetch.objects.get()
    assert waiting.url == address("fetch", uid=fetch.uid)
    assert not site.asked
    page: Any = editor.client.get(waiting.url)
    assert "Waiting for the worker" in text(page)
    assert "Look again" in text(page)
    told = editor.get("fetch_document", uid=fetch.uid).json()
    assert told["stage"] == "waiting"

    assert work(site) == "fetched"
    assert not Source.objects.exists()
    assert editor.get("fetch_document", uid=fetch.uid).json()["stage"] == "fetched"
    done: Any = editor.client.get(waiting.url)
    read = editor.client.get(done.context["progress"].next_url)
    form = read.context["forms"]["intake"]
    assert form.typed("source_title") == "Blasts in Kerman"
    assert (form.typed("url"), form.typed("held")) == (REPORT, hashlib.sha256(PAGE).hexdigest())

    typed = {name: form.typed(name) for name in form.fields if name != "file"}
    typed |= {"publisher": "Example Wire", "publisher_kind": "agency", "published_on": "4 January 2024"}
    kept = editor.send("intake", {**typed, "action": "save"})
    capture = Capture.objects.get()
    assert kept.url == address("match", uid=capture.source.uid, sha256=capture.sha256)
    fetch.refresh_from_db()
    assert (capture.method, capture.captured_at) == ("fetch", fetch.ended_at)
    noted = capture.custody.get()
    assert (noted.kind, noted.by, noted.note) == ("captured", editor.person, REPORT)
    assert capture.source.canonical_url == REPORT


def test_a_refusal_says_why_and_leads_back(editor: Sitting, site: Site) -> None:
    site.answers["/report"] = answer(b"just words", kind="text/html")
    ask(editor)
    assert work(site) == "refused"
    page = editor.get("fetch", uid=Fetch.objects.get().uid)
    assert "its content says so" in text(page)
    back = editor.client.get(page.context["progress"].next_url)
    assert back.context["forms"]["intake"].typed("url") == REPORT
    assert back.context["problems"] == []


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("", "whole address"),
        ("http://a_b.example.org/", "valid URL"),
        (f"http://example.org/{'x' * 999}", "longer than"),
    ],
)
def test_an_address_that_cannot_be_asked_comes_back(editor: Sitting, url: str, word: str) -> None:
    page = ask(editor, url)
    assert page.status_code == 422
    assert word in problems(page)[0]
    assert page.context["forms"]["intake"].typed("url") == url


def test_nothing_of_it_is_there_where_the_operator_has_it_off(editor: Sitting, settings: Any) -> None:
    settings.ATTEST_FETCHING = False
    assert "Fetch it" not in text(editor.get("intake"))
    assert "Fetching is off on this desk" in problems(ask(editor))[0]
    poll_feeds(timestamp=0)
    assert not Fetch.objects.exists()
    assert fetching_is_on(None) == []
    settings.ATTEST_FETCHING = True
    (told,) = fetching_is_on(None)
    assert told.level == checks.INFO


def test_a_confidential_source_is_never_asked_for(people: Desk, editor: Sitting, site: Site) -> None:
    making.source(making.person(), url=REPORT, confidential=True)
    assert problems(ask(editor)) == ["Or its address: This address must not be asked from here."]
    Source.objects.update(confidential=False)
    ask(editor, action="fetch_again")
    Source.objects.update(confidential=True)
    assert work(site) == "refused"
    assert not site.asked


def test_a_known_address_is_said_before_anything_is_asked(people: Desk, editor: Sitting) -> None:
    making.source(people.editor, url=REPORT, title="On record already")
    page = ask(editor, f"{REPORT}?utm_source=x")
    assert "On record already" in text(page)
    assert "Fetch it all the same" in text(page)
    assert not Fetch.objects.exists()
    assert ask(editor, action="fetch_again").status_code == 302


def test_a_site_is_not_asked_twice_within_seconds(editor: Sitting, site: Site) -> None:
    site.answers["/report"] = answer(PAGE)
    now = timezone.now()
    ask(editor)
    assert work(site, now=now) == "fetched"
    ask(editor, f"{REPORT}?page=2")
    assert work(site, now=now + timedelta(seconds=4)) is None
    job = ProcrastinateJob.objects.filter(task_name="fetch_page").latest("pk")
    assert job.scheduled_at == now + timedelta(seconds=10)
    assert len(site.asked) == 1
    assert work(site, now=now + timedelta(seconds=11)) == "refused"


def test_a_redirect_waits_for_the_turn_of_the_site_that_it_leads_to(editor: Sitting, site: Site) -> None:
    site.answers = {"/report": redirect("//other.example.org/first"), "/first": redirect("/second")}
    site.answers["/second"] = answer(PAGE)
    now = timezone.now()
    ask(editor)
    assert work(site, now=now) is None
    assert [path for path, _headers in site.asked] == ["/report", "/first"], "another site is asked at once"
    assert ProcrastinateJob.objects.latest("pk").scheduled_at == now + timedelta(seconds=10)
    assert work(site, now=now + timedelta(seconds=4)) is None
    assert work(site, now=now + timedelta(seconds=10)) == "fetched"
    assert [path for path, _headers in site.asked] == ["/report", "/first", "/second"]
    assert Fetch.objects.get().final_address == "http://other.example.org/second"


def test_no_redirect_leads_around_for_ever_nor_to_a_confidential_source(
    editor: Sitting, people: Desk, site: Site
) -> None:
    site.answers["/report"] = redirect("/report")
    ask(editor)
    now = timezone.now()
    turns = [work(site, now=now + timedelta(seconds=10 * number)) for number in range(6)]
    assert turns == [None] * 5 + ["refused"]
    assert "without end" in Fetch.objects.get().why
    making.source(people.editor, url="http://other.example.org/leak", confidential=True)
    site.answers["/moved"] = redirect("//other.example.org/leak")
    ask(editor, "http://news.example.org/moved")
    site.asked.clear()
    assert work(site, now=now + timedelta(minutes=5)) == "refused"
    assert [path for path, _headers in site.asked] == ["/moved"]


def test_only_who_asked_sees_it_and_nobody_asks_without_end(editor: Sitting, people: Desk) -> None:
    ask(editor)
    assert ask(editor).url == address("fetch", uid=Fetch.objects.get().uid)
    other = Sitting(people.reviewer)
    assert other.get("fetch", uid=Fetch.objects.get().uid).status_code == 404
    others = [Fetch(asked_by=editor.person, address=f"{REPORT}/{number}") for number in range(19)]
    Fetch.objects.bulk_create(others)
    assert "20 pages wait for you" in problems(ask(editor, f"{REPORT}/more"))[0]


def test_what_a_killed_worker_left_is_ended(editor: Sitting) -> None:
    ask(editor)
    Fetch.objects.update(stage="running", started_at=timezone.now() - timedelta(hours=1))
    HostVisit.objects.create(host="old.example.org", at=timezone.now() - timedelta(days=2))
    poll_feeds(timestamp=round(timezone.now().timestamp()))
    assert Fetch.objects.get().stage == "refused"
    assert not HostVisit.objects.exists()
    fetch_page(fetch=Fetch.objects.get().pk)
