"""How much of what reports say is proposed, and how much of what is proposed is right: ``make bench-extraction``.

Prints precision and recall of every kind of proposal over the hand-written reports of ``tests/proposals/reports``:
those that the rules were developed with, those held out, both, and the sets written after the rules. What each was
when the rules had not seen it yet stands in ``docs/proposals.md``. With ``--misses development`` it lists what was
wrongly proposed (+) and what was missed (-) there.
"""

import argparse

from django.conf import settings


def main() -> None:
    """Measure and print."""
    settings.configure(USE_I18N=False)  # the rules are pure: they ask for words, and for nothing else of Django
    from tests.proposals.gold import SPLITS, reports_of  # noqa: PLC0415 (needs the settings)
    from tests.proposals.measuring import misses, scores  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=SPLITS, help="list what was wrong and what was missed in a split")
    given = parser.parse_args()
    splits = {split: reports_of(split) for split in SPLITS}
    shown = {
        "whole (development and held out)": splits["development"] + splits["held_out"],
        **{name.replace("_", " "): reports for name, reports in splits.items()},
    }
    for name, reports in shown.items():
        print(f"\n{name}: {len(reports)} reports")  # noqa: T201
        for kind, one in scores(reports).items():
            counts = f"{one.right:3} of {one.proposed:3} proposed right, {one.found:3} of {one.there:3} found"
            print(f"  {kind:12} precision {one.precision:.2f}  recall {one.recall:.2f}   ({counts})")  # noqa: T201
    for report in splits[given.misses] if given.misses else ():
        for line in misses(report):
            print(line)  # noqa: T201


if __name__ == "__main__":
    main()
