"""Questions about the gazetteer."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from incidents.models.place import Place


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places, by the names people give them."""

    def named(self, folded: str) -> Self:
        """Those with a name that begins with the folded words (see ``incidents.rules.folding.fold``)."""
        return self.filter(search_names__contains=f"\n{folded}")

    def of_kind(self, *kinds: str) -> Self:
        """Those of the given levels."""
        return self.filter(kind__in=kinds)
