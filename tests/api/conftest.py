"""A reader of the API, and the people who make what there is to read."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from tests.api.holding import holding
from tests.making import Desk, desk

__all__ = ["holding"]

Read = Callable[..., Any]
ROOT = "/api/v1/"


@pytest.fixture(autouse=True)
def _fresh_limit() -> Iterator[None]:
    """Let every test ask as often as anybody may."""
    caches["limits"].clear()
    yield
    caches["limits"].clear()


@pytest.fixture
def people(db: None) -> Desk:
    return desk()


@pytest.fixture
def read(client: Client) -> Read:
    """Ask an address below ``/api/v1/``: parameters by name, headers as ``headers={...}``."""

    def asked(path: str = "", headers: dict[str, str] | None = None, **params: str) -> Any:
        return client.get(f"{ROOT}{path}", params, headers=headers)

    return asked


def lasting(answer: Any) -> dict[str, str]:
    """The headers of an answer without what is left of the limit, which every request makes less."""
    return {name: value for name, value in answer.headers.items() if name != "RateLimit"}
