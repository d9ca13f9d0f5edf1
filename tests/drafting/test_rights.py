"""A key does what its owner may do and no more: nothing hidden is found, and nothing is decided."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import ApiKey, Scope
from accounts.roles import Role
from incidents.drafting.urls import urlpatterns
from incidents.models import Incident, Review, Source
from incidents.rules.refusals import NotAllowedError
from incidents.selectors.past import history_of
from incidents.services.letting_in import let_in
from incidents.services.reviewing import approve
from tests.architecture.reading import Module, broken, imports, modules, parse
from tests.database.test_guards import approve_by, refused
from tests.desk.sitting import Sitting, text
from tests.drafting.conftest import Writers
from tests.drafting.program import Program, claims, incident_of, new_key
from tests.drafting.test_door import ZERO, everywhere
from tests.making import kerman, person, published

SECRET = "Zanzibarian"
FIGURE = "seventy-seven"
DECIDING = ("approv", "publish", "reject", "merge", "waive", "withdraw_", "embargo", "assign", "reopen")


def same(one: Any, other: Any) -> bool:
    """Whether two answers are the same, byte by byte, but for how many more the key may ask for."""
    told = [(answer.status_code, answer.content, dict(answer.items()) | {"RateLimit": ""}) for answer in (one, other)]
    return told[0] == told[1]


def test_a_draft_of_others_is_as_good_as_absent(writers: Writers) -> None:
    theirs = writers.theirs
    for hidden, absent in zip(everywhere(writers.draft), everywhere(ZERO), strict=True):
        for method in ("GET", "POST", "PUT", "PATCH"):
            headers = {"If_Match": '"2"', "Idempotency_Key": f'"{uuid4()}"'}
            answers = [theirs.ask(method, address, {"title": "x"}, **headers) for address in (hidden, absent)]
            assert same(*answers) or hidden == absent, (method, hidden)
    for nothing in (writers.draft, ZERO, "INC-2024-000001", "x"):
        assert theirs.ask("GET", f"{nothing}/").status_code == 404
    assert theirs.get("?all=true&q=kerman").json()["results"] == []
    own = theirs.log(title="Something else")
    assert theirs.patch(f"{own}/", {"title": "Kerman"}).status_code == 200
    links = [theirs.post(f"{own}/links/", {"other": one, "kind": "background"}) for one in (writers.draft, ZERO)]
    assert (links[0].status_code, links[0].json()["errors"][0]["field"]) == (422, "other")
    assert same(*links)


def test_a_contributor_reads_what_is_published_and_is_told_who_may_change_it(writers: Writers) -> None:
    made = published(writers.people)
    found = writers.theirs.get(f"{made.public_id}/").json()
    assert (found["id"], found["published_version"]) == (str(made.uid), 1)
    assert "Ask an editor" in found["refused"]
    writers.theirs.tags[str(made.uid)] = f'"{made.revision}"'
    answer = writers.theirs.patch(f"{made.uid}/", {"title": "x"})
    assert (answer.status_code, answer.json()["detail"]) == (403, found["refused"])
    whole = writers.theirs.post("", {"title": "A part", "part_of": made.public_id})
    assert whole.status_code == 403


def test_to_edit_what_is_published_is_to_propose_a_change(writers: Writers, client: Client) -> None:
    made = published(writers.people)
    path, page = f"{made.public_id}/", f"/api/v1/incidents/{made.public_id}/"
    before = client.get(page).json()["content"]
    writers.program.get(path)
    bare = writers.program.patch(path, {"title": "Three bombings"})
    assert (bare.status_code, [one["field"] for one in bare.json()["errors"]]) == (422, ["edit_summary"])
    done = writers.program.patch(path, {"title": "Three bombings", "edit_summary": "A third was found."})
    assert (done.status_code, incident_of(str(made.uid)).state) == (200, "draft")
    assert client.get(page).json()["content"] == before
    edit = made.contributions.first()
    assert edit is not None
    assert (edit.by, edit.summary) == (writers.people.editor, "A third was found.")
    handed = writers.program.post(f"{made.public_id}/review/", {})
    assert handed.status_code == 200
    event = history_of(Review).get(pgh_obj_id=made.reviews.get(revision=made.revision + 1).pk)
    key = ApiKey.objects.get(owner=writers.people.editor)
    assert event.pgh_context.metadata["actor"] == writers.people.editor.pk
    assert event.pgh_context.metadata["key"] == key.prefix


def test_nobody_approves_what_their_key_wrote_and_the_database_refuses_too(writers: Writers) -> None:
    reviewer = writers.people.reviewer
    robot = Program(new_key(reviewer))
    robot.get(f"{writers.draft}/")
    assert robot.patch(f"{writers.draft}/", {"title": "Two blasts"}).status_code == 200
    writers.program.get(f"{writers.draft}/")
    assert writers.program.post(f"{writers.draft}/review/", {}).status_code == 200
    made = incident_of(writers.draft)

    decision = {"revision": made.revision, "decision": "approve"}
    page = Sitting(reviewer).send("review_decide", decision, uid=made.uid)
    assert (page.status_code, "You wrote part of this" in text(page)) == (403, True)
    with pytest.raises(NotAllowedError):
        approve(actor=writers.people.editor, incident=made, revision=made.revision)
    for author in (reviewer, writers.people.editor):
        statement, parameters = approve_by(made, author)
        assert "Nobody approves their own work" in refused(statement, *parameters)
    approve(actor=person(Role.REVIEWER), incident=made, revision=made.revision)
    assert incident_of(writers.draft).state == "approved"


def test_there_is_no_address_that_decides_anything() -> None:
    assert [one.name for one in urlpatterns if any(word in f"{one.name} {one.pattern}" for word in DECIDING)] == []


def decides(module: Module) -> Iterator[int]:
    """Lines that import from reviewing anything but the handing in."""
    for line, name in imports(module):
        if name.startswith("incidents.services.reviewing") and not name.endswith(".submit"):
            yield line


def test_the_door_knows_of_reviewing_no_more_than_how_to_hand_in() -> None:
    assert broken(decides, modules("incidents/drafting")) == []
    assert list(decides(parse("from incidents.services.reviewing import approve"))) == [1]


def confide(writers: Writers) -> tuple[str, str]:
    """The editor's program adds what only a confidential source gives; ids of the source and of a claim."""
    program, draft = writers.program, writers.draft
    secret = program.source(title=f"The {SECRET} memorandum", confidential=True, url=f"https://example.org/{SECRET}")
    speaker = {"naming": "anonymous", "description": f"a {SECRET} official"}
    cited = {"source": secret, "quote": f"{FIGURE} dead", "speaker": speaker}
    value = {"measure": "killed", "verbatim": FIGURE}
    sent = {"claims": [{"kind": "casualty", "value": value, "citations": [cited]}], "edit_summary": f"{SECRET} says so"}
    made = program.post(f"{draft}/claims/", sent)
    assert made.status_code == 201, made.content
    reaction = {"paraphrase": f"The {SECRET} view.", "speaker": speaker, "citations": [cited]}
    link = {"other": program.log(title="Another"), "kind": "background", "note": SECRET, "citations": [cited]}
    sentence = {"text": f"{SECRET} officials count more.", "citations": [cited]}
    assert program.post(f"{draft}/statements/", reaction).status_code == 201
    assert program.post(f"{draft}/links/", link).status_code == 201
    assert program.put(f"{draft}/summary/", {"sentences": [sentence]}).status_code == 200
    return secret, made.json()["ids"][0]


def test_what_rests_on_a_confidential_source_is_withheld_as_at_the_desk(writers: Writers) -> None:
    draft, colleague = writers.draft, person(Role.EDITOR)
    program = Program(new_key(colleague, Scope.READ, Scope.DRAFT))
    secret, claim = confide(writers)
    assert SECRET in writers.program.get(f"{draft}/").content.decode()

    found = program.get(f"{draft}/")
    assert not [word for word in (SECRET, FIGURE) if word in found.content.decode()]
    told = found.json()
    veiled = told["claims"][-1]
    assert (veiled["id"], veiled["withheld"], veiled["value"], veiled["read_as"]) == (claim, True, {}, {})
    assert (veiled["citations"][0]["withheld"], veiled["citations"][0]["quote"]) == (True, "")
    (reaction,), (link,), (sentence,) = (told[name] for name in ("statements", "links", "summary"))
    assert (reaction["withheld"], link["withheld"], sentence["withheld"], link["other"]) == (True, True, True, None)
    refusals: list[tuple[str, str, dict[str, Any]]] = [
        ("PATCH", f"claims/{claim}/", {}),
        ("POST", f"claims/{claim}/withdrawal/", {}),
        ("POST", f"claims/{claim}/citations/", {"source": writers.source, "quote": "x"}),
        ("PATCH", f"statements/{reaction['id']}/", {"paraphrase": "x"}),
        ("POST", f"statements/{reaction['id']}/removal/", {}),
        ("POST", f"links/{link['id']}/removal/", {}),
        ("PUT", "summary/", {"sentences": []}),
        ("PATCH", f"citations/{reaction['citations'][0]['id']}/", {"quote": "x"}),
    ]
    for method, tail, sent in refusals:
        headers = {"If_Match": found["ETag"], "Idempotency_Key": f'"{uuid4()}"'}
        answer = program.ask(method, f"{draft}/{tail}", sent, **headers)
        assert (answer.status_code, SECRET in answer.content.decode()) == (403, False), tail
    assert same(program.ask("GET", f"sources/{secret}/"), program.ask("GET", f"sources/{ZERO}/"))
    assert program.ask("GET", f"sources/?q={SECRET}").json()["results"] == []
    cite = f"{draft}/claims/{told['claims'][0]['id']}/citations/"
    hidden, absent = (program.post(cite, {"source": one, "quote": "x"}) for one in (secret, ZERO))
    assert (hidden.status_code, hidden.json()) == (422, absent.json())
    late = program.ask("PATCH", f"{draft}/", {"title": "x"}, If_Match='"2"')
    assert (late.status_code, SECRET in late.content.decode()) == (412, False)
    assert "confidential" in late.json()["changes"][0]["summary"]

    let_in(actor=writers.people.editor, source=Source.objects.get(uid=secret), person=colleague)
    assert SECRET in program.get(f"{draft}/").content.decode()
    assert program.ask("GET", f"sources/{secret}/").status_code == 200


def test_an_address_of_a_confidential_source_is_taken_and_nothing_else_is_said(writers: Writers) -> None:
    secret, _claim = confide(writers)
    program = Program(new_key(person(Role.EDITOR)))
    answer = program.post(
        "sources/", {"publisher": {"name": "P", "kind": "other"}, "title": "T", "url": f"https://example.org/{SECRET}"}
    )
    (said,) = answer.json()["errors"]
    handle = Source.objects.get(uid=secret).handle
    assert (answer.status_code, said["field"], handle in said["detail"]) == (422, "url", True)
    assert secret not in answer.content.decode()


def test_a_contributor_writes_a_draft_of_their_own_and_hands_it_in(writers: Writers) -> None:
    theirs = writers.theirs
    draft, source = theirs.log(), theirs.source()
    assert theirs.post(f"{draft}/claims/", {"claims": claims(source, kerman().pk)}).status_code == 201
    assert theirs.post(f"{draft}/review/", {}).status_code == 200
    assert Incident.objects.get(uid=draft).created_by == writers.contributor
