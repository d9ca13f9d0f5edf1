"""Find a place by any name it goes by, whatever keyboard it is typed on."""

from collections.abc import Iterable

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, F, IntegerField, Value, When

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.querysets.place import PlaceQuerySet
from incidents.rules.folding import fold
from incidents.selectors.entries import living

AT_MOST = 20
LEAST_FOR_SIMILAR = 4
"""Letters that a query must have before names that are merely alike are worth showing."""

EXACT, PREFIX = 0, 1


def search_places(
    query: str, *, kinds: Iterable[str] = (), country_code: str = "", at_most: int = AT_MOST
) -> list[Place]:
    """Places for what somebody typed, best first.

    A place that bears exactly this name comes before one whose name begins with it, and that before one whose name is
    merely alike (a typing error), which are looked for only when no name begins so. Among equals the more populous
    first. The names of a place that was merged find what it was merged into. Two queries at most, and one for each of
    those.
    """
    folded = fold(query)
    if not folded:
        return []
    scope = Place.objects.select_related("parent", "merge").defer("extent", "parent__extent", "parent__search_names")
    if wanted := list(kinds):
        scope = scope.of_kind(*wanted)
    if country_code:
        scope = scope.filter(country_code=country_code.upper())
    found = list(_named(scope, folded)[:at_most])
    if not found and len(folded) >= LEAST_FOR_SIMILAR:
        found = list(_alike(scope, folded)[:at_most])
    return list(dict.fromkeys(living(one) if hasattr(one, "merge") else one for one in found))


def province_code(words: str) -> str:
    """The ISO 3166-2 code of the province that has it or is called so, the most populous of several; "" for none."""
    if Place.objects.of_kind(PlaceKind.PROVINCE).filter(province_code=words.upper()).exists():
        return words.upper()
    found = search_places(words, kinds=[PlaceKind.PROVINCE], at_most=1)
    return found[0].province_code if found else ""


def _named(scope: PlaceQuerySet, folded: str) -> PlaceQuerySet:
    """Those with a name that is, or begins with, the folded words."""
    return (
        scope.named(folded)
        .annotate(
            closeness=Case(
                When(search_names__contains=f"\n{folded}\n", then=Value(EXACT)),
                default=Value(PREFIX),
                output_field=IntegerField(),
            )
        )
        .order_by("closeness", F("population").desc(nulls_last=True), "pk")
    )


def _alike(scope: PlaceQuerySet, folded: str) -> PlaceQuerySet:
    """Those with words that share most of their trigrams with the folded words."""
    return (
        scope.filter(search_names__trigram_word_similar=folded)
        .annotate(likeness=TrigramWordSimilarity(folded, "search_names"))
        .order_by("-likeness", F("population").desc(nulls_last=True), "pk")
    )
