"""A key with which a program acts for a person, and how often it did."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import audited

LONGEST_OVERLAP: Final = timedelta(days=7)
"""How long a secret that was replaced may go on working."""


class Scope(models.TextChoices):
    """What a key may do. No scope approves, publishes or changes people: a key never can."""

    READ = "read", _("Read what its owner may read")
    DRAFT = "draft", _("Write drafts")


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    def unrevoked(self) -> "ApiKeyQuerySet":
        """Keys that nobody has closed; they may have expired."""
        return self.filter(revoked_at=None)


@audited(exclude=["secret_sha256", "former_sha256", "last_used_at"])
class ApiKey(models.Model):
    """
    The key itself is ``attest_<prefix>_<secret>`` and is shown once; the row keeps the SHA-256 of its secret.

    The secret is 256 random bits, so that a fast hash without salt is enough: there is nothing to guess.
    ``accounts.services.keys`` creates, verifies, rotates and revokes keys. After a rotation the secret that was
    replaced works until ``former_until``.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_keys", verbose_name=_("owner")
    )
    name = models.CharField(_("name"), max_length=80)
    prefix = models.CharField(_("prefix"), max_length=12, editable=False)
    secret_sha256 = models.CharField(max_length=64, editable=False)
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope), verbose_name=_("scopes"))
    addresses = ArrayField(
        models.CharField(max_length=43), default=list, blank=True, verbose_name=_("addresses it may come from")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"))
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True, editable=False)
    rotated_at = models.DateTimeField(_("given a new secret"), null=True, blank=True, editable=False)
    former_sha256 = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    former_until = models.DateTimeField(_("the old secret works until"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["prefix"], name="api_key_prefix_unique"),
            models.CheckConstraint(
                condition=models.Q(("secret_sha256__regex", r"^[0-9a-f]{64}$")), name="api_key_secret_is_a_hash"
            ),
            models.CheckConstraint(
                condition=models.Q(scopes__contained_by=Scope.values) & models.Q(scopes__len__gt=0),
                name="api_key_scopes_known",
                violation_error_message=_("Choose at least one of the scopes a key can have."),
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="api_key_expires_after_it_is_made",
                violation_error_message=_("A key must expire after it is made."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="api_key_name_present",
                violation_error_message=_("Name the key after the program that will use it."),
            ),
            models.CheckConstraint(
                condition=models.Q(former_sha256="", former_until=None, rotated_at=None)
                | models.Q(
                    former_sha256__regex=r"^[0-9a-f]{64}$",
                    former_until__gte=models.F("rotated_at"),
                    former_until__lte=models.F("rotated_at") + LONGEST_OVERLAP,
                ),
                name="api_key_old_secret_ends",
                violation_error_message=_("A secret that was replaced works for seven days at most."),
            ),
        ]

    def __str__(self) -> str:
        return f"attest_{self.prefix}_…"

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()

    @property
    def works(self) -> bool:
        """Whether a program can use it now, by its own terms."""
        return self.revoked_at is None and not self.is_expired

    @property
    def has_two_secrets(self) -> bool:
        """Whether the secret that was replaced still works beside the new one."""
        return self.works and self.former_until is not None and self.former_until > timezone.now()

    @property
    def scope_labels(self) -> list[str]:
        return [str(Scope(scope).label) for scope in self.scopes]


class KeyUse(models.Model):
    """How many requests came with a key on a day (UTC): the number, and nothing of what was asked."""

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="uses")
    day = models.DateField()
    requests = models.PositiveIntegerField()

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "day"],
                name="key_use_once_a_day",
                violation_error_message=_("The requests of this day are counted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}, {self.day}: {self.requests}"
