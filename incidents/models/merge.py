"""That two entries of one vocabulary turned out to be one: what actors, publishers, places and tags have in common."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class EntryMerge(models.Model):
    """One such merge: everything of the loser went to the survivor. Append-only.

    ``moved`` holds the primary keys of what went, by what it is. The loser's row stays, and its names lead on. What
    ``loser`` and ``survivor`` are, each kind says.
    """

    reason = models.CharField(_("reason"), max_length=300)
    moved = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    if TYPE_CHECKING:
        loser: Any
        survivor: Any

    class Meta:
        abstract = True
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.loser} → {self.survivor}"


def of_two(kind: str, sentence: "StrOrPromise") -> list[models.BaseConstraint]:
    """What must hold of every merge, by the names that one kind gives it; ``sentence`` refuses one of an entry with
    itself."""
    return [
        models.CheckConstraint(
            name=f"{kind}_merge_of_two", condition=~Q(loser=F("survivor")), violation_error_message=sentence
        ),
        models.CheckConstraint(
            name=f"{kind}_merge_has_reason",
            condition=~Q(reason=""),
            violation_error_message=_("Say why the two are one."),
        ),
    ]
