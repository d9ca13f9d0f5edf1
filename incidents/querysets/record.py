"""Questions about the published record. Every one of them reads through the public database role."""

from typing import TYPE_CHECKING, Final, Self

from django.db import models
from django.db.models.expressions import RawSQL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from incidents.models.record.checkpoint import Checkpoint
    from incidents.models.record.download import DownloadOrder
    from incidents.models.record.element import PublishedElement
    from incidents.models.record.log import LogEntry, LogNode
    from incidents.models.record.name import PublishedName
    from incidents.models.record.permalink import Permalink
    from incidents.models.record.published import PublishedIncident
    from incidents.models.record.release import Release, ReleaseFile
    from incidents.models.record.report import ReportOutcome
    from incidents.models.record.version import Version
    from incidents.rules.merkle import Node

PUBLIC: Final = "public"
"""The database alias that the public side reads through."""

COLUMNS: Final = "columns"
"""The alias of rows that are asked of the columns in the process (``selectors.columns``); no database is behind it."""


def _known(moment: "datetime | None") -> RawSQL:
    """That the record held a row at a moment, in the words of the columns: ``known`` is there in two parts."""
    if moment is None:
        return RawSQL("known_to IS NULL", (), output_field=models.BooleanField())
    held = "known_from <= %s AND (known_to IS NULL OR known_to > %s)"
    return RawSQL(held, (moment, moment), output_field=models.BooleanField())  # noqa: S611 (words of ours)


class PublishedIncidentQuerySet(models.QuerySet["PublishedIncident"]):
    """The flat rows, as map, list and API ask for them."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else. Every public read starts here."""
        return self.using(PUBLIC)

    def current(self) -> Self:
        """What the record says now."""
        return self.filter(known__endswith__isnull=True)

    def as_of(self, moment: "datetime | None") -> Self:
        """What the record said at a moment of record time; now when there is none."""
        if self.db == COLUMNS:
            return self.filter(_known(moment))
        return self.current() if moment is None else self.filter(known__contains=moment)

    def live(self) -> Self:
        """Those that answer with an incident: no tombstones, no redirects."""
        return self.filter(status="live")

    def on_map(self) -> Self:
        """Those with a geometry that may be drawn."""
        return self.filter(geometry__isnull=False)

    def among(self, versions: "list[int]") -> Self:
        """Those of some versions: one parameter, however many."""
        chosen = RawSQL(
            "record_published_incident.version_id = ANY(%s)", (versions,), output_field=models.BooleanField()
        )
        return self.filter(chosen)

    def is_part(self, moment: "datetime | None") -> models.Q:
        """That a row is part of another incident which the record holds too, now or at a moment of record time."""
        rows = type(self)(self.model).using(COLUMNS if self.db == COLUMNS else PUBLIC).as_of(moment)
        whole = rows.filter(public_id=models.OuterRef("parent")).exclude(status="withdrawn")
        return ~models.Q(parent="") & models.Q(models.Exists(whole))

    def wholes(self) -> Self:
        """Those that are counted: without the parts of which the whole is among them, as it has their figures."""
        return self.filter(models.Q(parent="") | ~models.Exists(self.filter(public_id=models.OuterRef("parent"))))

    def newest_first(self) -> Self:
        """By the latest time at which it may have happened, then by id: a stable order."""
        return self.order_by(models.F("occurred_latest").desc(nulls_last=True), "-public_id")


class VersionQuerySet(models.QuerySet["Version"]):
    """The permanent versions."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)

    def of(self, public_id: str) -> Self:
        """All versions of one incident, newest first."""
        return self.filter(public_id=public_id).order_by("-number")


class LogEntryQuerySet(models.QuerySet["LogEntry"]):
    """The log of the record."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)

    def head(self) -> "LogEntry | None":
        """The newest entry, or nothing in an empty record."""
        return self.order_by("-position").first()


class LogNodeQuerySet(models.QuerySet["LogNode"]):
    """The inner nodes of the log's tree."""

    def those(self, nodes: "Iterable[Node]") -> Self:
        """Some of them, by their places in the tree."""
        return self.filter(pk__in=[(node.level, node.index) for node in nodes])


class CheckpointQuerySet(models.QuerySet["Checkpoint"]):
    """The signed heads of the log."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)

    def newest(self) -> "Checkpoint | None":
        """The last that was signed, or nothing."""
        return self.order_by("-size", "-signed_at").first()


class ReleaseQuerySet(models.QuerySet["Release"]):
    """The frozen editions."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)

    def newest(self) -> "Release | None":
        """The last that was made, or nothing."""
        return self.order_by("-cut_off").first()


class ReleaseFileQuerySet(models.QuerySet["ReleaseFile"]):
    """The files of the frozen editions."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)


class PermalinkQuerySet(models.QuerySet["Permalink"]):
    """The short addresses of queries."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)


class ReportOutcomeQuerySet(models.QuerySet["ReportOutcome"]):
    """The answers to reported errors."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)

    def of(self, reference: str) -> Self:
        """Every step of one report, newest first."""
        return self.filter(reference=reference).order_by("-pk")


class PublishedNameQuerySet(models.QuerySet["PublishedName"]):
    """The names that public documents use."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)


class PublishedElementQuerySet(models.QuerySet["PublishedElement"]):
    """Where the things stand that published documents hold."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)


class DownloadOrderQuerySet(models.QuerySet["DownloadOrder"]):
    """Who waits for which large file, by references that nobody guesses."""

    def public(self) -> Self:
        """Through the role that may read the record and nothing else."""
        return self.using(PUBLIC)

    def waiting(self) -> Self:
        """Those that nobody has given up."""
        return self.filter(given_up_at=None)
