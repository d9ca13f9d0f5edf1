"""How fast each form of a download is written, how large it gets, and how well that was said before the click.

    make synthetic N=20000 && python bench/downloads.py [query]

It writes the query (every incident without one) in each form and prints seconds, rows a second, rows a second of this
process's own processor time, bytes, the estimate, and the most memory that the process has held so far.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
django.setup()

from django.http import QueryDict  # noqa: E402 (Django is set up first)

from incidents.exchange.editions import edition  # noqa: E402
from incidents.exchange.forms import FORMS  # noqa: E402
from incidents.exchange.making import write_form  # noqa: E402
from incidents.filters import read_query  # noqa: E402
from incidents.selectors.record import log_head  # noqa: E402
from incidents.selectors.record_downloads import stored_geometry  # noqa: E402


def main() -> None:
    query = read_query(QueryDict(sys.argv[1] if sys.argv[1:] else ""))
    held, areas = edition(query, log_head()), stored_geometry(query)
    count = held.totals.count
    header = f"{'form':8} {'s':>7} {'rows/s':>8} {'rows/cpu':>8} {'bytes':>12} {'estimate':>12} {'MB held':>8}"
    sys.stdout.write(f"{held.sentence}\n{header}\n")
    with tempfile.TemporaryDirectory() as folder:
        for code, form in FORMS.items():
            path, started, worked = Path(folder) / f"incidents.{code}", time.monotonic(), time.process_time()
            write_form(code, held, path)
            seconds, own = time.monotonic() - started, time.process_time() - worked
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            said, size = form.bytes_of(count, areas), path.stat().st_size
            rates = f"{count / seconds:8.0f} {count / own:8.0f}"
            sys.stdout.write(f"{code:8} {seconds:7.1f} {rates} {size:12} {said:12} {memory:8}\n")


if __name__ == "__main__":
    main()
