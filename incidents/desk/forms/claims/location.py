"""Where it happened: the place first, then how finely it is known, and only then a position."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.gis.geos import Point
from django.utils.translation import gettext_lazy as _

from incidents.choices import AssertionKind, LocationMethod, LocationRole, PlaceKind, PlacePrecision
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import AskedFor, Pick, Select, words
from incidents.models import Assertion, Place
from incidents.rules.precision import takes_a_point
from incidents.services.inputs import LocationValue

NOT_IN_GAZETTEER = _(
    "No place of this name is in the gazetteer. Try another spelling, or the town or province it is in."
)


class LocationForm(ValueForm):
    """A place of the gazetteer: its name is typed, then one of the places found is chosen."""

    kind = AssertionKind.LOCATION

    place_query = AskedFor(
        label=_("Name of the place"),
        max_length=200,
        help_text=_("In any script or spelling; then choose below."),
        widget=words(type="search"),
    )
    place = Pick(label=_("Places found"), help_text=_("Choose one."))
    precision = Select(
        [("", _("Choose")), *PlacePrecision.choices],
        label=_("How finely it is known"),
        help_text=_("What is drawn never exceeds it. A position can be given only when it is finer than a town."),
    )
    latitude = forms.FloatField(
        label=_("Latitude"), required=False, min_value=-90, max_value=90, widget=words(inputmode="decimal")
    )
    longitude = forms.FloatField(
        label=_("Longitude"), required=False, min_value=-180, max_value=180, widget=words(inputmode="decimal")
    )
    uncertainty_m = forms.IntegerField(
        label=_("Uncertainty in metres"), required=False, min_value=1, widget=words(inputmode="numeric")
    )
    method = Select(LocationMethod, label=_("How the position was found"), initial=LocationMethod.STATED)
    place_role = Select(LocationRole, label=_("What happened there"), initial=LocationRole.SITE)
    place_detail = forms.CharField(
        label=_("In the source's words"),
        max_length=300,
        required=False,
        help_text=_("Such as “near the cemetery”."),
        widget=words(),
    )

    renamed = {"point": "latitude", "detail": "place_detail"}

    def offer(self, found: Sequence[Place], chosen: Sequence[Place]) -> None:
        """Put the places to choose from in the list: those found, and the one chosen before where it is not of them."""
        self.offered = {str(place.pk): place for place in [*chosen, *found]}
        self.chosen_apart = bool(chosen)
        self.fields["place"].choices = [(pk, describe_place(place)) for pk, place in self.offered.items()]  # type: ignore[attr-defined]

    @property
    def awaits_choice(self) -> bool:
        """Whether a name was typed and none of its places was chosen yet: then the list comes first."""
        name = self.typed("place_query")
        renamed = self.chosen_apart and name != self.initial.get("place_query")
        return bool(name) and (not self.typed("place") or renamed)

    @property
    def centres(self) -> dict[str, tuple[float, float]]:
        """Latitude and longitude of the places to choose from, for the map."""
        return {pk: (place.point.y, place.point.x) for pk, place in self.offered.items() if place.point}

    @property
    def nothing_found(self) -> bool:
        """Whether a name was typed under which there is no place."""
        return bool(self.typed("place_query")) and not self.offered

    @property
    def point_allowed(self) -> bool:
        """Whether the precision on the page takes a position."""
        chosen = self.typed("precision")
        return chosen in PlacePrecision.values and takes_a_point(PlacePrecision(chosen))

    def clean(self) -> None:
        super().clean()
        if not self.text("place") and "place" not in self.errors:
            self._ask_for_place()
        self._check_position()

    def _ask_for_place(self) -> None:
        if not self.text("place_query"):
            self.add_error("place_query", _("Type the name of the place."))
        elif self.offered:
            self.add_error("place", _("Choose one of the places found."))
        else:
            self.add_error("place_query", NOT_IN_GAZETTEER)

    def _check_position(self) -> None:
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        if {"latitude", "longitude", "precision"} & set(self.errors):
            return
        precision = PlacePrecision(self.text("precision"))
        if (latitude is None) != (longitude is None):
            missing = "latitude" if latitude is None else "longitude"
            self.add_error(missing, _("A position has both a latitude and a longitude."))
        elif latitude is not None and not takes_a_point(precision):
            self.add_error(
                "latitude", _("A position finer than the precision is not recorded: choose the precision first.")
            )
        elif latitude is None and precision == PlacePrecision.EXACT:
            self.add_error("latitude", _("An exact location needs a position."))

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        location = assertion.location
        point = location.point
        return {
            "place_query": location.place.name,
            "place": str(location.place_id),
            "precision": location.precision,
            "latitude": point.y if point else None,
            "longitude": point.x if point else None,
            "uncertainty_m": location.uncertainty_m,
            "method": location.method,
            "place_role": location.role,
            "place_detail": location.detail,
        }

    def value(self) -> LocationValue:
        """The location as the service takes it."""
        latitude, longitude = self.cleaned_data["latitude"], self.cleaned_data["longitude"]
        return LocationValue(
            place=self.offered[self.text("place")],
            precision=self.text("precision"),
            point=None if latitude is None else Point(longitude, latitude, srid=4326),
            uncertainty_m=self.cleaned_data["uncertainty_m"],
            role=self.text("place_role"),
            method=self.text("method"),
            detail=self.text("place_detail"),
        )


def describe_place(place: Place) -> str:
    """A place as one of several of its name: in both scripts, what it is, and in what."""
    name = f"{place.name} ({place.native_name})" if place.native_name not in {"", place.name} else place.name
    within = [place.parent.name] if place.parent and place.parent.name != place.name else []
    kind = PlaceKind(place.kind).label.lower()
    return ", ".join(filter(None, [name, kind, *within, place.country_code]))
