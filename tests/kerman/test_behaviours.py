"""The eight behaviours that the founding example asks for, each at the desk and in the public record."""

import re
from datetime import date
from typing import Any

import pytest

from incidents.choices import AssertionKind, State
from incidents.models import Approval, Assertion, Citation, Incident, Regrouping, Source, Speaker
from tests import making
from tests.desk.sitting import Sitting, filled, problems, text
from tests.kerman.conftest import FIRST, Kerman
from tests.kerman.reading import blocks_naming, known
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db
EDIT = {"edit_summary": "Another source."}


def existence(kerman: Kerman, polarity: str = "affirmed") -> Assertion:
    """What is said of the warning's having been given."""
    return Assertion.objects.get(incident=kerman.whole, warning_statement__aspect="existence", polarity=polarity)


def cited_at_the_desk(kerman: Kerman, claim: Assertion, report: Source, **typed: Any) -> None:
    """An editor adds a citation to a claim."""
    at = {"uid": kerman.whole.uid, "claim": claim.uid}
    page = kerman.editor.get("claim_cite", **at)
    chosen = {"source_query": report.title, "source": str(report.uid), "quote": "", "locator": "whole item"}
    saved = kerman.editor.send("claim_cite", filled(page, **chosen, **EDIT, **typed), **at)
    assert saved.status_code == 302, problems(saved)


def rests_at_the_desk(kerman: Kerman, copy: Source, first: Source) -> None:
    """An editor records what a source rests on."""
    page = kerman.editor.get("source_rests_on", uid=copy.uid)
    asked = filled(page, origin_query=first.title, derivation="quotes", origin=str(first.uid))
    assert kerman.editor.send("source_rests_on", asked, uid=copy.uid).status_code == 302


def of_warning(kerman: Kerman) -> dict[str, Any]:
    (one,) = (
        one
        for one in kerman.claims("warning")
        if one["value"]["aspect"] == "existence" and one["polarity"] == "affirmed"
    )
    return one


def test_1_ten_rewriting_outlets_leave_the_warning_one_origin_and_a_document_makes_it_two(kerman: Kerman) -> None:
    assert of_warning(kerman)["origins"] == 1
    claim, first = existence(kerman), Source.objects.get(publisher__name="The Wall Street Journal")
    for number in range(10):
        copy = making.source(kerman.cast.editor, title=f"Rewritten {number}", publisher_name=f"Outlet {number}")
        rests_at_the_desk(kerman, copy, first)
        cited_at_the_desk(kerman, claim, copy)
    kerman.republish(kerman.whole)
    told = of_warning(kerman)
    assert (told["origins"], len(told["citations"])) == (1, 13)
    assert "13 sources, 1 independent" in text_of(kerman.page())

    document = making.source(kerman.cast.editor, title="A cable", kind="document", publisher_name="An Archive")
    cited_at_the_desk(kerman, claim, document)
    kerman.republish(kerman.whole)
    told = of_warning(kerman)
    assert told["origins"] == 2
    assert sorted(map(len, told["origin_groups"])) == [1, 13]
    assert "14 sources, 2 independent" in text_of(kerman.page())


def test_2_a_denial_by_iran_denies_the_response_disputes_the_existence_and_deletes_nothing(kerman: Kerman) -> None:
    denial = existence(kerman, "denied")
    withdrawn = kerman.editor.fill("claim_withdraw", EDIT, uid=kerman.whole.uid, claim=denial.uid)
    assert withdrawn.status_code == 302
    kerman.republish(kerman.whole)
    (warning,) = kerman.document()["warnings"]
    assert warning["standing"] == {"existence": "single_origin", "content": "single_origin", "response": "unknown"}
    before = {one["id"]: one["citations"] for one in kerman.document()["claims"]}

    denied_at_the_desk(kerman)
    kerman.republish(kerman.whole)
    (warning,) = kerman.document()["warnings"]
    assert warning["standing"] == {"existence": "disputed", "content": "single_origin", "response": "denied"}
    assert of_warning(kerman)["verification"] == "disputed"
    after = {one["id"]: one["citations"] for one in kerman.document()["claims"]}
    assert {key: after[key] for key in before} == before
    assert len(after) == len(before) + 1
    words = text_of(kerman.page())
    assert "That it was given Disputed The recipient's response Denied" in words


def denied_at_the_desk(kerman: Kerman) -> None:
    """An editor records that Iran's government says that there was no warning."""
    iran = kerman.whole.warnings.get().recipient
    report = making.source(kerman.cast.editor, title="Iran denies")
    at = {"uid": kerman.whole.uid, "kind": "warning"}
    page = kerman.editor.get("claim_new", **at)
    typed = {
        "warning": str(kerman.whole.warnings.get().uid),
        "aspect": "existence",
        "paraphrase": "That the United States had warned it.",
        "polarity": "denied",
        "source_query": report.title,
        "source": str(report.uid),
        "speaker": "new",
        "naming": "collective",
        "speaker_organisation": "Foreign ministry of Iran",
        "speaker_actor": iran.name,
        "quote": "no such warning was received",
        "reported_on": "26 January 2024",
    }
    saved = kerman.editor.send("claim_new", filled(page, **typed, **EDIT), **at)
    assert saved.status_code == 302, problems(saved)
    assert Speaker.objects.get(organisation="Foreign ministry of Iran").actor == iran


def test_3_no_best_value_appears_that_no_source_gave(kerman: Kerman) -> None:
    for made in Incident.objects.filter(published_number__gt=0):
        document = kerman.document(made)
        for measure in ("killed", "wounded"):
            shown = document[measure]
            if shown is None or shown["best"] is None:
                continue
            given = {one["value"]["best"] for one in document["claims"] if one["id"] in shown["why"]["claims"]}
            assert shown["best"] in given, made.title
    figures = {one["value"]["verbatim"]: one["value"] for one in kerman.claims("casualty")}
    assert [figures["nearly 100"][bound] for bound in ("low", "best", "high")] == [None, None, 99]
    assert [figures["scores"][bound] for bound in ("low", "best", "high")] == [40, None, None]


def test_4_nothing_says_that_isis_k_did_it_without_the_kind_and_the_speaker(kerman: Kerman) -> None:
    name = "Islamic State – Khorasan"
    (named,) = (one for one in kerman.claims("attribution") if one["value"]["actor_name"] == name)
    assert named["value"]["ground"] == "intelligence_assessment"
    assert "two sources familiar with the intelligence" in {
        one["speaker"]["label"] for one in named["citations"] if one["speaker"]
    }
    blocks = blocks_naming(kerman.page().content, name)
    assert len(blocks) >= 3
    for block in blocks:
        assert re.search("intelligence assessment|is a branch of", block, re.IGNORECASE), block
    facts = [block for block in blocks if block.startswith("Attributed to")]
    assert any("two sources familiar with the intelligence" in block for block in facts)
    assert kerman.document()["attribution"]["state"] == "attributed"


def test_4b_the_claim_and_the_assessment_name_two_levels_and_do_not_contradict_each_other(kerman: Kerman) -> None:
    (pair,) = kerman.document()["attribution"]["pairs"]
    assert pair["relation"] == "compatible"
    assert pair["text"] == "Islamic State – Khorasan is a branch of Islamic State: both can be right."
    assert pair["text"] in text_of(kerman.page())
    assert pair["text"] in text(kerman.editor.get("incident", uid=kerman.whole.uid))


def test_5_by_3_january_nobody_claims_it_and_by_5_january_somebody_does(kerman: Kerman) -> None:
    page = kerman.page().content
    assert not any("responsibility claim" in line.lower() for line in known(page, by=date(2024, 1, 3)))
    assert any("Islamic State: responsibility claim" in line for line in known(page, by=date(2024, 1, 5)))
    told = [one for one in kerman.claims("attribution") if one["value"]["ground"] == "responsibility_claim"]
    assert min(cited["reported_on"] for one in told for cited in one["citations"]) == "2024-01-04"


def test_6_the_warning_is_known_from_25_january_only(kerman: Kerman) -> None:
    page = kerman.page().content
    about = "privately warned Iran"
    assert not any(about in line for line in known(page, by=date(2024, 1, 24)))
    assert any(about in line for line in known(page, by=date(2024, 1, 25)))
    days = [cited["reported_on"] for one in kerman.claims("warning") for cited in one["citations"]]
    assert min(filter(None, days)) == "2024-01-25"


def citations() -> list[tuple[Any, ...]]:
    """Every citation there is, where it stands and in which incident."""
    where = ("pk", "source", "quote", "locator", "assertion", "assertion__incident", "statement", "link", "sentence")
    return list(Citation.objects.order_by("pk").values_list(*where))


def test_7_merging_and_unmerging_the_two_blasts_leaves_every_citation_where_it_was(kerman: Kerman) -> None:
    before, pages = citations(), [kerman.document(one) for one in (kerman.first, kerman.second)]
    second = kerman.second
    merged = kerman.senior.send("merge", {"other": str(kerman.first.uid), "reason": "Taken for one."}, uid=second.uid)
    assert merged.status_code == 302
    assert [kerman.document(one) for one in (kerman.first, kerman.second)] == pages
    kerman.republish(kerman.first, kind="merge")
    assert kerman.reader.get(f"/incidents/{second.public_id}/").status_code == 301
    assert citations() != before

    undone = {"reason": "There were two."}
    kerman.senior.send("regrouping", undone, regrouping=Regrouping.objects.get().pk)
    assert citations() == before
    for one in (kerman.first, kerman.second):
        kerman.republish(one, kind="correction")
    assert [kerman.document(one) for one in (kerman.first, kerman.second)] == pages


def test_8_editing_an_approved_figure_lapses_the_approval_and_readers_keep_the_old_one(kerman: Kerman) -> None:
    before, shown = kerman.document(), text_of(kerman.page())
    whole = kerman.whole
    figure = whole.assertions.filter(kind=AssertionKind.CASUALTY, casualty__verbatim="nearly 100").get()
    at = {"uid": whole.uid, "claim": figure.uid}
    kerman.editor.fill("claim", {"rationale": "Looked at again."} | EDIT, **at)
    kerman.editor.send("submit", {"note": ""}, uid=whole.uid)
    reviewer = Sitting(kerman.cast.reviewer)
    whole.refresh_from_db()
    reviewer.send("review_decide", {"decision": "approve", "revision": whole.revision}, uid=whole.uid)
    approval = Approval.objects.get(incident=whole, lapsed_at=None)

    changed = kerman.editor.fill("claim", {"verbatim": "nearly 1000"} | EDIT, **at)
    assert changed.status_code == 302
    approval.refresh_from_db()
    whole.refresh_from_db()
    assert (approval.lapsed_at is not None, whole.state) == (True, State.DRAFT)
    assert kerman.document() == before
    assert re.sub(r" Changes under review\.?", "", text_of(kerman.page())) == shown
    assert "nearly 1000" not in kerman.page().content.decode()
    assert FIRST in kerman.page().content.decode()
