"""A second factor as people hold it: an app that shows codes (RFC 6238)."""

import base64
import hmac
import struct
import time

from tests.accounts.browser import Browser

PERIOD = 30


class App:
    """An authenticator app that knows one secret."""

    def __init__(self, secret: str) -> None:
        self.secret = base64.b32decode(secret)

    def code(self) -> str:
        digest = hmac.digest(self.secret, struct.pack(">Q", int(time.time()) // PERIOD), "sha1")
        offset = digest[-1] & 0x0F
        number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"


def set_up_app(browser: Browser) -> App:
    """Do what the page says: confirm the password, scan the code, type what the app shows."""
    browser.confirm()
    page = browser.get("mfa_activate_totp")
    app = App(page.context["form"].secret)
    response = browser.post("mfa_activate_totp", code=app.code())
    assert response.status_code == 302, response.content.decode()
    return app
