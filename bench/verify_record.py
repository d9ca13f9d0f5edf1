"""How long a check of the log takes for each entry, beside a bare SHA-256 over the same bytes.

    python bench/verify_record.py record.jsonl

The file is one that ``manage.py dump_record`` wrote. Three times are given for each entry, in microseconds: hashing its
canonical bytes and nothing else, reading the file as JSON and nothing else, and the whole check; then how many times
longer the check takes than each. Run it on a quiet machine; the shortest of three runs counts.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.offline")
django.setup()

from incidents.management.record_dump import lines_of  # noqa: E402  settings come first
from incidents.rules.integrity import LogCheck  # noqa: E402

RUNS = 3


def shortest(run: Callable[[], object]) -> float:
    """Seconds of processor time that the fastest of a few runs takes."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return min(times)


def say(line: str) -> None:
    """Write a line of the result."""
    sys.stdout.write(f"{line}\n")


def main(path: Path) -> None:
    """Measure and print."""
    leaves = [bytes.fromhex(line.salt) + line.canonical() for line in lines_of(path)]
    number, size = len(leaves), sum(map(len, leaves))

    def hash_only() -> None:
        for leaf in leaves:
            hashlib.sha256(leaf).digest()

    def read_only() -> None:
        with path.open(encoding="utf-8") as file:
            for text in file:
                json.loads(text)

    def check() -> None:
        log = LogCheck()
        wrong = [problem for line in lines_of(path) for problem in log.read(line)]
        if wrong:
            sys.exit(f"The dump does not hold: {wrong[0].sentence}")

    times = {"hash": shortest(hash_only), "read": shortest(read_only), "check": shortest(check)}
    say(f"{number:,} entries, {size / number:,.0f} bytes each")
    for name, seconds in times.items():
        say(f"{name:<6} {seconds / number * 1e6:8.1f} µs an entry, {number / seconds:10,.0f} entries a second")
    say(f"check / hash {times['check'] / times['hash']:.1f}, check / read {times['check'] / times['read']:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
