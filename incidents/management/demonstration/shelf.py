"""What the incidents rest on: publishers, sources, speakers, actors and places, each made once."""

from datetime import date
from typing import Final

from django.contrib.gis.db.models.functions import Distance
from django.contrib.gis.geos import Point

from accounts.models import User
from incidents.choices import PlaceKind, PlacePrecision, Stance
from incidents.management.demonstration.entries import Entries, Entry
from incidents.management.demonstration.words import day, published
from incidents.models import Actor, Place, Publisher, Source, Speaker
from incidents.rules.folding import fold
from incidents.services.inputs import Quote, SourceItem, SpeakerPerson
from incidents.services.people import record_actor, record_speaker
from incidents.services.places import SAME_PLACE_DEGREES, record_place
from incidents.services.sources import derive, grade_publisher, record_publisher, record_source

AREAS: Final = {PlacePrecision.COUNTRY.value: PlaceKind.COUNTRY, PlacePrecision.PROVINCE.value: PlaceKind.PROVINCE}


class Shelf:
    """The objects behind the keys of the files. What an earlier run recorded is found again, not recorded twice."""

    def __init__(self, entries: Entries, *, actor: User) -> None:
        self.entries = entries
        self.actor = actor
        self._sources: dict[str, Source] = {}
        self._speakers: dict[str, Speaker] = {}
        self._actors: dict[str, Actor] = {}
        self._publishers: dict[str, Publisher] = {}

    def source(self, key: str) -> Source:
        """The source of this key, with what it rests on."""
        if key not in self._sources:
            entry = self.entries.sources[key]
            publisher = self.publisher(entry["publisher"])
            known = Source.objects.filter(publisher=publisher, title=entry["title"].strip()).first()
            self._sources[key] = source = known or self._record(entry, publisher)
            for derived in entry.get("derived_from", []):
                derive(actor=self.actor, source=source, origin=self.source(derived["source"]), kind=derived["kind"])
        return self._sources[key]

    def publisher(self, key: str) -> Publisher:
        """The publisher of this key, graded."""
        if key not in self._publishers:
            entry = self.entries.publishers[key]
            publisher = record_publisher(
                actor=self.actor,
                name=entry["name"],
                kind=entry["kind"],
                country_code=entry["country"],
                languages=tuple(entry["languages"]),
            )
            if publisher.reliability != entry["reliability"]:
                grade_publisher(
                    actor=self.actor,
                    publisher=publisher,
                    grade=entry["reliability"],
                    reason=entry["reliability_reason"],
                )
            self._publishers[key] = publisher
        return self._publishers[key]

    def speaker(self, named: str | Entry) -> Speaker:
        """The speaker of this key, or the one described in place."""
        entry = self.entries.speakers[named] if isinstance(named, str) else named
        key = str(sorted(entry.items()))
        if key not in self._speakers:
            person = SpeakerPerson(
                naming=entry["naming"],
                name=entry.get("name", ""),
                role_title=entry.get("role", ""),
                organisation=entry.get("organisation", ""),
                description=entry.get("description", ""),
                anonymity_reason=entry.get("anonymity_reason", ""),
                directness=entry.get("directness", "unknown"),
                actor=self.named(entry["actor"]) if entry.get("actor") else None,
            )
            same = {name: value for name, value in vars(person).items() if name not in {"actor", "directness"}}
            known = Speaker.objects.filter(**same).first()
            self._speakers[key] = known or record_speaker(actor=self.actor, person=person)
        return self._speakers[key]

    def named(self, key: str) -> Actor:
        """The actor of this key, with aliases."""
        if key not in self._actors:
            entry = self.entries.actors[key]
            aliases = tuple((one["name"], one["lang"], one["used_by"]) for one in entry.get("aliases", []))
            self._actors[key] = record_actor(actor=self.actor, name=entry["name"], kind=entry["kind"], aliases=aliases)
        return self._actors[key]

    def quote(self, entry: Entry) -> Quote:
        """The citation that an entry describes."""
        speaker = entry.get("speaker")
        return Quote(
            source=self.source(entry["source"]),
            quote=entry.get("quote", ""),
            locator=entry.get("locator", ""),
            stance=entry.get("stance", Stance.SUPPORTS),
            speaker=self.speaker(speaker) if speaker else None,
            said_on=day(entry.get("said_on")),
            reported_on=day(entry.get("reported_on")) or self._appeared(entry["source"]),
            translation=entry.get("translation", ""),
        )

    def place(self, entry: Entry) -> Place:
        """The gazetteer's place, or the village or island that it lacks, recorded."""
        area = AREAS.get(entry["precision"])
        places = Place.objects.filter(country_code=entry["country"]).defer("extent")
        if area == PlaceKind.COUNTRY:
            return places.get(kind=area)
        alike = places.filter(search_names__contains=f"\n{fold(entry['name'])}\n")
        if area:
            return alike.get(kind=area)
        kind = PlaceKind(entry.get("kind", PlaceKind.SETTLEMENT))
        at = point_of(entry["at"])
        close = alike.filter(kind=kind, point__dwithin=(at, SAME_PLACE_DEGREES))
        nearest = close.annotate(away=Distance("point", at)).order_by("away").first()
        return nearest or record_place(
            actor=self.actor, name=entry["name"], kind=kind, country_code=entry["country"], point=at
        )

    def _appeared(self, key: str) -> date | None:
        return day(self.entries.sources[key]["published"])

    def _record(self, entry: Entry, publisher: Publisher) -> Source:
        published_on, precision = published(entry["published"])
        item = SourceItem(
            publisher_name=publisher.name,
            publisher_kind=publisher.kind,
            title=entry["title"],
            kind=entry["kind"],
            lang=entry.get("lang", "en"),
            authors=tuple(entry.get("authors", [])),
            published_on=published_on,
            published_precision=precision,
            url=entry.get("url", ""),
            access=entry.get("access", "open"),
            rights=entry.get("rights", ""),
            credit=entry.get("credit", ""),
        )
        return record_source(actor=self.actor, item=item)


def point_of(position: list[float]) -> Point:
    """A position of the files (latitude, longitude) as a point in WGS 84."""
    latitude, longitude = position
    return Point(longitude, latitude, srid=4326)
