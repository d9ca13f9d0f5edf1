"""Whoever may not see a confidential source is not told what a claim says that rests on nothing else."""

import re
from typing import Any

import pytest

from accounts.models import User
from accounts.roles import Role
from incidents.choices import State
from incidents.models import Assertion, Incident, ReviewComment, Source
from incidents.selectors.content import public_content
from incidents.services.asserting import assert_claim
from incidents.services.citing import cite
from incidents.services.context import record_warning, warn_of
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    Claim,
    LocationValue,
    Quote,
    WarningGiven,
    WarningValue,
)
from incidents.services.letting_in import let_in
from incidents.services.people import record_actor
from incidents.services.reviewing import comment, submit
from tests import making
from tests.desk.sitting import Sitting, problems
from tests.desk.sitting import text as words_of
from tests.making import Desk

pytestmark = pytest.mark.django_db

SECRET = "Zanzibarian"
FIGURE = "seventy-seven"
"""What only the confidential source says."""
TOLD = (SECRET, FIGURE)
LINE = "A claim that rests on a confidential source"


def text(page: Any) -> str:
    """The words of a page, without a handle that happens to bear the figure."""
    return words_of(page).replace(f"C-{FIGURE}", "")


@pytest.fixture
def secret(people: Desk) -> Source:
    return making.source(people.editor, confidential=True, title="A memorandum")


@pytest.fixture
def incident(people: Desk, secret: Source) -> Incident:
    """A published incident to which a toll was added that only a confidential source gives, and a comment on it."""
    made = making.published(people)
    summary = f"Added the {SECRET} figure, {FIGURE}"
    words = making.quoted(secret, f"{FIGURE} dead")
    value = CasualtyValue(measure="killed", verbatim=FIGURE)
    claim = Claim(value=value, citations=words, confidence="low", rationale=f"The {SECRET} office knows.")
    claim_made = assert_claim(actor=people.editor, incident=made, claim=claim, summary=summary)
    remark = f"Is the {SECRET} figure of {FIGURE} right?"
    comment(actor=people.editor, review=made.reviews.earliest("pk"), text=remark, assertion=claim_made)
    made.refresh_from_db()
    return made


@pytest.fixture
def veiled(incident: Incident, secret: Source) -> Assertion:
    return Assertion.objects.get(incident=incident, citations__source=secret)


@pytest.fixture
def stranger(db: None) -> Sitting:
    """An editor who may not see the source."""
    return Sitting(making.person(Role.EDITOR))


def pages(who: Sitting, incident: Incident, claim: Assertion) -> dict[str, Any]:
    """Every page of the desk on which the claim, its grades, the comments on it or its edits could stand."""
    at = {"uid": incident.uid}
    stale = {"title": "x", "graphic": "no", "personal_data": "no", "edit_summary": "x", "revision": 1}
    return {
        "incident": who.get("incident", **at),
        "history": who.client.get(f"/desk/incidents/{incident.uid}/history/?from=1&to={incident.revision}"),
        "review": who.get("review", **at),
        "publish": who.get("publish", **at),
        "submit": who.get("submit", **at),
        "summary": who.get("summary", **at),
        "queue": who.client.get("/desk/?tab=all"),
        "search": who.client.get("/desk/", {"tab": "all", "q": FIGURE}),
        "value": who.get("value", **at, field="killed"),
        "claim": who.get("claim", **at, claim=claim.uid),
        "withdraw": who.get("claim_withdraw", **at, claim=claim.uid),
        "supersede": who.get("claim_supersede", **at, claim=claim.uid),
        "cite": who.get("claim_cite", **at, claim=claim.uid),
        "another": who.get("claim_supersede", **at, claim=first_toll(incident).uid),
        "conflict": who.send("describe", stale, **at),
    }


def first_toll(incident: Incident) -> Assertion:
    return incident.assertions.filter(kind="casualty").earliest("pk")


def telling(who: Sitting, incident: Incident, claim: Assertion) -> set[str]:
    """The pages that say what must not be said, what was searched for aside."""
    found = {name: text(page).replace(f"“{FIGURE}”", "") for name, page in pages(who, incident, claim).items()}
    found["search"] = found["search"].replace(f'value="{FIGURE}"', "").replace(f"q={FIGURE}", "")
    if re.search(r"\b77\b", found["queue"]):  # its columns hold numbers
        found["queue"] += FIGURE
    return {name for name, shown in found.items() if any(word in shown for word in TOLD)}


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.PUBLISHER])
def test_no_page_of_the_desk_tells_it(incident: Incident, veiled: Assertion, role: Role) -> None:
    assert telling(Sitting(making.person(role)), incident, veiled) == set()


def test_a_line_stands_in_its_place(incident: Incident, veiled: Assertion, stranger: Sitting) -> None:
    shown = text(stranger.get("incident", uid=incident.uid))
    assert shown.count(LINE) >= 1
    assert "Withheld from you: it rests on a confidential source." in shown
    assert "A comment on what rests on a confidential source: withheld from you." in shown
    assert "Withheld from you: it is about what rests on a confidential source." in shown
    assert f"/claims/{veiled.uid}/" not in shown
    reviewed = text(Sitting(making.person(Role.REVIEWER)).get("review", uid=incident.uid))
    assert LINE in reviewed
    assert f'value="claim:{veiled.uid}"' not in reviewed


def test_those_who_may_see_the_source_read_all_of_it(incident: Incident, veiled: Assertion, editor: Sitting) -> None:
    for who in (editor, Sitting(making.person(Role.SENIOR))):
        told = telling(who, incident, veiled)
        assert {"incident", "review", "queue", "value", "claim", "another", "conflict"} <= told
        assert LINE not in text(who.get("incident", uid=incident.uid))


def test_whoever_is_let_in_reads_it(
    incident: Incident, veiled: Assertion, secret: Source, people: Desk, stranger: Sitting
) -> None:
    let_in(actor=people.editor, source=secret, person=stranger.person)
    assert {"incident", "review", "claim"} <= telling(stranger, incident, veiled)


def test_a_source_that_may_be_named_and_says_the_same_lifts_the_veil(
    incident: Incident, veiled: Assertion, people: Desk, stranger: Sitting
) -> None:
    against = Quote(source=making.source(people.editor), quote="fewer died", stance="contradicts")
    cite(actor=people.editor, incident=incident, target=veiled, quote=against, summary="Contradicted")
    assert FIGURE not in text(stranger.get("incident", uid=incident.uid))
    (quote,) = making.quoted(making.source(people.editor), f"{FIGURE} were killed")
    cite(actor=people.editor, incident=incident, target=veiled, quote=quote, summary="An open source too")
    assert FIGURE in text(stranger.get("incident", uid=incident.uid))


def test_its_own_pages_are_refused_with_a_sentence(
    incident: Incident, veiled: Assertion, secret: Source, stranger: Sitting
) -> None:
    found = pages(stranger, incident, veiled)
    for name in ("claim", "withdraw", "supersede", "cite", "value"):
        assert found[name].status_code == 403, name
        assert f"Confidential source C-{secret.pk}" in text(found[name])
        assert "A senior editor can" in text(found[name])
    before = veiled.verification
    stranger.send(
        "claim_withdraw", {"revision": incident.revision, "edit_summary": "x"}, uid=incident.uid, claim=veiled.uid
    )
    veiled.refresh_from_db()
    assert veiled.verification == before


def test_nobody_comments_on_what_they_may_not_know_nor_settles_it(
    incident: Incident, veiled: Assertion, stranger: Sitting
) -> None:
    remark = ReviewComment.objects.get()
    said = {"about": f"claim:{veiled.uid}", "comment": "And?", "blocking": "on"}
    assert stranger.send("comment", said, uid=incident.uid).status_code == 403
    settled = stranger.send("comment_settle", {"action": "resolve"}, uid=incident.uid, comment=remark.pk)
    assert settled.status_code == 403
    assert list(ReviewComment.objects.values_list("state", flat=True)) == ["open"]


def test_a_name_and_a_place_are_veiled_too(people: Desk, secret: Source, stranger: Sitting) -> None:
    made = making.incident(people.editor)
    front = record_actor(actor=people.editor, name=f"{SECRET} Front", kind="organisation")
    other = record_actor(actor=people.editor, name="Example Front", kind="organisation")
    values = [(front, making.quoted(secret, "they did")), (other, making.quoted(making.source(people.editor), "we"))]
    for actor, cited in values:
        value = AttributionValue(actor=actor, ground="responsibility_claim")
        assert_claim(actor=people.editor, incident=made, claim=Claim(value=value, citations=cited))
    site = making.kerman()
    site.pk, site.name = None, f"{SECRET} Town"
    site.save(force_insert=True)
    there = LocationValue(place=site, precision="settlement")
    claim = Claim(value=there, citations=making.quoted(secret, "there"), credibility=1)
    assert_claim(actor=people.editor, incident=made, claim=claim)
    made.refresh_from_db()
    assert made.place == site
    for page in (stranger.get("incident", uid=made.uid), stranger.client.get("/desk/?tab=all")):
        assert SECRET not in text(page)
    assert SECRET in text(Sitting(people.editor).get("incident", uid=made.uid))


def test_a_warning_of_which_only_a_confidential_source_speaks_is_not_named(
    people: Desk, secret: Source, stranger: Sitting
) -> None:
    made = making.incident(people.editor)
    warner = record_actor(actor=people.editor, name=f"{SECRET} Service", kind="state_body")
    warned = record_actor(actor=people.editor, name="Exampleland", kind="state_body")
    warning = record_warning(actor=people.editor, given=WarningGiven(warner=warner, recipient=warned))
    warn_of(actor=people.editor, incident=made, warning=warning)
    value = WarningValue(warning=warning, aspect="existence", paraphrase="It was passed on.")
    assert_claim(
        actor=people.editor, incident=made, claim=Claim(value=value, citations=making.quoted(secret, "we warned"))
    )
    assert f"{SECRET} Service →" not in text(stranger.get("incident", uid=made.uid))
    shown = text(stranger.get("claim_new", uid=made.uid, kind="warning"))
    assert f"{SECRET} Service →" not in shown


@pytest.fixture
def handed_in(people: Desk, secret: Source) -> Incident:
    """In review, with a claim that an open source bears out and a confidential one besides."""
    made = making.incident(people.editor)
    (quote,) = making.quoted(secret, f"the {SECRET} office said")
    cite(actor=people.editor, incident=made, target=first_toll(made), quote=quote)
    submit(actor=people.editor, incident=made)
    return made


def approve(who: Sitting, made: Incident) -> Any:
    return who.send("review_decide", {"decision": "approve", "revision": made.revision}, uid=made.uid)


def test_a_reviewer_who_cannot_see_all_of_it_cannot_approve_it(
    handed_in: Incident, secret: Source, reviewer: Sitting
) -> None:
    told = f"Part of this rests on what you may not see (Confidential source C-{secret.pk}), so you cannot judge it."
    shown = text(reviewer.get("review", uid=handed_in.uid))
    assert told in shown
    assert 'value="approve"' not in shown
    assert 'value="request_changes"' in shown
    page = approve(reviewer, handed_in)
    assert page.status_code == 403
    assert told in problems(page)[0]
    handed_in.refresh_from_db()
    assert handed_in.state == State.IN_REVIEW


def test_they_can_still_send_it_back(handed_in: Incident, reviewer: Sitting) -> None:
    asked = {"decision": "request_changes", "reason": "Cite another.", "revision": handed_in.revision}
    assert reviewer.send("review_decide", asked, uid=handed_in.uid).status_code == 302


def test_a_senior_editor_approves_it_and_so_does_whoever_is_let_in(
    people: Desk, handed_in: Incident, secret: Source, reviewer: Sitting
) -> None:
    assert approve(Sitting(making.person(Role.SENIOR)), handed_in).status_code == 302
    assert approve(reviewer, handed_in).status_code == 403
    let_in(actor=people.editor, source=secret, person=reviewer.person)
    assert approve(reviewer, handed_in).status_code == 302
    handed_in.refresh_from_db()
    assert handed_in.approvals.filter(lapsed_at=None).count() == 2


def test_a_withdrawn_claim_hides_nothing_that_is_approved(
    people: Desk, incident: Incident, veiled: Assertion, editor: Sitting, reviewer: Sitting
) -> None:
    editor.fill("claim_withdraw", {"edit_summary": "Taken back"}, uid=incident.uid, claim=veiled.uid)
    ReviewComment.objects.update(state="resolved")
    incident.refresh_from_db()
    submit(actor=people.editor, incident=incident)
    assert FIGURE not in text(reviewer.get("review", uid=incident.uid))
    assert approve(reviewer, incident).status_code == 302


def test_the_public_document_is_the_same_whoever_looked(
    incident: Incident, veiled: Assertion, stranger: Sitting
) -> None:
    before = public_content(incident)
    pages(stranger, incident, veiled)
    assert public_content(Incident.objects.get(pk=incident.pk)) == before
    veiled.refresh_from_db()
    assert (veiled.rationale, veiled.confidence) == (f"The {SECRET} office knows.", "low")
    assert User.objects.filter(pk=stranger.person.pk).exists()
