"""Administrators change what people may do, within rules."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from accounts.models import Role, User
from accounts.refusals import Denied
from accounts.services.demonstration import DEMONSTRATION_PASSWORD, ensure_demonstration_people
from accounts.services.people import change_role, deactivate, reactivate
from tests.accounts.browser import text
from tests.accounts.conftest import People, SignIn


def role_of(person: User) -> Role:
    return Role(User.objects.get(pk=person.pk).role)


@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_roles_below_it_may(people: People, role: Role) -> None:
    order = list(Role)
    allowed = [other for other in order if people[role].has_role_of(other)]

    assert allowed == order[: order.index(role) + 1]


def test_somebody_whose_access_ended_has_no_role(people: People) -> None:
    people[Role.ADMINISTRATOR].is_active = False

    assert not any(people[Role.ADMINISTRATOR].has_role_of(role) for role in Role)


def test_an_administrator_changes_a_role_after_confirming_who_they_are(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    editor = people[Role.EDITOR]

    asked = browser.post("accounts_person", editor.pk, role=Role.REVIEWER)
    assert "reauthenticate" in asked.url
    assert role_of(editor) == Role.EDITOR

    browser.confirm()
    assert browser.post("accounts_person", editor.pk, role=Role.REVIEWER).status_code == 302
    assert role_of(editor) == Role.REVIEWER


def test_what_was_asked_for_is_done_once_the_person_has_confirmed(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    editor = people[Role.EDITOR]
    asked = browser.post("accounts_person", editor.pk, role=Role.REVIEWER)
    page = browser.client.get(asked.url)
    assert f'<input type="hidden" name="next" value="/accounts/people/{editor.pk}/"' in text(page)

    browser.client.post(asked.url, {"password": DEMONSTRATION_PASSWORD, "next": f"/accounts/people/{editor.pk}/"})

    assert role_of(editor) == Role.REVIEWER
    assert "The role of Edith Editor was changed." in text(browser.get("accounts_people"))


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_sees_or_changes_people(people: People, sign_in: SignIn, role: Role) -> None:
    browser = sign_in(role)
    browser.confirm()

    assert browser.get("accounts_people").status_code == 403
    refused = browser.post("accounts_person", people[Role.EDITOR].pk, role=Role.SENIOR)
    assert refused.status_code == 403
    assert "This page is for people with the role Administrator or above." in text(refused)
    assert role_of(people[Role.EDITOR]) == Role.EDITOR


def test_nobody_changes_their_own_role(people: People, sign_in: SignIn) -> None:
    admin = people[Role.ADMINISTRATOR]
    change_role(actor=admin, person=people[Role.SENIOR], role=Role.ADMINISTRATOR)
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()

    refused = browser.post("accounts_person", admin.pk, role=Role.EDITOR)

    assert "You cannot change your own role. Ask another administrator." in text(refused)
    assert role_of(admin) == Role.ADMINISTRATOR


def test_the_last_administrator_stays(people: People, sign_in: SignIn) -> None:
    admin = people[Role.ADMINISTRATOR]
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()

    refused = browser.post("accounts_person", admin.pk, role=Role.EDITOR)
    assert "You are the only administrator. Make somebody else an administrator first." in text(refused)

    browser.post("accounts_deactivate", admin.pk)
    assert "You are the only administrator." in text(browser.get("accounts_people"))
    assert User.objects.get(pk=admin.pk).has_role_of(Role.ADMINISTRATOR)


def test_access_that_ended_can_be_given_back_with_the_same_role(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()
    editor = people[Role.EDITOR]

    browser.post("accounts_deactivate", editor.pk)
    assert not User.objects.get(pk=editor.pk).has_role_of(Role.CONTRIBUTOR)

    browser.post("accounts_reactivate", editor.pk)
    assert role_of(editor) == Role.EDITOR
    assert User.objects.get(pk=editor.pk).is_active


@pytest.mark.parametrize("service", [deactivate, reactivate])
def test_services_refuse_everybody_but_administrators(people: People, service: object) -> None:
    with pytest.raises(Denied, match="Only administrators"):
        service(actor=people[Role.SENIOR], person=people[Role.EDITOR])  # type: ignore[operator]


def test_every_change_is_in_the_history_with_who_made_it(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()
    editor = people[Role.EDITOR]
    browser.post("accounts_person", editor.pk, role=Role.SENIOR)

    page = browser.get("accounts_person", editor.pk)
    latest, first = page.context["changes"]

    assert (latest.by, latest.role) == ("Ada Administrator", "Senior editor")
    assert (first.by, first.role) == ("", "Editor")
    assert "Ada Administrator" in text(page)


def test_the_history_holds_no_password(people: People) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'accounts_userevent'")
        columns = {name for (name,) in cursor.fetchall()}

    assert "role" in columns
    assert not columns & {"password", "last_login"}


@pytest.mark.parametrize(
    "statement", ["UPDATE accounts_userevent SET role = 'senior'", "DELETE FROM accounts_userevent"]
)
def test_the_history_is_neither_edited_nor_deleted(people: People, statement: str) -> None:
    with pytest.raises(Exception, match=r"append_only|Cannot update or delete|permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_two_people_cannot_share_an_address_in_any_spelling(people: People) -> None:
    with pytest.raises(ValidationError, match="already registered"):
        User.objects.create_user("EDITOR@example.org", DEMONSTRATION_PASSWORD, display_name="Another")
    with pytest.raises(IntegrityError, match="user_email_lower_case"), transaction.atomic():
        User.objects.filter(email="editor@example.org").update(email="Editor@example.org")


def test_somebody_changes_their_own_name(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)

    browser.post("accounts_overview", display_name="  Edith B. Editor ")

    assert User.objects.get(email="editor@example.org").display_name == "Edith B. Editor"


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_demote_each_other_at_once_do_not_both_succeed() -> None:
    people = ensure_demonstration_people()
    one, other = people[Role.ADMINISTRATOR], people[Role.SENIOR]
    change_role(actor=one, person=other, role=Role.ADMINISTRATOR)
    start = Barrier(2)

    def demote(actor: User, person: User) -> bool:
        start.wait()
        try:
            change_role(actor=actor, person=person, role=Role.EDITOR)
        except Denied:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(demote, [one, other], [other, one]))

    assert sorted(done) == [False, True]
    assert User.objects.active().administrators().count() == 1
