"""``manage.py checkpoint``: sign the head of the log now."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from incidents.rules.refusals import RefusedError
from incidents.services.checkpoints import sign_checkpoint


class Command(BaseCommand):
    """Signs whether or not a checkpoint is due. The worker signs by itself, every hour in which the log has grown."""

    help = "Sign the record's log as it stands, and print the checkpoint."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Sign and print, or say why not."""
        key, keys = settings.ATTEST_CHECKPOINT_KEY, settings.ATTEST_VERIFIER_KEYS
        if key is None:
            message = "ATTEST_CHECKPOINT_KEY is not set: nothing can be signed."
            raise CommandError(message)
        try:
            made = sign_checkpoint(key=key, keys=keys, always=True)
        except RefusedError as error:
            raise CommandError(error.sentence) from error
        if made is None:
            message = "The record is empty: there is nothing to sign."
            raise CommandError(message)
        self.stdout.write(made.note, ending="")
