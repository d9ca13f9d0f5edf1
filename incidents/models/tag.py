"""The desk's own handles for incidents."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from incidents.models.history import tracked
from incidents.models.incident import Incident
from incidents.models.merge import EntryMerge, of_two


@tracked
class Tag(models.Model):
    """A word by which the desk finds incidents again, with a note that says what it is put on.

    It says nothing of what happened and is never published: a published value needs a citation, and a tag has none.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=60)
    note = models.CharField(_("what it is put on"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [Lower("name"), "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"), name="tag_name_once", violation_error_message=_("There is a tag of this name already.")
            ),
            models.CheckConstraint(
                name="tag_has_a_name", condition=~Q(name=""), violation_error_message=_("Give the tag a name.")
            ),
            models.CheckConstraint(
                name="tag_name_in_one_piece",
                condition=~Q(name__contains=","),
                violation_error_message=_("Write the name without a comma."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class IncidentTag(models.Model):
    """That an incident has a tag, and who put it there."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="tagged")
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [Lower("tag__name"), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "tag"],
                name="tag_once_per_incident",
                violation_error_message=_("The incident has this tag already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.tag}"


class TagMerge(EntryMerge):
    """That two tags turned out to be one: what had either has the survivor."""

    loser = models.OneToOneField(Tag, models.PROTECT, related_name="merge")
    survivor = models.ForeignKey(Tag, models.PROTECT, related_name="absorbed")

    class Meta(EntryMerge.Meta):
        constraints = of_two("tag", _("A tag is not merged into itself."))
