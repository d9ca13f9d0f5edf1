"""What a warning and a reaction say is changed at the desk, like any claim."""

from datetime import UTC, date, datetime

import pytest

from accounts.roles import Role
from incidents.choices import State
from incidents.models import Actor, Citation, Incident, Statement, Warning  # noqa: A004
from incidents.selectors.content import public_content
from incidents.services.asserting import assert_claim
from incidents.services.context import record_warning, state, warn_of
from incidents.services.inputs import Claim, SpeakerPerson, WarningGiven, WarningValue
from incidents.services.people import record_actor, record_speaker
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, filled, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def reaction(people: Desk, incident: Incident) -> Statement:
    analyst = record_speaker(actor=people.editor, person=SpeakerPerson(name="B. Analyst"))
    said = Statement(speaker=analyst, paraphrase="Sees a wish for talks.", made_on=date(2024, 1, 25))
    cited = making.quoted(making.source(people.editor), "an olive branch")
    state(actor=people.editor, incident=incident, statement=said, citations=cited)
    return said


@pytest.fixture
def warning(people: Desk, incident: Incident) -> Warning:
    warner = record_actor(actor=people.editor, name="Exampleland", kind="state_body")
    warned = record_actor(actor=people.editor, name="Iran", kind="state_body")
    given = WarningGiven(
        warner=warner,
        recipient=warned,
        basis="duty_to_warn",
        conveyed_earliest=datetime(2023, 12, 28, 9, 30, tzinfo=UTC),
        conveyed_latest=datetime(2023, 12, 28, 11, 59, 59, tzinfo=UTC),
        conveyed_precision="hour",
        disclosed_on=date(2024, 1, 25),
        disclosed_by=making.source(people.editor, title="The disclosure"),
        specificity={"place": "general"},
    )
    made = record_warning(actor=people.editor, given=given)
    speak_of(people, incident, made)
    return made


def speak_of(people: Desk, incident: Incident, warning: Warning) -> None:
    """Tie a warning to an incident, with a claim about it."""
    warn_of(actor=people.editor, incident=incident, warning=warning, summary="A warning")
    value = WarningValue(warning=warning, aspect="existence", paraphrase="A warning was passed on.")
    cited = making.quoted(making.source(people.editor), "we warned them")
    assert_claim(actor=people.editor, incident=incident, claim=Claim(value=value, citations=cited), summary="Said so")


def test_the_wording_of_a_reaction_is_changed_and_its_citation_stays(
    editor: Sitting, incident: Incident, reaction: Statement
) -> None:
    at = {"uid": incident.uid, "statement": reaction.uid}
    assert f'/statements/{reaction.uid}/"' in text(editor.get("incident", uid=incident.uid))
    page = editor.fill("statement", {"paraphrase": "Sees a wish to talk.", "made_on": "26 January 2024"}, **at)
    assert page.status_code == 302
    reaction.refresh_from_db()
    assert (reaction.paraphrase, reaction.made_on) == ("Sees a wish to talk.", date(2024, 1, 26))
    assert Citation.objects.get(statement=reaction).quote == "an olive branch"
    shown = text(editor.get("incident", uid=incident.uid))
    assert "Sees a wish to talk." in shown
    assert "changed the wording of a reaction" in shown


def test_a_reaction_saved_as_it_stands_says_the_same(editor: Sitting, incident: Incident, reaction: Statement) -> None:
    before = public_content(incident)
    assert editor.fill("statement", {}, uid=incident.uid, statement=reaction.uid).status_code == 302
    assert public_content(incident) == before


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"paraphrase": ""}, "What was said, in our words: Fill this in."),
        ({"paraphrase": "x" * 501}, "What was said, in our words: Ensure this value has at most 500 characters"),
        ({"made_on": "January 2024"}, "Made on: Give the day too, as in 26 January 2024, or leave it empty."),
        ({"made_on": "someday"}, "Made on: "),
    ],
)
def test_what_is_wrong_with_a_reaction_is_said_at_its_field(
    editor: Sitting, incident: Incident, reaction: Statement, typed: dict[str, str], problem: str
) -> None:
    page = editor.fill("statement", typed, uid=incident.uid, statement=reaction.uid)
    assert page.status_code == 422
    assert problems(page)[0].startswith(problem)
    reaction.refresh_from_db()
    assert reaction.paraphrase == "Sees a wish for talks."


def test_a_reaction_changed_meanwhile_is_a_conflict_and_can_be_saved_on_top(
    editor: Sitting, incident: Incident, reaction: Statement
) -> None:
    at = {"uid": incident.uid, "statement": reaction.uid}
    opened = editor.get("statement", **at)
    editor.fill("statement", {"paraphrase": "Somebody else was first."}, **at)
    mine = filled(opened, paraphrase="My own words.")
    page = editor.send("statement", mine, **at)
    assert page.status_code == 409
    assert "My own words." in text(page)
    assert "changed the wording of a reaction" in text(page)
    assert (
        editor.send("statement", mine | {"on_top": str(page.context["conflict"]["current"])}, **at).status_code == 302
    )
    reaction.refresh_from_db()
    assert reaction.paraphrase == "My own words."


def test_a_reaction_of_another_incident_is_not_there(people: Desk, editor: Sitting, reaction: Statement) -> None:
    other = making.incident(people.editor)
    assert editor.get("statement", uid=other.uid, statement=reaction.uid).status_code == 404


def test_what_is_recorded_of_a_warning_is_changed(editor: Sitting, incident: Incident, warning: Warning) -> None:
    at = {"uid": incident.uid, "warning": warning.uid}
    assert f"/warnings/{warning.uid}/" in text(editor.get("incident", uid=incident.uid))
    typed = {
        "warner": "United Exampleland",
        "warner_kind": "state_body",
        "basis": "other",
        "basis_wording": "a longstanding practice",
        "specific_time": "specific",
        "channel": "private",
        "disclosed_on": "26 January 2024",
        "warning_outcome": "not_acted_upon",
    }
    outcomes = dict(Warning._meta.get_field("outcome").choices)  # type: ignore[arg-type]
    typed["warning_outcome"] = next(code for code in outcomes if code != "unknown")
    bases = dict(Warning._meta.get_field("basis").choices)  # type: ignore[arg-type]
    typed["basis"] = next(code for code in bases if code not in {"unknown", "duty_to_warn"})
    levels = dict(Warning._meta.get_field("specific_time").choices)  # type: ignore[arg-type]
    typed["specific_time"] = next(code for code in levels if code != "unknown")
    page = editor.fill("warning", typed, **at)
    assert page.status_code == 302, problems(page)
    warning.refresh_from_db()
    assert warning.warner == Actor.objects.get(name="United Exampleland")
    assert warning.recipient.name == "Iran"
    assert (warning.basis, warning.basis_wording, warning.channel) == (
        typed["basis"],
        "a longstanding practice",
        "private",
    )
    assert (warning.specific_place, warning.specific_time) == ("general", typed["specific_time"])
    assert (warning.disclosed_on, warning.outcome) == (date(2024, 1, 26), typed["warning_outcome"])
    assert warning.disclosed_by.title == "The disclosure"  # type: ignore[union-attr]
    assert "changed what is recorded of a warning" in text(editor.get("incident", uid=incident.uid))


def test_a_warning_saved_as_it_stands_says_the_same_to_the_second(
    editor: Sitting, incident: Incident, warning: Warning
) -> None:
    before = public_content(incident)
    page = editor.fill("warning", {}, uid=incident.uid, warning=warning.uid)
    assert page.status_code == 302, problems(page)
    assert public_content(incident) == before


def test_when_it_was_conveyed_is_typed_anew_or_emptied(editor: Sitting, incident: Incident, warning: Warning) -> None:
    at = {"uid": incident.uid, "warning": warning.uid}
    editor.fill("warning", {"conveyed": "27 December 2023"}, **at)
    warning.refresh_from_db()
    assert warning.conveyed_earliest == datetime(2023, 12, 27, tzinfo=UTC)
    assert warning.conveyed_precision == "day"
    editor.fill("warning", {"conveyed": ""}, **at)
    again = Warning.objects.get(pk=warning.pk)
    assert (again.conveyed_earliest, again.conveyed_latest, again.conveyed_precision) == (None, None, "")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"warner": ""}, "Who warned: Say who warned."),
        ({"recipient": "Nobody On Record"}, "Kind of who was warned: “Nobody On Record” is not on record."),
        ({"recipient": "Exampleland"}, "Nobody warns themselves."),
        ({"conveyed": "someday"}, "Conveyed: "),
        ({"channel": "x" * 201}, "Channel: Ensure this value has at most 200 characters"),
    ],
)
def test_what_is_wrong_with_a_warning_is_said(
    editor: Sitting, incident: Incident, warning: Warning, typed: dict[str, str], problem: str
) -> None:
    page = editor.fill("warning", typed, uid=incident.uid, warning=warning.uid)
    assert page.status_code == 422
    assert problem in problems(page)[0]
    assert text(page).count("Change a warning") >= 1


def test_a_warning_changed_meanwhile_is_a_conflict(editor: Sitting, incident: Incident, warning: Warning) -> None:
    at = {"uid": incident.uid, "warning": warning.uid}
    opened = editor.get("warning", **at)
    editor.fill("warning", {"channel": "an embassy"}, **at)
    page = editor.send("warning", filled(opened, channel="a letter"), **at)
    assert page.status_code == 409
    assert "a letter" in text(page)
    warning.refresh_from_db()
    assert warning.channel == "an embassy"


def test_it_is_an_edit_of_every_incident_that_the_warning_was_about(
    people: Desk, editor: Sitting, incident: Incident, warning: Warning
) -> None:
    other = making.incident(people.editor, title="A second attack")
    speak_of(people, other, warning)
    making.approved(people, other)
    gone = making.incident(people.editor, title="A third attack")
    speak_of(people, gone, warning)
    submit(actor=people.editor, incident=gone)
    reject = {"decision": "reject", "reason": "Not for the record.", "revision": gone.revision}
    Sitting(people.reviewer).send("review_decide", reject, uid=gone.uid)
    at = {"uid": incident.uid, "warning": warning.uid}
    assert "1 other incident rests on this warning too" in text(editor.get("warning", **at))
    before = {one.pk: Incident.objects.get(pk=one.pk).revision for one in (incident, other, gone)}

    assert editor.fill("warning", {"channel": "an embassy"}, **at).status_code == 302
    for one, more in ((incident, 1), (other, 1), (gone, 0)):
        one.refresh_from_db()
        assert one.revision == before[one.pk] + more, one.title
    assert (other.state, gone.state) == (State.DRAFT, State.REJECTED)
    assert not other.approvals.filter(lapsed_at=None).exists()
    assert other.contributions.first().by == editor.person  # type: ignore[union-attr]


def test_a_public_incident_that_rests_on_it_asks_for_the_reason(
    people: Desk, editor: Sitting, incident: Incident, warning: Warning
) -> None:
    public = making.published(people, title="A public attack")
    speak_of(people, public, warning)
    making.republished(people, public)
    at = {"uid": incident.uid, "warning": warning.uid}
    page = editor.fill("warning", {"channel": "an embassy"}, **at)
    assert problems(page) == ["What you change and why: Fill this in."]
    typed = {"channel": "an embassy", "edit_summary": "The channel is known now."}
    assert editor.fill("warning", typed, **at).status_code == 302
    public.refresh_from_db()
    assert public.state == State.DRAFT
    assert public.contributions.first().summary == "The channel is known now."  # type: ignore[union-attr]


def test_who_may_not_change_one_of_them_changes_none(people: Desk, warning: Warning, incident: Incident) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    own = making.incident(contributor.person, title="My own draft")
    speak_of(people, own, warning)
    page = contributor.fill("warning", {"channel": "an embassy"}, uid=own.uid, warning=warning.uid)
    assert page.status_code == 403
    assert "Contributors change only their own drafts." in problems(page)[0]
    assert incident.title not in text(page)
    warning.refresh_from_db()
    assert warning.channel == ""


def test_a_confidential_source_that_disclosed_it_is_kept_by_who_may_not_see_it(
    people: Desk, incident: Incident, warning: Warning
) -> None:
    secret = making.source(people.editor, confidential=True, title="A Zanzibarian memorandum")
    Warning.objects.filter(pk=warning.pk).update(disclosed_by=secret)
    stranger = Sitting(making.person(Role.EDITOR))
    at = {"uid": incident.uid, "warning": warning.uid}
    shown = text(stranger.get("warning", **at))
    assert f"Confidential source C-{secret.pk}" in shown
    assert "Zanzibarian" not in shown
    assert stranger.fill("warning", {"channel": "an embassy"}, **at).status_code == 302
    warning.refresh_from_db()
    assert warning.disclosed_by == secret


def test_a_warning_of_which_only_a_confidential_source_speaks_has_no_page_for_who_may_not_see_it(
    people: Desk, incident: Incident
) -> None:
    warner = record_actor(actor=people.editor, name="Otherland", kind="state_body")
    warned = record_actor(actor=people.editor, name="Iran", kind="state_body")
    warning = record_warning(actor=people.editor, given=WarningGiven(warner=warner, recipient=warned))
    warn_of(actor=people.editor, incident=incident, warning=warning)
    value = WarningValue(warning=warning, aspect="existence", paraphrase="It was passed on.")
    cited = making.quoted(making.source(people.editor, confidential=True), "we warned")
    assert_claim(actor=people.editor, incident=incident, claim=Claim(value=value, citations=cited))
    at = {"uid": incident.uid, "warning": warning.uid}
    assert Sitting(making.person(Role.EDITOR)).get("warning", **at).status_code == 404
    assert Sitting(people.editor).get("warning", **at).status_code == 200
