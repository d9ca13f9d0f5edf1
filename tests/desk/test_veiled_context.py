"""Whatever rests on a confidential source alone is told to nobody who may not see it.

Claims have tests of their own; these are about reactions, links, sentences, relations, warnings, edits and comments.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from accounts.models import User
from accounts.roles import Role
from incidents.models import Actor, Incident, IncidentLink, Notice, ReviewComment, Source, Statement
from incidents.selectors.content import public_content
from incidents.services.asserting import assert_claim
from incidents.services.capturing import capture_text
from incidents.services.citing import cite
from incidents.services.context import amend_warning, link, record_warning, state, warn_of
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    Claim,
    SpeakerPerson,
    WarningGiven,
    WarningValue,
)
from incidents.services.logging import summarise
from incidents.services.people import record_actor, record_speaker, relate
from incidents.services.reverting import undo
from incidents.services.reviewing import comment
from tests import making
from tests.desk.sitting import Sitting, address, text
from tests.isolation.scenes import scene
from tests.making import Desk

SECRET = "Zanzibarian"
"""A word that stands in everything that must not be told, and nowhere else."""
PARTS = ("values", "statements", "links", "summary")


@dataclass
class Resting:
    """A public incident to which one of every kind was added that rests on a confidential source alone."""

    people: Desk
    incident: Incident
    secret: Source
    branch: Actor
    stranger: User
    senior: User

    @property
    def at(self) -> dict[str, Any]:
        return {"uid": self.incident.uid}


@scene
def resting(_folder: Path) -> Resting:
    people = making.desk()
    secret = making.source(people.editor, confidential=True, title="A memorandum")
    made = making.published(people)
    editor, words = people.editor, making.quoted(secret, f"the {SECRET} office said")
    other = making.published(people, title="An earlier attack", when="1 March 2020")
    terms: dict[str, Any] = {"actor": editor, "incident": made, "summary": f"What the {SECRET} office says"}

    service = record_actor(actor=editor, name="The Service", kind="state_body")
    given = WarningGiven(warner=service, recipient=record_actor(actor=editor, name="Elsewhere", kind="state_body"))
    warning = record_warning(actor=editor, given=given)
    warn_of(warning=warning, **terms)
    value = WarningValue(warning=warning, aspect="existence", paraphrase=f"{SECRET} words")
    assert_claim(claim=Claim(value=value, citations=words), **terms)
    amended = WarningGiven(warner=service, recipient=given.recipient, channel=f"the {SECRET} line")
    amend_warning(warning=warning, given=amended, **terms)

    speaker = record_speaker(actor=editor, person=SpeakerPerson(name=f"A {SECRET} clerk"))
    state(statement=Statement(speaker=speaker, paraphrase=f"A {SECRET} view"), citations=words, **terms)
    link(to=IncidentLink(other=other, kind="aftermath", note=f"A {SECRET} note"), citations=words, **terms)
    told = making.quoted(making.source(editor), "two blasts")
    summarise(sentences=[("Two blasts.", told), (f"The {SECRET} sentence.", words)], **terms)
    branch = record_actor(actor=editor, name="Example Front", kind="organisation")
    whole = record_actor(actor=editor, name=f"{SECRET} Whole", kind="organisation")
    cite(target=relate(actor=editor, named=branch, other=whole, kind="branch_of"), quote=words[0], **terms)
    assert_claim(claim=Claim(value=CasualtyValue(measure="killed", verbatim="77"), citations=words), **terms)
    hurt = CasualtyValue(measure="wounded", verbatim="88", scope=SECRET)
    assert_claim(claim=Claim(value=hurt, citations=words), **terms)
    undo(**terms)

    review = made.reviews.earliest("pk")
    for part in PARTS:
        comment(actor=editor, review=review, text=f"Is the {SECRET} part right?", field=part)
    made.refresh_from_db()
    return Resting(people, made, secret, branch, making.person(Role.EDITOR), making.person(Role.SENIOR))


def pages(who: Sitting, resting: Resting) -> dict[str, Any]:
    """Every page on which something of it could stand."""
    history, stale = address("history", **resting.at), {"title": "x", "graphic": "no", "personal_data": "no"}
    made = resting.incident
    return {
        "incident": who.get("incident", **resting.at),
        "preview": who.client.get(address("preview", **resting.at), headers={"X-Fragment": "1"}),
        "history": who.client.get(f"{history}?from=1&to={made.revision}"),
        "review": who.get("review", **resting.at),
        "publish": who.get("publish", **resting.at),
        "summary": who.get("summary", **resting.at),
        "reaction": who.get("statement", **resting.at, statement=made.statements.get().uid),
        "link": who.get("link_cite", **resting.at, link=made.links.get().pk),
        "warning": who.get("claim_new", **resting.at, kind="warning"),
        "speakers": who.get("statement_new", **resting.at),
        "actor": who.get("actor", uid=resting.branch.uid),
        "relation": who.get("actor_relation", uid=resting.branch.uid, relation=resting.branch.relations.get().pk),
        "conflict": who.send("describe", stale | {"edit_summary": "x", "revision": 1}, **resting.at),
        "linked from": who.get("incident", uid=made.links.get().other.uid),
    }


def telling(who: Sitting, resting: Resting) -> set[str]:
    found = {name: text(page) for name, page in pages(who, resting).items()}
    found = {name: shown.replace(f'<option value="{SECRET} Whole">', "") for name, shown in found.items()}
    return {name for name, shown in found.items() if SECRET in shown}


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PUBLISHER])
def test_no_page_tells_what_rests_on_it(resting: Resting, role: Role) -> None:
    assert telling(Sitting(making.person(role)), resting) == set()


def test_lines_stand_in_its_place_and_its_own_pages_are_refused(resting: Resting) -> None:
    stranger = Sitting(resting.stranger)
    found = pages(stranger, resting)
    for thing in ("reaction", "link", "sentence"):
        assert f"A {thing} that rests on a confidential source" in text(found["incident"]), thing
    assert text(found["incident"]).count("A comment on what rests on a confidential source") == len(PARTS)
    for name in ("summary", "reaction", "link", "relation"):
        assert found[name].status_code == 403, name
        assert resting.secret.handle in text(found[name])
    written = resting.incident.contributions.exclude(summary="").count()
    hidden = text(stranger.get("history", **resting.at)).count("Withheld from you: it is about what rests on")
    assert hidden == written > len(PARTS)
    remark = ReviewComment.objects.earliest("pk")
    settled = stranger.send("comment_settle", {"action": "resolve"}, **resting.at, comment=remark.pk)
    assert settled.status_code == 403


def test_those_who_may_see_the_source_read_all_of_it(resting: Resting) -> None:
    told = {
        "incident",
        "preview",
        "history",
        "review",
        "summary",
        "reaction",
        "warning",
        "speakers",
        "actor",
        "conflict",
    }
    for who in (resting.people.editor, resting.senior):
        assert told <= telling(Sitting(who), resting)


def test_nobody_is_called_to_a_comment_that_they_may_not_read(resting: Resting) -> None:
    said = f"@{resting.stranger.display_name} @{resting.senior.display_name}, is that right?"
    review = resting.incident.reviews.earliest("pk")
    for part in ("title", "statements"):
        comment(actor=resting.people.editor, review=review, text=said, field=part)
    called = Notice.objects.filter(event="mentioned")
    assert called.filter(recipient=resting.senior).count() == 2
    assert called.filter(recipient=resting.stranger).count() == 1


def test_a_link_that_only_it_bears_out_is_not_published(resting: Resting) -> None:
    assert public_content(resting.incident)["links"] == []
    words = making.quoted(making.source(resting.people.editor), "after that attack")
    terms: dict[str, Any] = {"actor": resting.people.editor, "incident": resting.incident, "summary": "An open source"}
    cite(target=resting.incident.links.get(), quote=words[0], **terms)
    assert len(public_content(resting.incident)["links"][0]["citations"]) == 1


def test_what_is_withheld_makes_nothing_look_alike(people: Desk) -> None:
    secret = making.source(people.editor, confidential=True)
    making.incident(people.editor, report=secret, title="All of it withheld")
    partly = making.incident(people.editor, title="Part of it withheld")
    front = record_actor(actor=people.editor, name="Example Front", kind="organisation")
    named = Claim(value=AttributionValue(actor=front, ground="accusation"), citations=making.quoted(secret, "they"))
    assert_claim(actor=people.editor, incident=partly, claim=named)
    report = making.source(people.editor, title="Bombings in Kerman")
    told = "Two bombings in the city of Kerman killed 12 people on 3 January 2024. Example Front claimed the attack."
    at = {"uid": report.uid, "sha256": capture_text(actor=people.editor, source=report, text=told).sha256}
    same_actor = "the same actor is named"
    for person, knows in ((people.editor, True), (making.person(Role.EDITOR), False)):
        shown = text(Sitting(person).get("match", **at))
        assert "same day" in shown
        assert "Part of it withheld" in shown
        assert ("All of it withheld" in shown) is knows
        assert (same_actor in shown) is knows
