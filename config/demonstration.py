"""A site that is no demonstration does not start while people with published passwords are in its database."""

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection


def refuse_known_passwords() -> None:
    """Raise ImproperlyConfigured when the demonstration's people are here and should not be.

    A database that gives no answer is no reason to stop: it comes back without our help, and readiness asks again.
    """
    from accounts.checks import demonstration_people_remain  # noqa: PLC0415 - needs Django to be set up

    try:
        remain = demonstration_people_remain()
    except DatabaseError:
        return
    finally:
        connection.close()
    if remain:
        message = (
            "The database holds the demonstration's people, whose password everybody knows. "
            "Start with an empty database: the demonstration belongs to development."
        )
        raise ImproperlyConfigured(message)
