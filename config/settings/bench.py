"""A measured site (``make bench``): as in production, over plain HTTP on this machine and on synthetic incidents."""

from config.settings.development import *  # noqa: F403
from config.settings.development import environment, placed

DEBUG = False
STATIC_ROOT = environment.static_root
STORAGES = {**placed["STORAGES"], "staticfiles": {"BACKEND": "config.assets.storage.JoinedStorage"}}
WHITENOISE_USE_FINDERS = False
