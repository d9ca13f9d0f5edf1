"""How fast the desk's queue is: ``make bench-queue``, or ``python -m bench.queue`` on a database to be filled.

Fills up to ``number`` open incidents, each with its claims, citations and values, by statements that make thousands at
once; then an editor, a senior and a contributor open each tab, filter, order, search and deep page over HTTP's own
path (Django's test client: middleware, view, template). Prints the median and the 95th percentile of each in
milliseconds, and ends with 1 where one is above the limit.
"""

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import django

LIMIT_MS: Final = 500
QUESTIONS: Final = {
    "search, a place": "tab=all&q=Kerman",
    "search, a common word": "tab=all&q=attack",
    "search, a rare word": "tab=all&q=attack+no+40123",
    "search, nothing": "tab=all&q=zzzzzz",
    "state": "tab=all&state=in_review",
    "assigned to nobody": "tab=all&assignee=nobody",
    "missing: date": "tab=all&missing=date",
    "missing: claims": "tab=all&missing=claims",
    "missing: citations": "tab=all&missing=citations",
    "missing: quotes": "tab=all&missing=quotes",
    "high risk": "tab=all&risk=on",
    "untouched for 30 days": "tab=all&idle=30",
    "days": "tab=all&since=2010&until=2012",
    "country and attack": "tab=all&country=IQ&attack_type=bombing",
    "weapon and target": "tab=drafts&weapon_type=firearms&target_type=police",
    "killed": "tab=all&killed_min=10&killed_max=20",
    "place and tactic": "tab=all&precision=settlement&tactic=suicide",
    "ground of attribution": "tab=all&attribution_kind=responsibility_claim",
    "a warning": "tab=all&warning=true",
    "no warning": "tab=all&warning=false",
    "a publisher of all of it": "tab=all&publisher=The+Example+Courier",
    "a language": "tab=all&language=fa",
    "many at once": "tab=drafts&country=IQ&since=2000&killed_min=5&missing=flags&assignee=nobody",
    "oldest first": "tab=all&sort=logged",
    "longest untouched": "tab=all&sort=changed",
    "by date": "tab=all&sort=-occurred",
    "by date, upwards": "tab=all&sort=occurred",
}


def row(name: str, times: list[float]) -> dict[str, Any]:
    times.sort()
    p95 = times[min(len(times) - 1, round(len(times) * 0.95))]
    return {"what": name, "median": round(statistics.median(times)), "p95": round(p95), "met": p95 <= LIMIT_MS}


def measured(number: int) -> Iterator[dict[str, Any]]:
    """Each question by each person."""
    from accounts.roles import Role  # noqa: PLC0415 (Django must be set up first)
    from bench.queue_data import people  # noqa: PLC0415

    for role, person in people().items():
        if role not in {Role.EDITOR, Role.SENIOR, Role.CONTRIBUTOR}:
            continue
        for name, query in asked(person):
            yield row(f"{role.value}: {name}", timed(person, [query] * number))


def asked(person: Any) -> Iterator[tuple[str, str]]:
    """What is asked, by name; the deep page is where a reader who goes on and on arrives."""
    from incidents.desk.reads.queue import TABS  # noqa: PLC0415
    from incidents.models import Incident  # noqa: PLC0415

    yield from ((f"tab {tab}", f"tab={tab}") for tab in TABS)
    yield from QUESTIONS.items()
    seen = Incident.objects.visible_to(person).order_by("-changed_at", "-pk")
    moment, pk = seen.values_list("changed_at", "pk")[seen.count() // 2]
    yield "deep page", urlencode({"tab": "all", "after": f"{moment.isoformat()}~{pk}"})


def timed(person: Any, queries: list[str]) -> list[float]:
    """The milliseconds that each answer takes, the first one not counted."""
    from django.test import Client  # noqa: PLC0415

    client = Client(headers={"accept-encoding": "identity"}, SERVER_NAME="127.0.0.1")
    client.force_login(person)
    times = []
    for query in [queries[0], *queries]:
        begun = time.perf_counter()
        answer = client.get(f"/desk/?{query}")
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:  # noqa: PLR2004
            message = f"{query} answers {answer.status_code}"
            raise RuntimeError(message)
    return times[1:]


def main() -> int:
    """Fill, measure, print a line a figure, and keep all of it in a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=50_000, help="incidents at the desk")
    parser.add_argument("--times", type=int, default=10, help="answers of each kind")
    parser.add_argument("--out", type=Path, help="where the figures are kept, as JSON")
    given = parser.parse_args()
    django.setup()
    from bench.queue_data import fill  # noqa: PLC0415

    begun = time.perf_counter()
    incidents = fill(given.number)
    print(f"{incidents} incidents at the desk, made or found in {time.perf_counter() - begun:.0f} s")  # noqa: T201
    rows = []
    for one in measured(given.times):
        rows.append(one)
        words = f"median {one['median']:>5} ms  p95 {one['p95']:>5} ms"
        print(f"{one['what']:44} {words}  limit {LIMIT_MS}  {'met' if one['met'] else 'MISSED'}", flush=True)  # noqa: T201
    machine = {"cores": os.cpu_count(), "load": os.getloadavg(), "python": platform.python_version()}
    found = {"day": dt.datetime.now(dt.UTC).isoformat(), "incidents": incidents, **machine, "rows": rows}
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(json.dumps(found, indent=2) + "\n")
    return 0 if all(one["met"] for one in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
