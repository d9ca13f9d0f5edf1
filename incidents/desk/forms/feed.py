"""A feed to follow."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import names, words


class FeedForm(DeskForm):
    """Where a feed is, and whose items it brings."""

    url = forms.CharField(
        label=_("Address of the feed"),
        max_length=1000,
        help_text=_("Of the Atom or RSS document itself, not of a page."),
        widget=words(inputmode="url", spellcheck="false"),
    )
    outlet = forms.CharField(
        label=_("Publisher"),
        max_length=200,
        help_text=_("Whose items it brings. Intake suggests this name."),
        widget=names("publishers"),
    )

    renamed: ClassVar[dict[str, str]] = {"address": "url"}
