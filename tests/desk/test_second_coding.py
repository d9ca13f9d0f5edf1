"""A colleague codes fields of an incident from its sources, blind; the answers stay apart and are compared."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from accounts.models import User
from accounts.roles import Role
from incidents.choices import CodedField, NoticeEvent
from incidents.models import Assertion, CodedAnswer, Incident, Notice, SecondCoding
from incidents.rules.refusals import RefusedError
from incidents.selectors.content import content_hash, public_content
from incidents.services.capturing import capture_text
from incidents.services.citing import cite
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.reviewing import submit
from incidents.services.second_coding import ask_coding
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.isolation.scenes import scene
from tests.making import Desk

REPORT = "On Wednesday two blasts hit the city. A local official counted the dead."


@dataclass
class Coding:
    """An incident in review, and an editor who wrote none of it."""

    people: Desk
    incident: Incident
    coder: User

    def __post_init__(self) -> None:
        self.reviewer, self.second = Sitting(self.people.reviewer), Sitting(self.coder)

    def ask(self, coder: User | None = None, fields: Any = tuple(CodedField.values)) -> Any:
        typed = {"coder": (coder or self.coder).pk, "fields_": list(fields)}
        return self.reviewer.send("coding_ask", typed, uid=self.incident.uid)

    def answer(self, **typed: Any) -> Any:
        given = {
            "occurred": "4 January 2024",
            "place_query": "Kerman",
            "place": making.kerman().pk,
            "attack_types": ["bombing"],
            "killed": "12",
            "attribution": "unclaimed",
        }
        return self.second.send("coding", given | typed, uid=SecondCoding.objects.latest("pk").uid)


@scene
def to_be_coded(_folder: Path) -> Coding:
    people = making.desk()
    report = making.source(people.editor, title="Blasts in a city")
    capture_text(actor=people.editor, source=report, text=REPORT)
    made = making.incident(people.editor, report=report)
    submit(actor=people.editor, incident=made, note="So it was.")
    return Coding(people, made, making.person(Role.EDITOR))


def test_the_coder_sees_the_sources_and_no_value_title_or_quote(to_be_coded: Coding) -> None:
    assert to_be_coded.ask().status_code == 302
    notice = Notice.objects.get(recipient=to_be_coded.coder)
    bell = to_be_coded.second.get("notices")
    listed = to_be_coded.second.client.get(f"/desk/notifications/{notice.pk}/", follow=True)
    page = to_be_coded.second.get("coding", uid=SecondCoding.objects.get().uid)
    assert page.status_code == 200
    assert "Blasts in a city" in text(page)
    assert REPORT.partition(".")[0] in text(page)
    for shown in (bell, listed, page):
        assert to_be_coded.incident.title not in text(shown)
        assert str(to_be_coded.incident.uid) not in text(shown)
    for value in ("3 January 2024", "killed 12 people", "two bombings"):
        assert value not in text(page)
    assert not any(field.value() for field in page.context["forms"]["coding"])


def test_answers_are_compared_and_change_nothing_of_the_incident(to_be_coded: Coding) -> None:
    made = to_be_coded.incident
    before, revision = content_hash(public_content(made)), made.revision
    claims = list(Assertion.objects.values_list("pk", flat=True))
    to_be_coded.ask()
    assert to_be_coded.answer().status_code == 302
    assert dict(CodedAnswer.objects.values_list("field", "agrees")) == {
        CodedField.OCCURRED: False,
        CodedField.PLACE: True,
        CodedField.ATTACK_TYPES: True,
        CodedField.WEAPON_TYPES: True,
        CodedField.TARGET_TYPES: True,
        CodedField.KILLED: True,
        CodedField.WOUNDED: True,
        CodedField.ATTRIBUTION: True,
    }
    made.refresh_from_db()
    assert (content_hash(public_content(made)), made.revision) == (before, revision)
    assert list(Assertion.objects.values_list("pk", flat=True)) == claims

    page = to_be_coded.reviewer.get("review", uid=made.uid)
    assert "7 of 8 fields agree" in text(page)
    assert {row["label"]: (row["first"], row["second"]) for row in page.context["codings"][0]["answers"]}[
        CodedField.OCCURRED.label
    ] == ("3 January 2024", "4 January 2024")
    assert Notice.objects.filter(event=NoticeEvent.CODING_DONE, recipient=to_be_coded.people.reviewer).count() == 1
    rows = {row["label"]: row for row in to_be_coded.second.get("codings").context["rows"]}
    when = rows[CodedField.OCCURRED.label]
    assert (when["number"], when["equal"], when["percent"]) == (1, 0, "0 %")
    assert rows[CodedField.ATTACK_TYPES.label]["kappa"] == "not defined"

    again = to_be_coded.answer()
    assert again.status_code == 302
    assert CodedAnswer.objects.count() == len(CodedField)
    with pytest.raises(DatabaseError), transaction.atomic():
        CodedAnswer.objects.update(agrees=True)


def test_an_author_a_contributor_and_oneself_are_not_asked_and_others_find_nothing(to_be_coded: Coding) -> None:
    people = to_be_coded.people
    for coder in (people.editor, people.reviewer, making.person(Role.CONTRIBUTOR)):
        page = to_be_coded.ask(coder)
        assert page.status_code == 422
    assert not SecondCoding.objects.exists()
    by_an_editor = {"coder": people.publisher.pk, "fields_": ["killed"]}
    assert to_be_coded.second.send("coding_ask", by_an_editor, uid=to_be_coded.incident.uid).status_code == 403

    to_be_coded.ask()
    twice = to_be_coded.ask()
    assert "This person is asked to code this incident already." in problems(twice)[0]
    asked = SecondCoding.objects.get()
    assert to_be_coded.reviewer.get("coding", uid=asked.uid).status_code == 404
    described = Description(title="Another title", graphic=False, personal_data=False)
    describe(actor=to_be_coded.coder, incident=to_be_coded.incident, description=described)
    assert to_be_coded.second.get("coding", uid=asked.uid).status_code == 403
    assert to_be_coded.answer().status_code == 403
    assert not CodedAnswer.objects.exists()


def test_what_cannot_be_read_is_told_and_kept_and_a_place_is_chosen(to_be_coded: Coding) -> None:
    to_be_coded.ask(fields=["occurred", "place", "killed"])
    page = to_be_coded.answer(occurred="some day", killed="many", place="")
    assert page.status_code == 422
    assert len(problems(page)) == 3
    assert 'value="some day"' in text(page)
    assert "Choose one of the places found." in text(page)
    nowhere = to_be_coded.answer(place="", place_query="Qqqqq")
    assert "No place of this name is in the gazetteer." in text(nowhere)
    assert not CodedAnswer.objects.exists()
    to_be_coded.answer(occurred="", killed="nearly 100")
    found = dict(CodedAnswer.objects.values_list("field", "second"))
    assert found["occurred"] is None
    assert found["killed"] == [None, None, 99]


def test_who_may_not_see_every_source_is_not_told_what_was_coded(to_be_coded: Coding) -> None:
    memo = making.source(to_be_coded.people.editor, confidential=True)
    target = to_be_coded.incident.assertions.get(kind="casualty")
    cite(
        actor=to_be_coded.people.editor,
        incident=to_be_coded.incident,
        target=target,
        quote=making.quoted(memo, "twelve")[0],
    )
    to_be_coded.ask()
    page = to_be_coded.second.get("coding", uid=SecondCoding.objects.get().uid)
    assert memo.title not in text(page)
    to_be_coded.answer()
    page = to_be_coded.reviewer.get("review", uid=to_be_coded.incident.uid)
    assert "Withheld from you: part of this rests on a confidential source." in text(page)
    assert page.context["codings"][0]["answers"] == []


def seen_by_the_coder(coding: Coding) -> dict[str, int]:
    """Every page of the desk on which the incident, its values or its edits stand, asked by whoever is to code it."""
    made, who = coding.incident, coding.second
    at, claim = {"uid": made.uid}, made.assertions.get(kind="casualty")
    own = ("incident", "preview", "history", "review", "publish", "describe", "summary", "incident_tags", "submit")
    pages = {name: who.get(name, **at).status_code for name in own}
    pages["claim"] = who.get("claim", **at, claim=claim.uid).status_code
    pages["value"] = who.get("value", **at, field="killed").status_code
    listed = [who.client.get(f"/desk/?tab=all&q={made.title}"), who.get("home"), who.get("quotes"), who.get("notices")]
    source = made.assertions.earliest("pk").citations.get().source
    listed += [who.get("source", uid=source.uid), who.get("place", pk=making.kerman().pk)]
    pages["lists"] = sum(text(page).count(f">{made.title}<") for page in listed)
    capture = who.get("capture", uid=source.uid, sha256=source.captures.get().sha256)
    pages["quotes"] = text(capture).count("<mark")
    return pages


def test_until_it_is_coded_the_incident_is_nowhere_at_the_coders_desk(to_be_coded: Coding) -> None:
    made, editor = to_be_coded.incident, to_be_coded.people.editor
    quote = making.quoted(made.assertions.earliest("pk").citations.get().source, "A local official counted the dead.")
    cite(actor=editor, incident=made, target=made.assertions.get(kind="casualty"), quote=quote[0])
    before = seen_by_the_coder(to_be_coded)
    assert before["incident"] == 200
    assert before["lists"]
    assert before["quotes"]
    submit(actor=editor, incident=made, note="So it was.")
    to_be_coded.ask()
    blind = seen_by_the_coder(to_be_coded)
    assert {name: code for name, code in blind.items() if code not in (404, 0)} == {}
    to_be_coded.answer()
    assert seen_by_the_coder(to_be_coded)["incident"] == 200


def test_a_coding_is_given_back_and_not_asked_again(to_be_coded: Coding) -> None:
    to_be_coded.ask()
    asked = SecondCoding.objects.get()
    to_be_coded.second.send("coding", {"action": "give_back"}, uid=asked.uid)
    assert to_be_coded.second.get("incident", uid=to_be_coded.incident.uid).status_code == 200
    assert to_be_coded.answer().status_code == 302
    assert not CodedAnswer.objects.exists()
    assert Notice.objects.filter(event=NoticeEvent.CODING_BACK, recipient=to_be_coded.people.reviewer).count() == 1
    assert "Given back uncoded" in text(to_be_coded.reviewer.get("review", uid=to_be_coded.incident.uid))
    assert to_be_coded.ask().status_code == 422
    with pytest.raises(RefusedError, match="has seen its values"):
        ask_coding(
            actor=to_be_coded.people.reviewer, incident=to_be_coded.incident, coder=asked.coder, fields=["killed"]
        )
