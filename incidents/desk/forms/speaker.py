"""Whose words they are: nobody's in particular, somebody already heard here, or somebody new."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import Directness, Naming
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Pick, Select, names, words
from incidents.desk.forms.on_record import blame_if, speaker_refusal
from incidents.desk.forms.source import NEW
from incidents.models import Actor, Speaker
from incidents.services.inputs import SpeakerPerson

SAYS_WHO = ("speaker_name", "speaker_organisation", "speaker_description")


class SpeakerForm(DeskForm):
    """The speaker of a citation. ``required``: a statement has one."""

    speaker = Pick(label=_("Whose words"))
    naming = Select(Naming, label=_("Named or not"), initial=Naming.NAMED, required=False)
    speaker_name = forms.CharField(label=_("Name"), max_length=200, required=False, widget=words())
    speaker_role = forms.CharField(label=_("Role"), max_length=200, required=False, widget=words())
    speaker_organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False, widget=words())
    speaker_description = forms.CharField(
        label=_("Described as"),
        max_length=300,
        required=False,
        help_text=_("The source's own words, such as “a US official”."),
        widget=words(),
    )
    anonymity_reason = forms.CharField(
        label=_("Reason given for anonymity"), max_length=300, required=False, widget=words()
    )
    directness = Select(Directness, label=_("How they know"), initial=Directness.UNKNOWN, required=False)
    speaker_actor = forms.CharField(
        label=_("Speaks for"),
        max_length=200,
        required=False,
        help_text=_("A state body or an organisation on record."),
        widget=names("actors"),
    )

    renamed = {
        "name": "speaker_name",
        "role_title": "speaker_role",
        "organisation": "speaker_organisation",
        "description": "speaker_description",
    }

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        known: Sequence[Speaker] = (),
        required: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.offered = {str(speaker.uid): speaker for speaker in known}
        self.required = required
        nobody = [] if required else [("", _("The source itself: nobody is quoted"))]
        heard = [(uid, speaker.label) for uid, speaker in self.offered.items()]
        self.fields["speaker"].choices = [*nobody, *heard, (NEW, _("Somebody else"))]  # type: ignore[attr-defined]
        self.fields["speaker"].initial = NEW if required and not known else ""

    @property
    def new_opened(self) -> bool:
        """Whether the part for a new speaker must stand open."""
        return self.typed("speaker") == NEW or any(self.typed(name) for name in SAYS_WHO)

    @property
    def chosen(self) -> Speaker | None:
        """The speaker on record that was chosen."""
        return self.offered.get(self.text("speaker"))

    @property
    def is_new(self) -> bool:
        """Whether a new speaker is described."""
        return self.text("speaker") == NEW

    def clean(self) -> None:
        super().clean()
        described = any(self.text(name) for name in SAYS_WHO)
        if self.is_new:
            self._say_who(described=described)
            blame_if(self, "speaker_actor", speaker_refusal(self.text("speaker_actor")))
        elif described:
            self.add_error("speaker", _("You described somebody: choose “Somebody else”, or empty those fields."))
        elif self.required and not self.chosen and "speaker" not in self.errors:
            self.add_error("speaker", _("Say who said it."))

    def _say_who(self, *, described: bool) -> None:
        naming = self.text("naming")
        if naming == Naming.NAMED and not self.text("speaker_name"):
            self.add_error("speaker_name", _("Give the name, or choose another kind of naming."))
        elif naming == Naming.ANONYMOUS and not self.text("speaker_description"):
            self.add_error("speaker_description", _("Give the source's words for this person."))
        elif naming == Naming.ANONYMOUS and self.text("speaker_name"):
            self.add_error("speaker_name", _("Somebody anonymous has no name here: use the source's words instead."))
        elif not described:
            self.add_error("speaker_organisation", _("Say who speaks: a name, an organisation or the words used."))

    def person(self, actor: Actor | None) -> SpeakerPerson:
        """The speaker as the service takes them."""
        return SpeakerPerson(
            naming=self.text("naming") or Naming.NAMED,
            name=self.text("speaker_name"),
            role_title=self.text("speaker_role"),
            organisation=self.text("speaker_organisation"),
            description=self.text("speaker_description"),
            anonymity_reason=self.text("anonymity_reason"),
            directness=self.text("directness") or Directness.UNKNOWN,
            actor=actor,
        )
