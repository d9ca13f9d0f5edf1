"""The newsroom that the walks begin in, made once: each walk leaves it as it found it."""

from pathlib import Path
from typing import Any

import pytest

from tests.isolation.scenes import scene
from tests.machine.newsroom import Newsroom


@scene
def newsroom(_folder: Path) -> Newsroom:
    """Six people who have signed in, and a place."""
    return Newsroom()


@pytest.fixture(autouse=True)
def _asked_once(settings: Any) -> None:
    """Ask nobody for the password again, however long the walks take."""
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 86_400
