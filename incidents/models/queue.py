"""How people keep their queue, and what was done to many incidents at once."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import BulkKind, QueueColumn
from incidents.models.history import tracked
from incidents.models.incident import Incident
from incidents.models.tag import Tag


class SavedFilter(models.Model):
    """A query of the queue under a name. A ``shared`` one is offered to every colleague; its owner alone changes it.

    ``query`` is what stands in the address, one spelling; it says what to look for and nothing of what is found.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("name"), max_length=80)
    query = models.CharField(_("query"), max_length=2000, blank=True)
    shared = models.BooleanField(_("shared"), default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="saved_filter_name_once",
                violation_error_message=_("You have a filter of this name already. Choose another name."),
            ),
            models.CheckConstraint(
                name="saved_filter_named",
                condition=~Q(name=""),
                violation_error_message=_("Give the filter a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class QueueColumns(models.Model):
    """The columns that somebody chose for their queue, in the order of ``QueueColumn``."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="queue_columns")
    columns = ArrayField(models.CharField(max_length=12, choices=QueueColumn), default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="queue_columns_known",
                condition=Q(columns__contained_by=QueueColumn.values),
                violation_error_message=_("The queue has no such column."),
            )
        ]

    def __str__(self) -> str:
        return ", ".join(self.columns)


@tracked
class BulkAction(models.Model):
    """Something done to many incidents at once, with the reason; ``undone_at`` when it was taken back."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=8, choices=BulkKind)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    tag = models.ForeignKey(Tag, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="bulk_actions")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="bulk_kind_known",
                condition=Q(kind__in=BulkKind.values),
                violation_error_message=_("In bulk, work is given to people, tags are put on and taken off: no more."),
            ),
            models.CheckConstraint(
                name="bulk_assigns_to_somebody",
                condition=Q(kind=BulkKind.ASSIGN, to__isnull=False) | (~Q(kind=BulkKind.ASSIGN) & Q(to__isnull=True)),
                violation_error_message=_("Say to whom the incidents are given."),
            ),
            models.CheckConstraint(
                name="bulk_says_which_tag",
                condition=Q(kind__in=[BulkKind.TAG, BulkKind.UNTAG], tag__isnull=False)
                | (~Q(kind__in=[BulkKind.TAG, BulkKind.UNTAG]) & Q(tag__isnull=True)),
                violation_error_message=_("Say which tag."),
            ),
            models.CheckConstraint(
                name="bulk_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why: colleagues read it."),
            ),
            models.CheckConstraint(
                name="bulk_undone_by_somebody",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message=_("Say who took it back."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"


@tracked
class BulkRow(models.Model):
    """What became of one incident of a bulk action, and of taking it back; a sentence says why not.

    ``before`` is who had it, in order to give it back, where the work was given to somebody.
    """

    bulk = models.ForeignKey(BulkAction, models.CASCADE, related_name="rows")
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="bulk_rows")
    before = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    done = models.BooleanField(default=False)
    why_not = models.CharField(max_length=300, blank=True)
    undone = models.BooleanField(default=False)
    why_kept = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bulk", "incident"],
                name="bulk_row_once",
                violation_error_message=_("This incident is chosen already."),
            ),
            models.CheckConstraint(
                name="bulk_row_done_or_why_not",
                condition=Q(done=True, why_not="") | (Q(done=False, undone=False) & ~Q(why_not="")),
                violation_error_message=_("A row is done, or says why not."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bulk}: {self.incident}"
