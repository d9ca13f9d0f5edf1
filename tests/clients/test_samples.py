"""The samples in other languages than the shell's run as they stand, each in the program of its language."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from playwright._impl._driver import compute_driver_executable

from tests.making import desk, published

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs/api/languages.md"
EXAMPLE = "https://attest.example"
CLIENT = {"PYTHONPATH": str(ROOT / "clients/python/src")}


def samples(language: str, server: str) -> list[str]:
    blocks = re.findall(rf"^```{language}\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [block.replace(EXAMPLE, server) for block in blocks]


def printed(command: list[str], folder: Path, sample: str, ending: str) -> str:
    """What a sample prints. It fails when the program does."""
    path = folder / f"sample.{ending}"
    path.write_text(sample)
    done = subprocess.run(
        [*command, str(path)], env={**os.environ, **CLIENT}, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def made() -> str:
    """The id of one bombing on record."""
    caches["limits"].clear()
    return str(published(desk(), killed="nearly 100").public_id)


def test_those_of_python(live_server: Any, made: str, tmp_path: Path) -> None:
    lines, table = (printed([sys.executable], tmp_path, one, "py") for one in samples("python", live_server.url))
    assert lines == f"{made}; nearly 100; The Example Courier\n"
    assert table.splitlines()[1].startswith(f"{made},2024-01-03,,,99,")


def test_that_of_javascript(live_server: Any, made: str, tmp_path: Path) -> None:
    node, _driver = compute_driver_executable()
    [sample] = samples("js", live_server.url)
    assert printed([node], tmp_path, sample, "mjs") == f"{made}; nearly 100; The Example Courier\n"


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="Debian's r-base-core is not installed")
def test_that_of_r(live_server: Any, made: str, tmp_path: Path) -> None:
    [sample] = samples("r", live_server.url)
    assert printed(["Rscript"], tmp_path, sample, "R").strip() == f"{made}; nearly 100; The Example Courier"
