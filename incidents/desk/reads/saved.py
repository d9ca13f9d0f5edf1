"""What somebody keeps of their queue: filters, and columns."""

from typing import Final

from django.db.models import Q, QuerySet

from accounts.models import User
from incidents.choices import QueueColumn
from incidents.models import QueueColumns, SavedFilter

USUAL_COLUMNS: Final = (
    QueueColumn.NEXT,
    QueueColumn.STATE,
    QueueColumn.WHERE_WHEN,
    QueueColumn.KILLED,
    QueueColumn.ASSIGNED,
    QueueColumn.CHANGED,
)


def filters_for(person: User) -> QuerySet[SavedFilter]:
    """Their own filters and those that colleagues share, by name."""
    return SavedFilter.objects.filter(Q(owner=person.pk) | Q(shared=True, owner__is_active=True)).select_related(
        "owner"
    )


def columns_of(person: User) -> list[str]:
    """The columns of somebody's queue, in the order in which the queue has them."""
    chosen = QueueColumns.objects.filter(person=person).values_list("columns", flat=True).first()
    wanted = USUAL_COLUMNS if chosen is None else chosen
    return [column.value for column in QueueColumn if column in wanted]
