"""Questions about sources."""

from typing import TYPE_CHECKING, Self

from django.db import models

from accounts.roles import Role

if TYPE_CHECKING:
    from incidents.models.source import Source
    from incidents.querysets.incident import Person


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources, as the desk asks for them."""

    def public(self) -> Self:
        """Those that may be named outside the desk."""
        return self.filter(confidential=False)

    def readable_by(self, person: "Person") -> Self:
        """Those that a person may see for what they are: a confidential one only who recorded it, whoever was let in
        and seniors."""
        if person.has_role_of(Role.SENIOR):
            return self
        let_in = self.model.objects.filter(grants__person=person.pk).values("pk")
        return self.filter(models.Q(confidential=False) | models.Q(recorded_by=person.pk) | models.Q(pk__in=let_in))

    def titled(self, words: str) -> Self:
        """Those whose title or publisher holds the words."""
        return self.filter(models.Q(title__icontains=words) | models.Q(publisher__name__icontains=words))
