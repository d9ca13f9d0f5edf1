"""``manage.py demonstrate``: the gazetteer, the demonstration's people and its incidents."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from accounts.services.demonstration import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE
from incidents.management.demonstration.building import build
from incidents.rules.refusals import RefusedError
from incidents.services.checkpoints import sign_checkpoint


class Command(BaseCommand):
    """Builds what is missing. Progress goes to standard error; standard output says who can sign in."""

    help = "Load the demonstration data (not for citation); running it again changes nothing."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, build, and say who can sign in."""
        call_command("load_gazetteer", stdout=self.stderr)
        number = build(self.report)
        self.report(f"{number} incidents added." if number else "The demonstration is complete.")
        self.sign()
        self.stdout.write(sign_ins())

    def sign(self) -> None:
        """Sign the log where a checkpoint is due, so that there is one from the first minute on."""
        if settings.ATTEST_CHECKPOINT_KEY is None:
            return
        try:
            sign_checkpoint(key=settings.ATTEST_CHECKPOINT_KEY, keys=settings.ATTEST_VERIFIER_KEYS)
        except RefusedError as refusal:
            self.report(refusal.sentence)

    def report(self, line: str) -> None:
        """One line of progress."""
        self.stderr.write(f"  {line}")
        self.stderr.flush()


def sign_ins() -> str:
    """The demonstration's people with their common password, for the terminal."""
    rows = [f"  {email:<26} {name}" for email, (name, _role) in DEMONSTRATION_PEOPLE.items()]
    asked = ["Sign in to the demonstration with the password", f"  {DEMONSTRATION_PASSWORD}", "as"]
    return "\n".join([*asked, *rows])
