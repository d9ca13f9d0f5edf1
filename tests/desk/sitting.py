"""Somebody at the desk: a client that is signed in and sends what a browser would, the page's own values first."""

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.making import PASSWORD

NEW_SOURCE: dict[str, Any] = {
    "source": "new",
    "publisher": "AsiaOne",
    "publisher_kind": "newspaper",
    "source_title": "US warned Iran of 'terrorist threat' before Jan 3 attack, says official",
    "published_on": "26 January 2024",
    "url": "https://www.asiaone.com/world/us-warned-iran?utm_source=x",
}
"""What is typed to describe the first report as a new source."""


class Sitting:
    """One person at the desk."""

    def __init__(self, person: User) -> None:
        self.person = person
        self.client = Client()
        self.client.force_login(person)

    def get(self, name: str, /, **at: Any) -> Any:
        """Open a page."""
        return self.client.get(address(name, **at))

    def send(self, name: str, /, fields: dict[str, Any] | None = None, **at: Any) -> Any:
        """Send fields to an address, without having looked at its page."""
        return self.client.post(address(name, **at), fields or {})

    def fill(self, name: str, /, typed: dict[str, Any], **at: Any) -> Any:
        """Open a page, type into its form, and save."""
        return self.send(name, filled(self.get(name, **at), **typed), **at)

    def confirm(self) -> Any:
        """Answer the question whether it is still the same person; what was asked for then goes on."""
        asked = json.loads(self.client.session["account_reauthentication_state"]["request"])["path"]
        return self.client.post(f"{reverse('account_reauthenticate')}?next={asked}", {"password": PASSWORD})

    def publish(self, incident: Any, **typed: Any) -> Any:
        """Press "Publish", then give the password."""
        self.send("publish", typed, uid=incident.uid)
        return self.confirm()


def address(name: str, **at: Any) -> str:
    """The address of a page of the desk."""
    return reverse(f"desk:{name}", kwargs=at)


def filled(page: Any, **typed: Any) -> dict[str, Any]:
    """What a browser would send from a page: the values its fields hold, with what somebody typed over them."""
    held: dict[str, Any] = {}
    for form in page.context["forms"].values():
        for field in form:
            value = field.value()
            if value not in (None, "", [], False):
                held[field.html_name] = "on" if value is True else value
    return held | typed


def text(page: Any) -> str:
    """What the page says."""
    return str(page.content.decode())


def problems(page: Any) -> list[str]:
    """The lines of the error summary."""
    return [problem["text"] for problem in page.context["problems"]]
