"""How long the map takes: ``python -m bench.map_view http://127.0.0.1:8000``, on a record of any size.

Asks /map.json for views of several zooms around places all over the world, with and without filters, one after the
other, and prints the median and the 95th percentile in milliseconds with the largest number of features. Every view is
asked once only, so that no copy kept on the way is measured.
"""

import argparse
import json
import random
import statistics
import time
import urllib.request
from collections.abc import Iterator
from typing import Final

ZOOMS: Final = (2, 5, 9)
FILTERS: Final = ("", "attack_type=bombing", "since=2010-01-01&until=2015-12-31&killed_min=1", "q=police")
WIDE, HIGH = 900, 640
TILE: Final = 256
SEED: Final = 7


def views(zoom: int, number: int) -> Iterator[str]:
    """Views of a window of 900 by 640 pixels, middles all over the inhabited world."""
    chance = random.Random(SEED + zoom)  # noqa: S311 (for places to look at, not for secrets)
    across = min(360.0, 360 * WIDE / (TILE * 2**zoom))
    up = min(150.0, across * HIGH / WIDE * 0.8)
    for _each in range(number):
        west = chance.uniform(-180, 180 - across) if across < 360 else -180.0  # noqa: PLR2004
        south = chance.uniform(-50, max(-50, 65 - up))
        yield f"{west:.3f},{max(-85, south):.3f},{west + across:.3f},{min(85, south + up):.3f}"


def asked(url: str) -> tuple[float, int]:
    """Milliseconds until the whole answer is here, and its features."""
    begun = time.perf_counter()
    with urllib.request.urlopen(url) as answer:  # noqa: S310 (an address of our own)
        found = json.load(answer)
    return (time.perf_counter() - begun) * 1000, len(found["features"])


def main() -> None:
    """Ask, and print one line for each zoom and filter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", nargs="?", default="http://127.0.0.1:8000")
    parser.add_argument("--number", type=int, default=30, help="views of each kind")
    given = parser.parse_args()
    asked(f"{given.base}/map.json?zoom=0")  # so that the process has started
    for filters in FILTERS:
        for zoom in ZOOMS:
            urls = [f"{given.base}/map.json?{filters}&view={view}&zoom={zoom}" for view in views(zoom, given.number)]
            measured = [asked(url) for url in urls]
            times = sorted(each for each, _features in measured)
            p95 = times[min(len(times) - 1, round(len(times) * 0.95))]
            most = max(features for _each, features in measured)
            words = f"zoom {zoom}, {filters or 'no filter'}"
            print(f"{words:70} p50 {statistics.median(times):6.0f} ms  p95 {p95:6.0f} ms  at most {most} features")  # noqa: T201


if __name__ == "__main__":
    main()
