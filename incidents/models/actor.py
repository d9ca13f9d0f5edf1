"""Who is named: organisations, branches, states' bodies, persons and movements."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import ActorKind, ActorRelationKind
from incidents.models.history import tracked
from incidents.models.merge import EntryMerge, of_two


@tracked
class Actor(models.Model):
    """Somebody to whom an attack can be attributed, at the level at which sources name it. "Unknown" is no actor."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("short name"), max_length=80)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=14, choices=ActorKind)
    active_from = models.CharField(_("active from"), max_length=20, blank=True, help_text=_("EDTF, such as 2015-01"))
    active_to = models.CharField(_("active to"), max_length=20, blank=True, help_text=_("EDTF, such as 2015-01"))
    note = models.TextField(_("note"), blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], name="actor_slug_unique", violation_error_message=_("This short name is taken.")
            ),
            models.CheckConstraint(
                name="actor_is_somebody",
                condition=~Q(name__iregex=r"^\s*(unknown|unidentified|n/?a|none)?\s*$"),
                violation_error_message=_("“Unknown” is not an actor: leave the attribution out instead."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class ActorAlias(models.Model):
    """Another name of an actor, in which language and used by whom."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200)
    lang = models.CharField(_("language"), max_length=8, blank=True)
    used_by = models.CharField(_("used by"), max_length=200, blank=True)
    folded = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "name"],
                name="alias_once_per_actor",
                violation_error_message=_("This name is already on record for the actor."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class ActorRelation(models.Model):
    """How one actor stands to another, with dates where known. Cited through ``Citation.relation``."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="relations")
    other = models.ForeignKey(Actor, models.PROTECT, related_name="related_from")
    kind = models.CharField(_("kind"), max_length=12, choices=ActorRelationKind)
    since = models.CharField(_("since"), max_length=20, blank=True, help_text=_("EDTF, such as 2015-01"))
    until = models.CharField(_("until"), max_length=20, blank=True, help_text=_("EDTF, such as 2015-01"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="relation_not_to_itself",
                condition=~Q(actor=F("other")),
                violation_error_message=_("An actor does not stand in relation to itself."),
            ),
            models.UniqueConstraint(
                fields=["actor", "other", "kind"],
                name="relation_once",
                violation_error_message=_("This relation is already on record."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.get_kind_display()} {self.other}"


class ActorMerge(EntryMerge):
    """That two entries turned out to be one actor. The short name of the loser leads on too."""

    loser = models.OneToOneField(Actor, models.PROTECT, related_name="merge")
    survivor = models.ForeignKey(Actor, models.PROTECT, related_name="absorbed")

    class Meta(EntryMerge.Meta):
        constraints = of_two("actor", _("An actor is not merged into itself."))
