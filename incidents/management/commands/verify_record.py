"""``manage.py verify_record``: whether the record still is what was published, in the database or in a dump."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DataError

from incidents.management.record_check import DumpCheck, believed, notes_in
from incidents.management.record_dump import lines_of, read_dump
from incidents.rules.integrity import Problem
from incidents.rules.notes import NoteRefusedError, VerifierKey
from incidents.selectors.record import log_head
from incidents.services.verifying import capture_problems, verify

MOST_SHOWN: Final = 1_000
BORROWED: Final = "No verifier key was given, and so the dump's own is used. Compare it with one that you trust: {keys}"


class Command(BaseCommand):
    """Computes the whole log anew and names what is wrong. A dump is checked without database and settings."""

    help = "Compute every hash of the record anew; exit 1 and say in sentences what does not hold."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to check, and what to hold it against."""
        kept = "a checkpoint that was kept elsewhere; may be given several times"
        parser.add_argument("--since", type=int, default=0, help="position of the log to begin at (database only)")
        parser.add_argument("--dump", type=Path, help="check this file, made by dump_record, instead of the database")
        parser.add_argument("--checkpoint", type=Path, action="append", default=[], help=kept)
        parser.add_argument("--older", type=Path, help="an older dump that was kept: changed fields are then named")
        parser.add_argument("--key", action="append", default=[], help="a verifier key of the log")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print each problem, or the head of a log that holds."""
        self.summary = "The record is empty."
        found = 0
        try:
            for problem in self.problems(options):
                found += 1
                if found <= MOST_SHOWN:
                    place = "" if problem.position is None else f"{problem.position}: "
                    self.stderr.write(f"{place}{problem.sentence}")
        except OSError as error:
            message = f"{error.filename} cannot be read: {error.strerror}."
            raise CommandError(message) from error
        except NoteRefusedError as error:
            raise CommandError(str(error)) from error
        except DataError as error:
            found += 1
            self.stderr.write(f"A row holds a value that nothing of ours writes, and is read no further: {error}")
        if found:
            message = f"The record does not hold: {found} problems."
            raise CommandError(message)
        self.stdout.write(self.summary)

    def problems(self, options: dict[str, Any]) -> Iterator[Problem]:
        """Everything that is wrong."""
        keys = [VerifierKey.parse(text) for text in options["key"]] or list(settings.ATTEST_VERIFIER_KEYS)
        older = lines_of(options["older"]) if options["older"] else iter(())
        notes = notes_in(options["checkpoint"])
        if options["dump"]:
            yield from self.of_dump(options["dump"], DumpCheck(keys=keys, notes=notes, older=older))
            return
        heads, found = believed(notes, keys)
        yield from found
        yield from verify(keys=keys, since=options["since"], heads=heads, older=older)
        yield from capture_problems()
        head = log_head()
        if head:
            self.summary = f"The record holds: {head.position + 1} versions, head {head.chain_hash}."

    def of_dump(self, path: Path, check: DumpCheck) -> Iterator[Problem]:
        """Everything that is wrong with a dump."""
        for part in read_dump(path):
            yield from check.read(part)
        yield from check.end()
        if check.borrowed:
            self.stderr.write(BORROWED.format(keys=", ".join(map(str, check.borrowed))))
        self.summary = check.summary
