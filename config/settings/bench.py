"""A measured site (``make bench``): as in production, over plain HTTP on this machine and on synthetic incidents."""

from config.settings.development import *  # noqa: F403
from config.settings.development import environment

DEBUG = False
STATIC_ROOT = environment.static_root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.assets.storage.JoinedStorage"},
}
WHITENOISE_USE_FINDERS = False
