"""Where things are. Everything that the project makes for itself is in ``.attest/``, which git ignores."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".attest"
LOGS = STATE / "log"
DEBIAN = STATE / "debian"
SECRETS = STATE / "secrets.json"
LOCAL_ENVIRONMENT = STATE / "local.env"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
DATABASE_SCRIPTS = ROOT / "deploy" / "database"
MARK = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
"""Stands for this checkout in the name of a folder outside it."""


def make_state() -> None:
    """Make ``.attest/``. Others may pass through it to the cluster; every secret in it has its own mode."""
    STATE.mkdir(mode=0o755, exist_ok=True)
    LOGS.mkdir(mode=0o700, exist_ok=True)


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(text)
    fresh.replace(path)
