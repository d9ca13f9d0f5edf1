"""Check that the record still is what was published."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from incidents.selectors.integrity import problems
from incidents.selectors.record import log_head


class Command(BaseCommand):
    """Compute the whole log anew and name what is wrong."""

    help = "Compute every hash of the record's log anew; exit 1 and name each that does not hold."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the position to begin at."""
        parser.add_argument("--since", type=int, default=0, help="position of the log to begin at")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print each problem, or the head of a log that holds."""
        found = list(problems(since=options["since"]))
        for problem in found:
            self.stderr.write(f"{problem.position}: {problem.sentence}")
        if found:
            message = f"The record does not hold: {len(found)} problems."
            raise CommandError(message)
        head = log_head()
        if head is None:
            self.stdout.write("The record is empty.")
            return
        self.stdout.write(f"The record holds: {head.position + 1} versions, head {head.chain_hash}.")
