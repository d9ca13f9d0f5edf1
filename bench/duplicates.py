"""How long the search for duplicates takes: ``manage.py shell < bench/duplicates.py``, on a record of any size.

Looks for duplicates of two hundred incidents chosen at random, and prints the median and the 95th percentile in
milliseconds, with how many incidents there are and how many had a candidate.
"""

import random
import statistics
import time
from typing import Final

from incidents.models import Incident
from incidents.selectors.duplicates import duplicates_of

NUMBER: Final = 200
SEED: Final = 7


def main() -> None:
    """Ask, and print one line."""
    keys = list(Incident.objects.values_list("pk", flat=True))
    chosen = random.Random(SEED).sample(keys, min(NUMBER, len(keys)))  # noqa: S311 (not for secrets)
    times, found = [], 0
    for incident in Incident.objects.filter(pk__in=chosen):
        begun = time.perf_counter()
        found += bool(duplicates_of(incident))
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    p95 = times[min(len(times) - 1, round(len(times) * 0.95))]
    words = f"{len(keys)} incidents: p50 {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, most {times[-1]:.0f} ms"
    print(f"{words}; {found} of {len(times)} have a candidate")  # noqa: T201


main()
