"""Every page about accounts can be opened, says what it is, and keeps to the rules of pages."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User
from accounts.selectors import changes_of
from tests.accounts.authenticators import set_up_app
from tests.accounts.browser import Browser, text
from tests.accounts.conftest import People, SignIn

OPEN = ["account_login", "account_signup", "account_reset_password", "account_reset_password_done", "account_inactive"]
OPEN += ["account_email_verification_sent", "account_reset_password_from_key_done"]
OWN = ["accounts_overview", "accounts_keys", "accounts_people", "accounts_invite", "account_logout", "account_email"]
OWN += ["account_change_password", "account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_add_webauthn"]
OWN += ["mfa_list_webauthn", "usersessions_list"]
WITH_APP = ["mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"]
WITH_APP += ["mfa_reauthenticate"]
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"(?:application/json|importmap)\")[^>]*>")


def keeps_the_rules(page: str) -> None:
    """One heading, a title of ours, a label for every field, nothing that the content security policy refuses."""
    assert page.count("<h1>") == 1
    assert page.count("<title>") == 1
    assert not INLINE_SCRIPT.search(page)
    assert not re.search(r"\s(?:style|on[a-z]+)=", page)
    for field in re.findall(r"<(?:input|select|textarea)\b[^>]*>", page):
        if 'type="hidden"' not in field and 'type="checkbox"' not in field:
            identity = re.search(r'\bid="([^"]+)"', field)
            assert identity is not None, field
            assert f'for="{identity[1]}"' in page, field
        if 'type="password"' in field:
            assert "autocomplete=" in field


@pytest.mark.parametrize("name", OPEN)
def test_pages_before_signing_in(db: None, name: str) -> None:
    response = Browser(Client()).get(name)

    assert response.status_code == 200
    keeps_the_rules(text(response))


@pytest.mark.parametrize("name", OWN)
def test_pages_of_somebody_signed_in(sign_in: SignIn, name: str) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    browser.confirm()
    response = browser.get(name)

    assert response.status_code == 200
    keeps_the_rules(text(response))


@pytest.mark.parametrize("name", WITH_APP)
def test_pages_of_somebody_with_an_app(sign_in: SignIn, name: str) -> None:
    browser = sign_in(Role.EDITOR)
    set_up_app(browser)
    response = browser.get(name)

    assert response.status_code == 200
    keeps_the_rules(text(response))


def test_the_second_step_of_signing_in(sign_in: SignIn) -> None:
    set_up_app(sign_in(Role.EDITOR))
    browser = Browser(Client())
    browser.sign_in("editor@example.org")
    page = text(browser.get("mfa_authenticate"))

    keeps_the_rules(page)
    assert 'autocomplete="one-time-code"' in page


@pytest.mark.parametrize("name", ["accounts_overview", "accounts_keys", "accounts_people", "accounts_invite"])
def test_our_own_pages_ask_strangers_to_sign_in(db: None, name: str) -> None:
    response = Browser(Client()).get(name)

    assert response.url == f"/accounts/login/?next={reverse(name)}"


def test_pages_of_accounts_are_kept_nowhere(sign_in: SignIn) -> None:
    assert "no-store" in sign_in(Role.EDITOR).get("accounts_overview").headers["Cache-Control"]


def test_a_new_password_is_chosen_through_the_mail(people: People, visitor: Browser) -> None:
    visitor.post("account_reset_password", email="editor@example.org")
    (message,) = mail.outbox
    assert message.subject == "Attest: A new password"
    link = re.search(r"https?://testserver(\S+)", str(message.body))
    assert link is not None
    page = visitor.client.get(link[1], follow=True)
    keeps_the_rules(text(page))
    password = "seven quiet herons on ice"
    visitor.client.post(page.request["PATH_INFO"], {"password1": password, "password2": password})
    visitor.sign_in("editor@example.org", password)

    assert visitor.is_signed_in()
    assert "This link is not valid" in text(Client().get(link[1], follow=True))


def test_an_address_changes_when_the_new_one_answers(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)
    browser.confirm()
    browser.post("account_email", email="edith@example.net", action_add="")
    assert User.objects.filter(email="editor@example.org").exists()
    keeps_the_rules(text(browser.get("account_email")))
    (message,) = (message for message in mail.outbox if message.to == ["edith@example.net"])
    link = re.search(r"https?://testserver(\S+)", str(message.body))
    assert link is not None
    keeps_the_rules(text(browser.client.get(link[1])))
    browser.client.post(link[1])

    assert User.objects.filter(email="edith@example.net").exists()
    assert list(EmailAddress.objects.filter(user=people[Role.EDITOR]).values_list("email", flat=True)) == [
        "edith@example.net"
    ]
    assert Browser(Client()).sign_in("edith@example.net").url == "/desk/"
    latest = changes_of(people[Role.EDITOR])[0]
    assert (latest.by, latest.email) == ("Edith Editor", "edith@example.net")


@pytest.mark.django_db(transaction=True)
def test_what_changes_an_account_is_told_by_mail(sign_in: SignIn) -> None:
    set_up_app(sign_in(Role.EDITOR))

    assert any("Authenticator app activated." in str(message.body) for message in mail.outbox)


def test_single_keys_are_chosen_from_a_list(sign_in: SignIn, people: People) -> None:
    browser = sign_in(Role.EDITOR)
    for sent, kept in (("off", "off"), ("loud", "off"), ("alt", "alt")):
        answer = browser.post("accounts_single_keys", single_keys=sent)
        assert answer.url == reverse("accounts_overview")
        assert User.objects.get(pk=people[Role.EDITOR].pk).single_keys == kept
    assert f'data-single-keys="{kept}"' in text(browser.get("desk:home"))
