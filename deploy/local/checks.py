"""The checks and the tests, as ``make lint``, ``make test`` and ``make check`` run them."""

import os
import secrets
from concurrent.futures import ThreadPoolExecutor

from deploy.local import virtual_environment
from deploy.local.clients import have_clients
from deploy.local.cluster import DATABASE
from deploy.local.commands import heard, show
from deploy.local.django import MANAGE, local_urls
from deploy.local.places import PYTHON, ROOT, VENV
from deploy.local.progress import say

STAND_IN_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="  # the bytes 0 to 31: nobody's secret
STAND_IN_VERIFIER = "record.example.org/record+9a8761c4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
PACKAGES = ["accounts", "clients", "config", "deploy", "incidents", "tests", "manage.py"]
PROCESSES = max(2, min(8, len(os.sched_getaffinity(0))))
IN_PARALLEL = ["-n", str(PROCESSES), "--dist", "loadscope", "--no-loadscope-reorder"]  # tests/conftest.py orders them
BUCKET_TESTS = "tests/releases/test_object_storage.py"
WITH_COVERAGE = ["--cov", "--cov-branch", "--cov-report=term:skip-covered", "--cov-fail-under=90"]


def program(name: str) -> str:
    return str(VENV / "bin" / name)


def templates() -> list[str]:
    folders = [ROOT / "templates", *ROOT.glob("*/templates")]
    return sorted(str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*.html"))


def static_checks() -> dict[str, list[str]]:
    """Every check that reads the code without running the tests, by the name it is announced with."""
    python = str(PYTHON)
    return {
        "lint": [program("ruff"), "check", "--quiet", *PACKAGES],
        "format": [program("ruff"), "format", "--check", "--quiet", *PACKAGES],
        "types": [program("mypy")],
        "layers": [program("lint-imports")],
        "templates": [program("djlint"), "--lint", "--quiet", *templates()],
        "template format": [program("djade"), "--check", "--target-version", "5.2", *templates()],
        "migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
        "deployment": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
        "security": [
            python,
            "-m",
            "bandit",
            "--quiet",
            "--severity-level",
            "medium",
            "--recursive",
            "--configfile",
            "pyproject.toml",
        ]
        + [path for path in PACKAGES if path != "tests"],
    }


def lint() -> int:
    """Run every static check, two at a time, and name those that failed at the end. The types take longest.

    With ``CLIENTS=1`` what else the tests need arrives meanwhile; where it does not, the tests ask again.
    """
    names = sorted(static_checks(), key=lambda name: name != "types")
    with ThreadPoolExecutor(max_workers=1) as beside, ThreadPoolExecutor(max_workers=2) as pool:
        if os.environ.get("CLIENTS"):
            beside.submit(have_clients)
            beside.submit(virtual_environment.beside, "bucket")
        failed = [name for name, fine in zip(names, pool.map(_passes, names), strict=True) if not fine]
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def _passes(name: str) -> bool:
    """Run one check, and show what it says as a whole when it has ended."""
    ended, told = heard(static_checks()[name], env=production() if name == "deployment" else None)
    say(f"· {name}\n{told}".rstrip())
    return ended == 0


def production() -> dict[str, str]:
    """What a production start needs, with values that stand for real ones.

    Its database is an empty one of the private cluster: the demonstration's people, who are in this checkout's own,
    would rightly be refused.
    """
    urls = {name: value.removesuffix(f"/{DATABASE}") + "/postgres" for name, value in local_urls().items()}
    return {
        **urls,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ATTEST_ALLOWED_HOSTS": "record.example.org",
        "ATTEST_BASE_URL": "https://record.example.org",
        "ATTEST_CHECKPOINT_KEY": STAND_IN_KEY,
        "ATTEST_CHECKPOINT_VERIFIERS": STAND_IN_VERIFIER,
        "ATTEST_EMAIL_URL": "dummymail://",
    }


def test(arguments: list[str], *, measured: bool) -> int:
    """Run the whole suite, on two processes or as many more as there are cores; with ``arguments``, just what they say.

    ``measured`` is with coverage (tests/conftest.py says of what), which doubles a test's time; it fails where too
    little of the code is reached.
    """
    words = arguments or [*IN_PARALLEL, *(WITH_COVERAGE if measured else [])]
    return show([str(PYTHON), "-m", "pytest", *words], env=have_clients())


def test_bucket() -> int:
    """Run the tests of releases in a bucket, with the packages for S3 and a server that speaks it."""
    env = {**have_clients(), "PYTHONPATH": str(virtual_environment.beside("bucket"))}
    return show([str(PYTHON), "-m", "pytest", "-p", "no:cacheprovider", BUCKET_TESTS], env=env)


def reformat() -> int:
    """Put code and templates into their one format."""
    show([program("ruff"), "check", "--fix", "--quiet", *PACKAGES])
    show([program("djade"), "--target-version", "5.2", *templates()])
    return show([program("ruff"), "format", *PACKAGES])


def lock() -> int:
    """Resolve ``requirements/*.in`` into hash-pinned locks that name no index.

    ``s3`` takes the place of ``base`` where S3 is used: what that needs may ask for older releases of a package.
    ``bucket`` adds what its tests need.
    """
    compile_to = [program("uv"), "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    compile_to += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--upgrade"]
    return (
        show([*compile_to, "requirements/base.in", "-o", "requirements/base.txt"])
        or show([*compile_to, "requirements/s3.in", "-o", "requirements/s3.txt"])
        or show([*compile_to, "-c", "requirements/s3.txt", "requirements/bucket.in", "-o", "requirements/bucket.txt"])
        or show(
            [*compile_to, "--constraints", "requirements/base.txt", "requirements/dev.in", "-o", "requirements/dev.txt"]
        )
    )
