"""The record, as a program asks it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from attest_client.answers import Document, Incident
from attest_client.asking import Asking

if TYPE_CHECKING:
    import geopandas
    import pandas as pd

Value = str | int | float | bool | list[str] | tuple[str, ...]
"""What a parameter may be: a list stands for any of its values."""

MOST = 200
"""Rows that the API gives at once."""


class Attest:
    """A record at an address, such as ``https://attest.example``.

    ``cache`` is a folder in which answers are kept with their ETags. All that is asked raises ``AttestError`` or one of
    its kinds where the record says no.
    """

    def __init__(self, address: str, *, cache: str | Path | None = None, seconds: float = 60) -> None:
        self.root = f"{address.rstrip('/')}/api/v1/"
        self.asking = Asking(cache, seconds=seconds)

    def incidents(self, **parameters: Value) -> Iterator[Incident]:
        """Every incident that the parameters find, each once, in the order asked for.

        Raises:
            ValueError: with ``fields``, which leaves out what an ``Incident`` has; ``walk`` takes it.
        """
        if "fields" in parameters:
            message = "An Incident has all members. For some of them: walk('incidents', fields=…)."
            raise ValueError(message)
        return map(Incident.read, self.walk("incidents", **parameters))

    def incident(self, public_id: str, **parameters: Value) -> Document:
        """Everything public about one incident: claims, quotes, sources, why each value is what it is.

        Raises:
            GoneError: it was withdrawn.
        """
        return self.one(f"incidents/{quote(public_id)}", **parameters)

    def versions(self, public_id: str) -> list[Document]:
        """What the record has said of an incident, version by version."""
        return list(self.one(f"incidents/{quote(public_id)}/versions")["results"])

    def walk(self, name: str, **parameters: Value) -> Iterator[Document]:
        """Every result of a list of the API, such as ``attributions`` or ``sources``, through all of its pages."""
        return (row for page in self.pages(name, **parameters) for row in page["results"])

    def pages(self, name: str, **parameters: Value) -> Iterator[Document]:
        """The pages of a list, one after the other."""
        following: str | None = self.address(name, {"limit": MOST, **parameters})
        while following:
            page = self.asking.get(following)
            following = page.get("next")
            yield page

    def follow(self, held: dict[str, Document], since: int | str = 0, **parameters: Value) -> int:
        """Bring a copy of the record up to date, and say where to go on: the next call's ``since``.

        ``held`` has incidents by id. Begin with an empty one and 0; afterwards it holds what ``incidents()`` gives.
        Incidents that were withdrawn, or merged into another, are no longer in it.
        """
        reached = int(since) if str(since).isdecimal() else 0
        for page in self.pages("changes", since=since, **parameters):
            for entry in page["results"]:
                if entry["action"] == "put":
                    held[entry["id"]] = entry["incident"]
                else:
                    held.pop(entry["id"], None)
            reached = page["since"]
        return reached

    def one(self, name: str, **parameters: Value) -> Document:
        """What stands at an address below the API's own."""
        found: Document = self.asking.get(self.address(name, parameters))
        return found

    def frame(self, **parameters: Value) -> "pd.DataFrame":
        """The incidents as a table, one row each (needs pandas)."""
        from attest_client.frames import frame  # noqa: PLC0415 (pandas is not for everybody)

        return frame(self.walk("incidents", **parameters), whole="fields" not in parameters)

    def geoframe(self, **parameters: Value) -> "geopandas.GeoDataFrame":
        """The same with the published geometry, in EPSG:4326 (needs geopandas). An area is where it may have been."""
        from attest_client.frames import geoframe  # noqa: PLC0415

        pages = self.pages("incidents", **{"format": "geojson", **parameters})
        features = (feature for page in pages for feature in page["features"])
        return geoframe(features, whole="fields" not in parameters)

    def address(self, name: str, parameters: dict[str, Value]) -> str:
        """Where a list or a document is."""
        query = urlencode([(key, spelt(value)) for key, value in sorted(parameters.items())])
        return f"{self.root}{name}/{f'?{query}' if query else ''}"


def spelt(value: Value) -> str:
    """A parameter's value as the API reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, list | tuple) else str(value)
