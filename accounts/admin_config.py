"""Takes the place of ``django.contrib.admin`` in INSTALLED_APPS."""

from importlib import import_module

from django.apps import apps
from django.contrib.admin.apps import AdminConfig

UNREGISTERED = ("account.EmailAddress", "mfa.Authenticator", "usersessions.UserSession", "auth.Group")


class AttestAdminConfig(AdminConfig):
    """Django's admin site with our door, and without the pages through which one could become somebody else."""

    default_site = "accounts.admin_site.AttestAdminSite"

    def ready(self) -> None:
        """
        Find every app's admin pages, then close the ones of sign-in.

        Adding an e-mail address to an account and resetting its password would be one way into it.
        """
        super().ready()
        site = import_module("django.contrib.admin").site
        for label in UNREGISTERED:
            site.unregister(apps.get_model(label))
