"""What things are called in the published record, and who or what a reader may mean by a word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connections
from django.db.models import Case, Min, Q, Value, When
from django.db.models.functions import Length

from incidents.choices import NameKind
from incidents.models.record import PublishedIncident, PublishedName
from incidents.querysets.record import PUBLIC
from incidents.rules.folding import fold

MOST_OF_A_KIND: Final = 5
MOST_CANDIDATES: Final = 40
FEWEST_LETTERS: Final = 2

PARAMETERS: Final = {
    NameKind.PLACE: "place",
    NameKind.PROVINCE: "province",
    NameKind.COUNTRY: "country",
    NameKind.ACTOR: "actor",
    NameKind.PUBLISHER: "publisher",
    NameKind.SOURCE: "source",
}
"""The parameter that asks for each kind, in the order in which suggestions are shown."""

COLUMNS: Final = {
    NameKind.PLACE: "place_code",
    NameKind.PROVINCE: "province_code",
    NameKind.COUNTRY: "country_code",
    NameKind.ACTOR: "actor_tree",
    NameKind.PUBLISHER: "publisher_ids",
    NameKind.SOURCE: "source_ids",
}
MANY: Final = frozenset({NameKind.ACTOR, NameKind.PUBLISHER, NameKind.SOURCE})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody or something that current incidents name: by which name it was found, and how many of them there are."""

    kind: NameKind
    code: str
    name: str
    found_by: str
    count: int


def named_since(slugs: Iterable[str]) -> dict[str, datetime]:
    """Since when the record names each of some actors, by short name: the moment of the first version that does."""
    names = PublishedName.objects.public().filter(kind=NameKind.ACTOR, code__in=list(slugs)).order_by()
    return dict(names.values_list("code").annotate(since=Min("version__published_at")))


def labels(wanted: Mapping[NameKind, Iterable[str]]) -> dict[NameKind, dict[str, str]]:
    """The names that are shown, by kind and code, in one question; a code that nothing bears is left out."""
    asked = {kind: set(codes) for kind, codes in wanted.items()}
    condition = Q()
    for kind, codes in asked.items():
        condition |= Q(kind=kind, code__in=codes)
    found: dict[NameKind, dict[str, str]] = {kind: {} for kind in asked}
    if any(asked.values()):
        names = PublishedName.objects.public().filter(condition, main=True).order_by("pk")
        for of, code, name in names.values_list("kind", "code", "name"):
            found[NameKind(of)][code] = name
    return found


def suggestions(words: str) -> list[Suggestion]:
    """What current incidents name that is called so, or begins so: at most five of a kind, most incidents first."""
    folded = fold(words)
    if len(folded) < FEWEST_LETTERS:
        return []
    candidates = _candidates(folded)
    shown = labels({kind: set(codes) for kind, codes in candidates.items()})
    found = []
    for kind in PARAMETERS:
        counted = _counted(kind, list(candidates.get(kind, {})))
        best = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_OF_A_KIND]
        for code, count in best:
            by = candidates[kind][code]
            found.append(Suggestion(kind, code, shown[kind].get(code, by), by, count))
    return found


def _candidates(folded: str) -> dict[NameKind, dict[str, str]]:
    """Codes with the best name that matches, by kind; whole names and beginnings come before words inside."""
    closeness = Case(
        When(folded=folded, then=Value(0)), When(folded__startswith=folded, then=Value(1)), default=Value(2)
    )
    found: dict[NameKind, dict[str, str]] = {}
    for kind in PARAMETERS:
        names = PublishedName.objects.public().filter(kind=kind, folded__contains=folded)
        ordered = names.order_by(closeness, Length("folded"), "pk").values_list("code", "name", "folded")
        for code, name, spelt in ordered[:MOST_CANDIDATES]:
            if f" {folded}" in f" {spelt}":
                found.setdefault(kind, {}).setdefault(code, name)
    return found


def _counted(kind: NameKind, codes: list[str]) -> dict[str, int]:
    """How many current incidents name each of some codes; those that none names are left out."""
    if not codes:
        return {}
    table, column = PublishedIncident._meta.db_table, COLUMNS[kind]  # noqa: SLF001  documented, in spite of its name
    values = f"unnest({column})" if kind in MANY else f"unnest(ARRAY[{column}])"
    named = f"{column} && %s::varchar[]" if kind in MANY else f"{column} = ANY(%s)"
    statement = f"""
        SELECT code, count(*) FROM {table}, LATERAL {values} AS code
        WHERE upper(known) IS NULL AND status = 'live' AND {named} AND code = ANY(%s) GROUP BY code
    """  # noqa: S608  names of columns
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(statement, [codes, codes])
        return dict(cursor.fetchall())
