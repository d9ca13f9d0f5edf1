"""Lighthouse 12 on pages of the site, as a phone: the median of three runs of every category, and what each one names.

The package is pinned in ``bench/lighthouse``, installed by npm when it is missing, and drives Debian's Chromium.
"""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

PINNED: Final = Path(__file__).resolve().parent / "lighthouse"
FOLDER: Final = PINNED.parents[1] / ".attest" / "lighthouse"
PROGRAM: Final = FOLDER / "node_modules" / ".bin" / "lighthouse"
LEAST: Final = {"performance": 95, "accessibility": 100, "best-practices": 100}
RUNS: Final = 3
ALLOWED: Final = 300  # seconds of one run
NO_NPM: Final = "Lighthouse needs Node.js 18 or later and npm: Debian's packages nodejs and npm."
INSTALL: Final = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def of_lighthouse(base: str, chromium: Path, pages: tuple[str, ...] = ("/",)) -> Iterator[dict[str, Any]]:
    """A row for every page and category, with the audits that cost points in any run."""
    have_lighthouse()
    for page in pages:
        reports = [report(base + page, chromium) for _run in range(RUNS)]
        for category, least in LEAST.items():
            scores = [round(one["categories"][category]["score"] * 100) for one in reports]
            median = statistics.median(scores)
            named = sorted({name for one in reports for name in losing(one, category)})
            figures = {"figure": median, "limit": least, "unit": "points", "met": median >= least}
            yield {"what": f"Lighthouse, {category} of {page}", **figures, "runs": scores, "named": named}


def have_lighthouse() -> None:
    """Install what the lock names in ``.attest/``, where it is not there yet."""
    if PROGRAM.exists():
        return
    if not shutil.which("npm"):
        raise SystemExit(NO_NPM)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in PINNED.glob("package*.json"):
        shutil.copy(path, FOLDER)
    subprocess.run(INSTALL, cwd=FOLDER, check=True)  # noqa: S603 (words of our own)


def report(address: str, chromium: Path) -> dict[str, Any]:
    """What one run found."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        flags = "--chrome-flags=--headless=new --no-sandbox"
        words = [str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={out}", flags]
        chosen = [f"--only-categories={','.join(LEAST)}"]
        settings = {**os.environ, "CHROME_PATH": str(chromium)}
        subprocess.run([*words, *chosen], env=settings, check=True, timeout=ALLOWED)  # noqa: S603 (words of our own)
        found: dict[str, Any] = json.loads(out.read_text())
    return found


def losing(found: dict[str, Any], category: str) -> Iterator[str]:
    """The audits of a category that have weight and not their full score, each with what it measured."""
    for part in found["categories"][category]["auditRefs"]:
        audit = found["audits"][part["id"]]
        if part["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"{part['id']} {audit.get('displayValue', '')}".strip().replace("\u00a0", " ")
