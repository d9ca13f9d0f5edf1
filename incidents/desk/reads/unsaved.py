"""What a person typed in a page and did not save."""

from accounts.models import User
from incidents.models import UnsavedForm


def unsaved_of(person: User, address: str) -> UnsavedForm | None:
    """What is kept of a page for this person."""
    return UnsavedForm.objects.filter(person=person, address=address).first()
