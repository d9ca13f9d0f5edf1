"""A checkout of its own for a test of the bootstrap: the program and nothing else, in a folder of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAID_BY_THE_ENVIRONMENT = ("DATABASE_URL", "PUBLIC_DATABASE_URL", "OWNER_DATABASE_URL", "SECRET_KEY", "PORT")


@dataclass(frozen=True, slots=True)
class Checkout:
    """A copy of what ``make`` needs to begin."""

    folder: Path

    def make(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command as the Makefile does, in an environment that says nothing but ``environment``."""
        return subprocess.run(
            [sys.executable, "-m", "deploy.local", *words],
            cwd=self.folder,
            env=silent_environment() | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )


def silent_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in SAID_BY_THE_ENVIRONMENT}


def check_out(folder: Path) -> Checkout:
    """Lay the program down in ``folder``."""
    for name in ("deploy", "requirements"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Checkout(folder)
