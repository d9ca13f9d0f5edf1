"""A warning itself: who warned whom, how, and how specific it was."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import ActorKind, DatePrecision, WarningBasis, WarningOutcome, WarningSpecificity
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import AskedFor, DayField, Select, WhenField, names, or_none, say_day, words
from incidents.desk.forms.on_record import actor_refusal, blame_if
from incidents.models import Warning  # noqa: A004
from incidents.rules.dates import Span, say_span

AXES: Final = ("place", "time", "target", "actor")


def axis(label: Any) -> Select:
    """How specific it was on one axis."""
    return Select(WarningSpecificity, label=label, initial=WarningSpecificity.UNKNOWN, required=False)


class GivenForm(DeskForm):
    """The fields of a warning, as the pages of a new one and of one on record share them."""

    warner = AskedFor(label=_("Who warned"), max_length=200, widget=names("actors"))
    warner_kind = Select(or_none(ActorKind, _("Choose if it is new")), label=_("Kind of who warned"), required=False)
    recipient = AskedFor(label=_("Who was warned"), max_length=200, widget=names("actors"))
    recipient_kind = Select(
        or_none(ActorKind, _("Choose if it is new")), label=_("Kind of who was warned"), required=False
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

    renamed = {"outcome": "warning_outcome"}

    def offer_sources(self, sources: Sequence[tuple[str, Any]]) -> None:
        """Put the sources that may have disclosed it in the list."""
        self.fields["disclosed_by"].choices = [("", _("Not known")), *sources]  # type: ignore[attr-defined]

    def require_both(self) -> None:
        """Refuse a warning of which one end is not said, or is said in a name of which nobody knows whose it is."""
        for name, sentence in (("warner", _("Say who warned.")), ("recipient", _("Say who was warned."))):
            if not self.text(name) and name not in self.errors:
                self.add_error(name, sentence)
            blame_if(self, f"{name}_kind", actor_refusal(self.text(name), self.text(f"{name}_kind")))

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


class AmendWarningForm(GivenForm):
    """A warning on record."""

    def __init__(self, data: QueryDict | None = None, *, warning: Warning, **options: Any) -> None:
        super().__init__(data, initial=initial_of(warning), **options)
        self.warning = warning
        self.fields["conveyed"].kept = self.initial["conveyed"]  # type: ignore[attr-defined]  # a WhenField

    def clean(self) -> None:
        super().clean()
        self.require_both()

    def described(self) -> dict[str, Any]:
        """The same; a time that nobody typed anew stays exactly as it is on record, whatever words say it here."""
        if self.typed("conveyed") != self.initial["conveyed"]:
            return super().described()
        kept = ("conveyed_earliest", "conveyed_latest", "conveyed_precision")
        return super().described() | {name: getattr(self.warning, name) for name in kept}


def initial_of(warning: Warning) -> dict[str, Any]:
    """What the fields hold for a warning on record."""
    disclosed_by = warning.disclosed_by
    return {
        "warner": warning.warner.name,
        "recipient": warning.recipient.name,
        "basis": warning.basis,
        "basis_wording": warning.basis_wording,
        "conveyed": conveyed_words(warning),
        "channel": warning.channel,
        "intermediary": warning.intermediary,
        **{f"specific_{name}": getattr(warning, f"specific_{name}") for name in AXES},
        "disclosed_on": say_day(warning.disclosed_on),
        "disclosed_by": str(disclosed_by.uid) if disclosed_by else "",
        "warning_outcome": warning.outcome,
    }


def conveyed_words(warning: Warning) -> str:
    """When it was conveyed, as it could be typed; "" where that is not known."""
    first, last = warning.conveyed_earliest, warning.conveyed_latest
    if not first or not last:
        return ""
    return say_span(Span(first, last, DatePrecision(warning.conveyed_precision), "UTC", ""))
