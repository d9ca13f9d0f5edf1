"""The people of the demonstration, one for each role. They exist where their password may be known to everybody."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from accounts.models import Role, User
from accounts.services.acting import acting

# Printed by `make run`: it protects nothing.
DEMONSTRATION_PASSWORD = "paper, ink and thin rules"  # noqa: S105  # nosec B105
DEMONSTRATION_PEOPLE: dict[str, tuple[str, Role]] = {
    "contributor@example.org": ("Cora Contributor", Role.CONTRIBUTOR),
    "editor@example.org": ("Edith Editor", Role.EDITOR),
    "reviewer@example.org": ("Rui Reviewer", Role.REVIEWER),
    "publisher@example.org": ("Pia Publisher", Role.PUBLISHER),
    "senior@example.org": ("Sami Senior", Role.SENIOR),
    "admin@example.org": ("Ada Administrator", Role.ADMINISTRATOR),
}


def ensure_demonstration_people() -> dict[Role, User]:
    """
    The demonstration's people by role, made where they are missing and left alone where they are not.

    Raises ``ImproperlyConfigured`` outside a demonstration: everybody knows their password.
    """
    if not settings.ATTEST_DEMONSTRATION:
        message = "The demonstration sign-ins exist only where settings.ATTEST_DEMONSTRATION is true."
        raise ImproperlyConfigured(message)
    with acting(None, "ensure_demonstration_people"):
        existing = {person.email: person for person in User.objects.filter(email__in=DEMONSTRATION_PEOPLE)}
        return {
            role: existing.get(email)
            or User.objects.create_user(email, DEMONSTRATION_PASSWORD, display_name=display_name, role=role)
            for email, (display_name, role) in DEMONSTRATION_PEOPLE.items()
        }
