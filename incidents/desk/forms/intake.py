"""An item as it comes to the desk: its text or its file, and what is found of it, to be corrected."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.capture import ACCEPTED, what_files
from incidents.desk.forms.fields import AskedFor, JudgedByForm, lines, words
from incidents.desk.forms.source import SourceItemForm
from incidents.models import Source
from incidents.rules.items import Item
from incidents.services.inputs import SourceItem


class SentFile(JudgedByForm, forms.FileField):
    """A file; that there is none is for the page to judge, which may have a text instead."""


class IntakeForm(SourceItemForm):
    """A source with its text or file. ``held`` is the SHA-256 of a file that was sent or fetched before
    and waits; ``lead`` is the lead that it came from."""

    byline = forms.CharField(
        label=_("Byline"),
        max_length=300,
        required=False,
        help_text=_("Who wrote it; several names with commas between them."),
        widget=words(),
    )
    source_text = AskedFor(
        label=_("Text of the item"),
        strip=False,
        help_text=_("Paste all of it, headline included. It stays at the desk."),
        widget=lines(10),
    )
    file = SentFile(label=_("Or a file"), allow_empty_file=True, widget=forms.FileInput({"accept": ACCEPTED}))
    held = forms.CharField(required=False, widget=forms.HiddenInput)
    held_name = forms.CharField(required=False, widget=forms.HiddenInput)
    lead = forms.CharField(required=False, widget=forms.HiddenInput)

    complete = False
    """Whether everything that is needed was found, so that the page opens at its button."""

    renamed = {
        "text": "source_text",
        "authors": "byline",
        "title": "source_title",
        "canonical_url": "url",
        "address": "url",
    }

    def __init__(self, data: QueryDict | None = None, *, known: Sequence[Source] = ()) -> None:
        super().__init__(data, known=known)
        self.fields["file"].help_text = what_files()
        self.fields["url"].help_text = _now("Where it was published, so that the same item is known again.")

    def offer_fetching(self) -> None:
        """Say of the address that it is enough."""
        self.fields["url"].label = _now("Or its address")
        self.fields["url"].help_text = _now(
            "To have it fetched. Its site sees that this desk looks: never give the address of something confidential."
        )

    def point_at_missing(self, publishers: Collection[str]) -> None:
        """Open the page at the first field that was not found, if there is one."""
        needed = [name for name in ("publisher", "source_title", "published_on") if not self.typed(name)]
        known = self.typed("publisher").casefold() in {name.casefold() for name in publishers}
        if not known and not self.typed("publisher_kind") and "publisher" not in needed:
            needed.insert(0, "publisher_kind")
            self["publisher_kind"].help_text = _now("“%(name)s” is new here: say what it is, or correct its name.") % {
                "name": self.typed("publisher")
            }
        self.complete = not needed
        if needed:
            self.point_at(needed[0])

    def item(self) -> SourceItem:
        """The item as the service takes it, with who wrote it."""
        names = [name.strip() for name in self.text("byline").split(",")]
        return replace(super().item(), authors=tuple(filter(None, names)))


def filled_in(data: QueryDict, found: Item) -> QueryDict:
    """What was sent, with what is found of the item in the fields that nobody filled in."""
    typed = data.copy()
    suggested: dict[str, Any] = {
        "source_title": found.title,
        "publisher": found.outlet,
        "published_on": found.published_on.isoformat() if found.published_on else "",
        "byline": ", ".join(found.authors),
        "url": found.url,
        "lang": found.lang,
    }
    usual = {name: IntakeForm.base_fields[name].initial for name in ("lang", "source_kind", "access")}
    for name, value in suggested.items():
        typed[name] = typed.get(name, "").strip() or value
    for name, value in usual.items():
        typed[name] = typed.get(name, "") or value
    return typed
