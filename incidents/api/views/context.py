"""What surrounds incidents: warnings before them, reactions to them, links between them."""

from typing import Final

from incidents.api.own import Own
from incidents.api.own import of as codes
from incidents.api.serializers import elements as shapes
from incidents.api.views.elements import ElementsView, ElementView, single
from incidents.api.views.walking import listing
from incidents.choices import DESK_LINKS, ElementKind, LinkKind, WarningBasis

TAG: Final = "Warnings, reactions, links"
LINKS: Final = tuple(kind.value for kind in LinkKind if kind not in DESK_LINKS)


@listing(
    "list_warnings",
    summary="Find warnings",
    description=(
        "Warnings that were given before the incidents that the filters find, each with every claim about it. That one "
        "was given says nothing of what was done with it. One that was given before several incidents stands here once "
        "for each."
    ),
    tag=TAG,
)
class WarningsView(ElementsView):
    """Every warning before some incidents."""

    collection = "warnings"
    shape = shapes.GivenWarningSerializer
    kinds = (ElementKind.GIVEN_WARNING,)
    own = (codes("basis", "subject", "On what basis it was given.", WarningBasis),)


@single("get_warning", of=WarningsView, summary="Read a warning", tag=TAG)
class WarningView(ElementView):
    """A warning."""


@listing(
    "list_statements",
    summary="Find reactions and analyses",
    description="What was said of the incidents that the filters find, with citations. It changes no value.",
    tag=TAG,
)
class StatementsView(ElementsView):
    """Every reaction to some incidents."""

    collection = "statements"
    shape = shapes.ReactionSerializer
    kinds = (ElementKind.STATEMENT,)


@single("get_statement", of=StatementsView, summary="Read a reaction or an analysis", tag=TAG)
class StatementView(ElementView):
    """A reaction or an analysis."""


@listing(
    "list_links",
    summary="Find links between incidents",
    description=(
        "How the incidents that the filters find stand to others, as their documents say, with citations where there "
        "are any. A link has no id of its own."
    ),
    tag=TAG,
)
class LinksView(ElementsView):
    """Every link of some incidents."""

    collection = "links"
    shape = shapes.LinkedSerializer
    kinds = (ElementKind.LINK,)
    own = (Own("kind", "subject", "How the two stand to each other.", LINKS),)
