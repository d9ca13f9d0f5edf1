"""An incident that has one of everything a document can hold."""

from datetime import UTC, date, datetime

from incidents.models import Incident, IncidentLink, Statement
from incidents.services.asserting import assert_claim
from incidents.services.context import link, record_warning, state, warn_of
from incidents.services.inputs import Claim, SpeakerPerson, WarningGiven, WarningValue
from incidents.services.logging import summarise
from incidents.services.people import record_actor, record_speaker
from incidents.services.publishing import publish
from incidents.services.sources import derive
from tests.making import Desk, approved, claimed, incident, published, quoted, source


def complete(people: Desk) -> Incident:
    """The incident, published, and before it another that it is linked to."""
    editor = people.editor
    earlier = published(people, title="An earlier bombing", when="1 January 2024")
    agency, paper = source(editor, publisher_name="An Agency"), source(editor)
    derive(actor=editor, source=paper, origin=agency, kind="syndicates")
    made = incident(editor, killed="between 10 and 20", report=paper)
    claimed(editor, made)
    warned(people, made)
    speaker = record_speaker(actor=editor, person=SpeakerPerson(name="A Minister", role_title="Minister"))
    reaction = Statement(speaker=speaker, made_on=date(2024, 1, 4), paraphrase="The minister offered condolences.")
    words = quoted(paper, "condolences", speaker=speaker, said_on=date(2024, 1, 4))
    state(actor=editor, incident=made, statement=reaction, citations=words)
    together = IncidentLink(other=earlier, kind="mentioned_together", note="In one report.")
    link(actor=editor, incident=made, to=together, citations=quoted(paper, "the earlier one"))
    summarise(actor=editor, incident=made, sentences=[("Two bombs went off.", quoted(paper, "two bombs"))])
    publish(actor=people.publisher, incident=approved(people, made))
    return made


def warned(people: Desk, made: Incident) -> None:
    """Somebody had warned, as somebody says."""
    editor = people.editor
    warner = record_actor(actor=editor, name="One Government", kind="state_body")
    recipient = record_actor(actor=editor, name="Another Government", kind="state_body")
    report = source(editor)
    given = WarningGiven(
        warner=warner,
        recipient=recipient,
        basis="duty_to_warn",
        conveyed_earliest=datetime(2023, 12, 1, tzinfo=UTC),
        conveyed_latest=datetime(2023, 12, 31, tzinfo=UTC),
        conveyed_precision="month",
        specificity={"place": "specific", "time": "general"},
        disclosed_on=date(2024, 1, 25),
        disclosed_by=report,
    )
    warning = record_warning(actor=editor, given=given)
    warn_of(actor=editor, incident=made, warning=warning)
    value = WarningValue(warning=warning, aspect="existence", paraphrase="A warning was given.")
    assert_claim(actor=editor, incident=made, claim=Claim(value=value, citations=quoted(report, "warned of a threat")))
