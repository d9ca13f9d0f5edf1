"""Write down the names that a published document uses, so that readers can find by them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from incidents.choices import NameKind
from incidents.models import PublishedName
from incidents.rules.folding import fold
from incidents.rules.names import place_code

LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Named:
    """A name of somebody or something in a document."""

    kind: NameKind
    code: str
    name: str
    main: bool = True


def names_in(content: dict[str, Any]) -> Iterator[Named]:
    """Every name that a document gives, those that are shown first."""
    place = content["place"] or {}
    if place:
        yield from _place(place)
    for actor in content.get("actors", ()):
        yield Named(NameKind.ACTOR, actor["actor"], actor["name"])
        for alias in actor["aliases"]:
            yield Named(NameKind.ACTOR, actor["actor"], alias["name"], main=False)
    for source in content["sources"]:
        if source["cited"]:
            yield Named(NameKind.PUBLISHER, source["publisher"]["id"], source["publisher"]["name"])
            yield Named(NameKind.SOURCE, source["id"], source["title"])


def _place(place: dict[str, Any]) -> Iterator[Named]:
    code = place_code(place["name"], place["country_code"])
    yield Named(NameKind.COUNTRY, place["country_code"], place["country_name"])
    yield Named(NameKind.PROVINCE, place["province_code"], place["province_name"])
    yield Named(NameKind.PLACE, code, place["name"])
    for name in (place["native_name"], *place.get("other_names", ())):
        yield Named(NameKind.PLACE, code, name, main=False)


def write_names(documents: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Add the names in published documents that are not on record yet. Called inside a transaction.

    ``documents`` are keys of versions with their contents.
    """
    found: dict[tuple[str, str, str, bool], PublishedName] = {}
    for version_id, content in documents:
        for one in names_in(content):
            name = one.name[:LONGEST]
            if one.code and name and (key := (one.kind, one.code, name, one.main)) not in found:
                found[key] = PublishedName(
                    kind=one.kind,
                    code=one.code,
                    name=name,
                    folded=fold(name)[:LONGEST],
                    main=one.main,
                    version_id=version_id,
                )
    PublishedName.objects.bulk_create(found.values(), ignore_conflicts=True, batch_size=1_000)
