"""The Django application that holds the domain."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.core.checks import CheckMessage, Info, Tags, register
from django.utils.translation import gettext_lazy as _


class IncidentsConfig(AppConfig):
    """Incidents, their evidence, the editorial workflow and the published record."""

    name = "incidents"
    verbose_name = _("Incidents")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        user_logged_out.connect(end_presence, dispatch_uid="incidents.end_presence")


def end_presence(user: Any, **kwargs: Any) -> None:  # noqa: ARG001 (Django's signature)
    """Whoever signs out has no incident open any more; ``user`` is None where nobody was signed in."""
    from incidents.services.presence import let_go  # noqa: PLC0415 (models are not there yet when this is read)

    if user is not None:
        let_go(actor=user)


@register(Tags.security, deploy=True)
def fetching_is_on(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    """Say what switching fetching on means; it is no mistake, and stops nothing."""
    if not settings.ATTEST_FETCHING:
        return []
    return [
        Info(
            "ATTEST_FETCHING is true: the worker fetches pages and feeds by their address.",
            hint="Their sites see that this desk looks, and when. Let the worker's network reach the web and nothing "
            "inside, and leave it off where that is a risk. See docs/fetching.md.",
            id="incidents.I001",
        )
    ]


@register(Tags.security, deploy=True)
def webhooks_are_on(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    """Say what switching webhooks on means; it is no mistake either."""
    if not settings.ATTEST_WEBHOOKS:
        return []
    return [
        Info(
            "ATTEST_WEBHOOKS is true: the worker sends what is published to addresses that people of the desk gave.",
            hint="Their sites see the worker's address, and are sent what is public and nothing else. Let the worker's "
            "network reach the web and nothing inside. The secrets are encrypted with a key made from SECRET_KEY: "
            "whoever changes it keeps the former one in SECRET_KEY_FALLBACKS, or has every secret made anew. "
            "See docs/api/webhooks.md.",
            id="incidents.I002",
        )
    ]
