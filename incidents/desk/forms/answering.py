"""Answer a reader's report in public."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.choices import ReportState
from incidents.desk.forms.desk_form import DeskForm

ANSWERS: Final = [(state.value, state.label) for state in ReportState if state != ReportState.RECEIVED]


class AnswerForm(DeskForm):
    """What becomes of the report. Everything here is public."""

    state = forms.ChoiceField(label=_("What becomes of it"), choices=ANSWERS, widget=forms.RadioSelect)
    version_number = forms.IntegerField(
        label=_("Corrected in version"), required=False, min_value=1, help_text=_("The version that puts it right.")
    )
    outcome = forms.CharField(
        label=_("Public answer"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody can read it. Say nothing of who reported it, nor in which words."),
    )
