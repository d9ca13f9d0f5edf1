"""Whether a report is of an incident on record, candidate by candidate."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import LinkKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import AskedFor, JudgedByForm, Select, words
from incidents.models import Incident

ANSWERS = [
    ("", _("Choose")),
    (LinkKind.NOT_A_DUPLICATE.value, _("Not the same")),
    (LinkKind.POSSIBLE_DUPLICATE.value, _("Perhaps the same: link it, and decide later")),
    (LinkKind.MENTIONED_TOGETHER.value, _("Another incident, mentioned together: link it")),
]


class Answer(JudgedByForm, Select):
    """One of the answers; that there is none is said in the form's own sentence."""


class CandidateForm(DeskForm):
    """How a new incident stands to one that looks like it."""

    answer = Answer(ANSWERS, label=_("If the report is of a new incident, this one is"))
    reason = AskedFor(
        label=_("How they differ"),
        max_length=300,
        help_text=_("Needed where it is not the same, so that nobody asks again."),
        widget=words(),
    )

    renamed = {"note": "reason", "other": "answer"}

    def __init__(self, data: QueryDict | None, *, candidate: Incident, **options: Any) -> None:
        super().__init__(data, prefix=f"other-{candidate.uid}", **options)
        self.candidate = candidate

    def clean(self) -> None:
        super().clean()
        if not self.text("answer"):
            self.add_error("answer", _("Say how this one stands to the new incident, or add the source to it."))
        elif self.text("answer") == LinkKind.NOT_A_DUPLICATE and not self.text("reason"):
            self.add_error("reason", _("Say how they differ, so that nobody asks again."))
