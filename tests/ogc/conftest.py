"""A reader of OGC API – Features, and a record with every class of precision."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from tests.exchange.conftest import every_precision

__all__ = ["every_precision"]

Read = Callable[..., Any]
ROOT = "/ogc/"
HYPHENATED = {"bbox_crs": "bbox-crs", "filter_crs": "filter-crs", "filter_lang": "filter-lang"}
ITEMS = "collections/incidents/items"


@pytest.fixture(autouse=True)
def _fresh_limit() -> Iterator[None]:
    """Let every test ask as often as anybody may."""
    caches["limits"].clear()
    yield
    caches["limits"].clear()


@pytest.fixture
def read(client: Client) -> Read:
    """Ask an address below ``/ogc/``: parameters by name, ``filter_lang`` for ``filter-lang``; headers beside them."""

    def asked(path: str = "", headers: dict[str, str] | None = None, **params: str) -> Any:
        named = {HYPHENATED.get(name, name): value for name, value in params.items()}
        return client.get(f"{ROOT}{path}", named, headers=headers)

    return asked


@pytest.fixture
def find(client: Client) -> Callable[..., list[str]]:
    """The ids of what is found with some parameters, by their own names."""

    def found(params: dict[str, str] | None = None, collection: str = "incidents") -> list[str]:
        answer = client.get(f"{ROOT}collections/{collection}/items", params or {})
        assert answer.status_code == 200, answer.content
        features = answer.json()
        assert features["numberReturned"] == len(features["features"])
        return [feature["id"] for feature in features["features"]]

    return found
