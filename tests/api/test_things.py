"""Things beside incidents: each list holds all that documents hold and nothing else, and each thing is read alone."""

import base64
import json
from collections import Counter
from typing import Any, Final

import pytest
from django.test import Client

from incidents.selectors import record_ledger
from incidents.services.publishing import withdraw
from tests.api.conftest import Read
from tests.api.holding import Record, documents, walked
from tests.making import published

CLAIMS: Final = {
    "attributions": "attribution",
    "casualty-estimates": "casualty",
    "locations": "location",
    "times": "time",
    "characteristics": "characteristic",
}
"""The lists of one kind of claim each."""


REFUSED: Final = (
    ("attributions/?contry=IR", "contry"),
    ("attributions/?ground=guess", "ground"),
    ("attributions/?names=a%00b", "names"),
    ("casualty-estimates/?measure=killed,hurt", "measure"),
    ("casualty-estimates/?ground=accusation", "ground"),
    ("assertions/?kind=source", "kind"),
    ("links/?kind=possible_duplicate", "kind"),
    ("corrections/?kind=first", "kind"),
    ("sources/?sort=occurred", "sort"),
    ("versions/?limit=201", "limit"),
    ("times/?since=yesterday", "since"),
    ("warnings/?cursor=abc", "cursor"),
    ("publishers/?include=provenance", "include"),
    ("actors/example-front/?country=IR", "country"),
    ("places/kerman-ir/?as_of=never", "as_of"),
    ("sources/?format=geojson", "format"),
)
"""Questions, each with the parameter because of which it cannot be answered."""


def without(thing: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if name not in names}


def as_documented(thing: dict[str, Any]) -> dict[str, Any]:
    """A thing as its document has it: what was put beside it taken out again."""
    cited = [{**without(one, "said_by"), "source": one["source"]["id"]} for one in thing.get("citations", [])]
    kept = without(thing, "incident", "url", "claims", "also_of")
    return {**kept, "citations": cited} if "citations" in thing else kept


def test_each_list_of_claims_holds_the_claims_of_the_documents_in_their_order(
    holding: Record, client: Client, read: Read
) -> None:
    for sort in ("-occurred", "occurred", "published"):
        told = documents(read, sort=sort)
        every = [(key, claim) for key, content in told.items() for claim in content["claims"]]
        lists = {"assertions": every} | {
            name: [(key, claim) for key, claim in every if claim["kind"] == kind] for name, kind in CLAIMS.items()
        }
        for name, expected in lists.items():
            found = list(walked(client, f"/api/v1/{name}/?limit=4&sort={sort}"))
            assert [(one["incident"]["id"], as_documented(one)) for one in found] == expected, (name, sort)
            assert read(f"{name}/", sort=sort).json()["count"] == len(expected) > 1


def test_what_surrounds_incidents_is_listed_with_whoever_says_so(holding: Record, client: Client, read: Read) -> None:
    content = documents(read)[holding.whole]
    (warning,) = walked(client, "/api/v1/warnings/")
    assert as_documented(warning) == content["warnings"][0]
    assert [as_documented(one) for one in warning["claims"]] == [
        one for one in content["claims"] if one["kind"] == "warning"
    ]
    (statement,) = walked(client, "/api/v1/statements/")
    assert as_documented(statement) == content["statements"][0]
    assert statement["citations"][0]["said_by"] == "A Minister"
    (link,) = walked(client, "/api/v1/links/")
    assert (link["incident"]["id"], link["other"], link["kind"]) == (
        holding.whole,
        content["links"][0]["incident"],
        "mentioned_together",
    )
    assert read(f"incidents/{link['other']}/").status_code == 200
    for one in (warning, statement, link):
        assert (one["incident"]["version"], one["incident"]["title"]) == (2, "Bombings in Kerman")
        assert client.get(one["incident"]["url"]).json()["version"] == 2


def test_whatever_has_an_id_is_read_by_it_as_its_list_has_it(holding: Record, client: Client) -> None:
    for name in ("assertions", *CLAIMS, "warnings", "statements", "sources", "publishers", "actors", "places"):
        for row in walked(client, f"/api/v1/{name}/"):
            alone = client.get(row["url"])
            assert alone.status_code == 200, row["url"]
            assert {key: alone.json()[key] for key in row} == row, name
            held = client.get(row["url"], headers={"If-None-Match": alone["ETag"]})
            assert (held.status_code, held.content) == (304, b"")


def test_an_id_of_another_kind_or_of_nothing_is_not_found(holding: Record, read: Read) -> None:
    (attribution, *_more) = read("attributions/").json()["results"]
    assert read(f"assertions/{attribution['id']}/").status_code == 200
    nowhere = (f"times/{attribution['id']}/", f"sources/{attribution['id']}/", "warnings/nothing/")
    nobody = ("actors/nobody/", "places/nowhere-ir/", "places/kerman-ir,kerman-ir/", "places/a\x00b/", f"actors/{'é'}/")
    answers = [read(address) for address in (*nowhere, *nobody, f"statements/{'0' * 8}-0000-4000-8000-{'0' * 12}/")]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert answers[0].json()["title"] == "Not Found"


def test_those_that_are_named_stand_once_with_their_number_of_incidents(
    holding: Record, client: Client, read: Read
) -> None:
    told = documents(read)
    expected = {
        "sources": Counter(one["id"] for each in told.values() for one in each["sources"] if one["cited"]),
        "publishers": Counter(
            one for each in told.values() for one in {s["publisher"]["id"] for s in each["sources"] if s["cited"]}
        ),
        "actors": Counter(one["actor"] for each in told.values() for one in each["actors"]),
        "places": Counter({"kerman-ir": len(told)}),
    }
    codes = {"actors": "actor", "places": "place"}
    for name, counted in expected.items():
        found = list(walked(client, f"/api/v1/{name}/?limit=2"))
        numbers = {one[codes.get(name, "id")]: one["incidents"] for one in found}
        assert numbers == counted, name
        assert list(numbers) == sorted(numbers)
        assert read(f"{name}/").json()["count"] == len(counted)
        for one in found:
            alone = client.get(one["url"]).json()
            listed = client.get(alone["incidents_url"]).json()
            assert listed["count"] == alone["incidents"] == one["incidents"]
    place = read("places/kerman-ir/").json()
    assert (place["native_name"], place["province_code"], "geometry" in place) == ("کرمان", "IR-08", False)
    actor = read("actors/example-front/").json()
    assert (actor["named_on_ground"], actor["part_of"], actor["branches"]) == ({"responsibility_claim": 1}, [], [])


def test_a_list_is_of_the_incidents_that_the_filters_find(holding: Record, read: Read) -> None:
    for query in ({"since": "2025"}, {"actor": "example-front"}, {"q": "market"}, {"country": "FR"}):
        told = documents(read, **query)
        found = read("assertions/", **query).json()["results"]
        assert [one["id"] for one in found] == [claim["id"] for each in told.values() for claim in each["claims"]]
        sources = {one["id"] for each in told.values() for one in each["sources"] if one["cited"]}
        assert {one["id"] for one in read("sources/", **query).json()["results"]} == sources
        actors = {one["actor"] for each in told.values() for one in each["actors"]}
        assert {one["actor"] for one in read("actors/", **query).json()["results"]} == actors
        assert {one["id"] for one in read("versions/", **query).json()["results"]} == set(told)


def test_what_is_a_list_s_own_chooses_among_its_things(holding: Record, read: Read) -> None:
    def ids(name: str, **query: str) -> list[str]:
        return [one.get("id") or one["other"] for one in read(f"{name}/", **query).json()["results"]]

    every = read("assertions/").json()["results"]
    for name, chosen in (
        ("kind", lambda one: one["kind"] in {"time", "warning"}),
        ("polarity", lambda one: one["polarity"] == "affirmed"),
    ):
        value = {"kind": "time,warning", "polarity": "affirmed"}[name]
        assert ids("assertions", **{name: value}) == [one["id"] for one in every if chosen(one)]
    assert ids("assertions", claim_verification="refuted") == []
    attributions = {one["value"]["ground"]: one["id"] for one in every if one["kind"] == "attribution"}
    assert ids("attributions", ground="accusation") == [attributions["accusation"]]
    assert ids("attributions", names="example-front") == [attributions["responsibility_claim"]]
    assert ids("attributions", names="example-front", ground="accusation") == []
    assert len(ids("casualty-estimates", measure="killed", population="all")) == 3
    assert ids("casualty-estimates", measure="wounded") == []
    assert len(ids("characteristics", characteristic="attack_type", code="bombing")) == 3
    assert len(ids("warnings", basis="duty_to_warn")) == len(ids("links", kind="mentioned_together")) == 1
    assert ids("warnings", basis="treaty") == ids("links", kind="background") == []
    (agency,) = (one["id"] for one in read("publishers/").json()["results"] if one["name"] == "The Example Courier")
    assert len(ids("sources", published_by=agency)) == len(ids("sources")) > 3
    assert ids("sources", published_by=agency, since="2025") != ids("sources") != []


def test_the_log_holds_every_version_in_its_order(
    holding: Record, client: Client, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list(walked(client, "/api/v1/versions/?limit=2"))
    assert [one["log"]["position"] for one in found] == list(range(read("record/").json()["size"]))
    assert [client.get(one["url"]).json()["content_sha256"] for one in found] == [
        one["content_sha256"] for one in found
    ]
    assert [one["kind"] for one in found] == ["first", "first", "first", "first", "withdrawal", "correction"]
    assert [one["id"] for one in read("versions/", kind="withdrawal").json()["results"]] == [holding.withdrawn]
    assert [one["version"] for one in read("versions/", until="2023-12").json()["results"]] == [1, 2]
    early = read("versions/", as_of=found[1]["published_at"]).json()
    assert (early["count"], early["results"]) == (2, found[:2])
    looked_up = read("versions/", until="2023-12").json()
    monkeypatch.setattr(record_ledger, "FEW", 0)
    walked_through = read("versions/", until="2023-12", limit="100").json()
    assert (walked_through["count"], walked_through["results"]) == (looked_up["count"], looked_up["results"])


def test_the_corrections_are_those_of_the_ledger(holding: Record, client: Client, read: Read) -> None:
    found = list(walked(client, "/api/v1/corrections/?limit=1"))
    ledger = client.get("/record/corrections.json").json()["corrections"]
    assert [without(one, "url") for one in found] == [without(one, "url", "compare_url") for one in ledger]
    assert [one["kind"] for one in found] == ["correction", "withdrawal"]
    assert [client.get(one["url"]).json()["version"] for one in found] == [2, 2]
    assert [one["id"] for one in read("corrections/", kind="correction").json()["results"]] == [holding.whole]


def test_a_list_is_as_it_was_at_a_moment(holding: Record, client: Client, read: Read) -> None:
    before = read("versions/").json()["results"][1]["published_at"]
    (warning,) = read("warnings/", as_of=before).json()["results"]
    assert (warning["incident"]["title"], warning["incident"]["version"]) == ("Two bombings in Kerman", 1)
    alone = client.get(warning["url"]).json()
    assert (alone["incident"], alone["also_of"]) == (warning["incident"], [])
    assert client.get(alone["incident"]["url"]).json()["version"] == 1
    assert {one["actor"] for one in read("actors/", as_of=before).json()["results"]} == {"example-front"}
    assert read("actors/other-front/", as_of=before).status_code == 404
    assert read("actors/other-front/").status_code == 200
    (later,) = read("attributions/", names="other-front").json()["results"]
    assert read(f"attributions/{later['id']}/", as_of=before).status_code == 404


def test_a_walk_reads_one_state_of_the_record(holding: Record, client: Client, read: Read) -> None:
    lists = ("assertions", "sources", "actors", "versions", "corrections")
    before = {name: list(walked(client, f"/api/v1/{name}/?limit=2")) for name in lists}
    begun = {name: read(f"{name}/", limit="1").json() for name in lists}
    published(holding.people, title="New", when="7 May 2026")
    withdraw(actor=holding.people.publisher, incident=holding.later, reason="It did not happen.")
    for name, first in begun.items():
        met = [*first["results"], *walked(client, first["next"])]
        assert [marked(one) for one in met] == [marked(one) for one in before[name]], name
        assert [marked(one) for one in read(f"{name}/").json()["results"]] != [marked(one) for one in met], name


def marked(one: dict[str, Any]) -> Any:
    """What tells a thing of a list from the others of it."""
    return (one.get("id", one.get("actor")), one.get("version"), one.get("incidents"))


def test_what_cannot_be_answered_is_named(holding: Record, client: Client) -> None:
    for address, parameter in REFUSED:
        answer = client.get(f"/api/v1/{address}")
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json"), address
        (error,) = answer.json()["errors"]
        assert error["parameter"] == parameter
        assert parameter in answer.json()["detail"]


def test_a_cursor_belongs_to_its_list_and_its_query(holding: Record, read: Read) -> None:
    cursor = read("assertions/", limit="1").json()["next"].rsplit("cursor=", 1)[-1]
    others: tuple[tuple[str, dict[str, str]], ...] = (
        ("assertions", {"kind": "time"}),
        ("assertions", {"sort": "occurred"}),
        ("attributions", {}),
        ("sources", {}),
    )
    for name, query in others:
        answer = read(f"{name}/", cursor=cursor, **query)
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "cursor"), name
    assert read("assertions/", cursor=cursor, limit="5").status_code == 200
    name, moment, _place = json.loads(base64.urlsafe_b64decode(cursor + "=="))
    forged = base64.urlsafe_b64encode(json.dumps([name, moment, "INC-1999-000001.0"]).encode()).decode()
    assert read("assertions/", cursor=forged).json()["errors"][0]["parameter"] == "cursor"
