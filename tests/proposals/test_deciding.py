"""Accepting a proposal makes a cited claim; clearing one is remembered; nothing is recorded by itself."""

import pytest

from accounts.roles import Role
from incidents.choices import Naming, ProposalState
from incidents.models import Assertion, ProposalDecision, Source
from incidents.rules.proposals import METHOD, VERSION
from incidents.rules.refusals import NotAllowedError, RefusedError
from incidents.selectors.proposals import proposals_for
from incidents.services.context import record_warning
from incidents.services.inputs import CasualtyValue, WarningGiven
from incidents.services.people import record_actor
from incidents.services.proposing import Added, accept_derivation, accept_proposal, clear_proposal, restore_proposal
from tests import making
from tests.proposals.conftest import TEXT, Read


def accept(read: Read, kind: str, **value: object) -> Assertion:
    """Accept the first proposal of a kind with these parts of its value."""
    key = read.proposal(kind, **value).key
    return accept_proposal(actor=read.editor, incident=read.draft, capture=read.capture, key=key)


def test_reading_records_nothing(read_report: Read) -> None:
    found = proposals_for(read_report.capture, incident=read_report.draft)
    assert len(found) >= 12
    assert all(one.open for one in found)
    assert Assertion.objects.count() == ProposalDecision.objects.count() == 0


def test_accepting_makes_a_claim_with_its_quote(read_report: Read) -> None:
    made = accept(read_report, "casualty", measure="killed")
    assert (made.casualty.verbatim, made.casualty.low, made.casualty.high) == ("nearly 100 people", None, 99)
    citation = made.citations.get()
    assert citation.quote in TEXT
    assert "killed nearly 100 people" in citation.quote
    assert citation.anchor.capture == read_report.capture
    decision = citation.proposed_as
    assert (decision.method, decision.version, decision.state) == (METHOD, VERSION, ProposalState.ACCEPTED)
    assert (decision.decided_by, decision.rule) == (read_report.editor, "casualty-active")


def test_an_unnamed_speaker_of_two_claims_is_one(read_report: Read) -> None:
    killed = accept(read_report, "casualty", measure="killed").citations.get().speaker
    wounded = accept(read_report, "casualty", measure="wounded").citations.get().speaker
    assert killed == wounded
    assert killed is not None
    assert (killed.naming, killed.description) == (Naming.ANONYMOUS, "a senior security official")
    assert killed.anonymity_reason == "he was not authorised to speak"


def test_every_kind_of_claim_is_recorded(read_report: Read) -> None:
    when = accept(read_report, "time").time
    where = accept(read_report, "place").location
    what = accept(read_report, "characteristic", code="bombing").characteristic
    who = accept(read_report, "attribution", ground="responsibility_claim").attribution
    new = accept(read_report, "attribution", ground="denial").attribution
    assert (when.edtf, where.place.name, where.precision) == ("2024-01-03", "Kerman", "settlement")
    assert (what.kind, what.value) == ("attack_type", "bombing")
    assert (who.actor.name, new.actor.name) == ("Example Front", "Second Front")
    read_report.draft.refresh_from_db()
    assert read_report.draft.attack_types == ["bombing"]


def test_an_editor_may_change_the_value(read_report: Read) -> None:
    proposal = read_report.proposal("casualty", measure="killed")
    edited = CasualtyValue(measure="killed", verbatim="nearly 100")
    made = accept_proposal(
        actor=read_report.editor,
        incident=read_report.draft,
        capture=read_report.capture,
        key=proposal.key,
        added=Added(value=edited),
    )
    assert made.casualty.verbatim == "nearly 100"
    assert made.citations.get().proposed_as.value["verbatim"] == "nearly 100 people"


def test_what_was_decided_is_remembered(read_report: Read) -> None:
    accepted = read_report.proposal("casualty", measure="killed")
    accept(read_report, "casualty", measure="killed")
    cleared = read_report.proposal("characteristic", code="suicide")
    decision = clear_proposal(
        actor=read_report.editor, incident=read_report.draft, capture=read_report.capture, key=cleared.key
    )
    states = {
        one.proposal.key: one.decision.state
        for one in proposals_for(read_report.capture, incident=read_report.draft)
        if one.decision
    }
    assert states == {accepted.key: ProposalState.ACCEPTED, cleared.key: ProposalState.CLEARED}
    with pytest.raises(RefusedError):
        accept(read_report, "casualty", measure="killed")
    with pytest.raises(RefusedError):
        accept(read_report, "characteristic", code="suicide")
    restore_proposal(actor=read_report.editor, decision=decision)
    assert accept(read_report, "characteristic", code="suicide").characteristic.value == "suicide"


def test_what_was_accepted_is_not_restored(read_report: Read) -> None:
    decision = accept(read_report, "time").citations.get().proposed_as
    with pytest.raises(RefusedError):
        restore_proposal(actor=read_report.editor, decision=decision)


def test_a_warning_needs_to_be_said_whose(read_report: Read) -> None:
    with pytest.raises(RefusedError):
        accept(read_report, "warning")
    named = [record_actor(actor=read_report.editor, name=name, kind="state_body") for name in ("US government", "Iran")]
    warning = record_warning(actor=read_report.editor, given=WarningGiven(warner=named[0], recipient=named[1]))
    made = accept_proposal(
        actor=read_report.editor,
        incident=read_report.draft,
        capture=read_report.capture,
        key=read_report.proposal("warning").key,
        added=Added(warning=warning),
    )
    assert made.warning_statement.warning == warning


def test_a_derivation_names_the_item_that_it_rests_on(read_report: Read) -> None:
    key = read_report.proposal("derivation").key
    origin: Source = making.source(read_report.editor, publisher_name="Morning Example")
    made = accept_derivation(actor=read_report.editor, capture=read_report.capture, key=key, origin=origin)
    assert (made.source, made.origin, made.kind) == (read_report.source, origin, "first_reported_by")
    with pytest.raises(RefusedError):
        accept_derivation(actor=read_report.editor, capture=read_report.capture, key=key, origin=origin)


def test_a_speaker_alone_is_no_claim(read_report: Read) -> None:
    with pytest.raises(RefusedError):
        accept(read_report, "speaker")


def test_what_the_text_does_not_say_is_refused(read_report: Read) -> None:
    with pytest.raises(RefusedError):
        accept_proposal(actor=read_report.editor, incident=read_report.draft, capture=read_report.capture, key="0" * 16)


def test_nobody_decides_what_they_may_not_see(read_report: Read) -> None:
    read_report.source.confidential = True
    Source.objects.filter(pk=read_report.source.pk).update(confidential=True)
    read_report.capture.source.refresh_from_db()
    key = read_report.proposal("time").key
    with pytest.raises(NotAllowedError):
        clear_proposal(actor=making.person(Role.EDITOR), capture=read_report.capture, key=key)


def test_two_incidents_take_the_same_words_each_for_itself(read_report: Read) -> None:
    other = making.incident(read_report.editor)
    accept(read_report, "time")
    key = read_report.proposal("time").key
    accept_proposal(actor=read_report.editor, incident=other, capture=read_report.capture, key=key)
    assert ProposalDecision.objects.filter(key=key).count() == 2
