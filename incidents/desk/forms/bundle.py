"""Several forms that are filled in and sent as one."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from incidents.desk.forms.desk_form import DeskForm, Problem, messages_by_field
from incidents.rules.refusals import (
    GatesClosedError,
    NotAllowedError,
    RefusedError,
    StaleRevisionError,
    StateConflictError,
)

FormT = TypeVar("FormT", bound=DeskForm)
CONFLICTS = (StaleRevisionError, StateConflictError, GatesClosedError)


class Bundle:
    """The forms of one page. Nothing typed is lost: after a refusal they come back filled, with the sentence.

    After a conflict ``clashes`` says which fields two people changed, and ``opened_at`` on which revision this one
    began. ``unsaved`` is what the person typed here before and did not save,
    and ``keeps`` whether what is typed now may be kept before it is saved: never where a name is to be sealed.
    """

    def __init__(self, **forms: DeskForm) -> None:
        self.forms = forms
        self.refusal: RefusedError | ValidationError | None = None
        self.clashes: list[Any] = []
        self.opened_at: int | None = None
        self.unsaved: Any = None
        self.keeps = False

    def the(self, kind: type[FormT]) -> FormT:
        """The one form of this kind."""
        return next(form for form in self if isinstance(form, kind))

    def __iter__(self) -> Iterator[DeskForm]:
        return iter(self.forms.values())

    def is_valid(self) -> bool:
        """Whether every form is; all of them are asked, so that all errors are shown at once."""
        return {form.is_valid() for form in self} == {True}

    def as_typed(self) -> None:
        """Show what was typed without judging it."""
        for form in self:
            form.as_typed()

    def point_at_first(self) -> None:
        """Open the page in its first field: whoever adds something begins to type at once."""
        first = next(iter(self))
        first.point_at(first.opening)

    def accepts(self, save: Callable[[], object]) -> bool:
        """Whether the forms are valid and ``save`` goes through, all of it or nothing."""
        if not self.is_valid():
            return False
        try:
            with transaction.atomic():
                save()
        except (RefusedError, ValidationError) as error:
            self.refuse(error)
            return False
        return True

    def refuse(self, error: RefusedError | ValidationError) -> None:
        """Show why a service refused, beside the field where there is one."""
        self.refusal = error
        if isinstance(error, StaleRevisionError):
            return
        if isinstance(error, RefusedError):
            told = {error.field: [error.sentence, *getattr(error, "missing", [])]}
        else:
            told = messages_by_field(error)
        for name, messages in told.items():
            self._blame(name, messages)

    def _blame(self, name: str, messages: list[str]) -> None:
        for form in self:
            if name and form.knows(name):
                form.blame(name, messages)
                return
        first = next(iter(self))
        first.add_error(None, ValidationError(list(messages)))

    @property
    def problems(self) -> list[Problem]:
        """The lines of the error summary."""
        return [problem for form in self for problem in form.problems()]

    @property
    def stale(self) -> StaleRevisionError | None:
        """Set when somebody else was first."""
        return self.refusal if isinstance(self.refusal, StaleRevisionError) else None

    @property
    def status(self) -> int:
        """What the answer's status is when the page comes back."""
        if isinstance(self.refusal, NotAllowedError):
            return HTTPStatus.FORBIDDEN
        if isinstance(self.refusal, CONFLICTS):
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.problems else HTTPStatus.OK
