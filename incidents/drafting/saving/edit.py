"""One change of a draft: whose, of what, on which revision, and why."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from accounts.models import User
from incidents.drafting.shapes.fields import Sent
from incidents.models import Incident
from incidents.rules.refusals import RefusedError


@dataclass(kw_only=True)
class Edit:
    """A change that is made. ``sent`` is what the program sent, understood."""

    actor: User
    incident: Incident
    based_on: int | None
    sent: Sent

    @property
    def summary(self) -> str:
        """What is changed and why."""
        return str(self.sent.get("edit_summary", ""))

    @property
    def terms(self) -> dict[str, Any]:
        """The keywords that every editing verb takes. The revision is checked once: what follows stands on that."""
        based_on, self.based_on = self.based_on, None
        return {"actor": self.actor, "incident": self.incident, "based_on": based_on, "summary": self.summary}


@contextmanager
def told(rename: Callable[[str], str]) -> Iterator[None]:
    """Say a refusal under the way to the field in what was sent; ``rename`` knows it. A field of no name is ""."""
    try:
        yield
    except ValidationError as error:
        sentences = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        renamed: dict[str, list[str]] = {}
        for name, said in sentences.items():
            path = rename("" if name == NON_FIELD_ERRORS else name)
            renamed.setdefault(path or NON_FIELD_ERRORS, []).extend(said)
        raise ValidationError(renamed) from error
    except RefusedError as error:
        error.field = rename(error.field)
        raise


def within(path: str, **names: str) -> AbstractContextManager[None]:
    """The same for what stands at a path; ``names`` are the fields that are called otherwise there."""
    return told(lambda name: ".".join(part for part in (path, names.get(name, name)) if part))
