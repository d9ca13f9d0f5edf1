"""``manage.py dump_record FILE``: the whole record in a file that can be checked anywhere."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from incidents.management.record_dump import write_dump
from incidents.models.record import Checkpoint
from incidents.querysets.record import PUBLIC
from incidents.selectors.integrity import lines_of_record


class Command(BaseCommand):
    """Reads as the public does: nothing is in the file that is not public."""

    help = "Write every version with its place in the log to FILE (JSON Lines; compressed where it ends in .gz)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, help="where to write")

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        """Write it."""
        notes = Checkpoint.objects.using(PUBLIC).order_by("size", "signed_at").values_list("note", flat=True)
        try:
            number = write_dump(
                file,
                keys=map(str, settings.ATTEST_VERIFIER_KEYS),
                notes=notes.iterator(),
                lines=lines_of_record(),
                report=lambda done: self.stderr.write(f"  {done:,} entries written"),
            )
        except OSError as error:
            message = f"{file} cannot be written: {error.strerror}."
            raise CommandError(message) from error
        self.stdout.write(f"{number:,} entries written to {file}.")
