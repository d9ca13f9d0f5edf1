"""A webhook, and since when it is told again."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.choices import WEBHOOK_EVENTS
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import MomentField, lines, words


class WebhookForm(DeskForm):
    """Where to, of what, and of which incidents."""

    url = forms.CharField(
        label=_("Address"),
        max_length=1000,
        help_text=_("It begins with https:// and takes what is sent by POST."),
        widget=words(inputmode="url", spellcheck="false"),
    )
    wanted = forms.MultipleChoiceField(
        label=_("Tell it of"),
        choices=[(event.value, event.label) for event in WEBHOOK_EVENTS],
        initial=[event.value for event in WEBHOOK_EVENTS],
        widget=forms.CheckboxSelectMultiple,
    )
    query = forms.CharField(
        label=_("Of which incidents"),
        required=False,
        help_text=_("Filter on the public site, then paste its address here. Empty means all of them."),
        widget=lines(2, spellcheck="false"),
    )

    renamed: ClassVar[dict[str, str]] = {"address": "url"}


class ReplayForm(DeskForm):
    """Since when."""

    since = MomentField(
        label=_("Since"),
        required=True,
        help_text=_("Day and time, UTC, such as 5 December 2026, 09:00."),
    )
