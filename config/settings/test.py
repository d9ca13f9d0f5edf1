"""The test suite: real PostGIS, both aliases made and migrated by the owner, then used under the real roles.

See ``tests/conftest.py`` for how a test comes to run as the application and as the public role.
"""

import tempfile

from config.settings.base import *  # noqa: F403
from config.settings.base import settings_for

environment, placed = settings_for(
    defaults={
        "ATTEST_ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "ATTEST_DEBUG": "false",
        "ATTEST_EMAIL_URL": "memorymail://",
        "ATTEST_LOG_FORMAT": "json",
        "ATTEST_LOG_LEVEL": "WARNING",
        "ATTEST_MFA_REQUIRED_FROM": "nobody",
    },
    local=True,
)
globals().update(placed)

owner = environment.owner_database or environment.database
DATABASES = {
    "default": {**owner, "TEST": {"NAME": "test_attest"}},
    "public": {**owner, "TEST": {"NAME": "test_attest", "MIRROR": None}},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {**placed["CACHES"], "limits": {**placed["CACHES"]["limits"], "LOCATION": f"{tempfile.mkdtemp()}/counts"}}
ATTEST_DEMONSTRATION = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # else every test client would first look at every static file there is
