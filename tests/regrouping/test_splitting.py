"""One incident becomes two: what is about the other moves, nothing vanishes from the record, and it can go back."""

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.choices import State
from incidents.models import Incident, Regrouping
from incidents.selectors.content import content_hash, public_content
from incidents.services.asserting import supersede
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.public.reading import text_of
from tests.regrouping.conftest import Two, citations_by_place, publish_split, sent_split, split_off

pytestmark = pytest.mark.django_db


def test_what_was_ticked_begins_a_draft_with_its_citations(two: Two, whole: Incident) -> None:
    before = citations_by_place(whole)
    new = split_off(two, whole)

    assert (new.title, new.state, whole.state) == ("The second attack", State.DRAFT, State.DRAFT)
    assert (new.assertions.count(), new.statements.count(), whole.statements.count()) == (4, 1, 0)
    assert sum(map(len, citations_by_place(new, whole).values())) == sum(map(len, before.values()))
    assert (new.killed_best, new.attack_types) == (5, ["armed_assault"])
    assert not new.has_warning


def test_readers_lose_nothing_the_new_one_is_published_first_and_named_then(
    client: Client, two: Two, whole: Incident
) -> None:
    new = split_off(two, whole)
    page = Sitting(two.senior).send("submit", {"note": ""}, uid=whole.uid)
    assert page.status_code == 409
    assert "What was split off from it is not published yet" in text(page)

    publish_split(two, whole, new)
    content = client.get(f"/incidents/{whole.public_id}.json").json()
    assert (content["kind"], content["content"]["lineage"]["split_into"]) == ("split", [new.public_id])
    assert f"Split off from this one: {new.public_id}" in text_of(client.get(f"/incidents/{whole.public_id}/"))
    assert f"Split off from: {whole.public_id}" in text_of(client.get(f"/incidents/{new.public_id}/"))


def test_a_split_is_undone_and_the_empty_draft_closed(two: Two, whole: Incident) -> None:
    before, said = citations_by_place(whole), content_hash(public_content(whole))
    new = split_off(two, whole)
    Sitting(two.senior).send("regrouping", {"reason": "One after all."}, regrouping=Regrouping.objects.get().pk)
    new.refresh_from_db()

    assert (citations_by_place(whole), content_hash(public_content(whole))) == (before, said)
    assert new.state == State.REJECTED


def test_both_go_to_people_who_wrote_none_of_it(two: Two, whole: Incident) -> None:
    new = split_off(two, whole)
    submit(actor=two.senior, incident=new)
    for author in (two.senior, two.people.editor):
        page = Sitting(author).send("review_decide", {"decision": "approve", "revision": new.revision}, uid=new.uid)
        assert page.status_code == 403


def test_it_may_become_a_part(two: Two, whole: Incident) -> None:
    assert sent_split(two, whole, standing="part").status_code == 302
    assert Regrouping.objects.get().target.parent == whole


def test_everything_nothing_and_half_a_pair_are_refused(two: Two, whole: Incident) -> None:
    everything = [str(one.uid) for one in whole.assertions.all()]
    assert "Leave something" in problems(sent_split(two, whole, claims=everything))[0]
    assert "Claims that are about the new incident: Choose one." in problems(sent_split(two, whole, claims=[]))
    old, new = whole.assertions.filter(kind="casualty").order_by("pk")
    supersede(actor=two.people.editor, incident=whole, old=old, new=new, summary="Newer")
    page = sent_split(two, whole)
    assert "pick both or neither" in problems(page)[0]
    assert "The second attack" in text(page)
    assert not Regrouping.objects.exists()


def test_splitting_takes_a_senior_editor(two: Two, whole: Incident) -> None:
    two.senior = making.person(Role.PUBLISHER)
    assert sent_split(two, whole).status_code == 403
