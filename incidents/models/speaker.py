"""Whose words a citation carries."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import Directness, Naming
from incidents.models.actor import Actor
from incidents.models.history import tracked


@tracked
class Speaker(models.Model):
    """A person, a body or a description whose words are cited.

    ``description`` is verbatim ("a US official"). An unnamed speaker caps an assertion's confidence at moderate.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    naming = models.CharField(_("naming"), max_length=10, choices=Naming)
    name = models.CharField(_("name"), max_length=200, blank=True)
    role_title = models.CharField(_("role"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    actor = models.ForeignKey(Actor, models.PROTECT, null=True, blank=True, related_name="speakers")
    description = models.CharField(_("described as"), max_length=300, blank=True)
    anonymity_reason = models.CharField(_("reason given for anonymity"), max_length=300, blank=True)
    directness = models.CharField(_("how they know"), max_length=10, choices=Directness, default=Directness.UNKNOWN)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "description", "pk"]
        constraints = [
            models.CheckConstraint(
                name="speaker_named_has_name",
                condition=~Q(naming=Naming.NAMED) | ~Q(name=""),
                violation_error_message=_("Give the name of a named speaker."),
            ),
            models.CheckConstraint(
                name="speaker_anonymous_has_no_name",
                condition=~Q(naming=Naming.ANONYMOUS) | (Q(name="") & ~Q(description="")),
                violation_error_message=_("An anonymous speaker has a description and no name."),
            ),
            models.CheckConstraint(
                name="speaker_is_described",
                condition=~Q(name="") | ~Q(description="") | ~Q(organisation=""),
                violation_error_message=_("Say who speaks: a name, an organisation or the words used."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def unnamed(self) -> bool:
        """Whether nobody knows whose words they are."""
        return self.naming == Naming.ANONYMOUS

    @property
    def label(self) -> str:
        """Who speaks, as a reader is told: name, role and organisation, or the words of the description."""
        who = self.name or self.description or self.organisation
        rest = [part for part in (self.role_title, self.organisation) if part and part not in who]
        return ", ".join([who, *rest])


class SealedName(models.Model):
    """The true name of an anonymous speaker, encrypted to a key of which this application has the public part only.

    Nobody here can read it: see ``services.sealing``. Append-only. ``key_id`` is the beginning of the SHA-256 of the
    public key, so that whoever holds several private keys knows which one opens it.
    """

    speaker = models.OneToOneField(Speaker, models.PROTECT, related_name="sealed_name")
    ciphertext = models.BinaryField(_("sealed name"))
    key_id = models.CharField(_("key"), max_length=16)
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="sealed_name_names_its_key",
                condition=Q(key_id__regex=r"^[0-9a-f]{16}$"),
                violation_error_message=_("A sealed name says which key opens it."),
            )
        ]

    def __str__(self) -> str:
        return self.handle

    @property
    def handle(self) -> str:
        """What the sealed name is called at the desk."""
        return f"S-{self.pk}"
