"""That somebody warned somebody, and what is said of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import AssertionKind, WarningAspect
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import Pick, Select, lines
from incidents.desk.forms.given_warning import GivenForm
from incidents.desk.forms.source import NEW
from incidents.models import Assertion, Incident, Warning  # noqa: A004
from incidents.services.inputs import WarningValue


class WarningForm(GivenForm, ValueForm):
    """A statement about a warning: one that the incident already has, or a new one described here."""

    kind = AssertionKind.WARNING
    field_order = ("warning",)

    warning = Pick(label=_("Which warning"))
    aspect = Select(WarningAspect, label=_("What is said about it"), initial=WarningAspect.EXISTENCE)
    paraphrase = forms.CharField(label=_("What is said, in our words"), max_length=500, widget=lines(3))

    def __init__(self, data: QueryDict | None = None, *, incident: Incident, **options: Any) -> None:
        super().__init__(data, incident=incident, **options)
        self.offered: dict[str, Warning] = {}

    def offer(self, warnings: Sequence[Warning], sources: Sequence[tuple[str, str]]) -> None:
        """Put the incident's warnings and its sources in the lists to choose from."""
        self.offered = {str(warning.uid): warning for warning in warnings}
        self.fields["warning"].choices = [  # type: ignore[attr-defined]
            *((uid, str(warning)) for uid, warning in self.offered.items()),
            (NEW, _("A new one")),
        ]
        self.fields["warning"].initial = next(iter(self.offered), NEW)
        self.offer_sources([(NEW, _("The source cited below")), *sources])

    @property
    def is_new(self) -> bool:
        """Whether a new warning is described."""
        return self.text("warning") == NEW

    @property
    def new_opened(self) -> bool:
        """Whether the part for a new warning must stand open."""
        return self.typed("warning") == NEW or bool(self.typed("warner"))

    @property
    def opening(self) -> str:
        return "warner" if self.initial.get("warning", self.fields["warning"].initial) == NEW else "warning"

    def clean(self) -> None:
        super().clean()
        if self.is_new:
            self.require_both()
        elif not self.text("warning") and "warning" not in self.errors:
            self.add_error("warning", _("Choose the warning, or describe a new one."))

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        said = assertion.warning_statement
        return {"warning": str(said.warning.uid), "aspect": said.aspect, "paraphrase": said.paraphrase}

    def value(self, warning: Warning) -> WarningValue:
        """The statement as the service takes it."""
        return WarningValue(warning=warning, aspect=self.text("aspect"), paraphrase=self.text("paraphrase"))
