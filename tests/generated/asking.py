"""Schemathesis reads a document and makes up requests, right and wrong: from examples, edges, at random, along links.

``CASES=5000`` asks at least so many times of each document and in every phase; else a few requests are made up.
"""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from deploy.local.checks import program

CASES: Final = int(os.environ.get("CASES", "0"))
SEED: Final = "20240103"
FEW: Final = ("--phases", "fuzzing", "--max-examples", "1")
HOOKS: Final = Path(__file__).with_name("hooks.py")
Known = Mapping[str, Mapping[str, object]]
"""Parameters of things that exist, such as ``path.uid``, by the id of the operation that is asked for them."""

REFUSED: Final = ("400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "422", "428", "429", "5xx")
"""How a request that the document does not allow may be refused: as schemathesis has it, and with 412 where a body that
is wrong comes with another revision, which is looked at first, or 413 where it is more than a request may hold. That no
answer is a 5xx is a check of its own."""

UNTOLD: Final = ("400", "401", "403", "406", "415", "422", "428")
"""How one without a required header may be: as schemathesis has it, and with 428 without If-Match (RFC 6585)."""


@dataclass
class Asked:
    """What came of it: how many cases in how many seconds, and the operations that answered one with 2xx."""

    said: str
    failed: bool
    cases: int = 0
    well: set[str] = field(default_factory=set)

    def require_no_failure(self) -> None:
        """Fail the test, with all that was said, if anything was found."""
        assert not self.failed, self.said


def operations(document: dict[str, Any]) -> set[str]:
    """The operations of a document, as schemathesis calls them: ``GET /api/v1/incidents/``."""
    return {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}


def ask(
    url: str,
    folder: Path,
    document: dict[str, Any],
    *,
    known: Known,
    accepted: Sequence[str],
    key: str = "",
    named: Mapping[str, object] | None = None,
) -> Asked:
    """Have everything asked that the document at an address makes one think of, with a key or without.

    ``known`` and ``named`` are what exists, by parameter and by member of a body; ``accepted`` are the statuses that a
    request may have which the document allows: what it asks for may not exist.
    """
    folder.mkdir(exist_ok=True)
    written, events = folder / "schemathesis.toml", folder / "events.ndjson"
    written.write_text(configuration(known, accepted))
    many = ("--max-examples", str(CASES // len(operations(document)) // 3))
    words = [program("schemathesis"), "--config-file", str(written), "run", url, "--checks", "all", "--no-color"]
    words += ["--continue-on-failure", "--seed", SEED, "--report", "ndjson", "--report-ndjson-path", str(events)]
    words += [*(("--header", f"Authorization: Bearer {key}") if key else ()), *(many if CASES else FEW)]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=folder, env={**os.environ, **helped(named)}
    )
    asked = Asked(done.stdout + done.stderr, failed=done.returncode != 0)
    for operation, status in answers(events):
        asked.cases += 1
        if 200 <= status < 300:
            asked.well.add(operation)
    return asked


def configuration(known: Known, accepted: Sequence[str]) -> str:
    """What is known of things that exist, and which statuses a request that the document allows may have."""
    expected = {"positive_data_acceptance": accepted, "negative_data_rejection": REFUSED}
    expected["missing_required_header"] = UNTOLD
    lines = [f"[checks.{check}]\nexpected-statuses = {json.dumps(statuses)}" for check, statuses in expected.items()]
    for operation, parameters in known.items():
        given = ", ".join(f"{json.dumps(name)} = {json.dumps(value)}" for name, value in parameters.items())
        lines += ["[[operations]]", f"include-operation-id = {json.dumps(operation)}", f"parameters = {{ {given} }}"]
    return "\n".join(lines)


def answers(events: Path) -> Iterator[tuple[str, int]]:
    """Of every request that was sent: method and path, as ``operations`` has them, and the status of its answer."""
    with events.open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
            for name, one in told.get("interactions", {}).items():
                case = told["cases"][name]["value"]
                if one["response"]:
                    yield f"{case['method']} {case['path']}", one["response"]["status_code"]


def helped(named: Mapping[str, object] | None) -> dict[str, str]:
    """How schemathesis is told what exists, where it is to be told."""
    return {} if named is None else {"SCHEMATHESIS_HOOKS": str(HOOKS), "ATTEST_KNOWN": json.dumps(named)}
