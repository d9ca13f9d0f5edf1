"""Make two incidents one and one two, decide that they are two, undo either."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.context import OtherIncidentForm
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Radio, lines, words

Offered = Sequence[tuple[str, str]]


def why(label: Any, hint: Any) -> forms.CharField:
    """The reason that every regrouping takes."""
    return forms.CharField(label=label, max_length=300, help_text=hint, widget=lines(2))


class MergeForm(OtherIncidentForm):
    """Which incident this one is merged into, and why."""

    reason = why(_("Why the two are one"), _("Readers find it where this incident was."))


class UndoForm(DeskForm):
    """Why a merge or a split is undone."""

    reason = why(_("Reason"), _("Colleagues and reviewers read it."))


class RevertForm(DeskForm):
    """Why an incident goes back to what it said before."""

    reason = why(_("Reason"), _("Colleagues and reviewers read it."))


class NoDuplicateForm(DeskForm):
    """How two incidents that look alike differ."""

    reason = why(_("How they differ"), _("Colleagues read it, so that nobody asks again."))


class SplitForm(DeskForm):
    """What moves to a new incident, what that is called, and how it stands to this one."""

    PART, SIBLING, APART = "part", "sibling", "apart"

    title = forms.CharField(
        label=_("Title of the new incident"),
        max_length=200,
        help_text=_("Neutral: what happened, where."),
        widget=words(),
    )
    standing = Radio(label=_("How it stands to this one"), initial=APART)
    claims = forms.MultipleChoiceField(
        label=_("Claims that are about the new incident"),
        help_text=_("Each moves with its citations."),
        widget=forms.CheckboxSelectMultiple,
    )
    statements = forms.MultipleChoiceField(
        label=_("Reactions that are about it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    links = forms.MultipleChoiceField(
        label=_("Links that are its own"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = why(_("Why the incident is two"), _("Colleagues and reviewers read it."))

    def __init__(
        self, data: QueryDict | None = None, *, claims: Offered, statements: Offered, links: Offered, has_whole: bool
    ) -> None:
        super().__init__(data)
        for name, offered in (("claims", claims), ("statements", statements), ("links", links)):
            self.fields[name].choices = offered  # type: ignore[attr-defined]
            if not offered and name != "claims":
                del self.fields[name]
        ways = [(self.APART, _("It stands by itself")), (self.PART, _("It is a part of this one"))]
        whole = [(self.SIBLING, _("Both are parts of one incident"))] if has_whole else []
        self.fields["standing"].choices = [*ways, *whole]  # type: ignore[attr-defined]

    @property
    def offers_statements(self) -> bool:
        """Whether there are reactions to tick."""
        return "statements" in self.fields

    @property
    def offers_links(self) -> bool:
        """Whether there are links to tick."""
        return "links" in self.fields

    def picked(self, name: str) -> list[str]:
        """The keys that were ticked."""
        return list(self.cleaned_data.get(name, []))
