"""How somebody new comes in."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import Invitation, Role, User
from accounts.refusals import Denied
from accounts.services.invitations import invite
from tests.accounts.browser import Browser, text
from tests.accounts.conftest import People, SignIn

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PASSWORD = "seven quiet herons on ice"
CLOSED = "This invitation is not valid"

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(people: People, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    """The token that came by mail to new@example.net."""
    with django_capture_on_commit_callbacks(execute=True):
        invite(actor=people[Role.ADMINISTRATOR], email="New@example.net", role=Role.EDITOR)
    return token_in(str(mail.outbox[-1].body))


def token_in(body: str) -> str:
    found = re.search(r"/accounts/invitations/([^/]+)/", body)
    assert found is not None
    return found[1]


def accept(token: str, password: str = PASSWORD, again: str = PASSWORD) -> Any:
    return Browser(Client()).post(
        "accounts_accept_invitation", token, display_name="Nora New", password=password, password_again=again
    )


def test_an_administrator_invites_by_mail(
    people: People, sign_in: SignIn, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("accounts_invite", email="new@example.net", role=Role.REVIEWER)

    (message,) = mail.outbox
    assert message.to == ["new@example.net"]
    assert "Ada Administrator invites you to work on Attest" in message.body
    assert "new@example.net" in text(browser.get("accounts_people"))


def test_the_invited_person_chooses_a_password_and_signs_in_with_the_role_given(invited: str) -> None:
    accept(invited)
    browser = Browser(Client())
    browser.sign_in("new@example.net", PASSWORD)

    assert browser.is_signed_in()
    person = User.objects.get(email="new@example.net")
    assert (person.display_name, person.role) == ("Nora New", Role.EDITOR)


def test_an_invitation_is_accepted_once(invited: str) -> None:
    assert accept(invited).status_code == 302

    again = accept(invited, "another password of some length", "another password of some length")

    assert again.status_code == 404
    assert CLOSED in text(again)
    browser = Browser(Client())
    browser.sign_in("new@example.net", PASSWORD)
    assert browser.is_signed_in()


def test_an_invitation_is_good_for_seven_days(
    people: People, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        with django_capture_on_commit_callbacks(execute=True):
            invite(actor=people[Role.ADMINISTRATOR], email="new@example.net", role=Role.EDITOR)
        token = token_in(str(mail.outbox[-1].body))
        browser = Browser(Client())
        clock.shift(timedelta(days=7) - timedelta(seconds=1))
        assert browser.get("accounts_accept_invitation", token).status_code == 200
        clock.shift(timedelta(seconds=1))

        assert browser.get("accounts_accept_invitation", token).status_code == 404


def test_a_withdrawn_invitation_and_an_invented_one_look_the_same(invited: str, sign_in: SignIn) -> None:
    sign_in(Role.ADMINISTRATOR).post("accounts_withdraw_invitation", Invitation.objects.get().pk)
    random = re.compile(r'nonce="[^"]+"')
    answers = [
        random.sub("", text(Browser(Client()).get("accounts_accept_invitation", token)))
        for token in (invited, "x" * len(invited))
    ]

    assert answers[0] == answers[1]
    assert CLOSED in answers[0]


def test_a_second_invitation_takes_the_place_of_the_first(
    invited: str, people: People, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite(actor=people[Role.ADMINISTRATOR], email="new@example.net", role=Role.CONTRIBUTOR)
    second = token_in(str(mail.outbox[-1].body))

    assert accept(invited).status_code == 404
    assert accept(second).status_code == 302
    assert User.objects.get(email="new@example.net").role == Role.CONTRIBUTOR


def test_the_database_does_not_hold_the_token(invited: str) -> None:
    assert invited not in str(Invitation.objects.values())


def test_somebody_registered_is_not_invited_again(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()

    refused = browser.post("accounts_invite", email="Editor@example.org", role=Role.SENIOR)

    assert "Somebody with this e-mail address is already registered." in text(refused)
    assert not Invitation.objects.exists()


def test_only_administrators_invite(people: People) -> None:
    with pytest.raises(Denied, match="Only administrators invite people"):
        invite(actor=people[Role.SENIOR], email="new@example.net", role=Role.CONTRIBUTOR)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("fourteen chars", "This password is too short. It must contain at least 15 characters."),
        ("1q2w3e4r5t6y7u8i9o0p", "This password is too common."),
        ("new@example.net", "The password is too similar to the email"),
        ("728193046518273", "This password is entirely numeric."),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(invited: str, password: str, sentence: str) -> None:
    refused = accept(invited, password, password)

    assert refused.status_code == 200
    assert sentence in text(refused).replace("e-mail address", "email")
    assert not User.objects.filter(email="new@example.net").exists()


def test_the_two_passwords_must_agree(invited: str) -> None:
    assert "The two passwords differ." in text(accept(invited, PASSWORD, PASSWORD + "!"))
