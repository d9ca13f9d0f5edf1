"""Questions about sources."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from incidents.models.source import Source


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources, as the desk asks for them."""

    def public(self) -> Self:
        """Those that may be named outside the desk."""
        return self.filter(confidential=False)

    def titled(self, words: str) -> Self:
        """Those whose title or publisher holds the words."""
        return self.filter(models.Q(title__icontains=words) | models.Q(publisher__name__icontains=words))
