"""What people keep of their queue: saved filters, columns; and the look at one row."""

import pytest

from accounts.roles import Role
from incidents.models import Incident, SavedFilter
from tests import making
from tests.desk.sitting import Sitting, address, problems, text

pytestmark = pytest.mark.django_db


def saved(sitting: Sitting) -> dict[str, str]:
    return {one["name"]: one["url"] for one in sitting.get("queue").context["saved"]}


def keep(sitting: Sitting, name: str = "Iran", query: str = "tab=all&country=IR", **more: str) -> SavedFilter:
    sitting.send("filter_save", {"name": name, "query": query, **more})
    return SavedFilter.objects.get(name=name, owner=sitting.person.pk)


def test_a_filter_is_saved_and_is_one_click_away(editor: Sitting, incident: Incident) -> None:
    keep(editor)
    page = editor.client.get(saved(editor)["Iran"])
    assert [row["title"] for row in page.context["rows"]] == [incident.title]
    assert page.context["saved"][0]["current"]


def test_a_shared_filter_is_offered_to_colleagues_and_is_not_theirs_to_change(
    editor: Sitting, reviewer: Sitting
) -> None:
    kept = keep(editor)
    assert saved(reviewer) == {}
    editor.fill("filter", {"name": "Iran, all", "shared": "on"}, saved=kept.pk)
    assert list(saved(reviewer)) == ["Iran, all"]
    assert "of " + editor.person.display_name in text(reviewer.get("queue"))
    for answer in (
        reviewer.get("filter", saved=kept.pk),
        reviewer.send("filter", {"name": "Mine now"}, saved=kept.pk),
        reviewer.send("filter", {"action": "delete"}, saved=kept.pk),
    ):
        assert answer.status_code == 404
    kept.refresh_from_db()
    assert kept.name == "Iran, all"


def test_a_filter_is_deleted(editor: Sitting) -> None:
    kept = keep(editor)
    editor.send("filter", {"action": "delete"}, saved=kept.pk)
    assert saved(editor) == {}


def test_a_name_is_asked_for_and_given_once(editor: Sitting) -> None:
    keep(editor)
    again = editor.send("filter_save", {"name": "Iran", "query": "tab=all"})
    assert again.status_code == 422
    assert "You have a filter of this name already" in text(again)
    assert problems(editor.send("filter_save", {"name": "", "query": "tab=all"})) == [
        "Name of the filter: Fill this in."
    ]


def test_only_what_the_queue_knows_is_kept_of_an_address(editor: Sitting) -> None:
    kept = keep(editor, query="tab=nonsense&q=Kerman&next=//elsewhere.example&after=2024~1&sort=-changed")
    assert kept.query == "q=Kerman&tab=all"


def test_columns_are_remembered(editor: Sitting, reviewer: Sitting, incident: Incident) -> None:
    sent = editor.send("columns", {"columns": ["attack", "author"], "query": "tab=all"})
    assert sent.headers["Location"].endswith("?tab=all")
    page = editor.client.get(address("queue"), {"tab": "all"})
    assert [column["name"] for column in page.context["columns"]] == ["attack", "author"]
    assert "Bombing or explosion" in text(page)
    assert [one["name"] for one in reviewer.get("queue").context["columns"]][:2] == ["next", "state"]


def test_an_unknown_column_is_refused(editor: Sitting) -> None:
    editor.send("columns", {"columns": ["origin_count"]})
    assert "The queue has no such column." in text(editor.get("queue"))


def test_a_preview_is_a_part_of_the_queue_and_by_itself_leads_to_the_incident(
    editor: Sitting, incident: Incident
) -> None:
    part = editor.client.get(address("preview", uid=incident.uid), headers={"X-Fragment": "preview"})
    assert "12" in text(part)
    assert "<html" not in text(part)
    whole = editor.get("preview", uid=incident.uid)
    assert whole.headers["Location"] == address("incident", uid=incident.uid)


def test_a_preview_of_what_somebody_may_not_open_is_not_there(people: making.Desk, incident: Incident) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    part = contributor.client.get(address("preview", uid=incident.uid), headers={"X-Fragment": "preview"})
    assert part.status_code == 404
