"""Nobody has asked before."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _fresh_limit() -> Iterator[None]:
    """Let every test ask as often as anybody may."""
    caches["limits"].clear()
    yield
    caches["limits"].clear()
