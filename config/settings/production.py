"""The public site: everything from the environment, HTTPS only, nothing assumed that could leak.

A start is refused with a debugging switch on, with a weak secret, without host names, over plain HTTP; and, once the
database answers, while the demonstration's people are in it (``config.demonstration``).
"""

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

SHORTEST_SECRET = 50
REFUSALS = {
    "ATTEST_DEBUG is true, and production never shows debugging pages. Unset it.": environment.debug,
    f"SECRET_KEY is shorter than {SHORTEST_SECRET} characters or looks like a development key. "
    'Make one: python3 -c "import secrets; print(secrets.token_urlsafe(64))".': (
        len(environment.secret_key) < SHORTEST_SECRET or environment.secret_key.startswith("django-insecure-")
    ),
    "ATTEST_ALLOWED_HOSTS is empty. Name the hosts that the site answers to.": not environment.allowed_hosts,
    "ATTEST_CHECKPOINT_KEY and ATTEST_CHECKPOINT_VERIFIERS must both be set: the record's checkpoints are signed. "
    "`manage.py new_checkpoint_key NAME` makes a pair.": (
        environment.checkpoint_key is None or not environment.checkpoint_verifiers
    ),
    "ATTEST_BASE_URL must begin with https://: people sign in over it.": not environment.base_url.startswith("https"),
}
for reason, applies in REFUSALS.items():
    if applies:
        raise ImproperlyConfigured(reason)

ATTEST_DEMONSTRATION = False

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked by machines on the inside
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if environment.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_NAME = "__Host-sessionid"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_COOKIE_SECURE = True

STATIC_ROOT = environment.static_root
STORAGES = {**placed["STORAGES"], "staticfiles": {"BACKEND": "config.assets.storage.JoinedStorage"}}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
