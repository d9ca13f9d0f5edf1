"""Conditions of the columns' own, for a queryset that is asked of them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL


class Term(RawSQL):
    """A condition in the columns' own words, with values where it says %s."""

    def __init__(self, sql: str, values: Sequence[Any] = ()) -> None:
        super().__init__(sql, values, output_field=BooleanField())
