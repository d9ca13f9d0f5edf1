"""``manage.py release TAG``: freeze the record."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from incidents.exchange.releasing.contents import ReleaseContents
from incidents.filters.parameters import MomentField
from incidents.rules.refusals import RefusedError
from incidents.services.checkpoints import sign_checkpoint
from incidents.services.releasing import give_up_release, make_release


class Command(BaseCommand):
    """Writes file after file, and publishes the release when all are there. Broken off, it goes on where it stood."""

    help = "Freeze the record under the name TAG, for good. Run it again to go on with one that was broken off."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The tag, the moment, and a way out."""
        parser.add_argument("tag", help="small letters and digits, with single dots or hyphens: 2024.1")
        parser.add_argument("--cut-off", help="a day (to its end, UTC) or a moment; without it, the newest publication")
        parser.add_argument("--give-up", action="store_true", help="throw away a release that was begun")

    def handle(self, *_args: Any, tag: str, cut_off: str | None, give_up: bool, **_options: Any) -> None:
        """Make it, or say in one sentence why not."""
        try:
            if give_up:
                give_up_release(tag=tag)
                self.stdout.write(f"Nothing is left of {tag}.")
                return
            if settings.ATTEST_CHECKPOINT_KEY:
                sign_checkpoint(key=settings.ATTEST_CHECKPOINT_KEY, keys=settings.ATTEST_VERIFIER_KEYS)
            made = make_release(tag=tag, cut_off=moment(cut_off), contents=ReleaseContents, report=self.report)
        except RefusedError as error:
            raise CommandError(error.sentence) from error
        told = f"Released {made.tag}: {made.incident_count:,} incidents as of {made.cut_off.isoformat()}"
        self.stdout.write(f"{told}, in {made.files.count()} files.")

    def report(self, name: str, rows: int, total: int) -> None:
        """A line of progress."""
        self.stderr.write(f"  {name}: {rows:,} of {total:,}")


def moment(text: str | None) -> datetime | None:
    """The cut-off.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        return MomentField(required=False).clean(text or "")
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
