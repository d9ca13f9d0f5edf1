"""A developer's checkout: ``make run``, ``manage.py`` by hand. Plain HTTP on this machine only."""

from config.settings.base import *  # noqa: F403
from config.settings.base import settings_for

environment, placed = settings_for(
    defaults={
        "ATTEST_ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "ATTEST_DEBUG": "true",
        "ATTEST_LOG_FORMAT": "console",
        "ATTEST_LOG_LEVEL": "INFO",
        "ATTEST_MFA_REQUIRED_FROM": "nobody",
    },
    local=True,
)
globals().update(placed)

ATTEST_DEMONSTRATION = True
WHITENOISE_USE_FINDERS = True
