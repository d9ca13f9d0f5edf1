"""What was moved from one incident to another, exactly: the ledger behind merges and splits."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import MovedKind, RegroupingKind
from incidents.models.incident import Incident
from incidents.querysets.regrouping import RegroupingQuerySet


class Regrouping(models.Model):
    """A merge or a split, as somebody proposed it. Append-only: what undoes it is a row of its own (``Undoing``).

    In a merge everything of ``source`` went to ``target``, which lives on; in a split some of ``source`` went to
    ``target``, which began with it. The revisions are those that the regrouping made in each of the two.
    """

    kind = models.CharField(max_length=5, choices=RegroupingKind)
    source = models.ForeignKey(Incident, models.PROTECT, related_name="regroupings_out")
    target = models.ForeignKey(Incident, models.PROTECT, related_name="regroupings_in")
    reason = models.CharField(_("reason"), max_length=300)
    source_revision = models.PositiveIntegerField()
    target_revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="regroupings")
    at = models.DateTimeField(auto_now_add=True)

    objects = RegroupingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="regrouping_of_two",
                condition=~Q(source=F("target")),
                violation_error_message=_("An incident is not merged into itself."),
            ),
            models.CheckConstraint(
                name="regrouping_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Give the reason: readers will see it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.source} → {self.target}"


class MovedItem(models.Model):
    """One thing that a regrouping moved. Append-only.

    ``key`` is its primary key. It is no foreign key, because what was moved may be removed later and the ledger must
    not stand in the way. ``came_from`` is, for a citation, the key of the link that it stood at.
    """

    regrouping = models.ForeignKey(Regrouping, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=14, choices=MovedKind)
    key = models.BigIntegerField()
    came_from = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["regrouping", "kind", "key"],
                name="moved_item_once",
                violation_error_message=_("This is moved already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"


class Undoing(models.Model):
    """That a merge or a split was undone: everything went back to where the ledger says that it was. Append-only."""

    regrouping = models.OneToOneField(Regrouping, models.PROTECT, related_name="undoing")
    reason = models.CharField(_("reason"), max_length=300)
    source_revision = models.PositiveIntegerField()
    target_revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="undoings")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="undoing_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Give the reason."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.regrouping}, undone"
