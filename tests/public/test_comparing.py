"""Any two versions of an incident are laid side by side: values, claims, sources and words."""

import copy
import re

import pytest
from django.test import Client

from incidents.models import Version
from incidents.presenting.changes import compare
from incidents.services.asserting import assert_claim, withdraw_claim
from incidents.services.inputs import CasualtyValue, Claim, Description
from incidents.services.logging import describe
from incidents.services.publishing import withdraw
from tests.making import published, quoted, republished, source
from tests.public.conftest import Story
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected(story: Story) -> Story:
    """The story with a second version: renamed, a figure added from a new source, another one taken back."""
    editor, made = story.team.editor, story.made
    described = Description(title="Two explosions in Kerman", graphic=False, personal_data=False)
    describe(actor=editor, incident=made, description=described, summary="Renamed")
    report = source(editor, title="The count is revised", publisher_name="Third Wire")
    value = CasualtyValue(measure="killed", verbatim="91")
    assert_claim(
        actor=editor, incident=made, claim=Claim(value=value, citations=quoted(report, "91 died")), summary="New count"
    )
    made.refresh_from_db()
    gone = made.assertions.get(casualty__verbatim="84")
    withdraw_claim(actor=editor, incident=made, assertion=gone, summary="Names were counted twice.")
    republished(story.team, made, kind="correction", summary="The toll was counted anew.")
    return story


def test_the_page_says_what_differs_and_why(client: Client, corrected: Story) -> None:
    page = client.get(f"{corrected.url}compare/?from=1&to=2")
    words = text_of(page)
    assert heading(page) == "Versions 1 and 2 compared"
    assert "Correction The toll was counted anew." in words
    assert "Title" in words
    assert "<del>" in page.content.decode()
    assert re.search(r"Two \[removed: bombings \] in Kerman", words)
    assert re.search(r"Two \[added: explosions \] in Kerman", words)


def test_claims_and_sources_are_told_apart_by_what_became_of_them(client: Client, corrected: Story) -> None:
    words = text_of(client.get(f"{corrected.url}compare/?from=1&to=2"))
    added, withdrawn = words.split("Claims added")[1].split("Claims withdrawn")[:2]
    assert "91 killed" in added
    assert "Third Wire" in added
    assert "84 killed" in withdrawn
    assert "The count is revised (Third Wire" in words.split("Sources added, removed or described anew")[1]


def test_a_figure_in_a_comparison_names_whoever_gives_it(client: Client, corrected: Story) -> None:
    found = client.get(f"{corrected.url}compare.json?from=1&to=2").json()
    killed = next(one for one in found["values"] if one["key"] == "killed")
    assert "A. Minister" in killed["before"]
    assert "Third Wire" in killed["after"]


def test_the_data_say_the_same_as_the_page(client: Client, corrected: Story) -> None:
    found = client.get(f"{corrected.url}compare.json?from=1&to=2").json()
    assert (found["from"]["version"], found["to"]["version"], found["to"]["kind"]) == (1, 2, "correction")
    assert {one["key"] for one in found["values"]} >= {"title", "killed"}
    assert [one["after"] is None for one in found["claims"]["withdrawn"]] == [True]
    assert [one["before"] for one in found["claims"]["added"]] == [None]
    assert len(found["sources"]["added"]) == 1


def test_without_a_question_the_newest_is_compared_with_the_one_before(client: Client, corrected: Story) -> None:
    assert heading(client.get(f"{corrected.url}compare/")) == "Versions 1 and 2 compared"


def test_versions_may_be_compared_backwards_and_with_themselves(client: Client, corrected: Story) -> None:
    back = client.get(f"{corrected.url}compare.json?from=2&to=1").json()
    assert len(back["claims"]["added"]) == 1
    assert "91 killed" in back["claims"]["withdrawn"][0]["before"]
    assert "Nothing that a reader can see." in text_of(client.get(f"{corrected.url}compare/?from=2&to=2"))


def test_the_history_offers_the_comparison_without_javascript(client: Client, corrected: Story) -> None:
    page = client.get(corrected.url).content.decode()
    assert re.search(rf'<form[^>]* action="{corrected.url}compare/" method="get"', page)
    assert re.search(r'<option value="1" selected>1: first published', page)
    assert '<span class="tag">First published</span> </td>' in page


def test_an_incident_of_one_version_offers_no_comparison(client: Client, story: Story) -> None:
    assert "/compare/" not in client.get(story.url).content.decode()
    assert client.get(f"{story.url}compare/").status_code == 200


@pytest.mark.parametrize("question", ["from=x", "to=-1", "from=1&colour=blue", "from=1e3", "to=٢"])
def test_a_question_that_cannot_be_answered_is_refused_with_a_sentence(
    client: Client, story: Story, question: str
) -> None:
    for form in ("compare/", "compare.json"):
        answer = client.get(f"{story.url}{form}?{question}")
        assert answer.status_code == 400, form
    assert "This question cannot be answered" in text_of(client.get(f"{story.url}compare/?{question}"))


def test_a_version_that_never_was_is_not_found(client: Client, story: Story) -> None:
    for address in (f"{story.url}compare/?from=1&to=7", "/incidents/INC-1999-000001/compare/"):
        assert client.get(address).status_code == 404


def test_a_withdrawal_is_told_as_such_and_withdraws_no_claim(client: Client, story: Story) -> None:
    withdraw(actor=story.team.publisher, incident=story.made, reason="It was another kind of event.")
    found = client.get(f"{story.url}compare.json?from=1&to=2").json()
    assert [(one["key"], one["after"]) for one in found["values"]] == [("status", "Withdrawn")]
    assert found["claims"] == {"added": [], "moved": [], "withdrawn": [], "changed": []}


def test_documents_that_lack_newer_keys_can_still_be_compared(story: Story) -> None:
    content = Version.objects.get(public_id=story.id).content
    older = {key: content[key] for key in ("schema", "title", "claims", "sources")}
    told = {one.key for one in compare(older, content).values}
    assert told >= {"killed", "summary", "place"}
    assert compare(older, copy.deepcopy(older)).everything == ()


def test_a_comparison_says_nothing_of_what_is_pending(client: Client, story: Story) -> None:
    published(story.team, title="Another")
    described = Description(title="A title that nobody has approved", graphic=False, personal_data=False)
    describe(actor=story.team.editor, incident=story.made, description=described, summary="Renamed")
    assert "nobody has approved" not in client.get(f"{story.url}compare/").content.decode()
    assert "First published" in text_of(client.get(f"{story.url}compare/"))
