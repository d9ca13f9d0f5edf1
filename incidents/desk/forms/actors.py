"""Actors and places: what each is called, what it is, how it stands to others."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import ActorKind, ActorRelationKind, PlaceKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Select, WhenField, lines, names, or_none, words
from incidents.models import Actor, ActorAlias, ActorRelation
from incidents.services.actors import About

AS_IN = _("As in 2015, March 2015 or 3 March 2015.")
OWN_KINDS = (PlaceKind.SETTLEMENT, PlaceKind.NEIGHBOURHOOD, PlaceKind.DISTRICT, PlaceKind.SITE)


class Edtf(WhenField):
    """A date in words, cleaned to EDTF; "" when empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"help_text": AS_IN, **options})

    def clean(self, value: Any) -> str:  # type: ignore[override]  # words, where the parent gives a span
        span = super().clean(value)
        return span.edtf if span else ""


def name_field(label: Any = None, **options: Any) -> forms.CharField:
    """A name of somebody or something."""
    label = label or _("Name")
    return forms.CharField(label=label, max_length=200, **{"widget": words(), **options})


class ActorForm(DeskForm):
    """What is known of an actor itself."""

    name = name_field(help_text=_("At the level at which sources name it. Readers see this one."))
    kind = Select(or_none(ActorKind, _("Choose")), label=_("Kind"))
    active_from = Edtf(label=_("Active from"))
    active_to = Edtf(label=_("Active to"))
    note = forms.CharField(label=_("Note for colleagues"), required=False, max_length=2000, widget=lines(3))

    @classmethod
    def of(cls, data: QueryDict | None, named: Actor) -> Self:
        """The form of an actor on record."""
        return cls(data, initial={name: getattr(named, name) for name in cls.base_fields})

    def about(self) -> About:
        """What was typed, as the service takes it."""
        return About(**{name: self.text(name) for name in self.fields})


class NewActorForm(DeskForm):
    """A name and a kind: the rest is said on the actor's page."""

    name = name_field(help_text=_("At the level at which sources name it."))
    kind = Select(or_none(ActorKind, _("Choose")), label=_("Kind"))


class AliasForm(DeskForm):
    """Another name of an actor."""

    name = name_field(help_text=_("As it is written, in its own script."))
    lang = forms.RegexField(
        r"^[a-z]{2,3}$",
        label=_("Language"),
        required=False,
        max_length=8,
        help_text=_("Its code, such as ar or fa."),
        error_messages={"invalid": _("Give the code of the language: two or three letters, such as ar.")},
        widget=words(),
    )
    used_by = name_field(_("Used by"), required=False, help_text=_("Such as “the group itself” or “its opponents”."))

    @classmethod
    def of(cls, data: QueryDict | None, alias: ActorAlias) -> Self:
        """The form of a name on record, whose spelling stays as it is."""
        form = cls(data, initial={"lang": alias.lang, "used_by": alias.used_by})
        del form.fields["name"]
        return form


class RelationForm(DeskForm):
    """How an actor stands to another."""

    kind = Select(or_none(ActorRelationKind, _("Choose")), label=_("How it stands to the other"))
    other = name_field(_("The other actor"), help_text=_("A name on record."), widget=names("actors"))
    since = Edtf(label=_("Since"))
    until = Edtf(label=_("Until"))

    @classmethod
    def of(cls, data: QueryDict | None, relation: ActorRelation) -> Self:
        """The form of a relation on record, of which the days can be said anew."""
        form = cls(data, initial={"since": relation.since, "until": relation.until})
        del form.fields["kind"], form.fields["other"]
        return form


class PlaceForm(DeskForm):
    """A place that the gazetteer lacks."""

    name = name_field(help_text=_("As readers will see it, in Latin letters."))
    names = forms.CharField(
        label=_("Other names"),
        required=False,
        max_length=1000,
        help_text=_("One on each line: other spellings, its own script."),
        widget=lines(3),
    )
    kind = Select([("", _("Choose")), *((one.value, one.label) for one in OWN_KINDS)], label=_("Kind"))
    country_code = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=_("Country"),
        help_text=_("Two letters of ISO 3166, such as IR."),
        error_messages={"invalid": _("Give the two letters of the country, such as IR.")},
        widget=words(),
    )
    latitude = forms.FloatField(
        label=_("Latitude"), min_value=-90, max_value=90, help_text=_("In degrees, such as 30.283."), widget=words()
    )
    longitude = forms.FloatField(
        label=_("Longitude"), min_value=-180, max_value=180, help_text=_("In degrees, such as 57.079."), widget=words()
    )
