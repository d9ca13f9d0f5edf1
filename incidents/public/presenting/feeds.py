"""What became of the record, as entries of a feed: Atom (RFC 4287) with GeoRSS-Simple, and JSON Feed 1.1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.contrib.gis.feeds import GeoAtom1Feed
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point
from django.utils.feedgenerator import rfc3339_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from incidents.choices import VersionKind
from incidents.models.record import PublishedIncident
from incidents.public.frame import LICENCE_NAME, absolute
from incidents.public.presenting import ledger
from incidents.public.presenting.features import geometry
from incidents.public.presenting.results import Result, result
from incidents.selectors.record_ledger import Correction

ATOM: Final = "application/atom+xml; charset=utf-8"
JSON_FEED: Final = "application/feed+json"
JSON_FEED_VERSION: Final = "https://jsonfeed.org/version/1.1"
EMPTY_SINCE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The date of the feed of a record in which nothing stands yet."""

TOLERANCE: Final = 0.05
"""Degrees by which the outline of a district or province is simplified in a feed."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A feed: what it is of, where the same is a page, and when the record last grew."""

    title: str
    subtitle: str
    page_url: str
    feed_url: str
    updated: datetime


@dataclass(frozen=True, kw_only=True)
class Note:
    """An entry of a feed. ``shape`` is the published geometry of what it is about, outlines simplified; None where it
    is about no place, or nothing may be drawn.
    """

    id: str
    url: str
    title: str
    words: str
    published_at: datetime
    kind: str = ""
    shape: GEOSGeometry | None = None
    uncertainty_m: int | None = None


@dataclass(frozen=True, kw_only=True)
class Item(Note):
    """A version as an entry. Its id is the version's permanent address, so that it is one entry in every feed."""

    public_id: str
    number: int
    demonstration: bool


def item(one: Correction, row: PublishedIncident | None = None) -> Item:
    """A version as an entry; with its flat row also where it happened, how many and who says so."""
    entry = ledger.entry(one)
    return Item(
        id=absolute(entry.version_url),
        url=absolute(entry.compare_url or entry.version_url),
        title=_("%(kind)s: %(title)s") % {"kind": entry.kind, "title": entry.title},
        words=ledger.feed_words(entry) if row is None else news_words(entry, result(row, None, {})),
        published_at=entry.published_at,
        kind=VersionKind(one.version.kind).value,
        public_id=entry.id,
        number=entry.number,
        demonstration=entry.demonstration,
        shape=row.drawing if row else None,  # type: ignore[attr-defined]  # annotated by rows_of
        uncertainty_m=row.uncertainty_m if row else None,
    )


def news_words(entry: ledger.Entry, shown: Result) -> str:
    """What changed, and what stands now: when, where, how many and who says so. Of a first version nothing changed."""
    if not shown.title:  # a tombstone holds nothing but its reason
        return ledger.feed_words(entry)
    where = f"{shown.where} ({shown.precision.lower()})" if shown.precision else shown.where
    tolls = [f"{toll.term}: {toll.phrase}" for toll in shown.tolls]
    standing = [f"{shown.when_phrase}. {where}.", *tolls, _("Attributed to: %(who)s") % {"who": shown.attributed}]
    return ledger.feed_words(entry, standing)


class RecordFeed(GeoAtom1Feed):
    """An Atom feed that is as old as the record, and the same bytes until that grows: Django's takes an empty one's
    date from the clock.
    """

    def latest_post_date(self) -> datetime:
        """When the record last grew."""
        updated: datetime = self.feed["updated"]
        return updated

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Add how far from a point the place may lie (GeoRSS-Simple ``radius``, metres)."""
        super().add_item_elements(handler, item)
        if item.get("radius"):
            handler.addQuickElement("georss:radius", str(item["radius"]))


def atom(channel: Channel, items: Sequence[Note]) -> str:
    """The feed as Atom."""
    made = RecordFeed(
        title=channel.title,
        link=channel.page_url,
        description="",
        subtitle=channel.subtitle,
        feed_url=channel.feed_url,
        feed_guid=channel.feed_url,
        language="en",
        author_name="Attest",
        feed_copyright=LICENCE_NAME,
        updated=channel.updated,
    )
    for one in items:
        made.add_item(
            title=one.title,
            link=one.url,
            unique_id=one.id,
            description=one.words,
            pubdate=one.published_at,
            updateddate=one.published_at,
            categories=[one.kind] if one.kind else (),
            geometry=simple_shape(one.shape),
            radius=one.uncertainty_m if isinstance(one.shape, Point) else None,
        )
    return made.writeString("utf-8")


def simple_shape(shape: GEOSGeometry | None) -> Any:
    """A geometry as GeoRSS-Simple can say it: a point, one outline or, of an area in several parts, its box."""
    if isinstance(shape, MultiPolygon):
        return shape[0] if len(shape) == 1 else shape.extent
    return shape


def json_feed(channel: Channel, items: list[Item]) -> dict[str, Any]:
    """The feed as JSON Feed 1.1. What only this record says of an entry stands in ``_attest``."""
    return {
        "version": JSON_FEED_VERSION,
        "title": channel.title,
        "description": channel.subtitle,
        "home_page_url": channel.page_url,
        "feed_url": channel.feed_url,
        "language": "en",
        "authors": [{"name": "Attest", "url": absolute("/about/")}],
        "items": [_json_item(one) for one in items],
    }


def _json_item(one: Item) -> dict[str, Any]:
    when = rfc3339_date(one.published_at)
    return {
        "id": one.id,
        "url": one.url,
        "title": one.title,
        "content_text": one.words,
        "date_published": when,
        "date_modified": when,
        "tags": [one.kind],
        "_attest": {
            "about": absolute("/methods/"),
            "id": one.public_id,
            "version": one.number,
            "geometry": geometry(one.shape),
            "uncertainty_m": one.uncertainty_m,
            "demonstration": one.demonstration,
            "licence": LICENCE_NAME,
        },
    }
