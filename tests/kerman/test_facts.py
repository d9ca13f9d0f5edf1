"""The sixteen facts of the founding report, on the page and in the JSON, each with who says so, when and where."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from incidents.models import Incident
from tests.kerman.attesting import attested
from tests.kerman.conftest import FIRST, SECOND, Kerman
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db
Document = dict[str, Any]
Found = list[dict[str, Any]]


@dataclass(frozen=True)
class Fact:
    """Where a fact stands in the document, and the words in which it stands on the page."""

    number: int
    find: Callable[[Document], Found]
    words: tuple[str, ...]


def of_value(kind: str, **wanted: Any) -> Callable[[Document], Found]:
    """Claims of a kind whose value holds what is wanted."""
    return lambda document: [
        one
        for one in document["claims"]
        if one["kind"] == kind and all(one["value"].get(name) == value for name, value in wanted.items())
    ]


def said_by(speaker: str) -> Callable[[Document], Found]:
    """Reactions of a speaker."""
    return lambda document: [one for one in document["statements"] if speaker in one["speaker"]]


def linked(kind: str, name: str) -> Callable[[Document], Found]:
    """Links to the incident of a title."""
    return lambda document: [
        one
        for one in document["links"]
        if one["kind"] == kind and Incident.objects.get(public_id=one["incident"]).title == name
    ]


def told(words: str) -> Callable[[Document], Found]:
    """Sentences of the summary."""
    return lambda document: [one for one in document["summary"] if words in one["text"]]


FACTS = [
    Fact(1, of_value("time", edtf="2024-01-03", precision="day"), ("3 January 2024", "Known to the city")),
    Fact(1, of_value("location", place="Kerman", precision="settlement"), ("Kerman, Iran",)),
    Fact(2, of_value("characteristic", characteristic="attack_type", code="bombing"), ("Bombing", FIRST, SECOND)),
    Fact(2, of_value("characteristic", characteristic="tactic", code="suicide"), ("suicide",)),
    Fact(2, of_value("characteristic", characteristic="weapon_type", code="explosives"), ("Explosives",)),
    Fact(3, of_value("casualty", verbatim="nearly 100", low=None, best=None, high=99), ("nearly 100",)),
    Fact(4, of_value("casualty", verbatim="scores", low=40, best=None, high=None), ("scores",)),
    Fact(5, of_value("attribution", actor_name="Islamic State", ground="responsibility_claim"), ("Islamic State",)),
    Fact(
        6,
        of_value("attribution", actor_name="Islamic State – Khorasan", ground="intelligence_assessment"),
        ("Intelligence assessment", "is a branch of Islamic State: both can be right."),
    ),
    Fact(7, of_value("warning", aspect="existence"), ("The United States privately warned Iran",)),
    Fact(8, of_value("warning", aspect="content"), ("a US official", "speaking on condition of anonymity")),
    Fact(12, said_by("Jon Alterman"), ("Jon Alterman, Director of the Middle East programme", "olive branch")),
    Fact(13, said_by("Aaron David Miller"), ("Aaron David Miller", "only escalation avoided")),
    Fact(
        14,
        linked("background", "Hamas-led attack on southern Israel"),
        ("Hamas-led attack on southern Israel", "Background as asserted by"),
    ),
    Fact(
        15,
        linked("background", "Missile attack on an Iraqi air base housing US troops"),
        ("Missile attack on an Iraqi air base housing US troops",),
    ),
    Fact(16, told("A funeral ceremony"), ("A funeral ceremony for the dead was held in Kerman on 5 January.",)),
]


def dated(one: dict[str, Any], document: Document) -> bool:
    """Whether every citation says when: when it was reported or said, or when its source was published."""
    published = {source["id"]: source["published_on"] for source in document["sources"]}
    return all(cited["reported_on"] or cited["said_on"] or published[cited["source"]] for cited in one["citations"])


def test_every_fact_is_in_the_document_and_on_the_page_with_who_when_and_where(kerman: Kerman) -> None:
    document, page = kerman.document(), text_of(kerman.page())
    missing = []
    for fact in FACTS:
        found = fact.find(document)
        if not found or not all(attested(one, document) and dated(one, document) for one in found):
            missing.append(f"{fact.number}: not in the document with who, when and source")
        missing += [f"{fact.number}: “{words}” is not on the page" for words in fact.words if words not in page]
    assert missing == []


def test_7_8_9_the_warning_has_its_basis_its_wording_and_an_unnamed_official(kerman: Kerman) -> None:
    (warning,) = kerman.document()["warnings"]
    assert (warning["warner"], warning["recipient"]) == ("Government of the United States", "Government of Iran")
    assert warning["basis"] == "duty_to_warn"
    assert "implemented across administrations" in warning["basis_wording"]
    assert warning["conveyed_latest"].startswith("2024-01-03")
    voices = [cited["speaker"] for one in kerman.claims("warning") for cited in one["citations"] if cited["speaker"]]
    (official, *_others) = [voice for voice in voices if voice["label"] == "a US official"]
    assert (official["naming"], official["anonymity_reason"]) == ("anonymous", "speaking on condition of anonymity")
    words = text_of(kerman.page())
    assert "Basis Duty to warn In the words used longstanding 'duty to warn' policy" in words
    assert "25 January 2024" in words


def test_10_11_the_journal_was_first_reuters_wrote_and_asiaone_carried_it(kerman: Kerman) -> None:
    document = kerman.document()
    sources = {(one["publisher"]["name"], one["title"]): one for one in document["sources"]}
    names = {one["id"]: one["publisher"]["name"] for one in document["sources"]}
    rests = {
        (publisher, step["kind"], names[step["source"]])
        for (publisher, _title), one in sources.items()
        for step in one["rests_on"]
    }
    assert ("Reuters", "first_reported_by", "The Wall Street Journal") in rests
    assert ("AsiaOne", "syndicates", "Reuters") in rests
    (existence, _denial) = (one for one in kerman.claims("warning") if one["value"]["aspect"] == "existence")
    assert (existence["origins"], len(existence["citations"])) == (1, 3)


def test_14_15_the_other_incidents_stand_at_the_level_named(kerman: Kerman) -> None:
    israel, base = (
        Incident.objects.get(title=title)
        for title in ("Hamas-led attack on southern Israel", "Missile attack on an Iraqi air base housing US troops")
    )
    assert "1,200" in text_of(kerman.page(israel))
    document = kerman.document(base)
    assert document["place"]["precision"] in {"province", "country"}
    names = {one["value"]["actor_name"]: one["value"]["ground"] for one in kerman.claims("attribution", base)}
    assert names["Iran-backed proxies"] == "analyst_inference"
    assert document["attribution"]["state"] == "claimed"


def test_16_the_photograph_of_the_funeral_is_credited_and_not_shown(kerman: Kerman) -> None:
    (photograph,) = (one for one in kerman.document()["sources"] if one["kind"] == "photograph")
    assert photograph["credit"] == "Iran's Presidency/WANA (West Asia News Agency)/Handout via Reuters"
    assert "not ours to show" in photograph["rights"]
    page = kerman.page().content.decode()
    assert "<img" not in page[page.index("<main") : page.index("</main>")]
