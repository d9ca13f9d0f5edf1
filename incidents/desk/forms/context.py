"""What surrounds an incident: reactions, links to other incidents, and the sentences of its summary."""

from collections.abc import Sequence
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import LinkKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import AskedFor, DayField, Pick, Select, lines, or_none, say_day, words
from incidents.models import Incident, Statement
from incidents.services.context import CAUSAL


class StatementForm(DeskForm):
    """A reaction or an analysis in our words; its speaker and its citation stand in forms of their own."""

    paraphrase = forms.CharField(
        label=_("What was said, in our words"),
        max_length=500,
        help_text=_("A reaction or a reading of events: it changes no value of the incident."),
        widget=lines(3),
    )
    made_on = DayField(label=_("Made on"), help_text=_("As in 26 January 2024."))

    @classmethod
    def of(cls, data: QueryDict | None, statement: Statement) -> Self:
        """The form of a reaction on record."""
        return cls(data, initial={"paraphrase": statement.paraphrase, "made_on": say_day(statement.made_on)})


class OtherIncidentForm(DeskForm):
    """Another incident: found by its title or permanent id, then chosen."""

    other_query = AskedFor(
        label=_("Find the other incident"),
        max_length=200,
        help_text=_("A word of its title, or its permanent id; then choose below."),
        widget=words(type="search"),
    )
    other = Pick(label=_("Incidents found"), help_text=_("Choose one."))

    def offer(self, incidents: Sequence[Incident]) -> None:
        """Put the incidents to choose from in the list."""
        self.offered = {str(one.uid): one for one in incidents}
        self.fields["other"].choices = [(uid, _describe(one)) for uid, one in self.offered.items()]  # type: ignore[attr-defined]

    @property
    def awaits_choice(self) -> bool:
        """Whether words were typed and none of the incidents was chosen yet: then the list comes first."""
        return bool(self.typed("other_query")) and not self.typed("other")

    @property
    def nothing_found(self) -> bool:
        """Whether words were typed for which there is no incident."""
        return bool(self.typed("other_query")) and not self.offered

    @property
    def chosen(self) -> Incident:
        """The other incident."""
        return self.offered[self.text("other")]

    def clean(self) -> None:
        super().clean()
        if self.text("other") or "other" in self.errors:
            return
        if not self.offered:
            self.add_error("other_query", _("Type a word of the title, then choose one of the incidents found."))
        else:
            self.add_error("other", _("Choose one of the incidents found."))


class LinkForm(OtherIncidentForm):
    """How this incident stands to another."""

    kind = Select(
        or_none(LinkKind, _("Choose")),
        label=_("How they stand to each other"),
        help_text=_("A kind that says why takes a citation: it is always as asserted by somebody."),
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False, widget=words())

    @property
    def takes_citation(self) -> bool:
        """Whether the kind on the page says why."""
        return self.typed("kind") in CAUSAL


class SentenceForm(DeskForm):
    """One sentence of the summary and where it stands. An empty sentence is left out."""

    text_of = forms.CharField(label=_("Sentence"), max_length=500, required=False, widget=lines(2))
    keep = forms.MultipleChoiceField(label=_("Citations it has"), required=False, widget=forms.CheckboxSelectMultiple)
    reuse = Select((), label=_("Cite a quote already on record"), required=False)
    source = Select((), label=_("Or another source"), required=False)
    quote = forms.CharField(label=_("Quote"), max_length=300, required=False, widget=lines(2))
    locator = forms.CharField(label=_("Where in the source"), max_length=100, required=False, widget=words())

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        kept: Sequence[tuple[str, str]] = (),
        quotes: Sequence[tuple[str, str]] = (),
        sources: Sequence[tuple[str, str]] = (),
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.fields["keep"].choices = kept  # type: ignore[attr-defined]
        self.fields["keep"].initial = [value for value, _label in kept]
        self.fields["reuse"].choices = [("", _("None of them")), *quotes]  # type: ignore[attr-defined]
        self.fields["source"].choices = [("", _("None")), *sources]  # type: ignore[attr-defined]
        if not kept:
            del self.fields["keep"]

    def clean(self) -> None:
        super().clean()
        if not self.text("text_of"):
            return
        if self.text("source") and not (self.text("quote") or self.text("locator")):
            self.add_error("quote", _("Give the quote, or say where in the source it stands."))
        if not any((self.cleaned_data.get("keep"), self.text("reuse"), self.text("source"))):
            self.add_error("reuse", _("Each sentence of the summary takes a citation."))

    @property
    def other_opened(self) -> bool:
        """Whether the part for another source must stand open."""
        return bool(self.typed("source") or self.typed("quote"))


def _describe(incident: Incident) -> str:
    """An incident as one of several: its permanent id, where it has one, and its title."""
    return f"{incident.public_id}: {incident.title}" if incident.public_id else incident.title
