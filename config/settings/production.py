"""The public site: everything from the environment, nothing assumed that could leak."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import settings_for

environment, placed = settings_for(
    defaults={
        "ATTEST_DEBUG": "false",
        "ATTEST_LOG_FORMAT": "json",
        "ATTEST_LOG_LEVEL": "INFO",
        "ATTEST_MFA_REQUIRED_FROM": "editor",
    },
    local=False,
)
globals().update(placed)
if environment.debug:
    message = "ATTEST_DEBUG is true, and production never shows debugging pages. Unset it."
    raise ImproperlyConfigured(message)

ATTEST_DEMONSTRATION = False
STATIC_ROOT = environment.static_root
