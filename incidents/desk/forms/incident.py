"""The incident itself: its title, its flags, the criteria of definition, who works on it."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from incidents.choices import Alternative
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import JudgedByForm, Select, YesNo, lines, words
from incidents.models import Incident
from incidents.services.inputs import Description


class DescriptionForm(DeskForm):
    """What an editor writes about an incident in our own words; an open flag stays open."""

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("Neutral: what happened, where. “Two bombings in Kerman”."),
        widget=words(),
    )
    graphic = YesNo(
        label=_("Does the record hold graphic material?"),
        help_text=_("Such as pictures of the dead. Can be left open now, not when it is handed in."),
    )
    personal_data = YesNo(
        label=_("Does it hold personal data?"),
        help_text=_("Such as the name of somebody killed or of a witness. Can be left open now as well."),
    )
    criterion_goal = YesNo(label=_("Was it aimed at a political, economic, religious or social goal?"))
    criterion_message = YesNo(label=_("Was it meant to coerce, or to convey a message to a larger audience?"))
    criterion_outside_war = YesNo(label=_("Was it outside legitimate warfare?"))
    doubt_terrorism = YesNo(label=_("Is it doubted that it was terrorism?"))
    alternative = Select(Alternative, label=_("What else it may have been"), required=False)
    desk_note = forms.CharField(
        label=_("Note for colleagues"), required=False, help_text=_("Never published."), widget=lines(3)
    )

    @classmethod
    def of(cls, data: QueryDict | None, incident: Incident | None = None) -> Self:
        """The form for a new incident, or for one on record."""
        initial = {name: getattr(incident, name) for name in cls.base_fields} if incident else {}
        return cls(data, initial=initial)

    def description(self) -> Description:
        """The description as the service takes it."""
        return Description(**self.cleaned_data)

    @property
    def criteria_opened(self) -> bool:
        """Whether the rarely used fields must stand open."""
        rare = [name for name in self.fields if name not in {"title", "graphic", "personal_data"}]
        return any(self.typed(name) for name in rare)


class Assignee(JudgedByForm, Select):
    """One of the people; nobody is an answer too."""


class AssignForm(DeskForm):
    """Who works on it; nobody is an answer too."""

    to = Assignee((), label=_("Assigned to"))

    def __init__(self, data: QueryDict | None = None, *, people: list[User], **options: Any) -> None:
        super().__init__(data, **options)
        self.offered = {str(person.pk): person for person in people}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Nobody")),
            *((pk, person.display_name) for pk, person in self.offered.items()),
        ]

    @property
    def person(self) -> User | None:
        """Whom the incident is given to."""
        return self.offered.get(self.text("to"))


class ReasonForm(DeskForm):
    """Why something is taken back, rejected, reopened or waived."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=lines(3))

    @classmethod
    def asking(cls, data: QueryDict | None, *, hint: Any) -> Self:
        """The form with what the reason is for and who will read it."""
        form = cls(data)
        form.fields["reason"].help_text = hint
        return form


class NoteForm(DeskForm):
    """A word to the reviewer."""

    note = forms.CharField(label=_("Note to the reviewer"), required=False, max_length=500, widget=lines(3))

    def require_note(self) -> None:
        """Ask for it where a service will refuse to go on without one."""
        self.fields["note"].required = True
        self.fields["note"].error_messages["required"] = _("Say why the quotes above stay as they are.")
