"""What a text seems to say, beside it: each is accepted, changed or cleared by somebody who sees its sentence."""

from typing import Any

import pytest
from django.urls import reverse

from accounts.roles import Role
from incidents.choices import ProposalState, Verification
from incidents.models import Assertion, ProposalDecision, Source, SourceDerivation
from incidents.services.asserting import assert_claim
from incidents.services.capturing import capture_text
from incidents.services.inputs import CasualtyValue, Claim
from tests import making
from tests.desk.sitting import Sitting, filled, problems, text
from tests.proposals.conftest import Read, read_report  # noqa: F401  a scene, made once for all of its tests

pytestmark = pytest.mark.django_db


def at(read: Read) -> dict[str, Any]:
    return {"uid": read.draft.uid, "source": read.source.uid, "sha256": read.capture.sha256}


def decide(read: Read, who: Sitting, verb: str, key: str, *, revision: int | None = None, **more: Any) -> Any:
    """Press a button of a proposal's card, at the revision that the page showed."""
    if revision is None:
        read.draft.refresh_from_db()
        revision = read.draft.revision
    return who.send(f"proposal_{verb}", {"revision": revision, **more}, **at(read), key=key)


@pytest.fixture
def editor(read_report: Read) -> Sitting:  # noqa: F811
    return Sitting(read_report.editor)


@pytest.fixture
def read(read_report: Read) -> Read:  # noqa: F811
    return read_report


def test_every_proposal_stands_with_its_sentence_and_who_says_so(read: Read, editor: Sitting) -> None:
    page = editor.get("proposals", **at(read))
    shown, cards = text(page), page.context["cards"]
    killed = next(card for card in cards.own if card["value"] == "nearly 100 people killed")
    assert (killed["before"] + killed["exact"] + killed["after"]) in read.capture.text
    assert killed["voice"].startswith("a senior security official")
    assert "Wednesday" in next(card for card in cards.own if card["kind"] == "time")["notes"][0]
    assert "Asia/Tehran" in shown
    assert '<mark id="at-' in shown
    assert not Assertion.objects.exists()


def test_accepting_records_the_claim_with_its_quote_and_goes_on(read: Read, editor: Sitting) -> None:
    key = read.proposal("time").key
    answer = decide(read, editor, "accept", key)
    claim = Assertion.objects.get()
    assert (claim.time.edtf, claim.time.timezone) == ("2024-01-03", "Asia/Tehran")
    assert claim.citations.get().quote in read.capture.text
    assert f"#proposal-{read.proposal('place').key}" in answer.url
    page = editor.client.get(answer.url.split("#")[0])
    assert "Accepted: 3 January 2024." in text(page)


def test_a_script_is_answered_with_what_became_of_it(read: Read, editor: Sitting) -> None:
    where = reverse("desk:proposal_accept", kwargs={**at(read), "key": read.proposal("time").key})
    sent = {"revision": read.draft.revision}
    told = editor.client.post(where, sent, headers={"Accept": "application/json"}).json()
    read.draft.refresh_from_db()
    assert (told["state"], told["told"], told["revision"]) == ("accepted", "Accepted", read.draft.revision)
    again = editor.client.post(where, {"revision": told["revision"]}, headers={"Accept": "application/json"})
    assert again.status_code == 422


def test_the_same_proposal_is_not_accepted_twice(read: Read, editor: Sitting) -> None:
    key = read.proposal("time").key
    decide(read, editor, "accept", key)
    page = decide(read, editor, "accept", key)
    assert page.status_code == 422
    assert problems(page) == ["This proposal is decided already."]
    assert Assertion.objects.count() == 1


def test_somebody_elses_edit_is_shown_before_it_goes_on_top(read: Read, editor: Sitting) -> None:
    seen = read.draft.revision
    claim = Claim(value=CasualtyValue(measure="wounded", verbatim="12"), citations=making.quoted(read.source, "12"))
    assert_claim(actor=making.person(Role.EDITOR), incident=read.draft, claim=claim)
    key = read.proposal("time").key
    page = decide(read, editor, "accept", key, revision=seen)
    assert page.status_code == 409
    assert "Somebody else was first" in text(page)
    assert "added a casualty figure" in text(page)
    on_top = page.context["conflict"]["current"]
    assert decide(read, editor, "accept", key, revision=seen, on_top=on_top).status_code == 302


def test_clearing_is_remembered_and_undone(read: Read, editor: Sitting) -> None:
    key = read.proposal("characteristic", code="suicide").key
    decide(read, editor, "clear", key)
    assert ProposalDecision.objects.get().state == ProposalState.CLEARED
    decide(read, editor, "undo", key)
    assert not ProposalDecision.objects.exists()
    assert decide(read, editor, "undo", key).status_code == 422


def test_undoing_an_acceptance_withdraws_the_claim_and_asks_anew(read: Read, editor: Sitting) -> None:
    key = read.proposal("casualty", measure="killed").key
    decide(read, editor, "accept", key)
    decide(read, editor, "undo", key)
    assert Assertion.objects.get().verification == Verification.WITHDRAWN
    cards = editor.get("proposals", **at(read)).context["cards"]
    assert cards.one(key)["open"]
    assert decide(read, editor, "accept", key).status_code == 302
    assert Assertion.objects.exclude(verification=Verification.WITHDRAWN).count() == 1


def test_editing_opens_the_claims_form_filled_in(read: Read, editor: Sitting) -> None:
    page = editor.get("proposals", **at(read))
    card = next(one for one in page.context["cards"].own if one["value"] == "nearly 100 people killed")
    form = editor.client.get(card["edit_url"])
    held = filled(form, verbatim="nearly 100")
    assert (held["measure"], held["quote"]) == ("killed", card["before"] + card["exact"] + card["after"])
    assert (held["speaker"], held["speaker_description"]) == ("new", "a senior security official")
    assert held["source"] == str(read.source.uid)
    answer: Any = editor.client.post(card["edit_url"], held)
    claim = Assertion.objects.get()
    assert claim.casualty.verbatim == "nearly 100"
    assert ProposalDecision.objects.get(key=card["key"]).citation == claim.citations.get()
    assert reverse("desk:proposals", kwargs=at(read)) in answer.url


@pytest.mark.parametrize(
    ("kind", "about"), [("time", {}), ("place", {}), ("attribution", {"ground": "denial"}), ("characteristic", {})]
)
def test_every_kind_of_claim_is_saved_from_its_form_as_it_is_filled_in(
    read: Read, editor: Sitting, kind: str, about: dict[str, str]
) -> None:
    key = read.proposal(kind, **about).key
    card = editor.get("proposals", **at(read)).context["cards"].one(key)
    answer = editor.client.post(card["edit_url"], filled(editor.client.get(card["edit_url"])))
    assert answer.status_code == 302
    assert ProposalDecision.objects.get(key=key).citation


def test_a_warning_is_recorded_once_it_is_said_who_warned_whom(read: Read, editor: Sitting) -> None:
    card = editor.get("proposals", **at(read)).context["cards"].one(read.proposal("warning").key)
    assert not card["direct"]
    assert decide(read, editor, "accept", card["key"]).status_code == 422
    ends = {"warner": "US government", "recipient": "Iran"}
    ends |= {f"{name}_kind": "state_body" for name in ends}
    answer = editor.client.post(card["edit_url"], filled(editor.client.get(card["edit_url"]), **ends))
    assert answer.status_code == 302
    assert ProposalDecision.objects.get().kind == "warning"


def test_what_the_report_rests_on_is_recorded_of_its_source(read: Read, editor: Sitting) -> None:
    card = editor.get("proposals", **at(read)).context["cards"].one(read.proposal("derivation").key)
    page = editor.client.get(card["edit_url"])
    assert filled(page)["origin_publisher"].endswith("Morning Example")
    refused = editor.client.post(card["edit_url"], filled(page))
    assert problems(refused) == ["Title of that item: Give the title of that item, or choose it above."]
    typed = {"origin_title": "A first report", "origin_publisher_kind": "newspaper"}
    assert editor.client.post(card["edit_url"], filled(page, **typed)).status_code == 302
    assert SourceDerivation.objects.get().origin.title == "A first report"
    decided = editor.get("proposals", **at(read)).context["cards"].one(card["key"])
    assert (decided["open"], decided["undoable"]) == (False, False)


def test_words_that_were_selected_are_quoted_in_the_form(read: Read, editor: Sitting) -> None:
    page = editor.get("proposals", **at(read))
    way = next(one["url"] for one in page.context["citing"] if "/casualty/" in one["url"])
    form = editor.client.get(f"{way}&quote=wounded%20scores")
    held = filled(form, measure="wounded", verbatim="scores")
    assert (held["quote"], held["source"]) == ("wounded scores", str(read.source.uid))
    assert editor.client.post(way, held).status_code == 302
    assert Assertion.objects.get().citations.get().anchor.capture == read.capture


def test_a_text_in_which_nothing_is_proposed_says_so(read: Read, editor: Sitting) -> None:
    capture = capture_text(actor=read.editor, source=read.source, text="Nothing of the kind.")
    page = text(editor.get("proposals", **at(read) | {"sha256": capture.sha256}))
    assert "Nothing is proposed from this text." in page
    assert "Record a claim from this text by hand" in page


def test_after_the_last_proposal_it_says_what_is_missing(read: Read, editor: Sitting) -> None:
    for card in editor.get("proposals", **at(read)).context["cards"].own:
        decide(read, editor, "clear", card["key"])
    page = text(editor.get("proposals", **at(read)))
    assert "Every proposal is decided." in page
    assert "Nothing is claimed yet" in page
    assert reverse("desk:submit", kwargs={"uid": read.draft.uid}) in page


def test_a_public_incident_takes_them_as_a_change_with_its_reason(read: Read, editor: Sitting) -> None:
    public = making.published()
    where = at(read) | {"uid": public.uid}
    page = editor.get("proposals", **where)
    assert page.context["change"].typed("edit_summary") == f"Added from {read.source.publisher.name}"
    key = read.proposal("time").key
    sent: dict[str, Any] = {"revision": public.revision}
    assert editor.send("proposal_accept", sent, **where, key=key).status_code == 422
    sent |= {"edit_summary": "A later report"}
    assert editor.send("proposal_accept", sent, **where, key=key).status_code == 302


def test_who_may_not_edit_the_incident_or_see_the_source_decides_nothing(read: Read) -> None:
    key = read.proposal("time").key
    contributor, other = Sitting(making.person(Role.CONTRIBUTOR)), Sitting(making.person(Role.EDITOR))
    assert contributor.get("proposals", **at(read)).status_code == 404
    Source.objects.filter(pk=read.source.pk).update(confidential=True)
    for verb in ("accept", "clear", "undo"):
        assert decide(read, other, verb, key).status_code == 403
    form = f"{reverse('desk:claim_new', kwargs={'uid': read.draft.uid, 'kind': 'time'})}"
    asked = f"?source={read.source.uid}&text={read.capture.sha256}&proposal={key}"
    assert other.client.get(form + asked).status_code == 403
    assert not Assertion.objects.exists()


def test_the_incident_and_the_snapshot_lead_there(read: Read, editor: Sitting) -> None:
    assert reverse("desk:proposals", kwargs=at(read)) not in text(editor.get("incident", uid=read.draft.uid))
    decide(read, editor, "accept", read.proposal("time").key)
    assert reverse("desk:proposals", kwargs=at(read)) in text(editor.get("incident", uid=read.draft.uid))
    where = {"uid": read.source.uid, "sha256": read.capture.sha256}
    assert reverse("desk:match", kwargs=where) in text(editor.get("source", uid=read.source.uid))
