"""How somebody wants to be told."""

from typing import Any

from django.http import QueryDict

from incidents.choices import MailPace, NoticeEvent
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Radio


class PacesForm(DeskForm):
    """For each event, how to be written to; one field an event, under its name."""

    def __init__(self, data: QueryDict | None, *, chosen: dict[NoticeEvent, str]) -> None:
        super().__init__(data, initial={event.value: pace for event, pace in chosen.items()})
        for event in chosen:
            self.fields[event.value] = Radio(MailPace, label=event.label)

    def paces(self) -> dict[str, Any]:
        """What was chosen, by event."""
        return {name: self.cleaned_data[name] for name in self.fields}
