"""The Kerman bombings as one news report tells them: the incident of the API's examples."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from incidents.models import Incident, IncidentLink, Place, Source, Statement
from incidents.services.asserting import assert_claim
from incidents.services.context import link, record_warning, state, warn_of
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    Description,
    LocationValue,
    SpeakerPerson,
    TimeValue,
    WarningGiven,
    WarningValue,
)
from incidents.services.logging import log_incident
from incidents.services.people import record_actor, record_speaker
from incidents.services.publishing import publish
from tests.making import Desk, approved, kerman, published, quoted, republished, source, square

if TYPE_CHECKING:
    from incidents.services.inputs import Value

TITLE = "US warned Iran of 'terrorist threat' before Jan 3 attack, says official"
MORE = "What else is reported."
ADDRESS = "https://www.asiaone.com/world/us-warned-iran-terrorist-threat-jan-3-attack-says-official"


def reported(people: Desk) -> Incident:
    """The incident, published."""
    report = source(people.editor, publisher_name="AsiaOne", title=TITLE, url=ADDRESS)
    group = record_actor(actor=people.editor, name="Islamic State", kind="organisation")
    facts: list[tuple[Value, str]] = [
        (TimeValue(when="3 January 2024", timezone="Asia/Tehran", reported_on=date(2024, 1, 26)), "the Jan 3 attack"),
        (LocationValue(place=kerman(), precision="settlement"), "city of Kerman"),
        (CasualtyValue(measure="killed", verbatim="nearly 100"), "killed nearly 100"),
        (CasualtyValue(measure="wounded", verbatim="scores"), "wounded scores"),
        (CharacteristicValue(characteristic="attack_type", code="bombing"), "two suicide bombings"),
        (AttributionValue(actor=group, ground="responsibility_claim"), "claimed by the Islamic State"),
    ]
    description = Description(title="Two bombings in Kerman", graphic=False, personal_data=False)
    made = log_incident(actor=people.editor, description=description)
    for value, words in facts:
        assert_claim(actor=people.editor, incident=made, claim=Claim(value=value, citations=quoted(report, words)))
    publish(actor=people.publisher, incident=approved(people, made))
    return made


def told_further(people: Desk, made: Incident) -> None:
    """What the same report says besides: of a warning, of a reaction, of an earlier attack; and the toll as another
    report revises it.
    """
    report = Source.objects.get(title=TITLE)
    warned_of(people, made, report)
    person = SpeakerPerson(
        name="Jon Alterman",
        role_title="Director of the Middle East programme",
        organisation="Center for Strategic and International Studies",
    )
    speaker = record_speaker(actor=people.editor, person=person)
    reaction = Statement(
        speaker=speaker,
        made_on=date(2024, 1, 25),
        paraphrase="The warning is an olive branch and may reflect a wider US wish for dialogue with Iran.",
    )
    words = quoted(report, '"This is an olive branch," Alterman said', locator="paragraph 7", speaker=speaker)
    state(actor=people.editor, incident=made, statement=reaction, citations=words, summary=MORE)
    israel = Place.objects.create(kind="country", name="Israel", country_code="IL", extent=square(34, 29))
    attack = {"place": israel, "precision": "country", "when": "7 October 2023", "killed": "some 1,200"}
    earlier = published(people, title="Hamas-led attack on southern Israel", report=report, **attack)
    words = quoted(report, "the Oct 7 Hamas rampage that killed some 1,200 in southern Israel", locator="paragraph 3")
    background = IncidentLink(other=earlier, kind="background")
    link(actor=people.editor, incident=made, to=background, citations=words, summary=MORE)
    title = "Iran revises down death toll from Kerman attacks to 84"
    revised = source(people.editor, publisher_name="China Daily", title=title, published_on=date(2024, 1, 4))
    words = quoted(revised, title, locator="title")
    toll = Claim(value=CasualtyValue(measure="killed", verbatim="84"), citations=words)
    assert_claim(actor=people.editor, incident=made, claim=toll, summary=MORE)
    republished(people, made, kind="correction", summary="The toll was revised down.")


def warned_of(people: Desk, made: Incident, report: Source) -> None:
    """That the United States had warned Iran, as an official says."""
    warner = record_actor(actor=people.editor, name="Government of the United States", kind="state_body")
    recipient = record_actor(actor=people.editor, name="Government of Iran", kind="state_body")
    given = WarningGiven(
        warner=warner,
        recipient=recipient,
        basis="duty_to_warn",
        basis_wording="longstanding 'duty to warn' policy that has been implemented across administrations",
        conveyed_latest=datetime(2024, 1, 3, tzinfo=UTC),
        conveyed_precision="day",
        specificity={"place": "general"},
        disclosed_on=date(2024, 1, 25),
        disclosed_by=report,
    )
    warning = record_warning(actor=people.editor, given=given)
    warn_of(actor=people.editor, incident=made, warning=warning, summary=MORE)
    said = "The United States privately warned Iran of a terrorist threat within its borders before the attack."
    official = SpeakerPerson(
        naming="anonymous", description="a US official", anonymity_reason="speaking on condition of anonymity"
    )
    speaker = record_speaker(actor=people.editor, person=official)
    quote = 'The US government privately warned long-time antagonist Iran about a "terrorist threat" within its borders'
    words = quoted(report, quote, locator="paragraph 1", speaker=speaker, said_on=date(2024, 1, 25))
    value = WarningValue(warning=warning, aspect="existence", paraphrase=said)
    assert_claim(actor=people.editor, incident=made, claim=Claim(value=value, citations=words), summary=MORE)
