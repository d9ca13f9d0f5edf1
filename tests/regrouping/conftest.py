"""Two incidents that may be one, and the people who decide."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from accounts.models import User
from accounts.roles import Role
from incidents.choices import LinkKind
from incidents.models import Citation, Incident, IncidentLink, Regrouping, Statement
from incidents.services.asserting import assert_claim
from incidents.services.context import link, record_warning, state, warn_of
from incidents.services.inputs import (
    CasualtyValue,
    CharacteristicValue,
    Claim,
    LocationValue,
    SpeakerPerson,
    TimeValue,
    WarningGiven,
    WarningValue,
)
from incidents.services.logging import summarise
from incidents.services.people import record_actor, record_speaker
from incidents.services.publishing import publish
from incidents.services.regrouping import merge
from incidents.services.reviewing import approve, submit
from tests import making
from tests.desk.sitting import Sitting
from tests.isolation.scenes import scene
from tests.making import Desk


@dataclass
class Two:
    """Two incidents at the desk, and everybody who works on them."""

    people: Desk
    senior: User
    lost: Incident
    kept: Incident

    def merge(self, reason: str = "Both describe one event.") -> None:
        """The senior proposes that they are one."""
        merge(actor=self.senior, loser=self.lost, survivor=self.kept, reason=reason)
        self.kept.refresh_from_db()

    def publish_merge(self) -> None:
        """Two others look at the merge, approve and publish it."""
        making.republished(self.people, self.kept, kind="merge", summary="Two entries of one event are one now.")
        self.lost.refresh_from_db()


@scene
def two_incidents(_folder: Path) -> Two:
    """Two public incidents; the one to be lost has every kind of thing that can move."""
    people, senior = making.desk(), making.person(Role.SENIOR)
    lost, kept = making.incident(people.editor, title="The first blast"), making.published(people, title="The blasts")
    furnish(people, lost, link_to=making.published(people, title="An earlier attack"))
    publish(actor=people.publisher, incident=making.approved(people, lost))
    return Two(people, senior, lost, kept)


@pytest.fixture
def two(two_incidents: Two) -> Two:
    return two_incidents


@pytest.fixture
def people(two: Two) -> Desk:
    return two.people


@pytest.fixture
def senior(two: Two) -> User:
    return two.senior


def furnish(people: Desk, made: Incident, *, link_to: Incident) -> None:
    """Give an incident a warning, a reaction, a link and a summary, each cited."""
    editor = people.editor
    report = making.source(editor)
    analyst = record_speaker(actor=editor, person=SpeakerPerson(naming="named", name="B. Analyst"))
    warner, warned = (record_actor(actor=editor, name=name, kind="state_body") for name in ("Exampleland", "Otherland"))
    warning = record_warning(actor=editor, given=WarningGiven(warner=warner, recipient=warned))
    warn_of(actor=editor, incident=made, warning=warning)
    said = WarningValue(warning=warning, aspect="existence", paraphrase="A warning was passed on.")
    assert_claim(actor=editor, incident=made, claim=Claim(value=said, citations=making.quoted(report, "was warned")))
    statement = Statement(speaker=analyst, paraphrase="Sees a wish for talks.")
    state(actor=editor, incident=made, statement=statement, citations=making.quoted(report, "wish for talks"))
    to = IncidentLink(other=link_to, kind=LinkKind.BACKGROUND)
    link(actor=editor, incident=made, to=to, citations=making.quoted(report, "after the attack"))
    summarise(actor=editor, incident=made, sentences=[("A blast.", making.quoted(report, "a blast"))])


def citations_by_place(*incidents: Incident) -> dict[str, list[tuple[int, str, str]]]:
    """Every citation of some incidents, by what it stands at and in what order: what a merge must not lose."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for one in incidents:
        holders = [*one.assertions.all(), *one.statements.all(), *one.links.all(), *one.summary.all()]
        for holder in holders:
            place = f"{one.pk} {type(holder).__name__} {holder.pk}"
            found[place] = [(cited.pk, str(cited.source_id), cited.quote) for cited in holder.citations.all()]
    assert sum(len(cited) for cited in found.values()) <= Citation.objects.count()
    return found


def proposed(sitting: Sitting, two: Two, **typed: Any) -> Any:
    """What the page of a merge answers to a senior who fills it in."""
    fields = {"other": str(two.kept.uid), "reason": "Both describe one event."}
    return sitting.send("merge", fields | typed, uid=two.lost.uid)


@pytest.fixture
def whole(two: Two) -> Incident:
    """A public incident in which two were logged as one: every question is answered twice."""
    editor, report = two.people.editor, making.source(two.people.editor)
    for value in (
        TimeValue(when="4 January 2024", timezone="Asia/Tehran"),
        LocationValue(place=making.kerman(), precision="settlement"),
        CharacteristicValue(characteristic="attack_type", code="armed_assault"),
        CasualtyValue(measure="killed", verbatim="5"),
    ):
        claim = Claim(value=value, citations=making.quoted(report, "the other one"))
        assert_claim(actor=editor, incident=two.lost, claim=claim, summary="Added")
    making.republished(two.people, two.lost, kind="update", summary="More is known.")
    return two.lost


def others(whole: Incident) -> list[str]:
    """The claims that are about the other incident."""
    return [str(one.uid) for one in whole.assertions.all() if one.citations.get().quote == "the other one"]


def sent_split(two: Two, whole: Incident, **typed: Any) -> Any:
    """What the page answers to a senior who splits."""
    fields = {
        "title": "The second attack",
        "standing": "apart",
        "claims": others(whole),
        "statements": [str(one.uid) for one in whole.statements.all()],
        "reason": "Two places, two days.",
    }
    return Sitting(two.senior).send("split", fields | typed, uid=whole.uid)


def split_off(two: Two, whole: Incident) -> Incident:
    assert sent_split(two, whole).status_code == 302
    whole.refresh_from_db()
    return Regrouping.objects.get().target


def publish_split(two: Two, whole: Incident, new: Incident) -> None:
    """Others approve both; the new one is published first, and then what it was split off from."""
    submit(actor=two.senior, incident=new)
    for reviewer in (two.people.reviewer, two.people.publisher):
        approve(actor=reviewer, incident=new, revision=new.revision)
    publish(actor=two.people.publisher, incident=new)
    making.republished(two.people, whole, kind="split", summary="Two attacks had been logged as one.")
