"""People to sign in as, made by the real services, and a browser that does what a browser does."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Role, User
from accounts.services.demonstration import ensure_demonstration_people
from tests.accounts.browser import Browser

People = dict[Role, User]
SignIn = Callable[[Role], Browser]


@pytest.fixture
def people(db: None) -> People:
    """The demonstration's people by role; they share one password."""
    return ensure_demonstration_people()


@pytest.fixture
def visitor(client: Client) -> Browser:
    return Browser(client)


@pytest.fixture
def sign_in(people: People) -> SignIn:
    """Sign in as somebody of a role, in a browser of their own, by typing their password."""

    def signed_in(role: Role) -> Browser:
        browser = Browser(Client())
        browser.sign_in(people[role].email)
        return browser

    return signed_in
