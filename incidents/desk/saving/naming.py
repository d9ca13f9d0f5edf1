"""Say a service's refusal under the name that the field has on the page."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from incidents.desk.forms.desk_form import messages_by_field
from incidents.rules.refusals import RefusedError


@contextmanager
def told_as(otherwise: str = "", **names: str) -> Iterator[None]:
    """Rename the fields that a refusal names; one about no field, or about another, is told at ``otherwise``."""
    try:
        yield
    except ValidationError as error:
        told: dict[str, list[str]] = {}
        for name, messages in messages_by_field(error).items():
            told.setdefault(names.get(name, otherwise or name), []).extend(messages)
        raise ValidationError({name or "__all__": messages for name, messages in told.items()}) from error
    except RefusedError as error:
        error.field = names.get(error.field, otherwise or error.field)
        raise
