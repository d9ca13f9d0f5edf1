"""Questions about assertions."""

from typing import TYPE_CHECKING, Self

from django.db import models

from incidents.choices import AssertionRole, Verification

if TYPE_CHECKING:
    from incidents.models.assertion import Assertion


class AssertionQuerySet(models.QuerySet["Assertion"]):
    """Assertions, as resolution and review ask for them."""

    def standing(self) -> Self:
        """Those that still stand: neither withdrawn nor superseded."""
        return self.exclude(verification=Verification.WITHDRAWN).exclude(role=AssertionRole.SUPERSEDED)

    def recommended(self) -> Self:
        """Those on which the public value rests: none that was shown not to be so."""
        return self.standing().filter(role=AssertionRole.RECOMMENDED).exclude(verification=Verification.REFUTED)

    def with_values(self) -> Self:
        """With every typed child in one query each, for reading many at once."""
        return self.select_related(
            "casualty",
            "attribution__actor",
            "location__place",
            "time",
            "characteristic",
            "warning_statement__warning",
        )

    def with_evidence(self) -> Self:
        """With citations, their sources, publishers and speakers."""
        return self.prefetch_related("citations__source__publisher", "citations__speaker")
