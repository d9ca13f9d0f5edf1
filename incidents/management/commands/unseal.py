"""Read a sealed name, where the private key is."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from nacl.encoding import HexEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey

from incidents.models import SealedName
from incidents.services.sealing import key_id, unseal


class Command(BaseCommand):
    """Decrypt a sealed name: from a copy of the database, or from its ciphertext alone."""

    help = "Read a sealed name with the private key, on the machine that holds it and never on the server."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the key and what to open."""
        parser.add_argument("handle", help="such as S-3")
        parser.add_argument("--key", type=Path, required=True, help="file with the private key")
        parser.add_argument("--sealed", help="the ciphertext in hexadecimal digits, where there is no database")
        parser.add_argument("--show", action="store_true", help="print the ciphertext instead of the name")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the name, or say why not."""
        sealed = bytes.fromhex(options["sealed"]) if options["sealed"] else self._ciphertext(options["handle"])
        if options["show"]:
            self.stdout.write(sealed.hex())
            return
        key = PrivateKey(options["key"].read_text().strip().encode(), HexEncoder)
        try:
            self.stdout.write(unseal(sealed, key))
        except CryptoError as error:
            message = f"{options['handle']} was sealed to another key than {key_id(key.public_key)}."
            raise CommandError(message) from error

    def _ciphertext(self, handle: str) -> bytes:
        number = handle.removeprefix("S-")
        found = SealedName.objects.filter(pk=int(number)).first() if number.isdecimal() else None
        if found is None:
            message = f"No sealed name is called {handle}."
            raise CommandError(message)
        return bytes(found.ciphertext)
