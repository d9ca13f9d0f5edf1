"""What is asked of other sites: only the public web, only so much, only so long, and nothing of ourselves."""

import gzip
import ssl
import time
from pathlib import Path
from typing import Any

import pytest

from incidents.rules.fetching import PAGES, FetchRefusedError, Target, may_connect, target_of
from incidents.services.fetching import edge
from incidents.services.fetching.getting import Got, get
from tests.fetching.site import PAGE, PUBLIC, Site, answer, dripping, dripping_head, endless, redirect

pytestmark = pytest.mark.usefixtures("fetching")

INSIDE = [
    *("127.0.0.1", "0.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200"),
    *("169.254.169.254", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "168.63.129.16"),
    *("::1", "::", "fe80::1", "fe80::1%1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "::ffff:8.8.8.8"),
    *("::ffff:127.0.0.1", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::"),
    *("2001:0:1::1", "no address"),
]


def anything(_target: Target, _redirects: int) -> None:
    """Let every request through."""


def fetch(site: Site, path: str = "/report", **options: Any) -> Got:
    return get(f"http://news.example.org{path}", accepted=PAGES, admit=anything, edge=site.edge, **options)


def refusal(site: Site, path: str = "/report", **options: Any) -> str:
    with pytest.raises(FetchRefusedError) as refused:
        fetch(site, path, **options)
    return refused.value.sentence


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_inside_is_connected_to(address: str) -> None:
    assert not may_connect(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:220:1::1"])
def test_addresses_of_the_public_internet_are(address: str) -> None:
    assert may_connect(address)


def test_a_page_comes_with_nothing_said_of_us_but_the_name(site: Site) -> None:
    site.answers["/report?b=2&utm_source=x"] = answer(PAGE, Set_Cookie="seen=1")
    for _time in range(2):
        got = fetch(site, "/report?b=2&utm_source=x#part")
    assert (got.data, got.media_type, got.changed) == (PAGE, "text/html", True)
    said = site.asked[1][1]
    assert set(said) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert said["User-Agent"].startswith("Attest (+http")
    assert said["Host"] == "news.example.org"
    assert site.reached == [PUBLIC, PUBLIC]


def test_nothing_is_asked_where_it_is_off(site: Site, settings: Any) -> None:
    settings.ATTEST_FETCHING = False
    assert "Fetching is off" in refusal(site)
    assert not site.reached


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("ftp://news.example.org/", "http"),
        ("file:///etc/passwd", "http"),
        ("http://somebody:secret@news.example.org/", "password"),
        ("http://news.example.org:8080/", "ports"),
        ("https://news.example.org:80/", "ports"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str, word: str) -> None:
    with pytest.raises(FetchRefusedError, match=word):
        target_of(address)


@pytest.mark.parametrize("name", ["127.0.0.1", "[::1]", "[::ffff:169.254.169.254]", "2130706433", "inside.example.org"])
def test_a_name_that_leads_inside_is_not_asked(site: Site, name: str) -> None:
    site.names = {name: [["127.0.0.1"]], "::1": [["::1"]], "::ffff:169.254.169.254": [["::ffff:169.254.169.254"]]}
    with pytest.raises(FetchRefusedError, match="not public"):
        get(f"http://{name}/", accepted=PAGES, admit=anything, edge=site.edge)
    assert not site.reached


def test_one_address_inside_among_others_is_enough(site: Site) -> None:
    site.names["news.example.org"] = [[PUBLIC, "10.0.0.1"]]
    assert "not public" in refusal(site)
    assert not site.reached


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "//169.254.169.254/latest/meta-data/", "https://inside.example.org/"]
)
def test_a_redirect_inside_is_not_followed(site: Site, to: str) -> None:
    site.names = {"127.0.0.1": [["127.0.0.1"]], "169.254.169.254": [["169.254.169.254"]]}
    site.names["inside.example.org"] = [["fd00::1"]]
    site.answers["/report"] = redirect(to)
    assert "not public" in refusal(site)
    assert len(site.asked) == 1


def test_a_name_that_turns_inside_between_two_questions_is_not_followed(site: Site) -> None:
    site.names["news.example.org"] = [[PUBLIC], ["127.0.0.1"]]
    site.answers["/report"] = redirect("/really")
    site.answers["/really"] = answer(PAGE)
    assert "not public" in refusal(site)
    assert site.reached == [PUBLIC]


def test_a_name_is_asked_once_and_its_answer_connected_to(site: Site) -> None:
    site.names["news.example.org"] = [[PUBLIC], ["127.0.0.1"]]
    site.answers["/report"] = answer(PAGE)
    assert fetch(site).data == PAGE
    assert site.reached == [PUBLIC]


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    site.answers = {"/report": redirect("/en/report"), "/en/report": answer(PAGE)}
    assert fetch(site).address == "http://news.example.org/en/report"


@pytest.mark.parametrize(("to", "word"), [("/report", "without end"), ("javascript:alert(1)", "http"), ("", "without")])
def test_a_redirect_that_leads_nowhere_is_given_up(site: Site, to: str, word: str) -> None:
    site.answers["/report"] = redirect(to)
    assert word in refusal(site)


@pytest.mark.parametrize("packed", [False, True])
def test_what_is_too_large_is_not_read_to_its_end(site: Site, *, packed: bool) -> None:
    large = b"<p>" + b"x" * 900_000
    site.answers["/report"] = answer(gzip.compress(large), Content_Encoding="gzip") if packed else answer(large)
    assert "too large" in refusal(site)
    site.answers["/report"] = endless
    assert "too large" in refusal(site)


def test_what_comes_packed_is_unpacked(site: Site) -> None:
    site.answers["/report"] = answer(gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(site).data == PAGE
    site.answers["/report"] = answer(PAGE, Content_Encoding="br")
    assert "packing" in refusal(site)


@pytest.mark.parametrize("slow", [dripping, dripping_head])
def test_a_site_that_drips_is_given_up_in_time(site: Site, slow: Any) -> None:
    site.answers["/report"] = slow
    begun = time.monotonic()
    assert "took longer" in refusal(site, seconds=0.3)
    assert time.monotonic() - begun < 1.5


def test_a_kind_that_is_not_kept_is_refused(site: Site) -> None:
    site.answers["/report"] = answer(b"PK\x03\x04", kind="application/zip")
    assert "application/zip" in refusal(site)
    assert "answers 404" in refusal(site, "/elsewhere")


def test_an_answer_that_is_cut_short_is_none(site: Site) -> None:
    site.answers["/report"] = answer(PAGE, Content_Length="900")
    site.answers["/rude"] = lambda handler: handler.connection.close()
    assert "could not be read" in refusal(site, seconds=5)
    assert "could not be read" in refusal(site, "/rude")


@pytest.mark.parametrize("known", [False, True])
def test_a_certificate_must_hold(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool) -> None:
    certificate = site.encrypt(tmp_path)
    site.answers["/report"] = answer(PAGE)
    if known:
        monkeypatch.setattr(edge, "TLS", ssl.create_default_context(cafile=str(certificate)))
        assert get("https://news.example.org/report", accepted=PAGES, admit=anything, edge=site.edge).data == PAGE
    for host in ("elsewhere.example.org", *(() if known else ("news.example.org",))):
        with pytest.raises(FetchRefusedError, match="certificate does not hold"):
            get(f"https://{host}/report", accepted=PAGES, admit=anything, edge=site.edge)


def test_a_name_that_nobody_has_is_said(site: Site) -> None:
    site.names["news.example.org"] = [[]]
    assert "There is no site" in refusal(site)
