"""A measured site (``make bench``): as in production, over plain HTTP on this machine and on synthetic incidents."""

from config.settings.development import *  # noqa: F403
from config.settings.development import REST_FRAMEWORK, environment, placed

DEBUG = False
STATIC_ROOT = environment.static_root
STORAGES = {**placed["STORAGES"], "staticfiles": {"BACKEND": "config.assets.storage.JoinedStorage"}}
WHITENOISE_USE_FINDERS = False
REST_FRAMEWORK = {
    **REST_FRAMEWORK,
    "DEFAULT_THROTTLE_RATES": dict.fromkeys(("anonymous", "drafting", "drafting_network"), "1000000/min"),
}  # who measures asks more often than a reader may
