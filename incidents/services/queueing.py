"""Keep somebody's filters and columns of the queue. They are theirs alone; a shared filter is offered, no more."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import QueueColumns, SavedFilter
from incidents.rules.refusals import NotAllowedError
from incidents.services.writing import write


@transaction.atomic
def save_filter(*, actor: User, name: str, query: str, shared: bool) -> SavedFilter:
    """Keep a query of the queue under a name.

    Raises:
        NotAllowedError: this person is not at the desk.
        ValidationError: no name, or one that this person's filters have already; or the query is too long.
    """
    policies.may_log(actor).require()
    made = SavedFilter(owner=actor, name=name.strip(), query=query, shared=shared)
    write(made)
    return made


@transaction.atomic
def change_filter(*, actor: User, saved: SavedFilter, name: str, shared: bool) -> SavedFilter:
    """Give a filter another name, or offer it to colleagues or to nobody.

    Raises:
        NotAllowedError: it is somebody else's.
        ValidationError: no name, or a name twice.
    """
    _require_own(actor, saved)
    saved.name, saved.shared = name.strip(), shared
    write(saved, only=["name", "shared"])
    return saved


@transaction.atomic
def delete_filter(*, actor: User, saved: SavedFilter) -> None:
    """Forget a filter.

    Raises:
        NotAllowedError: it is somebody else's.
    """
    _require_own(actor, saved)
    saved.delete()


@transaction.atomic
def choose_columns(*, actor: User, columns: Collection[str]) -> None:
    """Remember which columns somebody's queue has.

    Raises:
        ValidationError: the queue has no such column.
    """
    kept = QueueColumns.objects.select_for_update().filter(person=actor).first() or QueueColumns(person=actor)
    kept.columns = sorted(set(columns))
    write(kept)


def _require_own(actor: User, saved: SavedFilter) -> None:
    if saved.owner_id != actor.pk:
        raise NotAllowedError(_("This filter is somebody else's. Save it under a name of your own to change it."))
