"""What we make of a claim: computed, decided otherwise with a public reason, and never surer than its evidence."""

import re
from typing import Any

import pytest
from django.test import Client

from incidents.choices import Stance
from incidents.models import Assertion, Citation, Incident, Speaker
from incidents.selectors.content import public_content
from incidents.selectors.origins import _grouped
from incidents.services.asserting import assert_claim
from incidents.services.citing import cite
from incidents.services.inputs import AttributionValue, CasualtyValue, Claim, SpeakerPerson
from incidents.services.letting_in import let_in
from incidents.services.people import record_actor, record_speaker, relate
from incidents.services.publishing import publish
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db


def toll_of(incident: Incident) -> Assertion:
    return Assertion.objects.get(incident=incident, casualty__measure="killed")


def shown(client: Client, people: Desk, incident: Incident) -> dict[str, Any]:
    """The public claim about the killed, and the words of the page, once it is published."""
    publish(actor=people.publisher, incident=making.approved(people, incident))
    document = client.get(f"/incidents/{incident.public_id}.json").json()["content"]
    (claim,) = (one for one in document["claims"] if one["kind"] == "casualty")
    return {**claim, "page": text_of(client.get(f"/incidents/{incident.public_id}/"))}


def unnamed(people: Desk) -> Speaker:
    person = SpeakerPerson(naming="anonymous", description="an official", anonymity_reason="asked not to be named")
    return record_speaker(actor=people.editor, person=person)


def test_a_second_origin_corroborates_and_a_copy_does_not(client: Client, people: Desk, incident: Incident) -> None:
    toll, report = toll_of(incident), making.source(people.editor)
    cite(actor=people.editor, incident=incident, target=toll, quote=making.quoted(report, "twelve dead")[0])
    claim = shown(client, people, incident)
    assert (claim["verification"], claim["origins"]) == ("corroborated", 2)
    cited = [[one] for one in sorted(citation["id"] for citation in claim["citations"])]
    assert sorted(claim["origin_groups"]) == cited
    assert re.search(r"2 sources, 2 independent: \( \d \), \( \d \)", claim["page"])


def test_the_order_of_origins_tells_nothing_of_how_many_sources_there_are() -> None:
    first, second = Citation(source_id=9), Citation(source_id=10)  # in the order of their citations, and of numbers
    assert _grouped([first, second], []) == [[first], [second]]


def test_a_source_that_contradicts_makes_it_disputed(client: Client, people: Desk, incident: Incident) -> None:
    against = making.quoted(making.source(people.editor), "nobody died", stance=Stance.CONTRADICTS)[0]
    cite(actor=people.editor, incident=incident, target=toll_of(incident), quote=against)
    claim = shown(client, people, incident)
    assert (claim["verification"], claim["verification_reason"]) == ("disputed", "")


def test_a_confidential_source_disputes_nothing_outside(client: Client, people: Desk, incident: Incident) -> None:
    secret = making.source(people.editor, confidential=True)
    for person in (people.reviewer, people.publisher):
        let_in(actor=people.editor, source=secret, person=person)
    against = making.quoted(secret, "nobody died", stance=Stance.CONTRADICTS)[0]
    cite(actor=people.editor, incident=incident, target=toll_of(incident), quote=against)
    assert shown(client, people, incident)["verification"] == "single_origin"


def test_another_verdict_takes_a_reason_that_readers_see(
    client: Client, editor: Sitting, people: Desk, incident: Incident
) -> None:
    at = {"uid": incident.uid, "claim": toll_of(incident).uid}
    page = editor.fill("claim", {"verification": "disputed"}, **at)
    assert page.status_code == 422
    assert "Why our verdict is another: Say why our verdict is another than" in problems(page)[0]

    reason = "The hospital gave another figure by telephone."
    editor.fill("claim", {"verification": "disputed", "verification_reason": reason}, **at)
    assert f"Disputed: {reason}" in text(editor.get("incident", uid=incident.uid))
    claim = shown(client, people, incident)
    assert (claim["verification"], claim["verification_computed"]) == ("disputed", "single_origin")
    assert claim["verification_reason"] == reason
    assert f"Our assessment: Disputed. {reason} By themselves the sources add up to: single origin." in claim["page"]


def test_what_is_refuted_gives_no_public_value(
    client: Client, editor: Sitting, people: Desk, incident: Incident
) -> None:
    refuted = {"verification": "refuted", "verification_reason": "The list of names was forged."}
    editor.fill("claim", refuted, uid=incident.uid, claim=toll_of(incident).uid)
    claim = shown(client, people, incident)
    incident.refresh_from_db()
    assert (claim["verification"], incident.killed_best) == ("refuted", None)
    assert "Killed Unknown" in claim["page"]


def test_a_verdict_is_taken_back_with_its_reason(editor: Sitting, incident: Incident) -> None:
    at = {"uid": incident.uid, "claim": toll_of(incident).uid}
    editor.fill("claim", {"verification": "refuted", "verification_reason": "Forged."}, **at)
    editor.fill("claim", {"verification": "unreviewed"}, **at)
    assert toll_of(incident).verification_reason == ""


def test_unnamed_voices_alone_never_make_us_sure(editor: Sitting, people: Desk, incident: Incident) -> None:
    toll = toll_of(incident)
    said = toll.citations.get()
    said.speaker = unnamed(people)
    said.save()
    sure = {"confidence": "high", "rationale": "They were there."}
    page = editor.fill("claim", sure, uid=incident.uid, claim=toll.uid)
    assert page.status_code == 422
    assert "Only unnamed people say so: confidence stays at moderate" in problems(page)[0]
    assert "They were there." in text(page)
    assert editor.fill("claim", sure | {"confidence": "moderate"}, uid=incident.uid, claim=toll.uid).status_code == 302

    minister = record_speaker(actor=people.editor, person=SpeakerPerson(name="A Minister"))
    named = making.quoted(making.source(people.editor), "twelve", speaker=minister)[0]
    citation = cite(actor=people.editor, incident=incident, target=toll, quote=named)
    assert editor.fill("claim", sure, uid=incident.uid, claim=toll.uid).status_code == 302
    taken = editor.fill("citation_remove", {}, uid=incident.uid, citation=citation.uid)
    assert "Only unnamed people say so" in problems(taken)[0]


@pytest.mark.parametrize("confidence", ["moderate", "high"])
def test_confidence_takes_a_rationale(editor: Sitting, incident: Incident, confidence: str) -> None:
    page = editor.fill("claim", {"confidence": confidence}, uid=incident.uid, claim=toll_of(incident).uid)
    assert problems(page) == ["Why we are that sure: Say why, from moderate confidence up."]


def named(people: Desk, incident: Incident, actor: str, ground: str) -> None:
    group = record_actor(actor=people.editor, name=actor, kind="organisation")
    polarity = "denied" if ground == "denial" else "affirmed"
    cited = making.quoted(making.source(people.editor), f"{actor}, it said")
    claim = Claim(
        value=AttributionValue(actor=group, ground=ground), citations=cited, modality="assessed", polarity=polarity
    )
    assert_claim(actor=people.editor, incident=incident, claim=claim)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([("A", "accusation")], "unclaimed"),
        ([("A", "responsibility_claim"), ("B", "accusation")], "claimed"),
        ([("A", "responsibility_claim"), ("B", "intelligence_assessment")], "contested"),
        ([("A", "responsibility_claim"), ("Branch of A", "intelligence_assessment")], "attributed"),
        ([("A", "intelligence_assessment"), ("A", "denial")], "contested"),
        ([("A", "court_finding"), ("B", "responsibility_claim")], "adjudicated"),
    ],
)
def test_who_did_it_stands_where_what_is_said_puts_it(
    client: Client, people: Desk, incident: Incident, said: list[tuple[str, str]], state: str
) -> None:
    whole, branch = (record_actor(actor=people.editor, name=name, kind="organisation") for name in ("A", "Branch of A"))
    relate(actor=people.editor, named=branch, other=whole, kind="branch_of", since="2015")
    for actor, ground in said:
        named(people, incident, actor, ground)
    publish(actor=people.publisher, incident=making.approved(people, incident))
    assert client.get(f"/incidents/{incident.public_id}.json").json()["content"]["attribution"]["state"] == state


def test_a_branch_that_began_later_does_not_go_together(client: Client, people: Desk, incident: Incident) -> None:
    whole, branch = (record_actor(actor=people.editor, name=name, kind="organisation") for name in ("A", "B"))
    relate(actor=people.editor, named=branch, other=whole, kind="branch_of", since="2025")
    for actor, ground in (("A", "responsibility_claim"), ("B", "intelligence_assessment")):
        named(people, incident, actor, ground)
    publish(actor=people.publisher, incident=making.approved(people, incident))
    attribution = client.get(f"/incidents/{incident.public_id}.json").json()["content"]["attribution"]
    assert attribution["state"] == "contested"
    assert [one["relation"] for one in attribution["pairs"]] == ["contradictory"]
    sentence = "A and B are both named, and neither is a branch of the other: at most one is right."
    assert attribution["pairs"][0]["text"] == sentence
    assert sentence in text_of(client.get(f"/incidents/{incident.public_id}/"))


def test_two_figures_are_two_answers_and_no_dispute(client: Client, people: Desk, incident: Incident) -> None:
    report = making.source(people.editor)
    other = Claim(value=CasualtyValue(measure="wounded", verbatim="30"), citations=making.quoted(report, "30 wounded"))
    assert_claim(actor=people.editor, incident=incident, claim=other)
    third = Claim(value=CasualtyValue(measure="killed", verbatim="14"), citations=making.quoted(report, "14 killed"))
    assert_claim(actor=people.editor, incident=incident, claim=third)
    publish(actor=people.publisher, incident=making.approved(people, incident))
    claims = client.get(f"/incidents/{incident.public_id}.json").json()["content"]["claims"]
    assert {one["verification"] for one in claims} == {"single_origin"}


def test_a_confidential_claim_moves_no_public_state(client: Client, people: Desk, incident: Incident) -> None:
    group = record_actor(actor=people.editor, name="A", kind="organisation")
    value = AttributionValue(actor=group, ground="intelligence_assessment")
    secret = making.source(people.editor, confidential=True)
    claim = Claim(value=value, citations=making.quoted(secret, "it was they"))
    assert_claim(actor=people.editor, incident=incident, claim=claim)
    making.claimed(people.editor, incident)
    incident.refresh_from_db()
    assert incident.attribution_state == "contested"
    assert public_content(incident)["attribution"]["state"] == "claimed"
