"""The Kerman bombings as one news report tells them: the incident of the API's examples."""

from datetime import date
from typing import TYPE_CHECKING

from incidents.models import Incident
from incidents.services.asserting import assert_claim
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    Description,
    LocationValue,
    TimeValue,
)
from incidents.services.logging import log_incident
from incidents.services.people import record_actor
from incidents.services.publishing import publish
from tests.making import Desk, approved, kerman, quoted, source

if TYPE_CHECKING:
    from incidents.services.inputs import Value

TITLE = "US warned Iran of 'terrorist threat' before Jan 3 attack, says official"
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
