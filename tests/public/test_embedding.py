"""Other sites show the record inside their pages: small, dated, without a cookie, and leading to the whole."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.services.publishing import withdraw
from incidents.services.regrouping import merge
from tests.making import Desk, desk, person, published, republished
from tests.public.conftest import Story
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db

BASE = "http://127.0.0.1:8000"
FRAMED = ("/embed/", "/embed/?view=list&theme=dark", "/embed/?colour=blue", "/embed/INC-1999-999999/")


@pytest.fixture
def team() -> Desk:
    return desk()


def frames_of(client: Client, address: str) -> str:
    policy = client.get(address)["Content-Security-Policy"]
    found = re.search(r"frame-ancestors ([^;]+)", policy)
    assert found
    return found[1]


def oembed(client: Client, url: str, **more: str) -> dict[str, object]:
    answer = client.get("/oembed", {"url": url, **more})
    assert answer.status_code == 200, answer.content
    document: dict[str, object] = answer.json()
    return document


def test_embedded_pages_and_no_others_may_be_framed(client: Client, story: Story) -> None:
    for address in (*FRAMED, f"/embed/{story.id}/"):
        answer = client.get(address)
        assert frames_of(client, address) == "*", address
        assert "X-Frame-Options" not in answer
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert "unsafe" not in answer["Content-Security-Policy"]
    for address in ("/", story.url, "/embed/builder/", "/about/", "/oembed", "/nothing-here/"):
        assert frames_of(client, address) == "'none'", address
        assert client.get(address)["X-Frame-Options"] == "DENY"


def test_an_embedded_page_sets_no_cookie_and_asks_for_none(client: Client, story: Story) -> None:
    client.force_login(story.team.editor)
    for address in (*FRAMED, f"/embed/{story.id}/"):
        answer = client.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert answer.content == Client().get(address).content


def test_a_query_is_a_map_or_a_list_with_its_date_and_the_way_to_the_whole(client: Client, team: Desk) -> None:
    made = published(team)
    on_map, in_list = client.get("/embed/?country=IR"), client.get("/embed/?country=IR&view=list")
    for page in (on_map, in_list):
        assert heading(page) == "1 incident in Iran"
        words = unescape(page.content.decode())
        assert re.search(r"Data as of \d+ \w+ 20\d\d · CC BY 4.0", " ".join(re.sub(r"<[^>]+>", " ", words).split()))
        assert 'href="/?country=IR">Open in Attest' in words
        assert '<base target="_blank">' in words
    assert 'class="drawing"' in on_map.content.decode()
    assert f'id="{made.public_id}"' in in_list.content.decode()
    assert "Killed: 12 (The Example Courier)" in text_of(in_list)


def test_a_long_list_is_ten_and_leads_to_all(client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.public.presenting.embedding.LISTED", 1)
    for _number in range(2):
        published(team)
    page = client.get("/embed/?view=list").content.decode()
    assert page.count('class="result"') == 1
    assert "All 2 incidents in Attest" in page


def test_an_incident_is_its_key_facts_with_who_says_so(client: Client, story: Story) -> None:
    page = client.get(f"/embed/{story.id}/")
    assert heading(page).endswith(">Two bombings in Kerman</a>")
    words = text_of(page)
    assert "A. Minister, Minister of Health, in First Agency" in words
    assert "Version 1," in words
    assert f'<a class="embed__more" href="{story.url}">All claims and sources' in page.content.decode()
    assert f'<link rel="canonical" href="{BASE}{story.url}">' in page.content.decode()
    assert 'href="#' not in page.content.decode()


def test_what_is_gone_or_elsewhere_says_so_in_the_frame(client: Client, team: Desk) -> None:
    lost, kept, gone = (published(team) for _number in range(3))
    merge(actor=person(Role.SENIOR), loser=lost, survivor=kept, reason="Both describe one event.")
    republished(team, kept, kind="merge", summary="Both describe one event.")
    withdraw(actor=team.publisher, incident=gone, reason="It was an accident.")
    moved = client.get(f"/embed/{lost.public_id}/")
    assert (moved.status_code, moved["Location"]) == (301, f"/embed/{kept.public_id}/")
    withdrawn = client.get(f"/embed/{gone.public_id}/")
    assert withdrawn.status_code == 410
    assert "Reason: It was an accident." in text_of(withdrawn)
    assert client.get(f"/embed/{kept.public_id}/?as_of=1999-01-01").status_code == 404
    assert client.get("/embed/INC-1999-999999/").status_code == 404


def test_demonstration_data_is_marked(client: Client, team: Desk) -> None:
    made = published(team, demonstration=True)
    for address in ("/embed/", "/embed/?view=list", f"/embed/{made.public_id}/"):
        assert "Demonstration data, not for citation." in client.get(address).content.decode()


def test_a_look_or_a_question_that_is_none_is_refused_by_name(client: Client, team: Desk) -> None:
    published(team)
    for query, word in (
        ("view=globe", "view: Choose from: map, list."),
        ("theme=pink", "theme: Choose from: auto, light, dark."),
        ("colour=blue", "colour"),
        ("page=2", "page"),
    ):
        answer = client.get(f"/embed/?{query}")
        assert answer.status_code == 400
        assert word in text_of(answer)
    for query, word in (("height=9", "from 240 to 1200"), ("height=x", "height"), ("incident=x&q=y", "q")):
        assert word in text_of(client.get(f"/embed/builder/?{query}"))
    assert client.get("/embed/builder/?incident=INC-1999-999999").status_code == 404


def test_the_builder_writes_the_words_and_shows_how_it_looks(client: Client, team: Desk) -> None:
    made = published(team)
    page = client.get("/embed/builder/?country=IR&view=list&theme=dark&height=600").content.decode()
    address = "/embed/?country=IR&view=list&theme=dark"
    assert f'src="{address}"' in unescape(page)
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert found
    snippet = unescape(found[1])
    assert snippet.startswith(
        f'<iframe src="{BASE}/embed/?country=IR&amp;view=list&amp;theme=dark" title="Attest: 1 inc'
    )
    assert 'height="600"' in snippet
    assert client.get(address).status_code == 200
    one = unescape(client.get(f"/embed/builder/?incident={made.public_id}").content.decode())
    assert f'src="/embed/{made.public_id}/"' in one
    assert 'name="view"' not in one


def test_the_pages_lead_to_the_builder_and_to_oembed(client: Client, team: Desk) -> None:
    made = published(team)
    explorer = client.get("/?country=IR").content.decode()
    incident = client.get(f"/incidents/{made.public_id}/").content.decode()
    assert 'href="/embed/builder/?country=IR"' in explorer
    assert f'href="/embed/builder/?incident={made.public_id}"' in incident
    for page, url in ((explorer, f"{BASE}/?country=IR"), (incident, f"{BASE}/incidents/{made.public_id}/")):
        found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
        assert found
        assert unescape(found[1]) == f"{BASE}/oembed?url={quote(url, safe='')}&format=json"
        assert client.get(unescape(found[1]).removeprefix(BASE)).json()["version"] == "1.0"


def test_oembed_describes_a_query_an_incident_and_a_short_link(client: Client, team: Desk) -> None:
    made = published(team)
    query = oembed(client, f"{BASE}/?country=IR")
    assert (query["type"], query["title"], query["width"], query["height"]) == ("rich", "1 incident in Iran", 720, 480)
    assert f'<iframe src="{BASE}/embed/?country=IR"' in str(query["html"])
    incident = oembed(client, f"{BASE}/incidents/{made.public_id}/")
    assert incident["title"] == "Two bombings in Kerman"
    assert f'<iframe src="{BASE}/embed/{made.public_id}/"' in str(incident["html"])
    code = client.post("/share/", {"query": "country=IR"})["Location"].split("/")[2]
    assert "as_of=" in str(oembed(client, f"{BASE}/s/{code}/")["html"])


def test_oembed_keeps_to_the_room_there_is(client: Client, team: Desk) -> None:
    published(team)
    found = oembed(client, BASE, maxwidth="300", maxheight="200", dnt="true")
    assert (found["width"], found["height"]) == (300, 200)
    assert 'width="300" height="200"' in str(found["html"])
    for wrong in ("0", "-1", "wide"):
        answer = client.get("/oembed", {"url": BASE, "maxwidth": wrong})
        assert answer.status_code == 400
        assert "maxwidth" in answer.json()["detail"]


def test_oembed_knows_this_site_only_and_json_only(client: Client, team: Desk) -> None:
    gone = published(team)
    withdraw(actor=team.publisher, incident=gone, reason="It was an accident.")
    for url in (
        "https://example.org/?country=IR",
        "http://127.0.0.1:9999/",
        "javascript://127.0.0.1:8000/%0aalert(1)",
        "http://[bad",
        f"{BASE}/about/",
        f"{BASE}/desk/",
        f"{BASE}/?colour=blue",
        f"{BASE}/incidents/INC-1999-999999/",
        f"{BASE}/incidents/{gone.public_id}/",
        f"{BASE}/s/ZZZZZZZZZZ/",
    ):
        assert client.get("/oembed", {"url": url}).status_code == 404, url
    assert client.get("/oembed", {"url": BASE, "format": "xml"}).status_code == 501
    assert client.get("/oembed").status_code == 400
    assert client.get("/oembed", {"url": BASE})["Access-Control-Allow-Origin"] == "*"


def test_a_title_cannot_break_out_of_the_words(client: Client, team: Desk) -> None:
    made = published(team, title='"><script>alert(1)</script>')
    html = str(oembed(client, f"{BASE}/incidents/{made.public_id}/")["html"])
    assert "<script" not in html
    assert html.count("<") == 2
