"""Make the key pair that names are sealed to."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from nacl.encoding import HexEncoder
from nacl.public import PrivateKey


class Command(BaseCommand):
    """Write a new private key to a file, and print the public part for the server's environment."""

    help = "Make a key pair for sealed names. Run it on a machine that is not the server, and keep the file there."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file to write."""
        parser.add_argument("--out", type=Path, required=True, help="file for the private key; it must not exist")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the pair."""
        key = PrivateKey.generate()
        try:
            handle = os.open(options["out"], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            message = f"{options['out']} cannot be written: {error.strerror}."
            raise CommandError(message) from error
        with os.fdopen(handle, "wb") as file:
            file.write(key.encode(HexEncoder) + b"\n")
        self.stdout.write(f"ATTEST_SEALING_KEY={key.public_key.encode(HexEncoder).decode()}")
