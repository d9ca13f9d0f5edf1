"""Synthetic incidents are published in bulk on the way of all others, guarded by the same triggers."""

from dataclasses import replace

import pytest

from accounts.roles import Role
from incidents.choices import State
from incidents.models import Approval, Contribution, Incident, LogEntry, Publication, PublishedIncident, Version
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.canonical import canonical_bytes
from incidents.rules.record import logged_bytes, logged_document
from incidents.rules.refusals import NotAllowedError, RefusedError, StateConflictError
from incidents.selectors.integrity import problems
from incidents.services.flat import flat_row
from incidents.services.synthesising import Crew, Prepared, Synthetic, prepare, publish_synthetic
from incidents.workflow import move_all
from tests import making

pytestmark = pytest.mark.django_db

DERIVED = {"version", "known", "search"}


def crew() -> Crew:
    people = making.desk()
    return Crew(author=people.editor, reviewer=people.reviewer, publisher=people.publisher)


def batch(size: int = 3, **changes: object) -> list[Prepared]:
    """Documents in the shape of a published one, labelled as demonstration data."""
    real = making.published(killed="7")
    content = Version.objects.get(public_id=real.public_id).content | {"demonstration": True} | changes
    place = making.kerman().pk
    return [
        prepare(Synthetic(content=content | {"title": f"Synthetic incident {number}"}, place=place, site=(57.1, 30.3)))
        for number in range(1, size + 1)
    ]


def synthetic() -> PublishedIncidentQuerySet:
    return PublishedIncident.objects.filter(title__startswith="Synthetic").order_by("public_id")


def test_a_batch_is_written_approved_published_and_logged() -> None:
    people = crew()
    publish_synthetic(crew=people, batch=batch())

    assert list(synthetic().values_list("public_id", flat=True)) == [
        "INC-2024-000002",
        "INC-2024-000003",
        "INC-2024-000004",
    ]
    assert list(problems(alias="default")) == []
    assert LogEntry.objects.count() == 4
    for made in Incident.objects.filter(title__startswith="Synthetic"):
        assert (made.state, made.published_number, made.killed_best, made.revision) == (State.PUBLISHED, 1, 7, 1)
        assert list(made.transitions.order_by("pk").values_list("target", flat=True)) == [
            "in_review",
            "approved",
            "published",
        ]
        assert Contribution.objects.get(incident=made).by == people.author
        assert Approval.objects.get(incident=made).approver == people.reviewer
        assert Publication.objects.get(incident=made).published_by == people.publisher


def test_its_flat_rows_are_those_that_follow_from_the_versions() -> None:
    publish_synthetic(crew=crew(), batch=batch())
    for row in synthetic().select_related("version"):
        again = flat_row(row.version)
        for column in PublishedIncident._meta.concrete_fields:
            if column.name not in DERIVED:
                assert getattr(row, column.attname) == getattr(again, column.attname), column.name
        assert row.known.lower == row.version.published_at


def test_a_second_batch_goes_on_where_the_first_ended() -> None:
    people, first = crew(), batch()
    publish_synthetic(crew=people, batch=first)
    publish_synthetic(crew=people, batch=[prepare(one.synthetic) for one in first])
    assert synthetic().count() == 6
    assert list(problems(alias="default")) == []
    next_one = making.published()
    assert next_one.public_id == "INC-2024-000008"


def test_only_demonstration_data_may_be_synthetic() -> None:
    with pytest.raises(RefusedError, match="Only demonstration data"):
        batch(demonstration=False)


def test_what_takes_two_approvals_is_refused() -> None:
    with pytest.raises(RefusedError, match="high risk"):
        batch(killed={"low": 51, "best": 51, "high": 51, "text": "51", "why": {"claims": []}})


@pytest.mark.parametrize("part", ["author", "publisher"])
def test_nobody_approves_or_publishes_who_may_not(part: str) -> None:
    people = crew()
    wrong = replace(people, reviewer=people.author) if part == "author" else replace(people, publisher=people.author)
    with pytest.raises(NotAllowedError):
        publish_synthetic(crew=wrong, batch=batch())
    assert not synthetic().exists()


def test_many_move_together_or_none() -> None:
    people = making.desk()
    here, there = making.incident(people.editor), making.incident(people.editor, title="Another")
    move_all([here.pk], State.DRAFT, State.IN_REVIEW, actor=people.editor)
    with pytest.raises(StateConflictError):
        move_all([here.pk, there.pk], State.DRAFT, State.IN_REVIEW, actor=people.editor)
    with pytest.raises(StateConflictError, match="No way leads"):
        move_all([there.pk], State.DRAFT, State.PUBLISHED, actor=people.editor)
    there.refresh_from_db()
    assert there.state == State.DRAFT


def test_what_the_log_hashes_is_put_together_from_the_bytes_of_the_content() -> None:
    version = Version.objects.get(public_id=making.published().public_id)
    assert logged_bytes(version, canonical_bytes(version.content)) == canonical_bytes(logged_document(version))


def test_a_reviewer_is_needed() -> None:
    people = crew()
    with pytest.raises(NotAllowedError):
        publish_synthetic(crew=replace(people, reviewer=making.person(Role.CONTRIBUTOR)), batch=batch())
