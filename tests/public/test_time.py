"""Time on the explorer: every incident is in a bar, or said to be vague or undated; the days asked for are shown."""

import re
from datetime import date

import pytest
from django.test import Client

from incidents.rules.breaks import Break
from tests.making import Desk, desk, published
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Desk:
    return desk()


def table(page: str) -> dict[str, int]:
    """The rows of the table that says what the bars show."""
    twin = page[page.index('id="time-twin"') :]
    rows = re.findall(r'<th scope="row">(.*?)</th><td class="number">([\d,]+)</td>', twin)
    return {re.sub(r"<[^>]+>", "", words): int(number.replace(",", "")) for words, number in rows}


def record(team: Desk) -> None:
    for when in ("3 January 2023", "20 January 2023", "5 March 2024", "2023"):
        published(team, when=when)


def test_bars_and_what_is_in_none_are_all_that_the_page_counts(client: Client, team: Desk) -> None:
    record(team)
    page = client.get("/").content.decode()
    assert "Incidents by month" in page
    rows = table(page)
    assert rows == {"January 2023": 2, "March 2024": 1, "Dated less precisely": 1}
    assert sum(rows.values()) == client.get("/incidents.json").json()["count"]
    assert "1 incident is dated less precisely than a month: hatched" in text_of(client.get("/"))


def test_a_bar_leads_to_its_incidents(client: Client, team: Desk) -> None:
    record(team)
    page = client.get("/").content.decode()
    found = re.search(r'<th scope="row"><a href="([^"]+)">March 2024</a>', page)
    assert found
    address = found[1].replace("&amp;", "&")
    assert address == "/?since=2024-03-01&until=2024-03-31"
    assert client.get(f"/incidents.json{address[1:]}").json()["count"] == 1


def test_the_days_asked_for_are_shown_within_the_whole(client: Client, team: Desk) -> None:
    record(team)
    page = client.get("/?since=13 Dey 1402").content.decode()  # 3 January 2024
    assert table(page)["January 2023"] == 2
    assert "3 January 2024 to 31 March 2024" in page
    inside = re.findall(r'class="time__bar" href="[^"]+" tabindex="-1" data-first="([\d-]+)"', page)
    assert inside == ["2024-01-01", "2024-02-01", "2024-03-01"]


def test_other_filters_apply_and_stay(client: Client, team: Desk) -> None:
    record(team)
    page = client.get("/?country=IR&attack_type=bombing").content.decode()
    assert "/?attack_type=bombing&amp;country=IR&amp;since=2024-03-01&amp;until=2024-03-31" in page
    assert "time-twin" not in client.get("/?country=AQ").content.decode()


def test_bars_are_as_wide_as_the_whole_needs(client: Client, team: Desk) -> None:
    published(team, when="3 January 2024")
    assert "Incidents by day" in client.get("/").content.decode()
    published(team, when="5 March 2001")
    page = client.get("/").content.decode()
    assert "Incidents by year" in page
    assert table(page) == {"2001": 1, "2024": 1}
    published(team, when="1871")
    page = client.get("/").content.decode()
    assert "Incidents by 5 years" in page
    assert table(page) == {"1870 to 1874": 1, "2000 to 2004": 1, "2020 to 2024": 1}


def test_the_same_bars_are_to_be_had_as_data(client: Client, team: Desk) -> None:
    record(team)
    for query in ("", "country=IR", "country=AQ", "as_of=2000-01-01"):
        answer = client.get(f"/histogram.json?{query}").json()
        inside = sum(one["count"] for one in answer["bins"]) + answer["vague"] + answer["undated"]
        assert inside == answer["count"] == client.get(f"/incidents.json?{query}").json()["count"], query
    since = client.get("/histogram.json?since=2024&country=IR").json()
    assert (since["count"], since["bins_are_of"]) == (1, "country=IR")
    assert {one["first"]: one["count"] for one in since["bins"] if one["count"]} == {"2023-01-01": 2, "2024-03-01": 1}
    assert sum(one["spread"] for one in since["bins"]) == pytest.approx(since["vague"]) == 1
    refused = client.get("/histogram.json?colour=blue")
    assert (refused.status_code, refused.json()["problems"][0]["parameter"]) == (400, "colour")


def test_shortcuts_reach_back_from_the_last_day_on_record(client: Client, team: Desk) -> None:
    record(team)
    page = client.get("/").content.decode()
    assert "/?since=2024-02-05&amp;until=2024-03-05" in page  # 30 days
    assert "/?since=2023-03-06&amp;until=2024-03-05" in page  # 12 months
    assert "/?since=2020-01-01&amp;until=2029-12-31" in page


def test_a_break_of_method_is_drawn_and_said_in_every_chart(
    client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(team)
    known = (
        Break(date(1990, 1, 1), "Another book was kept then."),
        Break(date(2023, 7, 1), "Woundings are counted from here on."),
    )
    assert "Break " not in text_of(client.get("/")) + text_of(client.get("/statistics/"))
    monkeypatch.setattr("incidents.rules.breaks.BREAKS", known)
    page = client.get("/").content.decode()
    assert re.findall(r'<line class="time__break" x1="([\d.]+)%"', page) == ["40.0"]  # before July, of fifteen months
    said = "Break 2, 1 July 2023: Woundings are counted from here on."
    for address in ("/", "/statistics/"):
        words = text_of(client.get(address))
        assert said in words, address
        assert "Another book" not in words, address
    assert 'class="chart__words" x="' in client.get("/statistics/").content.decode()
