"""What is asked for in a query string."""

from typing import Any, Final

from rest_framework import serializers

from incidents.choices import State

MOST: Final = 100


class Asked(serializers.Serializer[dict[str, Any]]):
    """The parameters of an address; this one takes none."""


class DraftsAsked(Asked):
    """Which drafts."""

    q = serializers.CharField(required=False, max_length=200, help_text="Words of the title, or a permanent id.")
    state = serializers.ChoiceField(State.choices, required=False, help_text="Where the work stands.")
    all = serializers.BooleanField(default=False, help_text="Whether also those in which only others work.")
    limit = serializers.IntegerField(default=50, min_value=1, max_value=MOST, help_text="How many to an answer.")
    after = serializers.UUIDField(required=False, help_text="Where to go on: taken from `next`.")


class SourcesAsked(Asked):
    """Which sources."""

    q = serializers.CharField(required=False, max_length=200, help_text="Words of the title, or of the publisher.")
    url = serializers.CharField(required=False, max_length=1000, help_text="The address of the item, instead of words.")


class PlacesAsked(Asked):
    """Which places."""

    q = serializers.CharField(max_length=200, help_text="A name of the place.")
    country = serializers.RegexField("^[A-Za-z]{2}$", required=False, help_text="ISO 3166-1 alpha-2.")
