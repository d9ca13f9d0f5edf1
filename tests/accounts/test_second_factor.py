"""Second factors: whose role asks for one, and what one is good for."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import Role
from tests.accounts.authenticators import set_up_app
from tests.accounts.browser import Browser, text
from tests.accounts.conftest import SignIn

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def _required_of_editors(settings: Settings) -> None:
    settings.ATTEST_MFA_REQUIRED_FROM = "editor"


@pytest.mark.usefixtures("_required_of_editors")
def test_an_editor_without_one_is_sent_to_set_it_up_and_told_why(sign_in: SignIn) -> None:
    response = sign_in(Role.EDITOR).client.get(reverse("accounts_keys"), follow=True)

    assert response.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "Your role, Editor, can change what the public reads." in text(response)


@pytest.mark.usefixtures("_required_of_editors")
def test_a_contributor_is_not_asked_for_one(sign_in: SignIn) -> None:
    assert sign_in(Role.CONTRIBUTOR).is_signed_in()


def test_nobody_is_asked_where_no_role_is_set(sign_in: SignIn) -> None:
    assert sign_in(Role.ADMINISTRATOR).is_signed_in()


@pytest.mark.usefixtures("_required_of_editors")
def test_somebody_without_one_can_still_sign_out(sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)

    assert browser.post("account_logout").url == "/"


@pytest.mark.usefixtures("_required_of_editors")
def test_with_an_app_set_up_the_editor_goes_on(sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)

    set_up_app(browser)

    assert browser.is_signed_in()


def test_after_the_password_the_code_is_asked_for(sign_in: SignIn) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        app = set_up_app(sign_in(Role.EDITOR))
        clock.shift(timedelta(minutes=5))
        browser = Browser(Client())

        response = browser.sign_in("editor@example.org")
        assert response.url == reverse("mfa_authenticate")
        assert not browser.is_signed_in()

        browser.post("mfa_authenticate", code=app.code())
        assert browser.is_signed_in()


def test_a_code_is_good_once(sign_in: SignIn) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        app = set_up_app(sign_in(Role.EDITOR))
        clock.shift(timedelta(minutes=5))
        code = app.code()
        for expected in (True, False):
            browser = Browser(Client())
            browser.sign_in("editor@example.org")
            browser.post("mfa_authenticate", code=code)
            assert browser.is_signed_in() is expected


def test_a_recovery_code_is_good_in_its_place_and_once(sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)
    set_up_app(browser)
    code = browser.get("mfa_view_recovery_codes").context["unused_codes"][0]
    for expected in (True, False):
        elsewhere = Browser(Client())
        elsewhere.sign_in("editor@example.org")
        elsewhere.post("mfa_authenticate", code=code)
        assert elsewhere.is_signed_in() is expected


def test_the_seed_of_an_app_is_not_readable_in_the_database(sign_in: SignIn, settings: Settings) -> None:
    browser = sign_in(Role.EDITOR)
    browser.confirm()
    secret = browser.get("mfa_activate_totp").context["form"].secret
    set_up_app(browser)

    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored
    assert len(stored) > len(secret)


def test_an_app_still_works_after_the_secret_key_was_rotated(sign_in: SignIn, settings: Settings) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        app = set_up_app(sign_in(Role.EDITOR))
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another" * 10, [settings.SECRET_KEY]
        clock.shift(timedelta(minutes=5))
        browser = Browser(Client())
        browser.sign_in("editor@example.org")
        browser.post("mfa_authenticate", code=app.code())

        assert browser.is_signed_in()


def test_removing_a_second_factor_asks_who_one_is_once_more(sign_in: SignIn) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        browser = sign_in(Role.EDITOR)
        set_up_app(browser)
        assert browser.get("mfa_deactivate_totp").status_code == 200

        clock.shift(timedelta(minutes=5, seconds=1))
        response = browser.get("mfa_deactivate_totp")
        assert response.status_code == 302
        assert "reauthenticate" in response.url


@pytest.mark.usefixtures("_required_of_editors")
def test_somebody_who_removes_the_only_one_is_sent_to_set_up_another(sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)
    set_up_app(browser)

    browser.post("mfa_deactivate_totp")

    assert not browser.is_signed_in()
    assert browser.get("accounts_overview").url == reverse("mfa_index")


def test_a_setting_that_names_no_role_stops_the_checks(db: None, settings: Settings) -> None:
    settings.ATTEST_MFA_REQUIRED_FROM = "editors"

    with pytest.raises(SystemCheckError, match=r"accounts\.E001"):
        call_command("check")
