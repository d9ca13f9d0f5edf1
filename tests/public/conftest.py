"""A record to read: people at the desk, and an incident with everything that a page can show."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from incidents.models import Incident, IncidentLink, Source, Statement
from incidents.services.asserting import assert_claim
from incidents.services.context import link, record_warning, state, warn_of
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    Claim,
    Quote,
    SpeakerPerson,
    WarningGiven,
    WarningValue,
)
from incidents.services.logging import summarise
from incidents.services.people import record_actor, record_speaker
from incidents.services.publishing import publish
from incidents.services.sources import derive
from tests.isolation.scenes import scene
from tests.making import Desk, approved, desk, incident, published, quoted, source


@dataclass(frozen=True)
class Story:
    """A published incident of which a lot is said, with those who made it and the incident that it is linked to."""

    team: Desk
    made: Incident
    other: Incident

    @property
    def id(self) -> str:
        return str(self.made.public_id)

    @property
    def url(self) -> str:
        return f"/incidents/{self.id}/"


@pytest.fixture
def team(db: None) -> Desk:
    return desk()


@scene
def much_told(_folder: Path) -> Story:
    """Figures by three voices, a claim of responsibility and its denial, a warning, a reaction, a link, a copy."""
    team = desk()
    other = published(team, title="An earlier attack")
    first = source(team.editor, publisher_name="First Agency", publisher_kind="agency", title="Blasts kill many")
    copy = source(team.editor, publisher_name="Second Gazette", title="Blasts kill many, agency says")
    derive(actor=team.editor, source=copy, origin=first, kind="syndicates")
    made = incident(team.editor, killed="nearly 100", report=first)
    _figures(team, made, first, copy)
    _who(team, made)
    _warning(team, made, first)
    _context(team, made, other, copy)
    publish(actor=team.publisher, incident=approved(team, made))
    return Story(team, made, other)


@pytest.fixture
def story(much_told: Story) -> Story:
    return much_told


def _figures(team: Desk, made: Incident, first: Source, copy: Source) -> None:
    minister = record_speaker(
        actor=team.editor, person=SpeakerPerson(name="A. Minister", role_title="Minister of Health")
    )
    said = Quote(
        source=first, quote="the toll stands at 84", speaker=minister, reported_on=date(2024, 1, 4), locator="line 3"
    )
    again = Quote(source=copy, quote="the toll stands at 84", speaker=minister, reported_on=date(2024, 1, 5))
    for measure, words in (("killed", "84"), ("wounded", "scores")):
        value = CasualtyValue(measure=measure, verbatim=words)
        assert_claim(actor=team.editor, incident=made, claim=Claim(value=value, citations=(said, again)))


def _who(team: Desk, made: Incident) -> None:
    front = record_actor(actor=team.editor, name="Example Front", kind="organisation")
    for ground, words in (("responsibility_claim", "we did it"), ("denial", "it was not us")):
        value = AttributionValue(actor=front, ground=ground)
        report = source(team.editor, title=f"Statement: {words}")
        assert_claim(actor=team.editor, incident=made, claim=Claim(value=value, citations=quoted(report, words)))


def _warning(team: Desk, made: Incident, report: Source) -> None:
    warner = record_actor(actor=team.editor, name="Government of Exampleland", kind="state_body")
    warned = record_actor(actor=team.editor, name="Government of Iran", kind="state_body")
    official = record_speaker(
        actor=team.editor,
        person=SpeakerPerson(naming="anonymous", description="an official", anonymity_reason="asked not to be named"),
    )
    given = WarningGiven(
        warner=warner,
        recipient=warned,
        basis="duty_to_warn",
        basis_wording="a longstanding duty to warn",
        specificity={"place": "general"},
        disclosed_on=date(2024, 1, 25),
        disclosed_by=report,
    )
    warning = record_warning(actor=team.editor, given=given)
    warn_of(actor=team.editor, incident=made, warning=warning)
    value = WarningValue(warning=warning, aspect="existence", paraphrase="A warning was passed on beforehand.")
    said = quoted(report, "we warned them", speaker=official)
    assert_claim(actor=team.editor, incident=made, claim=Claim(value=value, citations=said, modality="alleged"))


def _context(team: Desk, made: Incident, other: Incident, report: Source) -> None:
    analyst = record_speaker(actor=team.editor, person=SpeakerPerson(name="B. Analyst", organisation="An Institute"))
    reaction = Statement(speaker=analyst, paraphrase="Sees a wish for talks.", made_on=date(2024, 1, 25))
    state(actor=team.editor, incident=made, statement=reaction, citations=quoted(report, "an olive branch"))
    background = IncidentLink(other=other, kind="background")
    link(actor=team.editor, incident=made, to=background, citations=quoted(report, "after an earlier attack"))
    sentences = [("Two bombs exploded in Kerman.", quoted(report, "two bombs exploded"))]
    summarise(actor=team.editor, incident=made, sentences=sentences)
