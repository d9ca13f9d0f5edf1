"""Which entry of a vocabulary another one is, and why."""

from collections.abc import Sequence
from typing import Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.actors import name_field
from incidents.desk.forms.claims.location import describe_place
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Pick, lines, names
from incidents.models import Place


class MergeForm(DeskForm):
    """The name of the one that lives on, and the reason."""

    other: forms.CharField
    reason = forms.CharField(
        label=_("Why the two are one"),
        max_length=300,
        help_text=_("Colleagues and reviewers read it."),
        widget=lines(2),
    )
    field_order = ("other", "place", "reason")

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The form as it was sent, or with the name to which a link led."""
        data = request.POST if request.method == "POST" else None
        return cls(data, initial={"other": request.GET.get("other", "")})


class MergeActors(MergeForm):
    """Of actors."""

    other = name_field(_("The actor that it is merged into"), help_text=_("A name on record."), widget=names("actors"))


class MergePublishers(MergeForm):
    """Of publishers."""

    other = name_field(
        _("The publisher that it is merged into"), help_text=_("A name on record."), widget=names("publishers")
    )


class MergeTags(MergeForm):
    """Of tags."""

    other = name_field(_("The tag that it is merged into"), help_text=_("A name on record."), widget=names("tags"))


class MergePlaces(MergeForm):
    """Of places: its name is typed, then one of those found is chosen."""

    other = name_field(_("The place that it is merged into"), help_text=_("In any spelling; then choose."))
    place = Pick(label=_("Places found"), required=False)

    def offer(self, found: Sequence[Place]) -> None:
        """Put the places to choose from in the list."""
        self.offered = {str(place.pk): place for place in found}
        self.fields["place"].choices = [(pk, describe_place(one)) for pk, one in self.offered.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Place | None:
        """The place that was chosen, or the only one that was found."""
        only = next(iter(self.offered.values())) if len(self.offered) == 1 else None
        return self.offered.get(self.typed("place"), only)
