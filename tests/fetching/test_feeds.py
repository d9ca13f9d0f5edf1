"""Feeds become leads; leads are taken in or left aside."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.roles import Role
from incidents.models import Feed, FeedState, Lead
from incidents.services.feeds import add_feed
from incidents.services.fetching.polling import due_feeds, poll_feed
from tests import making
from tests.desk.sitting import Sitting, address, problems, text
from tests.fetching.site import Handler, Site, answer, redirect
from tests.isolation.scenes import scene
from tests.making import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fetching")]

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>
<item><title>Blasts in Kerman</title><link>http://news.example.org/report?utm_source=rss</link>
<pubDate>Thu, 04 Jan 2024 08:00:00 GMT</pubDate></item>
<item><title>Blasts in Kerman, again</title><link>http://news.example.org/report</link></item>
<item><title>Known here</title><link>http://news.example.org/known</link></item>
<item><title>No page</title><link>mailto:desk@example.org</link></item>
<item><title>An endless address</title><link>http://news.example.org/LONG</link></item>
<item><title>A second one &lt;b&gt;bold&lt;/b&gt;</title><link>/second</link></item>
</channel></rss>""".replace(b"LONG", b"x" * 990)


@scene
def followed(_folder: Any) -> tuple[Desk, Feed]:
    """A desk that follows one feed, and knows one of its items."""
    people = making.desk()
    making.source(people.editor, url="http://news.example.org/known")
    senior = making.person(Role.SENIOR, "senior")
    return people, add_feed(actor=senior, address="http://news.example.org/feed.xml", outlet="Example Wire")


@pytest.fixture
def feed(followed: tuple[Desk, Feed]) -> Feed:
    return followed[1]


@pytest.fixture
def editor(followed: tuple[Desk, Feed]) -> Sitting:
    return Sitting(followed[0].editor)


@pytest.fixture
def senior(feed: Feed) -> Sitting:
    return Sitting(feed.added_by)


def look(site: Site, feed: Feed, **later: float) -> Any:
    """The worker looks into a feed when it is due, some time from now."""
    return poll_feed(feed=feed.pk, now=timezone.now() + timedelta(**later), edge=site.edge)


def told(site: Site, body: bytes = FEED, kind: str = "application/rss+xml", **headers: str) -> None:
    site.answers["/feed.xml"] = answer(body, status=200, kind=kind, **headers)


def leads(site: Site, feed: Feed) -> None:
    told(site)
    assert look(site, feed) == 2


def test_what_is_new_in_a_feed_becomes_a_lead_once(site: Site, feed: Feed) -> None:
    leads(site, feed)
    lead = Lead.objects.get(address="http://news.example.org/report")
    assert (lead.title, lead.outlet, lead.published_on) == ("Blasts in Kerman", "Example Wire", date(2024, 1, 4))
    assert due_feeds(now=timezone.now()) == []
    assert look(site, feed) is None
    assert look(site, feed, minutes=31) == 0
    assert Lead.objects.count() == 2


def test_a_feed_is_asked_whether_it_has_changed(site: Site, feed: Feed) -> None:
    told(site, ETag='"one"', Last_Modified="Thu, 04 Jan 2024 08:00:00 GMT")
    look(site, feed)

    def unchanged(handler: Handler) -> None:
        same = handler.headers["If-None-Match"] == '"one"' and handler.headers["If-Modified-Since"]
        answer(b"", status=304 if same else 500)(handler)

    site.answers["/feed.xml"] = unchanged
    assert look(site, feed, minutes=31) == 0
    state = FeedState.objects.get()
    assert (state.problem, state.etag) == ("", '"one"')


@pytest.mark.parametrize(
    ("body", "kind", "word"),
    [
        (b"<html><p>no feed</p></html>", "text/xml", "neither Atom nor RSS"),
        (FEED, "text/html", "text/html"),
        (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>', "text/xml", "neither Atom nor RSS"),
    ],
)
def test_a_feed_that_cannot_be_read_says_why_and_waits_longer(
    site: Site, feed: Feed, senior: Sitting, body: bytes, kind: str, word: str
) -> None:
    told(site, body, kind)
    assert look(site, feed) == 0
    assert word in text(senior.get("feeds"))
    look(site, feed, minutes=31)
    state = FeedState.objects.get()
    assert state.failures == 2
    assert state.due_at > timezone.now() + timedelta(minutes=85)
    told(site)
    look(site, feed, hours=3)
    assert FeedState.objects.get().failures == 0


def test_a_feed_that_moved_is_read_where_it_leads_in_that_sites_turn(site: Site, feed: Feed) -> None:
    told(site)
    site.answers["/moved.xml"], site.answers["/feed.xml"] = site.answers["/feed.xml"], redirect("/moved.xml")
    assert look(site, feed) is None
    assert look(site, feed, seconds=11) == 2
    assert [path for path, _headers in site.asked] == ["/feed.xml", "/moved.xml"]
    assert look(site, feed, minutes=32) is None
    assert [path for path, _headers in site.asked][2:] == ["/feed.xml"], "it begins at its own address again"


def test_seniors_follow_pause_and_remove_feeds(site: Site, senior: Sitting, editor: Sitting, feed: Feed) -> None:
    leads(site, feed)
    other = {"url": "https://other.example.org/atom", "outlet": "Another"}
    assert editor.send("feed_new", other).status_code == 403
    assert editor.send("feed_pause", uid=feed.uid).status_code == 403
    assert "Pause" not in text(editor.get("feeds"))
    assert "follows this feed already" in problems(senior.fill("feed_new", {**other, "url": feed.address}))[0]
    assert "usual ports" in problems(senior.fill("feed_new", {**other, "url": "http://a.example.org:99/"}))[0]
    assert senior.fill("feed_new", other).status_code == 302
    senior.send("feed_pause", uid=feed.uid)
    assert feed.pk not in due_feeds(now=timezone.now() + timedelta(days=1))
    assert "Paused" in text(senior.get("feeds"))
    senior.send("feed_pause", {"paused": "no"}, uid=feed.uid)
    assert feed.pk in due_feeds(now=timezone.now())
    senior.send("feed_remove", uid=feed.uid)
    assert Lead.objects.filter(feed=None).count() == 2
    Feed.objects.update(added_at=timezone.now() - timedelta(days=2))
    assert "Is the worker running?" in text(senior.get("feeds"))


def test_a_lead_that_is_taken_fills_intake_in(site: Site, editor: Sitting, feed: Feed) -> None:
    leads(site, feed)
    lead = Lead.objects.get(title="Blasts in Kerman")
    taken = editor.send("lead_take", uid=lead.uid)
    page = editor.client.get(taken.url)
    form = page.context["forms"]["intake"]
    assert form.typed("url") == lead.address
    words = "Officials said that the blasts in the city were heard by people at the gate, and that an inquiry is on."
    body = {"source_text": words, "url": lead.address}
    read = editor.send("intake", {**body, "lead": form.typed("lead"), "action": "read"})
    form = read.context["forms"]["intake"]
    assert (form.typed("source_title"), form.typed("publisher"), form.typed("published_on")) == (
        "Blasts in Kerman",
        "Example Wire",
        "2024-01-04",
    )
    making.source(editor.person, url=lead.address)
    page = editor.client.get(address("leads"), {"tab": "taken"})
    assert "On record" in text(page)
    assert [tab["count"] for tab in page.context["stages"]] == [1, 1, 0]


def test_a_lead_is_dismissed_with_a_way_back(site: Site, editor: Sitting, feed: Feed, followed: Any) -> None:
    leads(site, feed)
    lead = Lead.objects.first()
    assert lead
    done = editor.send("lead_dismiss", {"at": "1"}, uid=lead.uid)
    page = editor.client.get(done.url)
    assert f"Dismissed: “{lead.title}”" in page.content.decode().replace("&lt;", "<").replace("&gt;", ">")
    assert "autofocus" in text(page)
    other = Sitting(followed[0].reviewer)
    assert "decided on this lead already: dismissed" in text(other.send("lead_take", uid=lead.uid))
    editor.send("lead_put_back", uid=lead.uid)
    lead.refresh_from_db()
    assert (lead.stage, lead.decided_by) == ("new", None)


def test_an_empty_inbox_says_why(editor: Sitting, settings: Any) -> None:
    assert "Feeds are looked into every half an hour." in text(editor.get("leads"))
    settings.ATTEST_FETCHING = False
    assert "has fetching off" in text(editor.get("leads"))
    assert "No lead was dismissed." in text(editor.client.get(address("leads"), {"tab": "dismissed"}))
    Feed.objects.all().delete()
    settings.ATTEST_FETCHING = True
    assert "follows no feed yet" in text(editor.get("leads"))
    assert "follows no feed yet" in text(editor.get("feeds"))
