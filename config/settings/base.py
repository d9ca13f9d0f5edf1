"""What holds everywhere. The modules beside this one build on it and say only what differs.

A place calls :func:`settings_for` with its defaults and takes the answer as its own names, so that the environment
is read once and every place states plainly what it assumes.
"""

import sys
from collections.abc import Mapping
from typing import Any

import django_stubs_ext
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.databases import aliases, is_web
from config.environment import ROOT, Environment, read
from config.geolibraries import use_bundled_libraries
from config.logging import logging_for
from config.settings.accounts import *  # noqa: F403
from config.settings.api import *  # noqa: F403
from config.settings.api import CACHES, REST_FRAMEWORK
from config.settings.evidence import *  # noqa: F403
from config.settings.record import *  # noqa: F403

django_stubs_ext.monkeypatch()  # lets classes such as ModelAdmin[User] be written

INSTALLED_APPS = [
    "accounts",
    "incidents",
    "accounts.admin_config.AttestAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.gis",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "rest_framework_gis",
    "drf_spectacular",
    "leaflet",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.ResourcePolicy",
    "incidents.api.middleware.OpenReading",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compressing.CompressedReading",
    "config.middleware.RequestLog",
    "config.content_policy.ContentPolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "config.middleware.PublicWall",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SessionLimits",
    "accounts.middleware.SecondFactorRequired",
    "accounts.middleware.ActorInHistory",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "csp.context_processors.nonce",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" breaks Django's CSRF check in Chromium
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
        "xr-spatial-tracking",
    )
}

LEAFLET_CONFIG = {
    "TILES": [],
    "DEFAULT_CENTER": (20.0, 10.0),
    "DEFAULT_ZOOM": 2,
    "MIN_ZOOM": 2,
    "MAX_ZOOM": 12,
    "RESET_VIEW": False,
    "NO_GLOBALS": True,
    "ATTRIBUTION_PREFIX": "",
}

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
SILENCED_SYSTEM_CHECKS: list[str] = []


def settings_for(*, defaults: Mapping[str, str], local: bool) -> tuple[Environment, dict[str, Any]]:
    """The environment, and the settings that follow from it.

    ``local`` says that this is a developer's checkout, where ``.attest/local.env`` may fill what is missing.
    """
    environment = read(defaults=defaults, local=local)
    return environment, {
        "SECRET_KEY": environment.secret_key,
        "SECRET_KEY_FALLBACKS": environment.secret_key_fallbacks,
        "DEBUG": environment.debug,
        "ALLOWED_HOSTS": environment.allowed_hosts,
        "CSRF_TRUSTED_ORIGINS": [environment.base_url],
        "DATABASES": aliases(environment, sys.argv),
        "DEFAULT_FROM_EMAIL": environment.email_from,
        "ATTEST_BASE_URL": environment.base_url,
        "CACHES": {
            **CACHES,
            "limits": {**CACHES["limits"], "LOCATION": str(environment.limits_root / "counts.sqlite3")},
        },
        "ATTEST_CAPTURES_ROOT": environment.captures_root,
        "ATTEST_COLUMNS_FROM": environment.columns_from if is_web(sys.argv) else 0,
        "ATTEST_DOWNLOADS_ROOT": environment.downloads_root,
        "ATTEST_FETCHING": environment.fetching,
        "ATTEST_RELEASES_ROOT": environment.releases_root,
        "STORAGES": {**STORAGES, "releases": environment.releases_storage},
        "ATTEST_SEALING_KEY": environment.sealing_key,
        "ATTEST_UPLOAD_MOST_BYTES": environment.upload_megabytes * 1_000_000,
        "ATTEST_WEBHOOKS": environment.webhooks,
        "ATTEST_CHECKPOINT_KEY": environment.checkpoint_key,
        "ATTEST_VERIFIER_KEYS": environment.checkpoint_verifiers,
        "ATTEST_MFA_REQUIRED_FROM": environment.mfa_required_from,
        "ALLAUTH_TRUSTED_PROXY_COUNT": environment.trusted_proxies,
        "REST_FRAMEWORK": {**REST_FRAMEWORK, "NUM_PROXIES": environment.trusted_proxies},
        **{name: value for name, value in environment.email.items() if name.startswith("EMAIL_")},
        **use_bundled_libraries(),
        **logging_for(environment),
    }
