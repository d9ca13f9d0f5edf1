"""The history of an incident: every field that changed, by whom, when and why; any two states compared."""

import re

import pytest

from accounts.roles import Role
from incidents.desk.presenters.past import Part
from incidents.models import Assertion, Citation, Incident
from tests import making
from tests.desk.sitting import Sitting, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

TOLL = "Claim 4: casualty estimate: In the source's words"


def toll_of(incident: Incident) -> Assertion:
    return Assertion.objects.get(incident=incident, casualty__measure="killed")


def told(parts: list[Part]) -> dict[str, tuple[str, str]]:
    return {f"{part.subject}: {one.label}": (one.before, one.after) for part in parts for one in part.changes}


@pytest.fixture
def edited(people: Desk, editor: Sitting) -> Incident:
    """Published with 12 killed, then called 14, retitled, and one of its quotes taken out."""
    made = making.published(people)
    toll = toll_of(made)
    editor.fill("claim", {"verbatim": "at least 14", "edit_summary": "A new toll"}, uid=made.uid, claim=toll.uid)
    editor.fill("describe", {"title": "Two bombings near Kerman", "edit_summary": "Near"}, uid=made.uid)
    cited = Citation.objects.get(assertion__incident=made, assertion__kind="characteristic")
    fields = {"quote": "two bombs went off", "edit_summary": "The words as they stand"}
    editor.fill("citation", fields, uid=made.uid, citation=cited.uid)
    made.refresh_from_db()
    return made


def test_each_edit_tells_every_field_that_it_changed_with_who_and_why(editor: Sitting, edited: Incident) -> None:
    page = editor.get("history", uid=edited.uid)
    rows = page.context["rows"]

    assert [row["note"] for row in rows if row["parts"]][:3] == ["The words as they stand", "Near", "A new toll"]
    quote, title, toll = (told(row["parts"]) for row in rows if row["parts"] and row["note"])
    assert [(before, after) for before, after in quote.values()] == [("two bombings", "two bombs went off")]
    assert title == {"The incident: Title": ("Two bombings in Kerman", "Two bombings near Kerman")}
    assert toll[TOLL] == ("12", "at least 14")
    assert {row["who"] for row in rows[:3]} == {editor.person.display_name}
    assert "readers saw it as version 1" in text(page)
    assert "Back to version 1" in text(page)


def test_any_two_states_are_compared_in_words(editor: Sitting, edited: Incident) -> None:
    address = f"/desk/incidents/{edited.uid}/history/"
    newest = edited.revision
    both = told(editor.client.get(f"{address}?from={newest - 3}&to={newest}").context["compared"])
    assert both["The incident: Title"] == ("Two bombings in Kerman", "Two bombings near Kerman")
    assert both[TOLL] == ("12", "at least 14")
    assert ("two bombings", "two bombs went off") in both.values()

    one = told(editor.client.get(f"{address}?to={newest - 2}&from={newest - 1}").context["compared"])
    assert one == {"The incident: Title": ("Two bombings in Kerman", "Two bombings near Kerman")}
    same = editor.client.get(f"{address}?from={newest}&to={newest}")
    assert "Nothing differs that you may see." in text(same)


@pytest.mark.parametrize("asked", ["from=x&to=1", "from=1", "from=99999&to=1", "from=&to=", "from=٣&to=1"])
def test_what_cannot_be_compared_is_said_above_the_whole_history(editor: Sitting, edited: Incident, asked: str) -> None:
    page = editor.client.get(f"/desk/incidents/{edited.uid}/history/?{asked}")
    assert page.status_code == 400
    assert "There is no such revision of this incident. Choose two from the lists." in text(page)
    assert page.context["rows"]


def test_the_last_two_states_are_offered_first(editor: Sitting, edited: Incident) -> None:
    page = editor.client.get(f"/desk/incidents/{edited.uid}/history/?page=x")
    assert page.status_code == 200
    assert page.context["asked"] is None
    chosen = re.findall(r'<option value="(\d+)" selected>', text(page))
    assert chosen == [str(edited.revision - 1), str(edited.revision)]


def test_the_history_is_paged_and_reads_no_more_for_more_edits(
    editor: Sitting, edited: Incident, django_assert_max_num_queries: object
) -> None:
    for number in range(14):
        editor.fill("describe", {"desk_note": f"Note {number}", "edit_summary": "A note"}, uid=edited.uid)
    with django_assert_max_num_queries(90):  # type: ignore[operator]
        page = editor.get("history", uid=edited.uid)
    assert len(page.context["rows"]) == 25 or page.context["next_url"] == ""
    assert told(page.context["rows"][0]["parts"])["The incident: Note for colleagues"] == ("Note 12", "Note 13")


def test_a_contributor_reads_the_history_of_what_they_may_open_only(people: Desk, incident: Incident) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert contributor.get("history", uid=incident.uid).status_code == 404
