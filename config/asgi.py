"""The web process under an asynchronous server."""

import os

from django.core.asgi import get_asgi_application

from config.demonstration import refuse_known_passwords

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_asgi_application()
refuse_known_passwords()
