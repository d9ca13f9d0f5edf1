"""A browser as far as these tests need one: it keeps cookies, comes from an address, follows where it is sent."""

from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.services.demonstration import DEMONSTRATION_PASSWORD

HOME = "192.0.2.1"


class Browser:
    def __init__(self, client: Client, address: str = HOME) -> None:
        self.client = client
        self.address = address

    def get(self, name: str, /, *args: object) -> Any:
        return self.client.get(reverse(name, args=args), REMOTE_ADDR=self.address)

    def post(self, name: str, /, *args: object, **fields: object) -> Any:
        return self.client.post(reverse(name, args=args), fields, REMOTE_ADDR=self.address)

    def sign_in(self, email: str, password: str = DEMONSTRATION_PASSWORD) -> Any:
        return self.post("account_login", login=email, password=password)

    def confirm(self, password: str = DEMONSTRATION_PASSWORD) -> Any:
        """Answer the question whether it is still the same person."""
        return self.post("account_reauthenticate", password=password)

    def is_signed_in(self) -> bool:
        return bool(self.get("accounts_overview").status_code == 200)


def text(response: Any) -> str:
    """What the page says."""
    return str(response.content.decode())
