"""That somebody warned somebody, and what is said of it."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import (
    ActorKind,
    AssertionKind,
    WarningAspect,
    WarningBasis,
    WarningOutcome,
    WarningSpecificity,
)
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import AskedFor, DayField, Pick, Select, WhenField, lines, names, or_none, words
from incidents.desk.forms.source import NEW
from incidents.models import Assertion, Incident, Warning  # noqa: A004
from incidents.services.inputs import WarningValue

AXES: Final = ("place", "time", "target", "actor")
NEW_FIELDS: Final = ("warner", "recipient")


def axis(label: Any) -> Select:
    """How specific it was on one axis."""
    return Select(WarningSpecificity, label=label, initial=WarningSpecificity.UNKNOWN, required=False)


class WarningForm(ValueForm):
    """A statement about a warning: one that the incident already has, or a new one described here."""

    kind = AssertionKind.WARNING

    warning = Pick(label=_("Which warning"))
    warner = AskedFor(label=_("Who warned"), max_length=200, widget=names("actors"))
    warner_kind = Select(or_none(ActorKind, _("Already on record")), label=_("Kind of who warned"), required=False)
    recipient = AskedFor(label=_("Who was warned"), max_length=200, widget=names("actors"))
    recipient_kind = Select(
        or_none(ActorKind, _("Already on record")), label=_("Kind of who was warned"), required=False
    )
    basis = Select(WarningBasis, label=_("Basis"), initial=WarningBasis.UNKNOWN, required=False)
    basis_wording = forms.CharField(
        label=_("Basis, in the source's words"), max_length=300, required=False, widget=words()
    )
    conveyed = WhenField(label=_("Conveyed"), help_text=_("As finely as it is said; empty when it is not."))
    channel = forms.CharField(
        label=_("Channel"), max_length=200, required=False, help_text=_("Such as “private”."), widget=words()
    )
    intermediary = forms.CharField(label=_("Intermediary"), max_length=200, required=False, widget=words())
    specific_place = axis(_("Specific about the place"))
    specific_time = axis(_("Specific about the time"))
    specific_target = axis(_("Specific about the target"))
    specific_actor = axis(_("Specific about the attacker"))
    disclosed_on = DayField(label=_("Disclosed on"), help_text=_("The day on which it became public."))
    disclosed_by = Select((), label=_("Disclosed by"), required=False)
    warning_outcome = Select(
        WarningOutcome,
        label=_("Outcome, as a source says"),
        initial=WarningOutcome.UNKNOWN,
        required=False,
        help_text=_("Never inferred from the attack having happened."),
    )
    aspect = Select(WarningAspect, label=_("What is said about it"), initial=WarningAspect.EXISTENCE)
    paraphrase = forms.CharField(label=_("What is said, in our words"), max_length=500, widget=lines(3))

    renamed = {"outcome": "warning_outcome"}

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
        self.fields["disclosed_by"].choices = [("", _("Not known")), (NEW, _("The source cited below")), *sources]  # type: ignore[attr-defined]

    @property
    def is_new(self) -> bool:
        """Whether a new warning is described."""
        return self.text("warning") == NEW

    @property
    def new_opened(self) -> bool:
        """Whether the part for a new warning must stand open."""
        return self.typed("warning") == NEW or bool(self.typed("warner"))

    def clean(self) -> None:
        super().clean()
        if self.is_new:
            for name, sentence in (("warner", _("Say who warned.")), ("recipient", _("Say who was warned."))):
                if not self.text(name) and name not in self.errors:
                    self.add_error(name, sentence)
        elif not self.text("warning") and "warning" not in self.errors:
            self.add_error("warning", _("Choose the warning, or describe a new one."))

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        said = assertion.warning_statement
        return {"warning": str(said.warning.uid), "aspect": said.aspect, "paraphrase": said.paraphrase}

    def described(self) -> dict[str, Any]:
        """The keywords of ``WarningGiven`` that are words and codes; actors and sources are looked up by the saving."""
        conveyed = self.cleaned_data["conveyed"]
        return {
            "basis": self.text("basis") or WarningBasis.UNKNOWN,
            "basis_wording": self.text("basis_wording"),
            "conveyed_earliest": conveyed.earliest if conveyed else None,
            "conveyed_latest": conveyed.latest if conveyed else None,
            "conveyed_precision": conveyed.precision.value if conveyed else "",
            "channel": self.text("channel"),
            "intermediary": self.text("intermediary"),
            "specificity": {name: self.text(f"specific_{name}") or WarningSpecificity.UNKNOWN for name in AXES},
            "disclosed_on": self.cleaned_data["disclosed_on"],
            "outcome": self.text("warning_outcome") or WarningOutcome.UNKNOWN,
        }

    def value(self, warning: Warning) -> WarningValue:
        """The statement as the service takes it."""
        return WarningValue(warning=warning, aspect=self.text("aspect"), paraphrase=self.text("paraphrase"))
