"""The person: one e-mail address, one name, one role."""

from collections.abc import Iterable
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower, Trim
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import audited
from accounts.managers import UserManager
from accounts.roles import Role


class SingleKeys(models.TextChoices):
    """How somebody wants the keys of the desk that do something by themselves (WCAG 2.2, success criterion 2.1.4)."""

    ALONE = "alone", _("The key alone, such as j")
    WITH_ALT = "alt", _("The key together with Alt, such as Alt j")
    OFF = "off", _("No such keys")


@audited(exclude=["password", "last_login", "single_keys"])
class User(AbstractBaseUser):
    """
    Somebody who signs in.

    The role alone decides what a person may do: there are no groups, no per-person permissions and no superuser
    flag that could say something else. ``accounts.services.people`` is the way to change a role.
    """

    email = models.EmailField(_("e-mail address"), max_length=254)
    display_name = models.CharField(_("name"), max_length=120, help_text=_("How colleagues see this person."))
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.CONTRIBUTOR)
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Somebody who is not active cannot sign in and holds no role.")
    )
    single_keys = models.CharField(
        _("single keys"),
        max_length=5,
        choices=SingleKeys,
        default=SingleKeys.ALONE,
        db_default=SingleKeys.ALONE.value,
        editable=False,
    )
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["display_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                name="user_email_unique",
                violation_error_message=_("Somebody with this e-mail address is already registered."),
            ),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="user_email_lower_case",
                violation_error_message=_("Write the e-mail address in lower case."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values),
                name="user_role_known",
                violation_error_message=_("This is not one of the roles people can hold."),
            ),
            models.CheckConstraint(
                condition=models.Q(single_keys__in=SingleKeys.values),
                name="user_single_keys_known",
                violation_error_message=_("Choose how you want single keys from the list."),
            ),
            models.CheckConstraint(
                condition=~models.Q(display_name="") & models.Q(display_name=Trim("display_name")),
                name="user_name_present",
                violation_error_message=_("Write a name, without spaces before or after it."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name

    def has_role_of(self, role: Role) -> bool:
        """Whether this person is active and holds ``role`` or one above it."""
        return self.is_active and Role(self.role).at_least(role)

    @property
    def is_staff(self) -> bool:
        """Whether Django's admin site lets this person in."""
        return self.has_role_of(Role.ADMINISTRATOR)

    @property
    def is_superuser(self) -> bool:
        return self.is_staff

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:  # noqa: ARG002 (Django's signature)
        """Django's admin site asks this; its model permissions belong to administrators and to nobody else."""
        return self.is_staff

    def has_perms(self, perm_list: Iterable[str], obj: models.Model | None = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label: str) -> bool:  # noqa: ARG002 (Django's signature)
        return self.is_staff
