"""Questions about people, and the two ways a person comes to exist."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.base_user import BaseUserManager
from django.db import models, transaction

from accounts.roles import Role

if TYPE_CHECKING:
    from accounts.models.user import User


class UserQuerySet(models.QuerySet["User"]):
    def active(self) -> "UserQuerySet":
        """People who may sign in."""
        return self.filter(is_active=True)

    def administrators(self) -> "UserQuerySet":
        return self.filter(role=Role.ADMINISTRATOR)


class UserManager(BaseUserManager["User"]):
    """Looks people up by e-mail address without regard to case, and creates them whole."""

    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def active(self) -> UserQuerySet:
        return self.get_queryset().active()

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())

    @transaction.atomic
    def create_user(
        self, email: str, password: str | None = None, *, display_name: str = "", role: Role = Role.CONTRIBUTOR
    ) -> "User":
        """
        Create a person whose address somebody vouches for: an accepted invitation, or the operator.

        Without a password the person cannot sign in by password. Raises ``ValidationError`` when a rule is broken.
        """
        user = self.model(email=email.strip().lower(), display_name=display_name or email.partition("@")[0], role=role)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        address = apps.get_model("account", "EmailAddress")
        address.objects.using(self._db).create(user=user, email=user.email, verified=True, primary=True)
        return user

    def create_superuser(self, email: str, password: str | None = None, *, display_name: str = "") -> "User":
        """Create an administrator; ``manage.py createsuperuser`` comes this way."""
        return self.create_user(email, password, display_name=display_name, role=Role.ADMINISTRATOR)
