"""Leave a note for whoever comes next at the desk."""

from django.db import transaction

from accounts.models import User
from incidents import policies
from incidents.models import ShiftNote
from incidents.services.writing import write


@transaction.atomic
def leave_note(*, actor: User, text: str) -> ShiftNote:
    """Leave a note. It is never changed: who has more to say leaves another.

    Raises:
        NotAllowedError: this person may not.
        ValidationError: it is empty, or too long.
    """
    policies.may_log(actor).require()
    note = ShiftNote(author=actor, text=text.strip())
    write(note)
    return note
