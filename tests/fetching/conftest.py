"""A site to fetch from, and a desk that may."""

from collections.abc import Iterator

import pytest

from tests.fetching.site import Site


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.shutdown()
    site.server_close()


@pytest.fixture
def fetching(settings: object) -> object:
    """Fetching is on, and what is kept is small."""
    settings.ATTEST_FETCHING = True  # type: ignore[attr-defined]  # pytest-django's settings
    settings.ATTEST_UPLOAD_MOST_BYTES = 300_000  # type: ignore[attr-defined]
    return settings
