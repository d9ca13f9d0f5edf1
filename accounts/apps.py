from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People, how they sign in, and the keys their programs use."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("people and access")

    def ready(self) -> None:
        import_module("accounts.checks")
