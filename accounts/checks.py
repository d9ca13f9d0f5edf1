"""What must be true of the settings and of the people before the site is served."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from accounts.models import Role, User
from accounts.second_factor import NOBODY
from accounts.services.demonstration import DEMONSTRATION_PEOPLE


def demonstration_people_remain() -> bool:
    """Whether a site that is no demonstration still holds people whose password everybody knows."""
    return not settings.ATTEST_DEMONSTRATION and User.objects.filter(email__in=DEMONSTRATION_PEOPLE).exists()


@register(Tags.security)
def second_factor_is_asked_of_a_role(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    if settings.ATTEST_MFA_REQUIRED_FROM in (*NOBODY, *Role.values):
        return []
    known = ", ".join([*Role.values, "nobody"])
    return [
        Error(
            f"ATTEST_MFA_REQUIRED_FROM is {settings.ATTEST_MFA_REQUIRED_FROM!r}, which is no role.",
            hint=f"It is one of: {known}.",
            id="accounts.E001",
        )
    ]


@register(Tags.security, deploy=True)
def no_demonstration_people(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    try:
        remain = demonstration_people_remain()
    except DatabaseError:  # not migrated or not reachable: readiness says so, and asks this question again
        return []
    if not remain:
        return []
    return [
        Error(
            "The database holds the demonstration's people, whose password everybody knows.",
            hint="Start a site of its own with an empty database; the demonstration belongs to development.",
            id="accounts.E002",
        )
    ]
