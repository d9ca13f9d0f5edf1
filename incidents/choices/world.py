"""People, places and time as the record names them."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActorKind(TextChoices):
    """What kind of actor. "Unknown" as a name is not an actor: leave the attribution out instead."""

    ORGANISATION = "organisation", _("Organisation")
    BRANCH = "branch", _("Branch of an organisation")
    STATE_BODY = "state_body", _("State body")
    PERSON = "person", _("Person")
    MOVEMENT = "movement", _("Movement")
    UNKNOWN = "unknown", _("Kind not known")


class ActorRelationKind(TextChoices):
    """How one actor stands to another."""

    BRANCH_OF = "branch_of", _("Branch of")
    MERGED_INTO = "merged_into", _("Merged into")
    SPLIT_FROM = "split_from", _("Split from")
    ALLIED_WITH = "allied_with", _("Allied with")


PART_OF: Final = (ActorRelationKind.BRANCH_OF, ActorRelationKind.MERGED_INTO)
"""Relations by which one actor is a part of another while they hold."""


class PlaceKind(TextChoices):
    """Level of a gazetteer entry."""

    COUNTRY = "country", _("Country")
    PROVINCE = "province", _("Province")
    DISTRICT = "district", _("District")
    SETTLEMENT = "settlement", _("City, town or village")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
    SITE = "site", _("Site")


class PlacePrecision(TextChoices):
    """How finely a location is known, finest first. What is drawn never exceeds it."""

    EXACT = "exact", _("Exact location")
    NEAR = "near", _("Near a known location")
    NEIGHBOURHOOD = "neighbourhood", _("Known to the neighbourhood")
    SETTLEMENT = "settlement", _("Known to the city or town")
    DISTRICT = "district", _("Known to the district")
    PROVINCE = "province", _("Known to the province")
    COUNTRY = "country", _("Known to the country only")


class LocationRole(TextChoices):
    """What happened at the place."""

    SITE = "site", _("Site of the attack")
    TARGET = "target", _("Intended target")
    ROUTE = "route", _("On the route")
    ORIGIN = "origin", _("Place of origin")


class LocationMethod(TextChoices):
    """How the position was found."""

    STATED = "stated", _("Stated by the source")
    GEOLOCATED = "geolocated", _("Geolocated by us")
    CENTROID = "centroid", _("Centre of the named place")


class DatePrecision(TextChoices):
    """How finely a time is known, finest first."""

    MINUTE = "minute", _("To the minute")
    HOUR = "hour", _("To the hour")
    PART_OF_DAY = "part_of_day", _("To a part of the day")
    DAY = "day", _("To the day")
    WEEK = "week", _("To the week")
    MONTH = "month", _("To the month")
    YEAR = "year", _("To the year")
