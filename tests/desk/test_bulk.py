"""Many incidents at once: looked at first, with a reason, row by row, and back; and never approved or published."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.roles import Role
from incidents.choices import State
from incidents.models import Approval, BulkAction, Incident, Transition, Version
from incidents.services.inputs import Description
from incidents.services.logging import assign, log_incident
from incidents.services.reviewing import approve, submit
from tests import making
from tests.architecture.reading import imports, is_within, modules
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

BULK_MODULES = ("incidents.services.bulk", "incidents.selectors.assigning", "incidents.desk.views.bulk")
DECIDING = ("incidents.workflow", "incidents.services.reviewing", "incidents.services.publishing")


@pytest.fixture
def three(people: Desk) -> list[Incident]:
    """Three drafts: two of the editor, one of nobody."""
    made = [log_incident(actor=people.editor, description=Description(title=f"Draft {one}")) for one in (1, 2, 3)]
    assign(actor=people.editor, incident=made[2], to=None)
    return made


def ticked(incidents: list[Incident], **more: Any) -> dict[str, Any]:
    """What the queue sends: the ticks, and who had each when it was looked at."""
    had = {f"had-{one.uid}": one.assigned_to_id or "" for one in incidents}
    return {"pick": [str(one.uid) for one in incidents], **had, **more}


def do(sitting: Sitting, incidents: list[Incident], to: User | None, reason: str = "Holiday") -> Any:
    fields = ticked(incidents, to=to.pk if to else "nobody", reason=reason, action="save")
    return sitting.client.get(sitting.send("bulk", fields).headers["Location"])


def done(page: Any) -> list[bool]:
    """Whether each would be, or was, changed, in the order of the titles."""
    return [row["done"] for row in sorted(page.context["rows"], key=lambda row: row["title"])]


def holders(incidents: list[Incident]) -> list[int | None]:
    keys = [one.pk for one in incidents]
    held = dict(Incident.objects.filter(pk__in=keys).values_list("pk", "assigned_to"))
    return [held[key] for key in keys]


def test_a_dry_run_says_what_would_happen_and_does_nothing(
    editor: Sitting, people: Desk, three: list[Incident]
) -> None:
    page = editor.send("bulk", ticked(three, to=people.editor.pk, action="check"))
    assert done(page) == [False, False, True]
    assert "1 of 3 would change." in text(page)
    assert problems(page) == []
    assert holders(three) == [people.editor.pk, people.editor.pk, None]
    assert not BulkAction.objects.exists()


def test_incidents_are_assigned_with_a_reason_and_a_result_for_each(
    editor: Sitting, people: Desk, three: list[Incident]
) -> None:
    page = do(editor, three, people.reviewer, "The editor is away")
    assert "3 of 3 changed." in text(page)
    assert "The editor is away" in text(page)
    assert holders(three) == [people.reviewer.pk] * 3


def test_a_bulk_action_is_taken_back_but_for_what_went_on_since(
    editor: Sitting, people: Desk, three: list[Incident]
) -> None:
    do(editor, three, people.reviewer)
    bulk = BulkAction.objects.get()
    assign(actor=people.editor, incident=three[1], to=people.publisher)
    editor.send("bulk_undo", uid=bulk.uid)
    page = editor.get("bulk_result", uid=bulk.uid)
    assert f"It was given to {people.publisher.display_name} meanwhile" in text(page)
    assert holders(three) == [people.editor.pk, people.publisher.pk, None]
    assert not page.context["undoable"]
    assert editor.send("bulk_undo", uid=bulk.uid).status_code == 409


def test_work_is_taken_from_whoever_has_it(editor: Sitting, people: Desk, three: list[Incident]) -> None:
    page = do(editor, three, None)
    assert done(page) == [True, True, False]
    assert "It is assigned to nobody already." in text(page)
    assert holders(three) == [None] * 3


def test_what_was_given_to_somebody_since_the_look_stays_there(
    editor: Sitting, people: Desk, three: list[Incident]
) -> None:
    seen = ticked(three, to=people.reviewer.pk, reason="Away", action="save")
    assign(actor=people.editor, incident=three[0], to=people.publisher)
    page = editor.client.get(editor.send("bulk", seen).headers["Location"])
    assert done(page) == [False, True, True]
    assert holders(three)[0] == people.publisher.pk


def test_a_row_that_is_refused_says_why_and_the_others_go_on(
    editor: Sitting, people: Desk, three: list[Incident]
) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    own = log_incident(actor=contributor.person, description=Description(title="My own"))
    public = making.published(people, title="A published one")
    page = do(contributor, [own, public], people.editor)
    assert done(page) == [False, True]
    assert "Contributors change only their own drafts." in text(page)


def test_a_reason_and_a_receiver_are_asked_for_and_what_was_typed_stays(
    editor: Sitting, people: Desk, three: list[Incident]
) -> None:
    page = editor.send("bulk", ticked(three, to=people.reviewer.pk, reason="", action="save"))
    assert page.status_code == 422
    assert problems(page) == ["Reason: Fill this in."]
    page = editor.send("bulk", ticked(three, to="", reason="Because", action="save"))
    assert problems(page) == ["Assign to: Choose somebody, or nobody."]
    assert str(three[0].uid) in text(page)
    assert holders(three) == [people.editor.pk, people.editor.pk, None]


def test_ticking_nothing_or_nonsense_is_told(editor: Sitting, people: Desk) -> None:
    for picks in ([], ["nonsense"], ["00000000-0000-4000-8000-000000000000"]):
        page = editor.send("bulk", {"pick": picks, "to": people.editor.pk, "action": "check"})
        assert page.status_code == 409
        assert "No incident is ticked." in text(page)


def test_nobody_assigns_or_sees_in_bulk_what_they_may_not_open(people: Desk, three: list[Incident]) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    own = log_incident(actor=contributor.person, description=Description(title="My own"))
    page = do(contributor, [own, *three], contributor.person)
    assert "Draft 1" not in text(page)
    do(Sitting(people.editor), three, people.reviewer)
    bulk = BulkAction.objects.get(by=people.editor)
    assert contributor.get("bulk_result", uid=bulk.uid).status_code == 404
    assert contributor.send("bulk_undo", uid=bulk.uid).status_code == 404


def test_only_who_did_it_or_a_senior_takes_it_back(
    editor: Sitting, reviewer: Sitting, people: Desk, three: list[Incident]
) -> None:
    do(editor, three, people.publisher)
    bulk = BulkAction.objects.get()
    assert not reviewer.get("bulk_result", uid=bulk.uid).context["undoable"]
    assert reviewer.send("bulk_undo", uid=bulk.uid).status_code == 403
    senior = Sitting(making.person(Role.SENIOR))
    senior.send("bulk_undo", uid=bulk.uid)
    assert holders(three) == [people.editor.pk, people.editor.pk, None]


@pytest.mark.parametrize("action", ["approve", "publish", "submit", "withdraw", "reject", "save", "check"])
def test_nothing_that_is_sent_to_the_bulk_page_approves_or_publishes(
    publisher: Sitting, people: Desk, action: str
) -> None:
    waiting, approved = making.incident(people.editor), making.incident(people.editor, title="Approved")
    submit(actor=people.editor, incident=waiting)
    making.approved(people, approved)
    before = (Approval.objects.count(), Transition.objects.count(), Version.objects.count())
    fields = ticked(
        [waiting, approved], to=people.editor.pk, reason="Go", action=action, kind=action, state="published"
    )
    publisher.send("bulk", fields)
    waiting.refresh_from_db()
    approved.refresh_from_db()
    assert (waiting.state, approved.state) == (State.IN_REVIEW, State.APPROVED)
    assert (Approval.objects.count(), Transition.objects.count(), Version.objects.count()) == before


def test_bulk_lapses_no_approval_and_makes_nobody_an_author(publisher: Sitting, editor: Sitting, people: Desk) -> None:
    waiting = making.incident(people.editor)
    submit(actor=people.editor, incident=waiting)
    do(Sitting(people.reviewer), [waiting], people.reviewer)
    waiting.refresh_from_db()
    approve(actor=people.reviewer, incident=waiting, revision=waiting.revision)
    do(editor, [waiting], people.editor)
    assert Approval.objects.get().lapsed_at is None


@pytest.mark.parametrize("kind", ["approve", "publish"])
def test_the_database_knows_no_bulk_action_that_decides(people: Desk, kind: str) -> None:
    with pytest.raises(IntegrityError, match="violates check constraint"), transaction.atomic():
        BulkAction.objects.create(kind=kind, reason="Go", by=people.publisher)


def test_the_code_of_bulk_actions_has_no_way_to_decide() -> None:
    found = [one for one in modules("incidents") if one.name in BULK_MODULES]
    assert len(found) == len(BULK_MODULES)
    assert [name for one in found for _line, name in imports(one) if is_within(name, DECIDING)] == []
