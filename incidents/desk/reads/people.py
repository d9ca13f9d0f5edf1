"""Who is at the desk."""

from accounts.models import User


def colleagues() -> list[User]:
    """Everybody who can sign in, by name."""
    return list(User.objects.active().order_by("display_name"))
