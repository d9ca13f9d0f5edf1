"""What must always hold of the record, whatever was done: asked of the database and of the public addresses."""

from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db import connection

from incidents.models import Incident, LogEntry, PublishedIncident, Version
from incidents.rules.canonical import canonical_bytes, sha256_hex
from incidents.selectors.content import public_content
from incidents.selectors.integrity import problems
from incidents.services.flat import flat_row, tombstone_row
from tests.machine.newsroom import SECRET

NOT_OF_THE_CONTENT = {"known", "under_review", "search"}
SAID = ("title", "occurred", "place", "killed", "attribution", "summary", "statements", "links", "criteria")
WORK = """
    SELECT DISTINCT c.by_id FROM incidents_contribution c
    WHERE c.incident_id = %s AND c.revision <= %s AND c.revision > %s
"""


def check_record() -> None:
    """Every promise of the record, in turn."""
    check_numbers()
    check_rows()
    check_approvals()
    check_silence()
    assert list(problems()) == []


def check_numbers() -> None:
    """Versions of each incident run from 1 without a gap, the log's positions from 0; time never goes back."""
    numbers: dict[str, int] = {}
    entries = list(LogEntry.objects.select_related("version").order_by("position"))
    assert [entry.position for entry in entries] == list(range(len(entries)))
    assert len(entries) == Version.objects.count()
    for before, after in pairwise(entries):
        assert before.version.published_at < after.version.published_at
    for entry in entries:
        version = entry.version
        assert version.number == numbers.get(version.public_id, 0) + 1
        numbers[version.public_id] = version.number


def check_rows() -> None:
    """The flat rows are a function of the versions, one current row for each incident, the newest."""
    rows = {row.pk: row for row in PublishedIncident.objects.all()}
    versions = {version.pk: version for version in Version.objects.all()}
    assert rows.keys() == versions.keys()
    for pk, version in versions.items():
        build = flat_row if version.content["schema"].startswith("attest-incident/") else tombstone_row
        assert _columns(rows[pk]) == _columns(build(version))
        later = [
            one for one in versions.values() if (one.public_id, one.number) == (version.public_id, version.number + 1)
        ]
        assert rows[pk].known.lower == version.published_at
        assert rows[pk].known.upper == (later[0].published_at if later else None)


def _columns(row: PublishedIncident) -> dict[str, Any]:
    names = [column.attname for column in row._meta.concrete_fields if column.name not in NOT_OF_THE_CONTENT]
    return {name: str(getattr(row, name)) for name in names}


def check_approvals() -> None:
    """Every version that says something was approved, exactly so, by somebody who wrote none of what was new in it."""
    for incident in Incident.objects.exclude(public_id=None):
        since = 0
        for publication in incident.publications.order_by("number"):
            version = Version.objects.get(public_id=incident.public_id, number=publication.number)
            assert version.content_sha256 == sha256_hex(canonical_bytes(version.content))
            if version.content["schema"].startswith("attest-tombstone/"):
                continue
            approval = incident.approvals.get(publications=publication)
            assert (approval.content_sha256, approval.revision) == (version.content_sha256, publication.revision)
            assert approval.approver_id not in _authors(incident, publication.revision, since)
            since = publication.revision


def _authors(incident: Incident, upto: int, above: int) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(WORK, [incident.pk, upto, above])
        return {row[0] for row in cursor.fetchall()}


def check_says_again(uid: UUID, number: int) -> None:
    """The desk says what a version said, word for word, wherever its claims are still the incident's own."""
    incident = Incident.objects.get(uid=uid)
    then = Version.objects.get(public_id=incident.public_id, number=number).content
    now = public_content(incident)
    told = {one["id"]: one for one in then["claims"]}
    own = {str(key) for key in incident.assertions.values_list("uid", flat=True)}
    again = [one for one in now["claims"] if one["id"] in told]
    assert again == [one for one in then["claims"] if one["id"] in own]
    assert all(one["verification"] == "withdrawn" for one in now["claims"] if one["id"] not in told)
    if told.keys() <= own:
        assert {part: now[part] for part in SAID} == {part: then[part] for part in SAID}


def check_silence() -> None:
    """Nothing confidential is in the record."""
    for version in Version.objects.all():
        assert SECRET.encode() not in canonical_bytes(version.content)
    for row in PublishedIncident.objects.all():
        assert SECRET.lower() not in str(vars(row)).lower()
