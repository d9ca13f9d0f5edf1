"""How long a sign-in lasts, and what ends it."""

from datetime import UTC, datetime, timedelta

import time_machine
from django.test import Client

from accounts.models import Role
from accounts.services.demonstration import DEMONSTRATION_PASSWORD
from accounts.services.people import change_role, deactivate
from tests.accounts.browser import Browser, text
from tests.accounts.conftest import People, SignIn

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
NEW_PASSWORD = "thin rules and some more ink"


def test_a_session_ends_after_half_an_hour_without_use(sign_in: SignIn) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        browser = sign_in(Role.EDITOR)
        clock.shift(timedelta(minutes=29))
        assert browser.is_signed_in()
        clock.shift(timedelta(minutes=29))
        assert browser.is_signed_in()
        clock.shift(timedelta(minutes=30))
        response = browser.get("accounts_overview")

    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")
    assert "your session had ended" in text(browser.client.get(response.url))


def test_a_session_ends_after_twelve_hours_however_busy_it_was(sign_in: SignIn) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        browser = sign_in(Role.EDITOR)
        for _quarter in range(47):
            clock.shift(timedelta(minutes=15))
            assert browser.is_signed_in()
        clock.shift(timedelta(minutes=15))

        assert not browser.is_signed_in()


def test_ending_somebodys_access_takes_effect_at_their_next_request(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)

    deactivate(actor=people[Role.ADMINISTRATOR], person=people[Role.EDITOR])

    assert not browser.is_signed_in()


def test_another_role_takes_effect_at_the_next_request(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.SENIOR)
    assert browser.get("accounts_people").status_code == 403

    change_role(actor=people[Role.ADMINISTRATOR], person=people[Role.SENIOR], role=Role.ADMINISTRATOR)
    assert browser.get("accounts_people").status_code == 200

    change_role(actor=people[Role.ADMINISTRATOR], person=people[Role.SENIOR], role=Role.EDITOR)
    assert browser.get("accounts_people").status_code == 403


def test_a_new_password_ends_every_other_session(sign_in: SignIn) -> None:
    here, elsewhere = sign_in(Role.EDITOR), sign_in(Role.EDITOR)

    response = here.post(
        "account_change_password", oldpassword=DEMONSTRATION_PASSWORD, password1=NEW_PASSWORD, password2=NEW_PASSWORD
    )

    assert response.status_code == 302
    assert here.is_signed_in()
    assert not elsewhere.is_signed_in()


def test_somebody_sees_their_sessions_and_ends_one(sign_in: SignIn) -> None:
    here, elsewhere = sign_in(Role.EDITOR), sign_in(Role.EDITOR)
    sessions = here.get("usersessions_list").context["sessions"]
    other = next(session for session in sessions if session.session_key == elsewhere.client.session.session_key)

    here.post("accounts_end_session", other.pk)

    assert here.is_signed_in()
    assert not elsewhere.is_signed_in()


def test_nobody_ends_somebody_elses_session(sign_in: SignIn) -> None:
    editor, reviewer = sign_in(Role.EDITOR), sign_in(Role.REVIEWER)
    (session,) = editor.get("usersessions_list").context["sessions"]

    assert reviewer.post("accounts_end_session", session.pk).status_code == 404
    assert editor.is_signed_in()


def test_all_other_sessions_end_at_once(sign_in: SignIn) -> None:
    here, elsewhere = sign_in(Role.EDITOR), sign_in(Role.EDITOR)

    here.post("usersessions_list")

    assert here.is_signed_in()
    assert not elsewhere.is_signed_in()


def test_a_page_without_a_session_is_not_marked_as_personal(db: None) -> None:
    response = Browser(Client()).client.get("/no-such-page/")

    assert "Cookie" not in response.headers.get("Vary", "")
