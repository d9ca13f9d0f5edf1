"""Two incidents become one: proposed by a senior, approved by others, and nothing changes for readers before that."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from incidents.choices import LinkKind, State
from incidents.models import Incident, IncidentLink, PublishedIncident, Regrouping, Version
from incidents.services.context import link
from incidents.services.publishing import publish
from incidents.services.regrouping import merge
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, text
from tests.making import Desk
from tests.public.reading import heading, text_of
from tests.regrouping.conftest import Two, proposed

pytestmark = pytest.mark.django_db
FORMS = (
    "/incidents/{}/",
    "/incidents/{}.json",
    "/incidents/{}.geojson",
    "/incidents/{}.stix.json",
    "/incidents/{}.prov.json",
    "/api/v1/incidents/{}/",
)


def content_of(client: Client, made: Incident) -> Any:
    return client.get(f"/incidents/{made.public_id}.json").json()["content"]


def test_a_senior_sees_both_side_by_side_before_proposing(two: Two) -> None:
    page = Sitting(two.senior).send("merge", {"other_query": "blasts", "action": "find_incident"}, uid=two.lost.uid)
    assert [str(uid) for uid in page.context["forms"]["merge"].offered] == [str(two.kept.uid)]

    shown = text(Sitting(two.senior).send("merge", {"other": str(two.kept.uid), "action": "compare"}, uid=two.lost.uid))
    assert "5 claims, 1 reaction, 1 link, with 7 citations." in shown
    assert "12 killed" in shown
    assert "The summary of the incident that is merged stays with it" in shown
    assert not Regrouping.objects.exists()


def test_what_the_two_say_differently_is_shown_before_it_clashes(people: Desk, senior: User) -> None:
    one, other = making.incident(people.editor, killed="12"), making.incident(people.editor, killed="14")
    page = Sitting(senior).client.get(f"/desk/incidents/{one.uid}/merge/?other={other.uid}")

    assert "Killed: “12” and “14” will both be recommended." in text(page)


def test_readers_see_nothing_change_until_the_merge_is_published(client: Client, two: Two) -> None:
    before = [content_of(client, one) for one in (two.lost, two.kept)]
    page = proposed(Sitting(two.senior), two)

    assert page["Location"] == f"/desk/incidents/{two.kept.uid}/"
    assert [content_of(client, one) for one in (two.lost, two.kept)] == before
    for one in (two.lost, two.kept):
        shown = client.get(f"/incidents/{one.public_id}/")
        assert (shown.status_code, "Changes under review" in text_of(shown)) == (200, True)
    two.lost.refresh_from_db()
    two.kept.refresh_from_db()
    assert (two.lost.state, two.kept.state) == (State.MERGED, State.DRAFT)


def test_once_published_the_address_leads_on_in_every_form(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()

    for form in FORMS:
        answer = client.get(form.format(two.lost.public_id))
        assert answer.status_code == 301
        assert answer["Location"].endswith(form.format(two.kept.public_id))
    assert content_of(client, two.kept)["lineage"]["merged_from"] == [two.lost.public_id]
    assert f"Merged into this one: {two.lost.public_id}" in text_of(client.get(f"/incidents/{two.kept.public_id}/"))
    assert [one.kind for one in Version.objects.order_by("published_at")][-2:] == ["merge", "merge"]


def test_what_was_merged_is_found_under_one_id_only(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()
    found = client.get("/incidents.json?q=blast").json()
    assert [one["id"] for one in found["incidents"]] == [two.kept.public_id]


def test_the_survivor_has_every_claim_reaction_and_warning_with_its_citations(client: Client, two: Two) -> None:
    lost = content_of(client, two.lost)
    two.merge()
    two.publish_merge()
    kept = content_of(client, two.kept)

    for part in ("claims", "statements", "warnings", "links"):
        assert [one for one in lost[part] if one not in kept[part]] == []
    assert kept["killed"]["text"] == "12"


def test_old_versions_stay_and_say_where_it_went(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()

    old, last = (client.get(f"/incidents/{two.lost.public_id}/v/{number}/") for number in (1, 2))
    assert heading(old) == "The first blast"
    assert "version 1 of an incident that has been merged into another. Reason: Both describe" in text_of(old)
    assert heading(last) == "This incident has been merged into another"
    assert f"It lives on in {two.kept.public_id} ." in text_of(last)


def test_the_record_answers_as_it_stood_before_the_merge(client: Client, two: Two) -> None:
    two.merge()
    before = Version.objects.order_by("-published_at")[0].published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    two.publish_merge()

    then = client.get(f"/incidents/{two.lost.public_id}/?as_of={before}")
    assert heading(then) == "The first blast"
    now = client.get(f"/incidents/{two.lost.public_id}/?as_of=2100-01-01")
    assert now["Location"] == f"/incidents/{two.kept.public_id}/?as_of=2100-01-01"


def test_the_version_is_of_the_kind_merge_and_of_no_other(two: Two) -> None:
    two.merge()
    making.approved(two.people, two.kept)
    publisher = Sitting(two.people.publisher)
    page = publisher.publish(two.kept, kind="update", summary="Something else.")
    assert page.status_code == 422
    assert PublishedIncident.objects.get(public_id=two.lost.public_id).status == "live"

    publisher.send("publish", {"kind": "merge", "summary": "Two entries are one now."}, uid=two.kept.uid)
    two.kept.refresh_from_db()
    assert two.kept.state == State.PUBLISHED


def test_a_draft_that_is_merged_leaves_no_trace_outside(client: Client, two: Two, people: Desk) -> None:
    draft = making.incident(people.editor, title="A draft of which nobody must know")
    merge(actor=two.senior, loser=draft, survivor=two.kept, reason="Both describe one event.")
    making.republished(people, two.kept, kind="correction", summary="Sources added.")

    assert Version.objects.filter(public_id=two.kept.public_id).count() == 2
    assert content_of(client, two.kept)["lineage"]["merged_from"] == []
    assert "nobody must know" not in client.get(f"/incidents/{two.kept.public_id}/").content.decode()


def test_chains_lead_to_the_last_whether_published_together_or_one_by_one(client: Client, two: Two) -> None:
    third, fourth = (making.published(two.people, title=title) for title in ("The third", "The fourth"))
    two.merge()
    two.publish_merge()
    merge(actor=two.senior, loser=two.kept, survivor=third, reason="One event.")
    merge(actor=two.senior, loser=third, survivor=fourth, reason="One event too.")
    making.republished(two.people, fourth, kind="merge", summary="All are one.")

    for one in (two.lost, two.kept, third):
        assert client.get(f"/incidents/{one.public_id}/")["Location"] == f"/incidents/{fourth.public_id}/"
    expected = sorted(str(one.public_id) for one in (two.lost, two.kept, third))
    assert content_of(client, fourth)["lineage"]["merged_from"] == expected


def test_a_link_to_what_was_merged_goes_on_to_where_it_lives_on(client: Client, two: Two) -> None:
    told = making.incident(two.people.editor, title="Told together")
    to = IncidentLink(other=two.lost, kind=LinkKind.MENTIONED_TOGETHER)
    link(actor=two.people.editor, incident=told, to=to)
    publish(actor=two.people.publisher, incident=making.approved(two.people, told))
    two.merge()
    two.publish_merge()

    assert f"The blasts {two.lost.public_id}" in text_of(client.get(f"/incidents/{told.public_id}/"))


def test_a_link_that_both_had_loses_no_citation(client: Client, two: Two) -> None:
    other = two.lost.links.get().other
    report = making.source(two.people.editor)
    to = IncidentLink(other=other, kind=LinkKind.BACKGROUND)
    link(
        actor=two.people.editor,
        incident=two.kept,
        to=to,
        citations=making.quoted(report, "as said before"),
        summary="Linked",
    )
    two.merge()
    two.publish_merge()
    (shown,) = content_of(client, two.kept)["links"]
    assert sorted(one["quote"] for one in shown["citations"]) == ["after the attack", "as said before"]


def test_a_possible_duplicate_is_decided_by_a_merge_or_as_two(two: Two, people: Desk) -> None:
    editor = Sitting(people.editor)
    for other in (two.lost, two.kept):
        draft = making.incident(people.editor)
        question = IncidentLink(other=other, kind=LinkKind.POSSIBLE_DUPLICATE)
        link(actor=people.editor, incident=draft, to=question)
        page = text(editor.get("incident", uid=draft.uid))
        assert f"/merge/?other={other.uid}" in page
        editor.send("no_duplicate", {"reason": "Another street."}, uid=draft.uid, link=question.pk)
        assert [one.kind for one in draft.links.all()] == [LinkKind.NOT_A_DUPLICATE]
        submit(actor=people.editor, incident=draft)


def test_a_duplicate_that_was_merged_is_a_question_no_more(two: Two) -> None:
    question = IncidentLink(other=two.lost, kind=LinkKind.POSSIBLE_DUPLICATE)
    link(actor=two.people.editor, incident=two.kept, to=question, summary="Looks alike")
    two.merge()
    two.publish_merge()
    assert two.lost.state == State.MERGED
