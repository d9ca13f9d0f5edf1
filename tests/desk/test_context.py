"""What surrounds the claims: reactions, links, the summary, sources that are on record already."""

import pytest

from accounts.roles import Role
from incidents.models import (
    Citation,
    Incident,
    Source,
    Statement,
)
from tests import making
from tests.desk.sitting import NEW_SOURCE, Sitting, filled, problems, text

pytestmark = pytest.mark.django_db


def test_a_reaction_is_recorded_with_its_speaker_and_citation(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {
        "paraphrase": "He read the warning as an olive branch.",
        "speaker": "new",
        "speaker_name": "Jon Alterman",
        "speaker_role": "director of the Middle East programme",
        "speaker_organisation": "CSIS",
        "quote": "olive branch",
    }
    editor.fill("statement_new", typed, uid=draft.uid)

    said = Statement.objects.get()
    assert said.speaker.name == "Jon Alterman"
    assert said.citations.get().quote == "olive branch"
    editor.fill("statement_remove", {}, uid=draft.uid, statement=said.uid)
    assert not Statement.objects.exists()


def test_a_link_that_says_why_takes_a_citation(editor: Sitting, draft: Incident) -> None:
    other = making.incident(making.person(Role.EDITOR), title="Attack in southern Israel")
    typed = {"other_query": "southern", "other": str(other.uid), "kind": "background"}
    page = editor.fill("link_new", typed | {"source": ""}, uid=draft.uid)
    assert "Source: Choose where this was published." in problems(page)

    editor.fill("link_new", typed | NEW_SOURCE | {"quote": "the Oct. 7 attack"}, uid=draft.uid)
    link = draft.links.get()
    assert (link.other, link.citations.get().quote) == (other, "the Oct. 7 attack")


def test_a_link_that_says_nothing_of_why_needs_no_citation(editor: Sitting, draft: Incident) -> None:
    other = making.incident(making.person(Role.EDITOR), title="Attack in southern Israel")
    typed = {"other_query": "southern", "other": str(other.uid), "kind": "not_a_duplicate", "source": ""}

    assert editor.fill("link_new", typed, uid=draft.uid).status_code == 302
    assert draft.links.get().kind == "not_a_duplicate"


def test_the_summary_is_written_with_quotes_on_record_and_keeps_them(editor: Sitting, draft: Incident) -> None:
    editor.fill("claim_new", NEW_SOURCE | {"verbatim": "12", "quote": "killed 12"}, uid=draft.uid, kind="casualty")
    quote = Citation.objects.get()
    page = editor.fill("summary", {"rows": "3", "s0-text_of": "Twelve people were killed."}, uid=draft.uid)
    assert "takes a citation" in problems(page)[0]

    editor.fill(
        "summary", {"rows": "3", "s0-text_of": "Twelve people were killed.", "s0-reuse": str(quote.uid)}, uid=draft.uid
    )
    source = {"s1-source": str(Source.objects.get().uid), "s1-locator": "whole work", "s1-text_of": "It was daytime."}
    editor.fill("summary", {"rows": "3", **source}, uid=draft.uid)

    sentences = list(draft.summary.all())
    assert [sentence.text for sentence in sentences] == ["Twelve people were killed.", "It was daytime."]
    assert [str(sentence.citations.get()) for sentence in sentences] == ["killed 12", "whole work"]


def test_more_rows_of_the_summary_keep_what_was_typed(editor: Sitting, draft: Incident) -> None:
    page = editor.send(
        "summary", {"rows": "3", "action": "more", "s0-text_of": "Half a sent", "revision": "1"}, uid=draft.uid
    )

    assert page.status_code == 200
    assert len(page.context["rows"]) == 6
    assert "Half a sent" in text(page)


def test_a_source_is_found_by_its_title_and_chosen(editor: Sitting, draft: Incident) -> None:
    known = making.source(making.person(Role.EDITOR), title="An earlier report")
    page = editor.get("claim_new", uid=draft.uid, kind="casualty")
    asked = filled(page, verbatim="12", quote="killed 12", source_query="earlier", action="find_source")
    found = editor.send("claim_new", asked, uid=draft.uid, kind="casualty")

    assert "An earlier report" in text(found)
    saved = editor.send(
        "claim_new", asked | {"source": str(known.uid), "action": "save"}, uid=draft.uid, kind="casualty"
    )
    assert saved.status_code == 302
    assert Citation.objects.get().source == known


def test_an_address_on_record_is_not_entered_twice(editor: Sitting, draft: Incident) -> None:
    editor.fill("claim_new", NEW_SOURCE | {"verbatim": "12", "quote": "twelve"}, uid=draft.uid, kind="casualty")
    typed = NEW_SOURCE | {"verbatim": "13", "quote": "thirteen"}
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="casualty")

    assert "on record already" in problems(page)[0]
    assert 'href="#id_url"' in text(page)
    assert Source.objects.count() == 1
