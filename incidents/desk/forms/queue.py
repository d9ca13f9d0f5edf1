"""What the queue is asked for, in its address: the explorer's questions as far as drafts can answer them, and ours."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from incidents.choices import (
    AttackType,
    AttributionKind,
    AttributionState,
    PlacePrecision,
    QueueColumn,
    State,
    Tactic,
    TargetType,
    WeaponType,
)
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Choice, JudgedByForm, Select, or_none, words
from incidents.filters import YES_OR_NO
from incidents.filters.parameters import DayField
from incidents.models import Actor, Publisher, Tag
from incidents.rules.countries import country_code
from incidents.selectors.gazetteer import province_code
from incidents.services.people import find_actor

ANY: Final = _("Any")
ME, NOBODY = "me", "nobody"
NEWEST: Final = "-changed"

SORTS: Final[list[Choice]] = [
    (NEWEST, _("Last changed first")),
    ("changed", _("Longest untouched first")),
    ("-logged", _("Newest first")),
    ("logged", _("Oldest first")),
    ("-occurred", _("Latest date first")),
    ("occurred", _("Earliest date first")),
]
MISSING: Final[list[Choice]] = [
    ("", _("Anything or nothing")),
    ("date", _("A date")),
    ("place", _("A place")),
    ("claims", _("Any claim")),
    ("citations", _("A citation of a claim")),
    ("flags", _("A decision on the flags")),
    ("quotes", _("An answer about a quote")),
]
MOST = 100_000


class QueueForm(DeskForm):
    """Every parameter of the queue, each optional. The names are the explorer's where it has the same question.

    What the explorer asks beyond these is computed when a version is published (definition, verification, whether a
    claim of responsibility stands, what is drawn where), and no draft can answer it.
    """

    q = forms.CharField(
        label=_("Title, place or permanent id"),
        required=False,
        max_length=200,
        widget=words(type="search", **{"data-key": "/"}),
    )
    state = Select(or_none(State, ANY), label=_("State"), required=False)
    assignee = Select((), label=_("Assigned to"), required=False)
    tag = Select((), label=_("Tag"), required=False)
    missing = Select(MISSING, label=_("Still missing"), required=False)
    risk = forms.BooleanField(label=_("High risk only: two people must approve"), required=False)
    idle = forms.IntegerField(
        label=_("Untouched for days, at least"), required=False, min_value=1, max_value=MOST, widget=words()
    )
    since = DayField(label=_("Happened from"), required=False, widget=words())
    until = DayField(label=_("Happened to"), required=False, last=True, widget=words())
    country = forms.CharField(label=_("Country"), required=False, max_length=80, widget=words())
    province = forms.CharField(label=_("Province"), required=False, max_length=80, widget=words())
    precision = Select(or_none(PlacePrecision, ANY), label=_("Location precision"), required=False)
    attack_type = Select(or_none(AttackType, ANY), label=_("Attack type"), required=False)
    weapon_type = Select(or_none(WeaponType, ANY), label=_("Weapon type"), required=False)
    target_type = Select(or_none(TargetType, ANY), label=_("Target type"), required=False)
    tactic = Select(or_none(Tactic, ANY), label=_("Tactic"), required=False)
    attribution = Select(or_none(AttributionState, ANY), label=_("Attribution"), required=False)
    attribution_kind = Select(or_none(AttributionKind, ANY), label=_("Ground of attribution"), required=False)
    actor = forms.CharField(label=_("Actor, with its branches"), required=False, max_length=200, widget=words())
    killed_min = forms.IntegerField(
        label=_("Killed, at least"), required=False, min_value=0, max_value=MOST, widget=words(inputmode="numeric")
    )
    killed_max = forms.IntegerField(
        label=_("Killed, at most"), required=False, min_value=0, max_value=MOST, widget=words(inputmode="numeric")
    )
    wounded_min = forms.IntegerField(
        label=_("Wounded, at least"), required=False, min_value=0, max_value=MOST, widget=words(inputmode="numeric")
    )
    wounded_max = forms.IntegerField(
        label=_("Wounded, at most"), required=False, min_value=0, max_value=MOST, widget=words(inputmode="numeric")
    )
    warning = Select([("", ANY), *YES_OR_NO], label=_("A warning is on record"), required=False)
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200, widget=words())
    language = forms.RegexField(
        r"^[a-z]{2,3}$",
        label=_("Language of a source"),
        required=False,
        error_messages={"invalid": _("Give the code of the language: two or three letters, such as ar.")},
        widget=words(),
    )
    sort = Select(SORTS, label=_("Order"), required=False)

    def __init__(self, data: QueryDict, *, people: list[User], tags: Iterable[Tag] = ()) -> None:
        super().__init__(_clean(data))
        self.fields["tag"].choices = [("", ANY), *tag_choices(tags)]  # type: ignore[attr-defined]  # a choice field
        offered = [(str(person.pk), person.display_name) for person in people]
        named = [("", ANY), (ME, _("Me")), (NOBODY, _("Nobody")), *offered]
        self.fields["assignee"].choices = named  # type: ignore[attr-defined]  # a choice field

    def clean_country(self) -> str:
        """The code of a country, by its code or its English name."""
        typed = self.text("country")
        found = country_code(typed) if typed else ""
        if typed and not found:
            raise ValidationError(_("Write the name of a country in English, or its code of two letters."))
        return found

    def clean_province(self) -> str:
        """The code of a province, by its code or any of its names."""
        typed = self.text("province")
        found = province_code(typed) if typed else ""
        if typed and not found:
            raise ValidationError(_("No province is called “%(name)s” in the gazetteer.") % {"name": typed})
        return found

    def clean_actor(self) -> Actor | None:
        """Somebody on record, by any of their names."""
        typed = self.text("actor")
        found = find_actor(typed) if typed else None
        if typed and not found:
            raise ValidationError(_("“%(name)s” is not on record as an actor.") % {"name": typed})
        return found

    def clean_publisher(self) -> Publisher | None:
        """A publisher on record, by its name."""
        typed = self.text("publisher")
        found = Publisher.objects.filter(name__iexact=typed).first() if typed else None
        if typed and not found:
            raise ValidationError(_("“%(name)s” is not on record as a publisher.") % {"name": typed})
        return found

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked for and could be read, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", False)}

    @property
    def typed_in(self) -> dict[str, str]:
        """What stands in the address, as it was typed, without what is there anyway."""
        held = {name: self.typed(name) for name in self.fields}
        return {name: value for name, value in held.items() if value and value not in {"False", NEWEST}}

    @property
    def narrows(self) -> bool:
        """Whether something beside words and order is asked for, or was not understood."""
        return bool(self.typed_in.keys() - {"q", "sort"})

    def query(self, tab: str, **changes: str) -> str:
        """The query string of a tab with the same questions: one spelling."""
        held = {"tab": tab, **self.typed_in, **changes}
        return urlencode(sorted((name, value) for name, value in held.items() if value))


def _clean(data: QueryDict) -> QueryDict:
    """The same without the null character, which no database takes."""
    cleaned = data.copy()
    for name, values in data.lists():
        cleaned.setlist(name, [value.replace("\x00", "").strip() for value in values])
    return cleaned


class FilterForm(DeskForm):
    """A name for the query that the queue shows, and whether colleagues are offered it."""

    name = forms.CharField(label=_("Name of the filter"), max_length=80, widget=words())
    shared = forms.BooleanField(label=_("Offer it to colleagues"), required=False)


class ColumnsForm(DeskForm):
    """Which columns the queue has."""

    columns = forms.MultipleChoiceField(
        label=_("Columns"), choices=QueueColumn, required=False, widget=forms.CheckboxSelectMultiple
    )


class Receiver(JudgedByForm, Select):
    """Somebody, or nobody."""


class BulkForm(DeskForm):
    """What is done to incidents that were ticked, and why."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, help_text=_("Colleagues read it beside the result."), widget=words()
    )


class AssignAllForm(BulkForm):
    """To whom they are given."""

    to = Receiver((), label=_("Assign to"))
    field_order = ("to", "reason")

    def __init__(self, data: QueryDict | None, *, people: list[User]) -> None:
        super().__init__(data)
        self.offered = {str(person.pk): person for person in people}
        named = [(pk, person.display_name) for pk, person in self.offered.items()]
        self.fields["to"].choices = [("", _("Choose somebody")), (NOBODY, _("Nobody")), *named]  # type: ignore[attr-defined]

    def clean_to(self) -> str:
        """Somebody must be chosen; nobody is a choice too."""
        if not self.cleaned_data["to"]:
            raise ValidationError(_("Choose somebody, or nobody."))
        return str(self.cleaned_data["to"])

    @property
    def receiver(self) -> User | None:
        """To whom they are given."""
        return self.offered.get(self.text("to"))


class TagAllForm(BulkForm):
    """Which tag is put on them, or taken off."""

    put = True
    """Whether it is put on; it is taken off otherwise."""
    which = Select((), label=_("Tag"), error_messages={"required": _("Choose a tag.")})
    field_order = ("which", "reason")

    def __init__(self, data: QueryDict | None, *, tags: Iterable[Tag]) -> None:
        super().__init__(data)
        self.offered = {str(one.pk): one for one in tags}
        self.fields["which"].choices = [("", _("Choose a tag")), *tag_choices(self.offered.values())]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Tag | None:
        """The tag."""
        return self.offered.get(self.text("which"))


def tag_choices(tags: Iterable[Tag]) -> list[Choice]:
    """Tags to choose from."""
    return [(str(one.pk), one.name) for one in tags]
