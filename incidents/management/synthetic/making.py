"""Make synthetic incidents batch by batch: while one is written to the database, the next is made up."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from time import monotonic
from typing import Final

from accounts.models import User
from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.choices import ActorKind, PublisherKind, SourceKind
from incidents.management.synthetic.documents import Props, document, place_of, title
from incidents.management.synthetic.inventing import GROUPS, invent
from incidents.management.synthetic.terrain import Terrain
from incidents.models import Incident, Source
from incidents.selectors.content.sources import source_of
from incidents.services.inputs import SourceItem
from incidents.services.people import record_actor
from incidents.services.sources import record_source
from incidents.services.synthesising import Crew, Prepared, Synthetic, prepare, publish_synthetic

Report = Callable[[str], None]

BATCH: Final = 1_000
"""Incidents of one transaction. The guards look among those that are approved and not yet published: not too many."""

LANGUAGES: Final = ("en", "ar", "fr", "es", "ru")
"""One synthetic publisher for each, in which a reader can look for its language."""


def synthesise(number: int, report: Report) -> tuple[int, float]:
    """Add so many incidents and answer with their number and the seconds it took, the gazetteer's reading included."""
    started = monotonic()
    people = ensure_demonstration_people()
    crew = Crew(author=people[Role.EDITOR], reviewer=people[Role.REVIEWER], publisher=people[Role.PUBLISHER])
    props = make_props(crew.author)
    first = Incident.objects.filter(title__startswith=title(0)[:-6]).count() + 1
    with _collecting_seldom(), ThreadPoolExecutor(max_workers=1) as ahead:
        batches = _spans(first, number)
        waiting = ahead.submit(make_up, next(batches), props)
        for span in [*batches, range(0)]:
            batch = waiting.result()
            waiting = ahead.submit(make_up, span, props)
            publish_synthetic(crew=crew, batch=batch)
            done = span.start - first if span else number
            report(f"{done:,} of {number:,} published, {done / (monotonic() - started):,.0f} a second")
    return number, monotonic() - started


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let the gazetteer be, and look less often for circles among the documents, which have none."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def make_props(author: User) -> Props:
    """The sources and groups that synthetic incidents name, recorded once."""
    sources = [source_of(_source(author, language), cited=True) for language in LANGUAGES]
    groups = [
        record_actor(actor=author, name=f"Synthetic group {number:02}", kind=ActorKind.ORGANISATION)
        for number in range(1, GROUPS + 1)
    ]
    return Props(terrain=Terrain(), sources=sources, groups=groups)


def make_up(numbers: range, props: Props) -> list[Prepared]:
    """A batch, the same for the same numbers and gazetteer."""
    chance = Random(f"synthetic {numbers.start}")  # noqa: S311  nothing secret is drawn
    return [_prepared(number, props, chance) for number in numbers]


def _prepared(number: int, props: Props, chance: Random) -> Prepared:
    one = invent(number, props.terrain, chance)
    _precision, place = place_of(one, props.terrain)
    return prepare(Synthetic(content=document(one, props, chance), place=place.key, site=one.site))


def _spans(first: int, number: int) -> Iterator[range]:
    last = first + number
    return (range(start, min(start + BATCH, last)) for start in range(first, last, BATCH))


def _source(author: User, language: str) -> Source:
    item = SourceItem(
        publisher_name=f"Synthetic publisher ({language})",
        publisher_kind=PublisherKind.OTHER,
        title=f"Synthetic report ({language}), made up by a program",
        kind=SourceKind.OTHER,
        lang=language,
    )
    known = Source.objects.filter(title=item.title, publisher__name=item.publisher_name).first()
    return known or record_source(actor=author, item=item)
