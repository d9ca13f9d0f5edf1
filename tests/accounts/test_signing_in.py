"""Signing in, out and not at all."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import Role, User
from accounts.services.demonstration import DEMONSTRATION_PASSWORD
from tests.accounts.browser import Browser, text
from tests.accounts.conftest import People, SignIn

WRONG = "not the password at all"
RANDOM = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')


def without_randomness(response: Any) -> str:
    """A page without what differs between any two answers."""
    return RANDOM.sub("", text(response))


def test_somebody_signs_in_with_address_and_password(people: People, visitor: Browser) -> None:
    response = visitor.sign_in("editor@example.org")

    assert response.status_code == 302
    assert response.url == "/desk/"
    assert visitor.is_signed_in()


def test_the_address_is_read_without_regard_to_case(people: People, visitor: Browser) -> None:
    visitor.sign_in("Editor@Example.ORG")

    assert visitor.is_signed_in()


def test_signing_out_takes_a_press_of_a_button(sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)

    browser.get("account_logout")
    assert browser.is_signed_in()

    browser.post("account_logout")
    assert not browser.is_signed_in()


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(people: People) -> None:
    answers = []
    for address in ("editor@example.org", "nobody@example.org"):
        response = Browser(Client()).sign_in(address, WRONG)
        assert response.status_code == 200
        answers.append(without_randomness(response).replace(address, "…"))

    assert answers[0] == answers[1]
    assert "There is a problem" in answers[0]


def test_asking_for_a_new_password_tells_nothing_about_who_has_an_account(people: People) -> None:
    answers = []
    for address in ("editor@example.org", "nobody@example.org"):
        browser = Browser(Client())
        response = browser.post("account_reset_password", email=address)
        answers.append((response.status_code, response.url, without_randomness(browser.client.get(response.url))))

    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [["editor@example.org"], ["nobody@example.org"]]


def test_nobody_signs_up_by_themselves(db: None, visitor: Browser) -> None:
    page = visitor.get("account_signup")
    assert "given by invitation" in text(page)

    visitor.post("account_signup", email="new@example.org", password1=WRONG, password2=WRONG)
    assert not User.objects.exists()


def test_the_sixth_wrong_password_from_one_address_is_not_looked_at(people: People, visitor: Browser) -> None:
    for _attempt in range(5):
        visitor.sign_in("editor@example.org", WRONG)

    response = visitor.sign_in("editor@example.org", DEMONSTRATION_PASSWORD)

    assert "Too many attempts from your address." in text(response)
    assert not visitor.is_signed_in()


def test_a_stranger_who_guesses_cannot_lock_the_editor_out(people: People, visitor: Browser) -> None:
    stranger = Browser(Client(), address="203.0.113.9")
    for _attempt in range(20):
        stranger.sign_in("editor@example.org", WRONG)

    visitor.sign_in("editor@example.org")

    assert visitor.is_signed_in()


def test_somebody_whose_access_ended_cannot_sign_in(people: People, visitor: Browser) -> None:
    User.objects.filter(email="editor@example.org").update(is_active=False)

    response = visitor.sign_in("editor@example.org")

    assert response.url == reverse("account_inactive")
    assert not visitor.is_signed_in()


def test_the_demonstration_signs_nobody_in_where_there_is_none(
    people: People, visitor: Browser, settings: Settings
) -> None:
    visitor.sign_in("editor@example.org")
    settings.ATTEST_DEMONSTRATION = False

    assert not visitor.is_signed_in()
    visitor.sign_in("editor@example.org")
    assert not visitor.is_signed_in()


def test_the_admin_site_signs_nobody_in_by_itself(people: People, client: Client) -> None:
    response = client.get("/admin/login/?next=/admin/")
    assert response.status_code == 302
    assert response.headers["Location"] == "/accounts/login/?next=/admin/"

    client.post("/admin/login/", {"username": "admin@example.org", "password": DEMONSTRATION_PASSWORD})
    assert client.get("/admin/").status_code == 302


def test_the_admin_site_is_for_administrators(sign_in: SignIn) -> None:
    assert sign_in(Role.ADMINISTRATOR).client.get("/admin/").status_code == 200
    assert sign_in(Role.SENIOR).client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize("model", ["user", "invitation", "apikey"])
def test_the_admin_site_shows_people_without_a_way_to_change_them(sign_in: SignIn, model: str) -> None:
    page = sign_in(Role.ADMINISTRATOR).client.get(f"/admin/accounts/{model}/")

    assert page.status_code == 200
    assert "addlink" not in text(page)
    assert 'name="action"' not in text(page)


def test_one_person_in_the_admin_site_is_there_to_be_read(people: People, sign_in: SignIn) -> None:
    client = sign_in(Role.ADMINISTRATOR).client
    address = f"/admin/accounts/user/{people[Role.EDITOR].pk}/change/"

    page = text(client.get(address))
    assert "Edith Editor" in page
    assert 'name="role"' not in page
    assert people[Role.EDITOR].password not in page
    assert client.post(address, {"role": Role.ADMINISTRATOR}).status_code == 403
    assert User.objects.get(pk=people[Role.EDITOR].pk).role == Role.EDITOR


@pytest.mark.parametrize("path", ["accounts/user/add/", "account/emailaddress/", "mfa/authenticator/", "auth/group/"])
def test_the_admin_site_holds_no_way_round_the_services(sign_in: SignIn, path: str) -> None:
    assert sign_in(Role.ADMINISTRATOR).client.get(f"/admin/{path}").status_code in {403, 404}
