"""Everything that can be done to a draft: each edit counts a revision, and what is read can be sent again."""

from typing import Any

from incidents.models import ActorRelation, Citation, Source
from tests.drafting.conftest import Writers
from tests.drafting.program import Program, incident_of
from tests.making import kerman


def of_kind(draft: Any, kind: str) -> list[dict[str, Any]]:
    return [one for one in draft["claims"] if one["kind"] == kind]


def done(answer: Any, status: int = 200) -> list[str]:
    """The ids of what was written."""
    assert answer.status_code == status, answer.content
    return list(answer.json()["ids"])


def test_what_is_said_of_the_incident_itself(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    done(program.patch(f"{draft}/", {"criterion_goal": True, "desk_note": "By a program."}))
    found = program.get(f"{draft}/").json()
    assert (found["title"], found["graphic"], found["criterion_goal"]) == ("Two bombings in Kerman", False, True)
    assert (found["desk_note"], found["criterion_message"], found["revision"]) == ("By a program.", None, 3)
    part = program.log(title="First blast", part_of=draft)
    assert program.get(f"{part}/").json()["part_of"] == draft
    listed = program.get(q="blast").json()["results"]
    assert [one["id"] for one in program.get("?q=BLAST").json()["results"]] == [part]
    assert {one["id"] for one in listed} == {part, draft}
    first = program.ask("GET", "?limit=1").json()
    assert [one["id"] for one in first["results"]] == [part]
    second = program.ask("GET", first["next"]).json()
    assert ([one["id"] for one in second["results"]], second["next"]) == ([draft], None)


def test_claims_are_changed_withdrawn_and_superseded(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    (toll,) = of_kind(program.get(f"{draft}/").json(), "casualty")
    path = f"{draft}/claims/{toll['id']}/"
    assert done(program.patch(path, {"value": {"verbatim": "nearly 100"}, "credibility": 2})) == [toll["id"]]
    (changed,) = of_kind(program.get(f"{draft}/").json(), "casualty")
    assert (changed["value"]["verbatim"], changed["value"]["measure"], changed["credibility"]) == (
        "nearly 100",
        "killed",
        2,
    )
    assert [changed["read_as"][name] for name in ("low", "best", "high")] == [None, None, 99]
    assert changed["citations"] == toll["citations"]
    for claim in program.get(f"{draft}/").json()["claims"]:
        same = {name: claim[name] for name in ("value", "modality", "role", "credibility", "confidence")}
        done(program.patch(f"{draft}/claims/{claim['id']}/", same))
    assert program.get(f"{draft}/").json()["claims"] == [
        one if one["id"] != toll["id"] else changed for one in program.get(f"{draft}/").json()["claims"]
    ]
    assert program.patch(path, {"value": {"actor": {"name": "x"}}}).status_code == 422
    assert program.patch(path, []).status_code == 422

    newer = {"kind": "casualty", "value": {"measure": "killed", "verbatim": "91"}, "citations": []}
    (new,) = done(program.post(f"{draft}/claims/", {"claims": [newer]}), 201)
    nothing = program.post(f"{draft}/claims/{new}/superseding/", {"older": draft})
    assert (nothing.status_code, nothing.json()["errors"][0]["field"]) == (422, "older")
    done(program.post(f"{draft}/claims/{new}/superseding/", {"older": toll["id"]}))
    old, now = of_kind(program.get(f"{draft}/").json(), "casualty")
    assert (old["role"], now["supersedes"]) == ("superseded", toll["id"])
    done(program.post(f"{draft}/claims/{new}/withdrawal/", None))
    assert of_kind(program.get(f"{draft}/").json(), "casualty")[1]["verification"] == "withdrawn"
    again = program.patch(f"{draft}/claims/{new}/", {"credibility": 1})
    assert (again.status_code, "taken back" in again.content.decode()) == (422, True)


def test_citations_are_added_changed_and_taken_back(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    (toll,) = of_kind(program.get(f"{draft}/").json(), "casualty")
    minister = {"name": "A minister", "role_title": "Health"}
    new = {"source": program.source(), "locator": "paragraph 4", "speaker": minister, "said_on": "2024-01-04"}
    (uid,) = done(program.post(f"{draft}/claims/{toll['id']}/citations/", new), 201)
    found = of_kind(program.get(f"{draft}/").json(), "casualty")[0]["citations"][1]
    assert (found["speaker"]["name"], found["said_on"], found["reported_on"]) == (
        minister["name"],
        "2024-01-04",
        "2024-01-26",
    )

    done(program.patch(f"{draft}/citations/{uid}/", {"quote": "killed 12"}))
    changed = Citation.objects.get(uid=uid)
    assert (changed.quote, changed.locator, str(changed.speaker)) == (
        "killed 12",
        "paragraph 4",
        "A minister, Health",
    )
    heard = {"id": found["speaker"]["id"], "name": "Somebody else"}
    assert program.patch(f"{draft}/citations/{uid}/", {"speaker": heard}).status_code == 422
    done(program.patch(f"{draft}/citations/{uid}/", {"speaker": found["speaker"]}))
    done(program.patch(f"{draft}/citations/{uid}/", {"speaker": None}))
    assert Citation.objects.get(uid=uid).speaker is None
    done(program.post(f"{draft}/citations/{uid}/removal/", {}))
    assert not Citation.objects.filter(uid=uid).exists()
    assert program.post(f"{draft}/citations/{uid}/removal/", {}).status_code == 404


def test_the_summary_cites_anew_or_what_is_cited_already(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    cited = of_kind(program.get(f"{draft}/").json(), "casualty")[0]["citations"][0]
    sentences = [
        {"text": "Twelve people died.", "citations": [{"citation": cited["id"]}]},
        {"text": "Two bombs went off.", "citations": [{"source": writers.source, "quote": "two bombings"}]},
    ]
    done(program.put(f"{draft}/summary/", {"sentences": sentences}))
    summary = program.get(f"{draft}/").json()["summary"]
    assert [one["text"] for one in summary] == ["Twelve people died.", "Two bombs went off."]
    assert summary[0]["citations"][0]["quote"] == cited["quote"]
    kept = [
        {"text": one["text"], "citations": [{"citation": each["id"]} for each in one["citations"]]} for one in summary
    ]
    done(program.put(f"{draft}/summary/", {"sentences": kept[::-1]}))
    assert [one["text"] for one in program.get(f"{draft}/").json()["summary"]] == [
        one["text"] for one in sentences[::-1]
    ]
    bare = program.put(f"{draft}/summary/", {"sentences": [{"text": "Uncited.", "citations": []}]})
    nothing = program.put(f"{draft}/summary/", {})
    assert (bare.status_code, nothing.status_code) == (422, 422)
    assert nothing.json()["errors"][0]["field"] == "sentences"


def test_reactions_and_links(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    cited = [{"source": writers.source, "quote": "an olive branch"}]
    analyst = {"name": "Jon Alterman", "organisation": "CSIS"}
    reaction = {"paraphrase": "A wish for dialogue.", "speaker": analyst, "citations": cited}
    (statement,) = done(program.post(f"{draft}/statements/", reaction), 201)
    done(program.patch(f"{draft}/statements/{statement}/", {"made_on": "2024-01-25"}))
    done(program.post(f"{draft}/statements/{statement}/citations/", cited[0] | {"locator": "paragraph 7"}), 201)
    other = program.log(title="An attack in October")
    answer = program.post(f"{draft}/links/", {"other": other, "kind": "background"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "citations")
    (link,) = done(program.post(f"{draft}/links/", {"other": other, "kind": "background", "citations": cited}), 201)
    done(program.post(f"{draft}/links/{link}/citations/", cited[0]), 201)

    found = program.get(f"{draft}/").json()
    (told,) = found["statements"]
    assert (told["made_on"], told["paraphrase"]) == ("2024-01-25", "A wish for dialogue.")
    assert [one["speaker"] and one["speaker"]["name"] for one in told["citations"]] == ["Jon Alterman", None]
    assert [(one["other"], one["kind"], len(one["citations"])) for one in found["links"]] == [(other, "background", 2)]
    done(program.post(f"{draft}/links/{link}/removal/", {}))
    done(program.post(f"{draft}/statements/{statement}/removal/", {}))
    emptied = program.get(f"{draft}/").json()
    assert (emptied["links"], emptied["statements"]) == ([], [])
    assert program.post(f"{draft}/links/{10**30}/removal/", {}).status_code == 404


def test_of_a_warning_what_is_not_sent_stays(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    state = {"kind": "state_body"}
    ends = {"warner": {"name": "US government"} | state, "recipient": {"name": "Iranian government"} | state}
    disclosed = {"conveyed": "December 2023", "disclosed_by": writers.source}
    given: dict[str, Any] = {**ends, **disclosed, "specificity": {"place": "general"}}
    value = {"given": given, "paraphrase": "The United States warned Iran."}
    claim = {"kind": "warning", "value": value, "citations": [{"source": writers.source, "quote": "warned Iran"}]}
    done(program.post(f"{draft}/claims/", {"claims": [claim]}), 201)
    (before,) = program.get(f"{draft}/").json()["warnings"]
    changes = {"basis": "duty_to_warn", "specificity": {"time": "none"}}
    done(program.patch(f"{draft}/warnings/{before['id']}/", changes))

    (after,) = program.get(f"{draft}/").json()["warnings"]
    specific = before["given"]["specificity"] | {"time": "none"}
    assert after["given"] == before["given"] | {"basis": "duty_to_warn", "specificity": specific}
    assert after["given"]["disclosed_by"] == writers.source
    assert after["given"]["conveyed"] == "December 2023 (day not known)"
    about = {"aspect": "content", "warning": before["id"], "paraphrase": "Of an attack."}
    done(program.post(f"{draft}/claims/", {"claims": [claim | {"value": about}]}), 201)
    assert len(program.get(f"{draft}/").json()["warnings"]) == 1


def test_a_branch_is_related_to_its_whole_with_the_same_quote(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    cited = [{"source": writers.source, "locator": "paragraph 3"}]
    value = {"actor": {"name": "Islamic State", "kind": "organisation"}, "ground": "responsibility_claim"}
    branch = {"actor": {"name": "ISIS-K", "kind": "branch"}, "ground": "intelligence_assessment"}
    claims = [
        {"kind": "attribution", "value": value, "citations": cited},
        {"kind": "attribution", "value": branch | {"branch_of": "Islamic State"}, "citations": cited},
    ]
    (_whole, part) = done(program.post(f"{draft}/claims/", {"claims": claims}), 201)
    relation = ActorRelation.objects.get(kind="branch_of")
    assert (str(relation.actor), str(relation.other)) == ("ISIS-K", "Islamic State")
    assert relation.citations.get().locator == "paragraph 3"
    late = program.patch(f"{draft}/claims/{part}/", {"value": {"branch_of": "Islamic State"}})
    assert (late.status_code, late.json()["errors"][0]["field"]) == (422, "value.branch_of")


def test_sources_are_recorded_once_and_found_and_so_are_places(writers: Writers) -> None:
    program, place = writers.program, kerman()
    wire = {
        "publisher": {"name": "Reuters", "kind": "agency"},
        "title": "US warned Iran",
        "published_on": "January 2024",
    }
    (origin,) = done(program.post("sources/", wire), 201)
    paper = {
        "publisher": {"name": "AsiaOne", "kind": "newspaper"},
        "title": "US warned Iran of a threat",
        "url": "https://www.asiaone.com/world/us-warned?utm_source=x",
        "rests_on": [{"source": origin, "kind": "syndicates"}],
        "text": "The attack killed nearly 100 people.",
    }
    made = program.post("sources/", paper)
    (uid,) = done(made, 201)
    found = program.get(made["Location"]).json()
    assert found["rests_on"] == [{"source": origin, "kind": "syndicates"}]
    assert found["url"] == "https://www.asiaone.com/world/us-warned"
    assert Source.objects.get(uid=uid).captures.get().text == paper["text"]
    assert program.ask("GET", f"sources/?url={paper['url']}").json()["results"] == [found]
    assert [one["published_precision"] for one in program.ask("GET", "sources/?q=reuters").json()["results"]] == [
        "month"
    ]
    twice = program.post("sources/", paper)
    assert (twice.status_code, uid in twice.json()["errors"][0]["detail"]) == (422, True)
    for wrong, field in (
        ({"publisher": {"name": "Nobody's Paper"}}, "publisher.kind"),
        ({"url": "ftp://example.org/x"}, "url"),
        ({"rests_on": [{"source": str(place.pk), "kind": "syndicates"}]}, "rests_on.0.source"),
        ({"published_on": "some day"}, "published_on"),
    ):
        refused = program.post("sources/", paper | {"url": ""} | wrong)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
    (known, *_rest) = program.ask("GET", "places/?q=کرمان&country=IR").json()["results"]
    assert (known["id"], known["name"], known["within"]) == (place.pk, "Kerman", "Kerman")


def test_a_draft_is_handed_in_when_nothing_is_missing(writers: Writers) -> None:
    program = writers.program
    bare = program.log(graphic=None)
    early = program.post(f"{bare}/review/", {})
    assert (early.status_code, early.json()["missing"]) == (409, program.get(f"{bare}/").json()["missing"])
    assert any("graphic material" in sentence for sentence in early.json()["missing"])
    stale = program.post(f"{writers.draft}/review/", {}, If_Match='"1"')
    assert stale.status_code == 412
    assert program.post(f"{writers.draft}/review/", {"note": "x" * 501}).status_code == 422
    handed = program.post(f"{writers.draft}/review/", {"note": "x" * 500})
    assert (handed.status_code, handed["ETag"], incident_of(writers.draft).state) == (200, '"2"', "in_review")
    assert incident_of(writers.draft).reviews.get().note == "x" * 500
    twice = program.post(f"{writers.draft}/review/", {})
    assert twice.status_code == 409
    assert Program(program.key).get(f"{writers.draft}/").json()["state"] == "in_review"
