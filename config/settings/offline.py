"""For commands that check or make something without a database: nothing has to be set, and nothing is connected to."""

from config.settings.base import *  # noqa: F403
from config.settings.base import settings_for

NOBODY = "postgres://nobody@//nowhere/nothing"

environment, placed = settings_for(
    defaults={
        "ATTEST_LOG_FORMAT": "console",
        "ATTEST_LOG_LEVEL": "WARNING",
        "DATABASE_URL": NOBODY,
        "PUBLIC_DATABASE_URL": NOBODY,
        "SECRET_KEY": "nothing is kept secret here",
    },
    local=False,
)
globals().update(placed)

ATTEST_DEMONSTRATION = False
