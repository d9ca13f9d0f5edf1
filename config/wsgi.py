"""The web process."""

import os

from django.core.wsgi import get_wsgi_application

from config.demonstration import refuse_known_passwords

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
refuse_known_passwords()
