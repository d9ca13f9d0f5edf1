"""``manage.py new_checkpoint_key NAME``: a key pair for the environment of a new installation."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from incidents.rules.notes import KEY_BYTES, NoteRefusedError, SigningKey, encoded


class Command(BaseCommand):
    """Prints both halves and keeps neither."""

    help = "Make a key pair for checkpoints; NAME is the log's name, such as record.example.org/record."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name of the log."""
        parser.add_argument("name", help="the log's name: an address without its scheme")

    def handle(self, *_args: Any, name: str, **_options: Any) -> None:
        """Make it and print the two variables."""
        try:
            key = SigningKey.parse(name, encoded(secrets.token_bytes(KEY_BYTES)))
        except NoteRefusedError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"ATTEST_CHECKPOINT_KEY={encoded(key.seed)}")
        self.stdout.write(f"ATTEST_CHECKPOINT_VERIFIERS={key.verifier}")
