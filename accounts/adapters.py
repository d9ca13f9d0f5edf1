"""Where allauth asks how this project does things."""

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from accounts.ciphers import cipher
from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up, and a limit on wrong passwords that nobody can turn against somebody else."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "too_many_login_attempts": _("Too many attempts from your address. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (allauth's signature)
        """People come in by invitation only."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Write the password and nothing else: a role that changed in the meantime stays changed."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """
        Count wrong passwords by account *and* address.

        allauth counts them by account alone, so that a stranger who types wrong passwords locks the owner out.
        """
        by_account = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{by_account}:{self.get_client_ip(request)}"


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the seeds of authenticator apps and recovery codes encrypted: a copy of the database opens no account."""

    def build_totp_svg(self, url: str) -> str:
        """The QR code of a new authenticator app on a white ground, so that it can be read on dark paper too."""
        picture = qrcode.make(url, image_factory=SvgPathFillImage)
        return picture.to_string().decode()

    def encrypt(self, text: str) -> str:
        return cipher("accounts.second_factor", "seed").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher("accounts.second_factor", "seed").decrypt(encrypted_text.encode()).decode()
