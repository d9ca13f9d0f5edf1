"""The speaker's voice, and what we make of a claim."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import AssertionRole, Confidence, Credibility, Modality, Polarity, Verification
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Select, lines, or_none
from incidents.models import Assertion
from incidents.selectors.assessment import DECIDED

VERDICTS = [
    (Verification.UNREVIEWED.value, _("As the sources add up")),
    *((one.value, one.label) for one in Verification if one in DECIDED),
]


class AssessmentForm(DeskForm):
    """Modality and polarity are the speaker's; credibility, confidence and role are ours."""

    modality = Select(Modality, label=_("How it is said"), initial=Modality.FACT)
    polarity = Select(Polarity, label=_("Said to be so, or denied"), initial=Polarity.AFFIRMED)
    credibility = forms.TypedChoiceField(
        label=_("Credibility of this claim"),
        choices=[("", _("Not judged")), *Credibility.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    confidence = Select(or_none(Confidence, _("Not judged")), label=_("How sure we are"), required=False)
    rationale = forms.CharField(
        label=_("Why we are that sure"),
        required=False,
        help_text=_("Required from moderate confidence up."),
        widget=lines(2),
    )
    role = Select(AssertionRole, label=_("Part in the public value"), initial=AssertionRole.RECOMMENDED)
    verification = Select(VERDICTS, label=_("Our verdict"), initial=Verification.UNREVIEWED, required=False)
    verification_reason = forms.CharField(
        label=_("Why our verdict is another"),
        required=False,
        max_length=300,
        help_text=_("Required where it is not what the sources add up to. Readers see it."),
        widget=lines(2),
    )

    @classmethod
    def of(cls, data: QueryDict | None, assertion: Assertion | None) -> Self:
        """The form for a new claim, or for one on record."""
        initial = {name: getattr(assertion, name) for name in cls.base_fields} if assertion else {}
        return cls(data, initial=initial)

    def clean(self) -> None:
        super().clean()
        if self.text("confidence") in {Confidence.MODERATE, Confidence.HIGH} and not self.text("rationale"):
            self.add_error("rationale", _("Say why, from moderate confidence up."))
        if self.text("verification") in DECIDED and not self.text("verification_reason"):
            self.add_error("verification_reason", _("Say why our verdict is another than the sources add up to."))

    def fields_of_claim(self) -> dict[str, Any]:
        """The keywords of a ``Claim``."""
        verdict = self.text("verification") or Verification.UNREVIEWED
        return {**self.cleaned_data, "rationale": self.text("rationale"), "verification": verdict}

    @property
    def opened(self) -> bool:
        """Whether the folded part must stand open: something in it is wrong or was changed."""
        return (self.is_bound and (bool(self.problems()) or self.has_changed())) or self._was_judged

    @property
    def _was_judged(self) -> bool:
        """Whether an earlier editor said something that is not the usual."""
        return bool(self.initial.get("confidence")) or self.initial.get("verification") in DECIDED
