"""``manage.py synthesise N``: incidents that a program makes up, to try the software at size."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from incidents.management.synthetic.making import synthesise


class Command(BaseCommand):
    """Adds synthetic incidents to those there are, batch by batch; stopped between two, it goes on when run again."""

    help = "Add synthetic incidents, labelled as such (not for citation)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many."""
        parser.add_argument("number", type=int, help="how many incidents to add")

    def handle(self, *_args: Any, number: int, **_options: Any) -> None:
        """Make them."""
        if number < 1:
            message = f"{number} is not a number of incidents to add: write 1 or more."
            raise CommandError(message)
        call_command("load_gazetteer", stdout=self.stderr)
        made, seconds = synthesise(number, self.report)
        self.stdout.write(f"{made:,} synthetic incidents added in {seconds:,.0f} s ({made / seconds:,.0f} a second).")

    def report(self, line: str) -> None:
        """One line of progress."""
        self.stderr.write(f"  {line}")
        self.stderr.flush()
