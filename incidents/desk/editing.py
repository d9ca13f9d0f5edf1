"""Save a page beside what others change meanwhile: other fields merge, the same field is a choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import SUBJECT, ChangeForm
from incidents.desk.forms.showing import in_words, labels, shown, typed
from incidents.desk.pages import asked_for, sent
from incidents.desk.reads.unsaved import unsaved_of
from incidents.models import Incident
from incidents.rules.merging import merge
from incidents.rules.refusals import StaleRevisionError, StateConflictError
from incidents.services.editing import hold
from incidents.services.unsaved import forget

Build = Callable[[QueryDict | None], Bundle]
"""Makes the forms of a page: from what was sent, or from what is on record now."""


TAKE: Final = "take:"
"""How the buttons are named that put what stands on record in a field."""


@dataclass(frozen=True, kw_only=True)
class Clash:
    """A field that two people changed: what each of them made of it. ``name`` is the field's in the page."""

    name: str
    label: str
    mine: str
    theirs: str


@dataclass(kw_only=True)
class Edit:
    """One visit to a page on which something of an incident is changed, or something new is added to it.

    ``build`` reads whatever it needs from the database each time it is called. A page that only ``adds`` something
    stands in nobody's way.
    """

    request: PersonRequest
    incident: Incident
    build: Build
    adds: bool = False
    bundle: Bundle = field(init=False)

    def __post_init__(self) -> None:
        data = sent(self.request)
        self.bundle = self._built(data)
        if data is None:
            self._open()
        elif self.is_taking:
            self._take(data, asked_for(self.request).removeprefix(TAKE))

    @property
    def terms(self) -> dict[str, Any]:
        """The keywords that every editing verb takes."""
        return self.bundle.the(ChangeForm).terms()

    @property
    def is_taking(self) -> bool:
        """Whether the button was pressed that puts somebody else's words in a field: nothing is saved then."""
        return asked_for(self.request).startswith(TAKE)

    def saves(self, save: Callable[[], object]) -> bool:
        """Whether what was sent is saved, where need be on top of what others saved meanwhile.

        ``save`` reads the forms from ``bundle``, which is another one after a merge.
        """
        data = sent(self.request)
        if data is None or self.is_taking:
            return False
        if self.bundle.accepts(save) or (self.bundle.stale and self._saves_beside(data, self.bundle.stale, save)):
            forget(actor=self.request.user, address=self.request.path)
            return True
        return False

    def _built(self, data: QueryDict | None) -> Bundle:
        bundle = self.build(data)
        bundle.keeps = True
        return bundle

    def _open(self) -> None:
        """Show the page as it is on record or, when asked to, as it was typed and not saved."""
        unsaved = unsaved_of(self.request.user, self.request.path)
        if unsaved and self.request.GET.get("unsaved") == "restore":
            self.bundle = self._built(QueryDict(unsaved.fields))
            self.bundle.as_typed()
            return
        self.bundle.unsaved = unsaved
        if self.adds and not unsaved:
            self.bundle.point_at_first()
        if not self.adds:
            self.bundle.the(ChangeForm).remember(shown(self.bundle))

    def _saves_beside(self, data: QueryDict, stale: StaleRevisionError, save: Callable[[], object]) -> bool:
        try:
            with transaction.atomic():
                hold(self.incident)  # nobody is first again while this is sorted out
                return self._merges(data, stale, save)
        except StateConflictError as busy:
            self.bundle.refuse(busy)
            return False

    def _merges(self, data: QueryDict, stale: StaleRevisionError, save: Callable[[], object]) -> bool:
        self.incident.refresh_from_db()
        if self.adds:
            return self._saves_on_top(data.copy(), save)
        now = self.build(None)
        seen, standing = self.bundle.the(ChangeForm).seen, shown(now)
        if seen is None or standing.get(SUBJECT) != seen.get(SUBJECT):
            return False
        found = merge(seen=seen, typed=typed(data, self.bundle), standing=standing)
        merged = data.copy()
        for name, values in found.taken.items():
            merged.setlist(name, values)
        if found.clashing:
            self._put_the_choice(merged, stale, found.clashing, standing)
            return False
        if not self._saves_on_top(merged, save):
            return False
        self._tell([label for name, label in labels(now).items() if name in found.taken])
        return True

    def _saves_on_top(self, data: QueryDict, save: Callable[[], object]) -> bool:
        data["on_top"] = str(self.incident.revision)
        self.bundle = self._built(data)
        return self.bundle.accepts(save)

    def _put_the_choice(
        self, merged: QueryDict, stale: StaleRevisionError, clashing: Sequence[str], standing: dict[str, list[str]]
    ) -> None:
        """The page again, as typed, on the newest revision: whatever is saved now is a choice that was made."""
        opened = self.bundle.the(ChangeForm).opened_at
        named = labels(self.bundle)
        merged["revision"] = str(self.incident.revision)
        self.bundle = self._built(merged)
        self.bundle.the(ChangeForm).remember(standing)
        self.bundle.refuse(StaleRevisionError(stale.sentence, current=self.incident.revision))
        self.bundle.opened_at = opened
        self.bundle.clashes = [
            Clash(
                name=name,
                label=named.get(name, name),
                mine=in_words(self.bundle, name, merged.getlist(name)),
                theirs=in_words(self.bundle, name, standing.get(name, [])),
            )
            for name in clashing
        ]

    def _take(self, data: QueryDict, name: str) -> None:
        """Put what stands on record in one field, and show the page as it is typed otherwise."""
        seen = self.bundle.the(ChangeForm).seen or {}
        taken = data.copy()
        taken.setlist(name, seen.get(name, []))
        self.bundle = self._built(taken)
        self.bundle.as_typed()

    def _tell(self, fields: list[str]) -> None:
        if fields:
            words = _("Somebody changed this meanwhile, and it is kept: %(fields)s.")
            messages.info(self.request, words % {"fields": ", ".join(fields)})
