"""What is decided: a value, a review, a publication."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from incidents.choices import DerivationKind, Reliability, ResolutionPolicy, ReviewReason, VersionKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import (
    AskedFor,
    DayField,
    KeyedRadios,
    MomentField,
    Pick,
    Radio,
    Select,
    lines,
    or_none,
    words,
)
from incidents.desk.forms.source import choice_of
from incidents.models import Incident, Source
from incidents.services.publishing import kinds_for

POLICIES = [
    (ResolutionPolicy.RANGE_OF_RECOMMENDED.value, _("The range over all recommended claims (the usual way)")),
    (ResolutionPolicy.NEWEST_OFFICIAL.value, _("The newest figure that an official gave")),
    (ResolutionPolicy.HIGHEST_GRADED.value, _("The claim with the highest grade")),
    (ResolutionPolicy.EDITORS_CHOICE.value, _("The claims ticked below")),
]


class ValueChoiceForm(DeskForm):
    """By which policy a public value follows from the claims, and why."""

    policy = Radio(POLICIES, label=_("Which value the public sees"))
    claims = forms.MultipleChoiceField(
        label=_("Claims it rests on"),
        required=False,
        help_text=_("Counts only for the claims ticked."),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=_("Reason, shown to readers"),
        max_length=500,
        help_text=_("One sentence: why this value."),
        widget=lines(2),
    )

    def __init__(self, data: QueryDict | None = None, *, offered: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["claims"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        if self.text("policy") == ResolutionPolicy.EDITORS_CHOICE and not self.cleaned_data.get("claims"):
            self.add_error("claims", _("Tick at least one claim."))


class CommentForm(DeskForm):
    """A remark on one claim or field. ``about`` says which: ``claim:<uid>`` or ``field:<name>``."""

    about = forms.CharField(max_length=60, widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("Comment"),
        max_length=2000,
        help_text=_("@ and a colleague's name tells them."),
        widget=lines(2),
    )
    blocking = forms.BooleanField(label=_("Must be answered before approval"), required=False, initial=True)

    renamed = {"text": "comment"}


class AnswerForm(DeskForm):
    """What was done about a comment."""

    answer = forms.CharField(label=_("Answer"), max_length=2000, required=False, widget=lines(2))


class DecisionForm(DeskForm):
    """Approve the revision that was looked at, ask for a small edit of it, request changes, or reject it."""

    APPROVE, SMALL_EDIT, REQUEST_CHANGES, REJECT = "approve", "small_edit", "request_changes", "reject"

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    decision = Radio(
        [
            (APPROVE, _("Approve: every claim is in its source, and nothing is missing")),
            (SMALL_EDIT, _("Ask a colleague for a small edit: it stays in review, and you see what they change")),
            (REQUEST_CHANGES, _("Request changes")),
            (REJECT, _("Reject: this is not for the record")),
        ],
        label=_("Decision"),
        widget=KeyedRadios({APPROVE: "a", SMALL_EDIT: "e", REQUEST_CHANGES: "r"}),
    )
    of = Select((), label=_("Colleague"), required=False, help_text=_("For a small edit. They cannot approve it then."))
    reasons = forms.MultipleChoiceField(
        label=_("What is wrong"),
        choices=ReviewReason.choices,
        required=False,
        help_text=_("For changes and rejections."),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        help_text=_("In words, for the authors or the colleague. Not needed where what is ticked says it all."),
        widget=lines(3),
    )

    def __init__(self, data: QueryDict | None = None, *, editors: Sequence[User], **options: Any) -> None:
        super().__init__(data, **options)
        self.offered = {str(person.pk): person for person in editors}
        named = [(pk, person.display_name) for pk, person in self.offered.items()]
        self.fields["of"].choices = [("", _("Choose")), *named]  # type: ignore[attr-defined]

    def withhold(self, decision: str) -> None:
        """Offer all decisions but one."""
        field = self.fields["decision"]
        field.choices = [choice for choice in field.choices if choice[0] != decision]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        said = self.text("reason") or set(self.cleaned_data.get("reasons", ())) - {ReviewReason.OTHER}
        if self.text("decision") in {self.REQUEST_CHANGES, self.REJECT} and not said:
            self.add_error("reason", _("Give the reason: the authors need it to go on."))
        if self.text("decision") == self.SMALL_EDIT:
            if not self.text("reason"):
                self.add_error("reason", _("Say what to change, in words."))
            if not self.text("of") and "of" not in self.errors:
                self.add_error("of", _("Choose who makes it."))


class PublishForm(DeskForm):
    """What is told to readers about a new version; the first needs neither."""

    kind = Select(
        (),
        label=_("Kind of change"),
    )
    summary = forms.CharField(
        label=_("What changed, for readers"), max_length=500, help_text=_("One or two sentences."), widget=words()
    )
    until = MomentField(
        label=_("Not before"),
        required=False,
        help_text=_("UTC, as in 5 December 2026, 09:00. Empty: now. It is published then if it is unchanged."),
    )

    def __init__(self, data: QueryDict | None = None, *, incident: Incident, **options: Any) -> None:
        super().__init__(data, **options)
        self.first = not incident.published_number
        kinds = [(kind.value, VersionKind(kind).label) for kind in kinds_for(incident)]
        empty = [("", _("Choose"))] if len(kinds) > 1 else []
        self.fields["kind"].choices = [*empty, *kinds]  # type: ignore[attr-defined]
        if self.first:
            del self.fields["kind"], self.fields["summary"]


class DeriveForm(DeskForm):
    """That a source rests on another one on record."""

    origin_query = AskedFor(label=_("Find the item it rests on"), max_length=200, widget=words(type="search"))
    origin = Pick(label=_("Items found"), help_text=_("Choose one."))
    derivation = Select(or_none(DerivationKind, _("Choose")), label=_("How it rests on it"))

    renamed = {"kind": "derivation"}

    def offer(self, sources: Sequence[Source]) -> None:
        """Put the items to choose from in the list."""
        self.offered = {str(source.uid): source for source in sources}
        self.fields["origin"].choices = [choice_of(source) for source in sources]  # type: ignore[attr-defined]

    @property
    def nothing_found(self) -> bool:
        """Whether words were typed for which there is no item."""
        return bool(self.typed("origin_query")) and not self.offered

    def clean(self) -> None:
        super().clean()
        if self.text("origin") or "origin" in self.errors:
            return
        name = "origin" if self.offered else "origin_query"
        self.add_error(name, _("Type a word of its title or its publisher, then choose one of the items found."))


class GradeForm(DeskForm):
    """The reliability of a publisher on the Admiralty scale."""

    grade = Radio(Reliability, label=_("Reliability"))
    reason = forms.CharField(label=_("Reason for the grade, shown to readers"), max_length=500, widget=lines(2))

    since = DayField(label=_("In force from"), help_text=_("As in 3 March 2024. Empty: today."))

    renamed = {"reliability": "grade", "reliability_reason": "reason"}
