"""What the bootstrap asks of ``manage.py``: the schema, the demonstration data, the synthetic data, a shell."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from deploy.local.commands import run, show
from deploy.local.database import is_elsewhere
from deploy.local.places import LOCAL_ENVIRONMENT, PYTHON, ROOT, STATE, write_secret
from deploy.local.progress import long_step, step

DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "config.settings.development"}
MANAGE = [str(PYTHON), "manage.py"]
NOT_MIGRATED = "The database schema could not be brought up to date. `make reset` starts again from nothing."
PREPARED = STATE / "prepared"
SIGN_INS = STATE / "sign-ins.txt"


def prepare() -> None:
    """Migrate and load the demonstration data, unless the last start did it for the very same files."""
    now = digest()
    if not is_elsewhere() and PREPARED.exists() and PREPARED.read_text() == now:
        return
    with step("Bringing the database schema up to date"):
        run([*MANAGE, "migrate", "--no-input"], log="migrate", advice=NOT_MIGRATED, env=DEVELOPMENT)
    demonstrate()
    PREPARED.write_text(now)


def demonstrate() -> None:
    """Load the demonstration data, and keep what the command says about signing in. Again, it changes nothing."""
    with long_step("Loading the demonstration data"):
        said = run(
            [*MANAGE, "demonstrate"],
            log="demonstrate",
            advice="The demonstration data failed; the lines above say why. `make reset` starts again from nothing.",
            env=DEVELOPMENT,
            errors_shown=True,
        )
    write_secret(SIGN_INS, said)


def sign_ins() -> str:
    """Who can sign in to the demonstration, as its command said when it last ran."""
    return SIGN_INS.read_text() if SIGN_INS.exists() else ""


def synthesise(number: int) -> int:
    """Make synthetic incidents, with the command's own progress on the terminal."""
    return show([*MANAGE, "synthesise", str(number)], env=DEVELOPMENT)


def release(tag: str, cut_off: str) -> int:
    """Freeze the record, with the command's own progress on the terminal."""
    return show([*MANAGE, "release", tag, *(["--cut-off", cut_off] if cut_off else [])], env=DEVELOPMENT)


def shell() -> int:
    return show([*MANAGE, "shell"], env=DEVELOPMENT)


def digest() -> str:
    """Changes when a migration or the demonstration data does."""
    total = hashlib.sha256()
    for path in sorted(watched()):
        total.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return total.hexdigest()


def watched() -> Iterator[Path]:
    yield ROOT / "requirements" / "base.txt"
    for pattern in ("*/migrations/*.py", "incidents/management/**/*"):
        yield from (path for path in ROOT.glob(pattern) if path.is_file() and "__pycache__" not in path.parts)


def local_urls() -> dict[str, str]:
    """The database addresses in ``.attest/local.env``, for settings that read the environment only."""
    if is_elsewhere() or not LOCAL_ENVIRONMENT.exists():
        return {}
    lines = (line.partition("=") for line in LOCAL_ENVIRONMENT.read_text().splitlines())
    return {name: value for name, _, value in lines if name.endswith("DATABASE_URL")}
