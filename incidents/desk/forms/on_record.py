"""Names that are on record, or come with what they stand for: said with whatever else a page has wrong."""

from django.utils.translation import gettext as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.models import Publisher
from incidents.services.people import find_actor


def actor_refusal(name: str, kind: str) -> str:
    """Why no actor can be named so; "" where one is on record, or a new one is of a kind."""
    if not name or kind or find_actor(name):
        return ""
    sentence = _("“%(name)s” is not on record. Check the spelling, or choose a kind to record it as a new actor.")
    return sentence % {"name": name}


def speaker_refusal(name: str) -> str:
    """Why nobody speaks for an actor of this name; "" where one is on record."""
    if not name or find_actor(name):
        return ""
    sentence = _("“%(name)s” is not on record as an actor. Check the spelling, or leave this empty.")
    return sentence % {"name": name}


def publisher_refusal(name: str, kind: str) -> str:
    """Why nobody publishes under this name; "" where somebody on record does, or what a new one is is said."""
    if not name or kind or Publisher.objects.filter(name__iexact=name).exists():
        return ""
    sentence = _("“%(name)s” is not on record. Check the spelling, or choose what kind of publisher it is.")
    return sentence % {"name": name}


def blame_if(form: DeskForm, field: str, refusal: str) -> None:
    """Put a refusal beside the field, where there is one."""
    if refusal:
        form.add_error(field, refusal)
