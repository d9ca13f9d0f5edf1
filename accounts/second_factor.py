"""Who must sign in with a second factor, and who still lacks one."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from accounts.models import Role, User

NOBODY = ("", "nobody")
COUNTED = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]  # recovery codes alone are no second factor


def required_from() -> Role | None:
    """The lowest role that must have a second factor; ``None`` when nobody must."""
    setting = settings.ATTEST_MFA_REQUIRED_FROM
    return None if setting in NOBODY else Role(setting)


def lacks_second_factor(person: User) -> bool:
    """Whether the role asks for a second factor that the person has not set up."""
    role = required_from()
    return role is not None and person.has_role_of(role) and not is_mfa_enabled(person, types=COUNTED)
