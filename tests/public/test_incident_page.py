"""An incident page says each fact with who says so, and what we make of it apart from what was said."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Incident, Place
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim, Description
from incidents.services.logging import describe
from incidents.services.publishing import publish
from tests.making import Desk, approved, claimed, incident, kerman, published, quoted, republished, source
from tests.public.conftest import Story
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db


def test_the_title_the_status_and_the_id_stand_at_the_top(client: Client, story: Story) -> None:
    page = client.get(story.url)
    assert heading(page) == "Two bombings in Kerman"
    assert re.search(r"Version 1, reviewed, published \d+ \w+ 20\d\d\. " + story.id, text_of(page))
    assert f'rel="canonical" href="http://127.0.0.1:8000{story.url}"' in page.content.decode()


def facts(page: str) -> dict[str, str]:
    """The key facts by term, as words."""
    first = re.search(r'<dl class="facts">(.*?)</dl>', page, re.DOTALL)
    assert first
    rows = re.findall(r"<dt>(.*?)</dt>(.*?)</div>", first[1], re.DOTALL)
    return {term.split(" <a")[0]: " ".join(re.sub(r"<[^>]+>", " ", rest).split()) for term, rest in rows}


def test_every_key_fact_is_followed_by_who_says_so_in_their_words(client: Client, story: Story) -> None:
    found = facts(client.get(story.url).content.decode())
    assert "A. Minister, Minister of Health, in First Agency, 4 January 2024: the toll stands at 84" in found["Killed"]
    assert found["Wounded"].startswith("scores Read as: at least 40 Single origin A. Minister")
    assert found["Where"].startswith("Kerman, Iran کرمان Known to the city or town Single origin First Agency")
    assert "Example Front Responsibility claim" in found["Attributed to"]
    assert "Example Front Denial" in found["Denied"]
    assert found["Weapon"] == "Unknown No source says."


def test_an_unknown_is_said(client: Client, team: Desk) -> None:
    made = published(team)
    found = facts(client.get(f"/incidents/{made.public_id}/").content.decode())
    assert found["Wounded"] == "Unknown No source gives a figure."
    assert found["Attributed to"] == "Unknown No claim of responsibility, assessment or finding names anybody."


def test_a_number_never_stands_without_who_says_so(client: Client, story: Story) -> None:
    """Each figure in the table of tolls and each value among the facts has a claimant beside it."""
    page = client.get(story.url).content.decode()
    rows = re.findall(r'data-label="Who says so">(.*?)</td>\s*<td data-label="Figure">', page, re.DOTALL)
    rows = [row.split(" <span")[0] for row in rows]
    assert sorted(rows) == ["A. Minister, Minister of Health", "A. Minister, Minister of Health", "First Agency"]
    for value in re.findall(r'<dd class="facts__value">.*?</dd>\s*<dd class="([^"]+)">', page, re.DOTALL):
        assert value == "facts__note"


def test_the_summary_cites_its_sources(client: Client, story: Story) -> None:
    page = client.get(story.url).content.decode()
    cited = re.search(r'Two bombs exploded in Kerman\.<sup class="cite"><a href="#(source-\d+)"', page)
    assert cited
    assert f'id="{cited[1]}"' in page


def test_claims_stand_under_their_question_with_our_assessment_apart(client: Client, story: Story) -> None:
    words = text_of(client.get(story.url))
    assert words.index("Who did it") < words.index("How many") < words.index("Where Kerman, known to the city")
    assert "Example Front: responsibility claim" in words
    assert "Our assessment: Single origin. Everything cited for it goes back to one origin." in words
    assert "2 sources, 1 independent" in words


def test_vague_words_are_explained_by_the_rule_that_read_them(client: Client, story: Story) -> None:
    assert "“Nearly n” says that n was not reached" in text_of(client.get(story.url))


def test_figures_stand_in_the_order_in_which_they_were_reported(client: Client, story: Story) -> None:
    page = client.get(story.url).content.decode()
    table = re.search(r'id="toll-killed".*?</table>', page, re.DOTALL)
    assert table
    assert [re.sub(r"<[^>]+>", "", one) for one in re.findall(r'data-label="Figure">(.*?)</a>', table[0])] == [
        "84",
        "nearly 100",
    ]


def test_a_warning_says_its_basis_its_wording_and_what_is_said_of_it_by_whom(client: Client, story: Story) -> None:
    words = text_of(client.get(story.url))
    assert "Government of Exampleland to Government of Iran" in words
    assert "Basis Duty to warn In the words used a longstanding duty to warn" in words
    assert "How specific Place: in general terms" in words
    assert "Became public 25 January 2024, by First Agency" in words
    assert "A warning was passed on beforehand. an official Anonymous" in words
    assert "Not named: asked not to be named" in words


def test_reactions_and_links_say_whose_they_are(client: Client, story: Story) -> None:
    words = text_of(client.get(story.url))
    assert "B. Analyst, An Institute 25 January 2024 Sees a wish for talks." in words
    assert (
        f"An earlier attack {story.other.public_id} Background as asserted by Second Gazette, 26 January 2024" in words
    )


def test_copies_stand_under_the_source_that_they_rest_on(client: Client, story: Story) -> None:
    page = client.get(story.url)
    assert "4 sources, of which 3 rest on none of the others." in text_of(page)
    copy = re.search(r"Blasts kill many, agency says.*?syndicates source (\d+)", page.content.decode(), re.DOTALL)
    assert copy
    origin = re.search(rf'id="source-{copy[1]}".*?</cite>', page.content.decode(), re.DOTALL)
    assert origin
    assert "Blasts kill many" in origin[0]
    assert "publisher graded F: reliability cannot be judged" in text_of(page)


def test_what_was_known_when_is_in_order_and_says_who_told(client: Client, story: Story) -> None:
    page = client.get(story.url).content.decode()
    timeline = re.search(r'<ol class="timeline">.*?</ol>', page, re.DOTALL)
    assert timeline
    days = re.findall(r'<time datetime="([^"]+)"', timeline[0])
    assert days == sorted(days)
    assert days[0] == "2024-01-04"


def test_every_version_keeps_its_address_and_says_when_it_is_not_the_newest(client: Client, story: Story) -> None:
    _change(story, "A death toll of 95")
    republished(story.team, story.made, kind="correction", summary="The toll was corrected.")
    now = text_of(client.get(story.url))
    assert "Version 2" in now
    assert "Correction The toll was corrected." in now
    old, new = client.get(f"{story.url}v/1/"), client.get(f"{story.url}v/2/")
    assert "This is version 1. It is not the newest." in text_of(old)
    assert "It is not the newest" not in text_of(new)
    assert heading(old) == "Two bombings in Kerman"
    assert "A death toll of 95" in text_of(new)


def _change(story: Story, title: str) -> None:
    described = Description(title=title, graphic=False, personal_data=False)
    describe(actor=story.team.editor, incident=story.made, description=described, summary="Renamed")


def test_a_pending_change_shows_that_it_is_pending_and_nothing_of_it(client: Client, story: Story) -> None:
    _change(story, "A title that nobody has approved")
    value = CasualtyValue(measure="killed", verbatim="4711")
    report = source(story.team.editor, title="A report that nobody has seen")
    claim = Claim(value=value, citations=quoted(report, "killed 4711"))
    assert_claim(actor=story.team.editor, incident=story.made, claim=claim, summary="Figure added")
    page = client.get(story.url)
    assert "Changes under review." in text_of(page)
    for secret in ("nobody has approved", "4711", "nobody has seen"):
        assert secret not in page.content.decode()


def test_parts_and_whole_lead_to_each_other(client: Client, team: Desk) -> None:
    whole = published(team, title="Two blasts")
    part = published(team, title="The first blast", parent=whole)
    assert "Made of: The first blast" in text_of(client.get(f"/incidents/{whole.public_id}/"))
    assert "Part of: Two blasts" in text_of(client.get(f"/incidents/{part.public_id}/"))


def test_search_engines_are_told_what_is_known_and_no_more(client: Client, team: Desk) -> None:
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    known = event(client, published(team, title="Blast at </script>"))
    vague = event(client, published(team, place=province, precision="province", when="March 2023"))
    assert known["name"] == "Blast at </script>"
    assert known["startDate"] == "2024-01-03"
    assert known["location"]["address"]["addressCountry"] == "IR"
    assert "geo" not in known["location"]
    publisher = {"@type": "Organization", "name": "The Example Courier"}
    who = {"@type": "CreativeWork", "creditText": "The Example Courier", "publisher": publisher}
    assert known["subjectOf"] == [who]
    assert "startDate" not in vague


def event(client: Client, made: Incident) -> dict[str, Any]:
    page = client.get(f"/incidents/{made.public_id}/").content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_a_title_of_markup_is_words(client: Client, team: Desk) -> None:
    made = published(team, title="<img src=x onerror=alert(1)>")
    for address in ("/", f"/incidents/{made.public_id}/"):
        assert "<img" not in client.get(address).content.decode()


def test_the_inset_map_is_drawn_only_where_something_may_be_drawn(client: Client, team: Desk) -> None:
    kerman()
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    drawn, hidden = published(team), published(team, place=iran, precision="country")
    assert 'id="inset-drawing"' in client.get(f"/incidents/{drawn.public_id}/").content.decode()
    assert 'id="inset-drawing"' not in client.get(f"/incidents/{hidden.public_id}/").content.decode()


def test_an_incident_nobody_approved_has_no_page(client: Client, team: Desk) -> None:
    draft = incident(team.editor, title="A draft of which nobody must know")
    approved(team, draft)
    assert "nobody must know" not in client.get("/").content.decode()
    assert "nobody must know" not in client.get("/incidents.json").content.decode()


def test_an_accusation_never_reads_as_an_attribution(client: Client, team: Desk) -> None:
    made = incident(team.editor)
    claimed(team.editor, made, by="Example Front")
    claimed(team.editor, made, by="Example State", ground="accusation")
    publish(actor=team.publisher, incident=approved(team, made))
    found = facts(client.get(f"/incidents/{made.public_id}/").content.decode())
    assert "Example State" not in found["Attributed to"]
    assert found["Accused"].startswith("Example State Accusation")
    assert found["Who did it"].startswith("Claimed Somebody says that it was they")
    words = text_of(client.get(f"/incidents/{made.public_id}/"))
    assert words.index("Claims of responsibility") < words.index("Accusations by others")
    assert "Attributed to: Example Front (responsibility claim) Accused: Example State (accusation)" in text_of(
        client.get("/")
    )


def test_figures_over_time_are_drawn_and_the_table_says_the_same(client: Client, story: Story) -> None:
    page = client.get(story.url).content.decode()
    drawing = re.search(r'<svg class="chart__drawing".*?</svg>', page, re.DOTALL)
    assert drawing
    assert '<title id="toll-killed-title">Killed, as reported over time</title>' in drawing[0]
    assert "The table says the same." in drawing[0]
    assert set(re.findall(r'<text class="chart__letter"[^>]*>(\w)</text>', drawing[0])) == {"A", "B"}
    assert re.search(r'A. Minister, Minister of Health <span class="chart__key">A</span>', page)


def test_each_population_has_figures_of_its_own(client: Client, team: Desk) -> None:
    made, report = incident(team.editor), source(team.editor)
    for figure, population in (("84", "all"), ("30", "civilians"), ("28", "civilians")):
        value = CasualtyValue(measure="killed", verbatim=figure, population=population)
        assert_claim(actor=team.editor, incident=made, claim=Claim(value=value, citations=quoted(report, figure)))
    publish(actor=team.publisher, incident=approved(team, made))
    page = client.get(f"/incidents/{made.public_id}/").content.decode()
    (few,) = re.findall(r'id="toll-killed-civilians">(.*?)</table>', page, re.DOTALL)
    assert few.startswith("Killed, civilians only, as reported over time</caption>")
    assert set(re.findall(r'href="#claim-\w+">(\w+)</a>', few)) == {"30", "28"}
    (whole,) = re.findall(r'id="toll-killed">(.*?)</table>', page, re.DOTALL)
    assert set(re.findall(r'href="#claim-\w+">(\w+)</a>', whole)) == {"12", "84"}
