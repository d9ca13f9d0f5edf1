"""``/assertions/`` and, kind by kind, the same under the names of the field: who said what happened, claim by claim."""

from typing import Final

from incidents.api.own import Own, of
from incidents.api.serializers import elements as shapes
from incidents.api.views.elements import ElementsView, ElementView, single
from incidents.api.views.walking import listing
from incidents.choices import (
    CLAIMS,
    AssertionKind,
    AssertionRole,
    AttributionKind,
    CasualtyMeasure,
    CharacteristicKind,
    ElementKind,
    LocationRole,
    Polarity,
    Population,
    Verification,
)

TAG: Final = "Claims"
OF_ALL: Final = (
    of("polarity", "polarity", "Claims that it was so, or that it was not.", Polarity),
    of("claim_verification", "verification", "Claims that are so verified themselves.", Verification),
    of("role", "role", "Claims by the part that they play in the value which the record gives.", AssertionRole),
)
EACH: Final = (
    "Each comes with its citations (quote, locator, speaker, source) and with the incident and the version that it "
    "stands in. The filters choose incidents, as they do in “Find incidents”, and every claim of those is listed; "
    "`polarity`, `claim_verification`, `role` and what else is only here choose among the claims."
)


@listing("list_assertions", summary="Find claims of every kind", description=EACH, tag=TAG)
class AssertionsView(ElementsView):
    """Every claim of some incidents."""

    collection = "assertions"
    shape = shapes.ASSERTED
    kinds = CLAIMS
    own = (of("kind", "kind", "Claims of these kinds.", AssertionKind), *OF_ALL)


@single("get_assertion", of=AssertionsView, summary="Read a claim", tag=TAG)
class AssertionView(ElementView):
    """A claim of any kind."""


@listing("list_attributions", summary="Find attributions", description=f"Claims about who did it. {EACH}", tag=TAG)
class AttributionsView(ElementsView):
    """Every claim about who."""

    collection = "attributions"
    shape = shapes.AssertedAttributionSerializer
    kinds = (ElementKind.ATTRIBUTION,)
    own = (
        of("ground", "subject", "On what ground somebody is named.", AttributionKind),
        Own("names", "about", "Attributions that name one of these actors themselves, by short name: no branches."),
        *OF_ALL,
    )


@single("get_attribution", of=AttributionsView, summary="Read an attribution", tag=TAG)
class AttributionView(ElementView):
    """A claim about who."""


@listing(
    "list_casualty_estimates",
    summary="Find casualty estimates",
    description=f"Claims about how many, with the bounds that their words allow. {EACH}",
    tag=TAG,
)
class CasualtyEstimatesView(ElementsView):
    """Every claim about how many."""

    collection = "casualty_estimates"
    shape = shapes.AssertedCasualtySerializer
    kinds = (ElementKind.CASUALTY,)
    own = (
        of("measure", "subject", "What was counted.", CasualtyMeasure),
        of("population", "about", "Whom the figure counts.", Population),
        *OF_ALL,
    )


@single("get_casualty_estimate", of=CasualtyEstimatesView, summary="Read a casualty estimate", tag=TAG)
class CasualtyEstimateView(ElementView):
    """A claim about how many."""


@listing("list_locations", summary="Find locations", description=f"Claims about where. {EACH}", tag=TAG)
class LocationsView(ElementsView):
    """Every claim about where."""

    collection = "locations"
    shape = shapes.AssertedLocationSerializer
    kinds = (ElementKind.LOCATION,)
    own = (of("location_role", "subject", "What the place was to the event.", LocationRole), *OF_ALL)


@single("get_location", of=LocationsView, summary="Read a location", tag=TAG)
class LocationView(ElementView):
    """A claim about where."""


@listing("list_times", summary="Find times", description=f"Claims about when. {EACH}", tag=TAG)
class TimesView(ElementsView):
    """Every claim about when."""

    collection = "times"
    shape = shapes.AssertedTimeSerializer
    kinds = (ElementKind.TIME,)
    own = OF_ALL


@single("get_time", of=TimesView, summary="Read a time", tag=TAG)
class TimeView(ElementView):
    """A claim about when."""


@listing(
    "list_characteristics",
    summary="Find characteristics",
    description=f"Claims about what kind of attack it was, as coded facts. {EACH}",
    tag=TAG,
)
class CharacteristicsView(ElementsView):
    """Every claim about what kind of attack it was."""

    collection = "characteristics"
    shape = shapes.AssertedCharacteristicSerializer
    kinds = (ElementKind.CHARACTERISTIC,)
    own = (
        of("characteristic", "subject", "Which coded fact.", CharacteristicKind),
        Own("code", "about", "The fact itself, by its code."),
        *OF_ALL,
    )


@single("get_characteristic", of=CharacteristicsView, summary="Read a characteristic", tag=TAG)
class CharacteristicView(ElementView):
    """A claim about what kind of attack it was."""
