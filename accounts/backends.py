"""Who may sign in."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from accounts.services.demonstration import DEMONSTRATION_PEOPLE


class PeopleBackend(AuthenticationBackend):
    """By e-mail address and password, through allauth only, so that its limits and the second factor always apply."""

    def user_can_authenticate(self, user: AbstractBaseUser | AnonymousUser | None) -> bool:
        """
        Active people, and the demonstration's only where there is one.

        Django asks at every request, so this ends sessions too.
        """
        if getattr(user, "email", None) in DEMONSTRATION_PEOPLE and not settings.ATTEST_DEMONSTRATION:
            return False
        return super().user_can_authenticate(user)
