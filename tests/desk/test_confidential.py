"""A confidential source is a handle to everybody who need not know it."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from accounts.models import User
from accounts.roles import Role
from incidents.models import Citation, Incident, Source, SourceGrant, SourceReading
from incidents.services.asserting import assert_claim
from incidents.services.capturing import capture_text
from incidents.services.citing import cite
from incidents.services.inputs import CasualtyValue, Claim, Quote, SpeakerPerson
from incidents.services.people import record_speaker
from tests import making
from tests.desk.sitting import NEW_SOURCE, Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

SECRET = "Zanzibarian"
"""A word that stands in everything that must not be told, and nowhere else."""


@pytest.fixture
def secret(people: Desk) -> Source:
    source = making.source(
        people.editor,
        confidential=True,
        title=f"{SECRET} memorandum",
        publisher_name=f"{SECRET} Ministry",
        url=f"https://{SECRET.lower()}.example/leak",
    )
    capture_text(actor=people.editor, source=source, text=f"Thirty were killed, the {SECRET} office said.")
    return source


@pytest.fixture
def incident(people: Desk, secret: Source) -> Incident:
    """An incident one claim of which a confidential source bears out, in the words of somebody."""
    made = making.incident(people.editor)
    described = SpeakerPerson(naming="anonymous", description=f"a {SECRET} clerk")
    speaker = record_speaker(actor=people.editor, person=described)
    words = Quote(source=secret, quote=f"the {SECRET} office said", locator=f"{SECRET} page", speaker=speaker)
    value = CasualtyValue(measure="killed", verbatim="at least 30")
    report = making.source(people.editor)
    claim = assert_claim(
        actor=people.editor, incident=made, claim=Claim(value=value, citations=(Quote(source=report, quote="thirty"),))
    )
    cite(actor=people.editor, incident=made, target=claim, quote=words)
    return made


def pages(who: Sitting, incident: Incident, secret: Source) -> dict[str, Any]:
    """Every page of the desk on which the source, its words or its speaker could stand."""
    claim = Citation.objects.get(source=secret).assertion
    assert claim is not None
    at = {"uid": incident.uid}
    sha256 = secret.captures.get().sha256
    found = {
        "incident": who.get("incident", **at),
        "review": who.get("review", **at),
        "summary": who.get("summary", **at),
        "history": who.client.get(f"/desk/incidents/{incident.uid}/history/?from=1&to={incident.revision}"),
        "claim": who.get("claim", **at, claim=claim.uid),
        "withdraw": who.get("claim_withdraw", **at, claim=claim.uid),
        "cite": who.get("claim_cite", **at, claim=claim.uid),
        "citation": who.get("citation", **at, citation=Citation.objects.get(source=secret).uid),
        "remove": who.get("citation_remove", **at, citation=Citation.objects.get(source=secret).uid),
        "warning": who.get("claim_new", **at, kind="warning"),
        "statement": who.get("statement_new", **at),
        "sources": who.get("sources"),
        "source": who.get("source", uid=secret.uid),
        "rests on": who.get("source_rests_on", uid=secret.uid),
        "new": who.get("source_new"),
        "capture": who.get("capture", uid=secret.uid, sha256=sha256),
        "file": who.get("capture_file", uid=secret.uid, sha256=sha256),
        "publisher": who.get("publisher", uid=secret.publisher.uid),
        "quotes": who.get("quotes"),
    }
    asked = {"action": "find_source", "source": "", "source_query": "memorandum"}
    found["search"] = who.send("claim_cite", asked, **at, claim=claim.uid)
    found["list"] = who.client.get("/desk/sources/", {"q": "memorandum"})
    return found


NAMES_ITS_PUBLISHER = {"publisher", "claim", "cite", "search", "citation", "statement", "warning", "new"}
"""Pages that suggest every publisher on record by name, or are of one."""


def telling(who: Sitting, incident: Incident, secret: Source) -> set[str]:
    """The pages that say something of the source."""
    told = set()
    for name, page in pages(who, incident, secret).items():
        shown = text(page).replace(f"{SECRET} Ministry", "") if name in NAMES_ITS_PUBLISHER else text(page)
        if SECRET.lower() in shown.lower():
            told.add(name)
    return told


def test_those_who_need_not_know_see_a_handle(incident: Incident, secret: Source, reviewer: Sitting) -> None:
    assert telling(reviewer, incident, secret) == set()
    shown = text(reviewer.get("incident", uid=incident.uid))
    assert f"Confidential source C-{secret.pk}" in shown
    assert "Its words are withheld from you" in shown
    assert f"Confidential source C-{secret.pk}" in text(reviewer.get("sources"))
    assert f"Confidential source C-{secret.pk}" in text(reviewer.get("review", uid=incident.uid))


def test_who_reads_it_is_kept_once_an_hour(incident: Incident, secret: Source, people: Desk, reviewer: Sitting) -> None:
    editor, senior = Sitting(people.editor), Sitting(making.person(Role.SENIOR))
    for who in (editor, editor, reviewer):
        who.get("incident", uid=incident.uid)
        who.get("source", uid=secret.uid)
    senior.get("review", uid=incident.uid)
    read = SourceReading.objects.filter(source=secret)
    assert {one.by for one in read} == {people.editor, senior.person}
    assert len({(one.by, one.hour) for one in read}) == len(read)
    assert senior.person.display_name in text(editor.get("source", uid=secret.uid)).partition("Who has read it")[2]
    with pytest.raises(DatabaseError, match=r"permission denied|append-only"), transaction.atomic():
        read.delete()


def test_its_own_pages_are_refused_with_a_sentence(incident: Incident, secret: Source, reviewer: Sitting) -> None:
    found = pages(reviewer, incident, secret)
    for name in ("source", "capture", "file", "rests on", "citation", "remove"):
        assert found[name].status_code == 403, name
        assert f"C-{secret.pk}: ask a senior editor to let you see it." in text(found[name])


@pytest.mark.parametrize("role", [Role.SENIOR, Role.ADMINISTRATOR])
def test_seniors_and_who_recorded_it_see_it(incident: Incident, secret: Source, editor: Sitting, role: Role) -> None:
    wanted = {"incident", "review", "summary", "citation", "sources", "source", "capture", "file", "search"}
    assert wanted <= telling(editor, incident, secret)
    assert wanted <= telling(Sitting(making.person(role)), incident, secret)


def test_somebody_is_let_in_and_shut_out_again(
    incident: Incident, secret: Source, editor: Sitting, reviewer: Sitting
) -> None:
    chosen = {"person": str(reviewer.person.pk)}
    editor.send("source_access", chosen | {"what": "let_in"}, uid=secret.uid)
    assert SourceGrant.objects.get().granted_by == editor.person
    assert {"incident", "source", "file"} <= telling(reviewer, incident, secret)
    assert reviewer.person.display_name in text(editor.get("source", uid=secret.uid))
    assert reviewer.get("source_access", uid=secret.uid).status_code == 403
    editor.send("source_access", chosen | {"what": "shut_out"}, uid=secret.uid)
    assert telling(reviewer, incident, secret) == set()


def test_an_address_that_is_on_record_names_no_title(secret: Source, reviewer: Sitting, incident: Incident) -> None:
    typed = {name: value for name, value in NEW_SOURCE.items() if name != "source"}
    page = reviewer.fill("source_new", typed | {"url": f"https://{SECRET.lower()}.example/leak"})
    told = "This address is on record already, as Confidential source C-{}. Ask a senior editor to let you see it."
    assert problems(page) == [f"Address: {told.format(secret.pk)}"]


def test_who_may_not_see_it_cites_it_nowhere(incident: Incident, secret: Source, reviewer: Sitting) -> None:
    other = making.incident(making.person(Role.EDITOR))
    sent = {"source": str(secret.uid), "quote": "x", "action": "save", "revision": str(other.revision), "speaker": ""}
    claim = other.assertions.first()
    assert claim is not None
    assert reviewer.send("claim_cite", sent, uid=other.uid, claim=claim.uid).status_code == 422
    assert Citation.objects.filter(source=secret).count() == 1


def test_what_is_saved_of_a_claim_is_not_what_was_veiled(incident: Incident, secret: Source, reviewer: Sitting) -> None:
    reviewer.person.role = Role.EDITOR
    User.objects.filter(pk=reviewer.person.pk).update(role=Role.EDITOR)
    claim = Citation.objects.get(source=secret).assertion
    assert claim is not None
    page = reviewer.fill("claim", {"rationale": "Looked at again."}, uid=incident.uid, claim=claim.uid)
    assert page.status_code == 302
    held = Citation.objects.get(source=secret)
    assert (held.quote, held.speaker.description) == (  # type: ignore[union-attr]
        f"the {SECRET} office said",
        f"a {SECRET} clerk",
    )
