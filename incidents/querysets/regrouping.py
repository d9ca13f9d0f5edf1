"""Questions about merges and splits."""

from typing import TYPE_CHECKING, Self

from django.db import models

from incidents.choices import RegroupingKind

if TYPE_CHECKING:
    from incidents.models.incident import Incident
    from incidents.models.regrouping import Regrouping


class RegroupingQuerySet(models.QuerySet["Regrouping"]):
    """Merges and splits, as the desk asks for them."""

    def standing(self) -> Self:
        """Those that nobody has undone."""
        return self.filter(undoing=None)

    def merges(self) -> Self:
        """Two incidents made one."""
        return self.filter(kind=RegroupingKind.MERGE)

    def splits(self) -> Self:
        """One incident made two."""
        return self.filter(kind=RegroupingKind.SPLIT)

    def touching(self, incident: "Incident") -> Self:
        """Those by which something came to an incident or went from it."""
        return self.filter(models.Q(source=incident) | models.Q(target=incident))
