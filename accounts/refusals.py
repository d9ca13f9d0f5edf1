"""Saying no, with the reason in a sentence for the person refused."""

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


class Denied(PermissionDenied):
    """Somebody asked for what their role does not allow. Django answers 403; ``str()`` is the sentence."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
