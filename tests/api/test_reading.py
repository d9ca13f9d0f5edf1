"""Reading one incident and its versions, also when it is no longer there."""

from typing import Any

from accounts.roles import Role
from incidents.api.caching import SHORT, kept_for
from incidents.rules.canonical import canonical_bytes, chain_hash, sha256_hex
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import withdraw
from incidents.services.regrouping import merge
from tests.api.conftest import Read, lasting
from tests.api.full import complete
from tests.making import Desk, incident, person, published, republished

NOWHERE = (
    "INC-2024-000002",
    "INC-2099-999999",
    "INC-2024-1",
    "inc-2024-000001",
    "1",
    "INC-2024-000001 ",
    "a\x00b",
    "é",
)


def retitled(people: Desk, made: Any, title: str) -> None:
    """The next version of an incident, under another title."""
    changed = Description(title=title, graphic=False, personal_data=False)
    describe(actor=people.editor, incident=made, description=changed, summary="A better title.")
    republished(people, made, kind="correction", summary="The title said too much.")


def test_an_incident_is_read_with_every_claim_and_who_says_so(people: Desk, read: Read) -> None:
    made = complete(people)
    found = read(f"incidents/{made.public_id}/").json()
    content = found["content"]
    assert (found["id"], found["version"], found["kind"], found["under_review"]) == (made.public_id, 1, "first", False)
    claims = {claim["id"]: claim for claim in content["claims"]}
    sources = {source["id"]: source for source in content["sources"]}
    for part in ("occurred", "place", "killed"):
        assert content[part]["why"]["claims"]
        for claim in content[part]["why"]["claims"]:
            assert all(citation["source"] in sources for citation in claims[claim]["citations"])
    assert content["warnings"][0]["warner"] == "One Government"
    assert content["statements"][0]["paraphrase"] == "The minister offered condolences."
    assert content["links"][0]["incident"] == "INC-2024-000001"


def test_the_hashes_can_be_checked_from_what_is_answered(people: Desk, read: Read) -> None:
    made = complete(people)
    found = read(f"incidents/{made.public_id}/").json()
    assert sha256_hex(canonical_bytes(found["content"])) == found["content_sha256"]
    log = found["log"]
    chained = chain_hash(bytes.fromhex(log["previous_hash"]), bytes.fromhex(log["leaf_hash"]))
    assert chained.hex() == log["chain_hash"] == read("record/").json()["head"]
    assert log["position"] == read("record/").json()["size"] - 1


def test_a_correction_is_a_version_and_the_one_before_it_stays(people: Desk, read: Read) -> None:
    made = published(people, title="A bombing")
    before = read(f"incidents/{made.public_id}/").json()
    retitled(people, made, "An explosion")

    now = read(f"incidents/{made.public_id}/").json()
    assert (now["version"], now["kind"], now["summary"]) == (2, "correction", "The title said too much.")
    assert now["content"]["title"] == "An explosion"
    versions = read(f"incidents/{made.public_id}/versions/").json()
    assert (versions["count"], [one["version"] for one in versions["results"]]) == (2, [2, 1])
    first = read(f"incidents/{made.public_id}/versions/1/").json()
    assert (first["content"], first["log"]) == (before["content"], before["log"])
    assert now["log"]["previous_hash"] == first["log"]["chain_hash"]
    then = read(f"incidents/{made.public_id}/", as_of=before["published_at"]).json()
    assert then["content"]["title"] == "A bombing"


def test_readers_are_told_that_changes_are_being_prepared(people: Desk, read: Read) -> None:
    made = published(people)
    before = read(f"incidents/{made.public_id}/")
    changed = Description(title="Not yet said", graphic=False, personal_data=False)
    describe(actor=people.editor, incident=made, description=changed, summary="A better title.")
    after = read(f"incidents/{made.public_id}/")
    assert (before.json()["under_review"], after.json()["under_review"]) == (False, True)
    assert before["ETag"] != after["ETag"]
    assert "Not yet said" not in after.content.decode()


def test_an_incident_is_a_feature_too(people: Desk, read: Read) -> None:
    made = published(people)
    feature = read(f"incidents/{made.public_id}/", format="geojson").json()
    assert (feature["type"], feature["id"]) == ("Feature", made.public_id)
    assert feature["properties"] == read("incidents/").json()["results"][0]


def test_a_withdrawn_incident_says_why_and_keeps_its_versions(people: Desk, read: Read) -> None:
    made = published(people)
    withdraw(actor=people.publisher, incident=made, reason="The report was wrong.")
    answer = read(f"incidents/{made.public_id}/")
    assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
    said = answer.json()
    assert (said["id"], said["reason"], said["status"]) == (made.public_id, "The report was wrong.", 410)
    assert read("incidents/").json()["count"] == 0
    versions = read(f"incidents/{made.public_id}/versions/").json()["results"]
    assert [one["kind"] for one in versions] == ["withdrawal", "first"]
    assert read(f"incidents/{made.public_id}/versions/2/").json()["content"]["reason"] == "The report was wrong."
    assert read(f"incidents/{made.public_id}/versions/1/").status_code == 200
    assert read(f"incidents/{made.public_id}/", as_of=versions[1]["published_at"]).status_code == 200


def test_a_merged_incident_leads_to_the_one_that_lives_on(people: Desk, read: Read) -> None:
    survivor, merged = published(people), published(people)
    merge(actor=person(Role.SENIOR), loser=merged, survivor=survivor, reason="The same attack.")
    republished(people, survivor, kind="merge", summary="The same attack.")
    answer = read(f"incidents/{merged.public_id}/")
    assert answer.status_code == 301
    assert answer["Location"] == f"http://testserver/api/v1/incidents/{survivor.public_id}/"
    assert answer["Cache-Control"] == kept_for(SHORT)
    assert answer.content == b""
    assert [row["id"] for row in read("incidents/").json()["results"]] == [survivor.public_id]
    assert read(f"incidents/{merged.public_id}/versions/2/").json()["content"]["merged_into"] == survivor.public_id


def test_what_is_hidden_and_what_never_was_get_one_answer_to_the_byte(people: Desk, read: Read) -> None:
    published(people)
    incident(people.editor, title="The draft that would be number 2")
    answers = [read(f"incidents/{name}/{tail}") for name in NOWHERE for tail in ("", "versions/", "versions/1/")]
    whole = {(answer.status_code, answer.content, tuple(sorted(lasting(answer).items()))) for answer in answers}
    assert len(whole) == 1
    assert answers[0].json() == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_a_version_that_was_never_published_is_not_found(people: Desk, read: Read) -> None:
    published(people)
    for number in (0, 2, 10**30):
        assert read(f"incidents/INC-2024-000001/versions/{number}/").status_code == 404


def test_an_address_that_is_none_gets_the_same_problem(db: None, read: Read) -> None:
    assert read("nothing/").content == read("incidents/INC-2024-000001/").content
