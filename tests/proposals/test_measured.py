"""How much of the hand-written reports is proposed, and how much of what is proposed is right."""

import pytest

from tests.proposals.gold import Annotated, reports_of
from tests.proposals.measuring import KINDS, scores

PRECISION = 0.9
RECALL = 0.7
WHOLE = (*reports_of("development"), *reports_of("held_out"))


def below(reports: tuple[Annotated, ...], precision: float, recall: float) -> list[str]:
    """The kinds that miss a threshold, with their figures."""
    return [
        f"{kind}: precision {one.precision:.2f}, recall {one.recall:.2f}"
        for kind, one in scores(reports).items()
        if one.precision < precision or one.recall < recall
    ]


def test_the_reports_are_thirty_in_two_halves() -> None:
    assert len(reports_of("development")) == len(reports_of("held_out")) == 15
    assert {kind for one in WHOLE for kind in (each.kind for each in one.gold)} >= set(KINDS)


@pytest.mark.parametrize("split", ["whole", "held_out", "wide_a", "wide_b", "wide_c", "wide_d"])
def test_every_kind_holds_the_thresholds(split: str) -> None:
    reports = WHOLE if split == "whole" else reports_of(split)
    assert below(reports, PRECISION, RECALL) == []


def test_reports_unlike_the_others_are_seldom_misread() -> None:
    found = scores(reports_of("unlike")).values()
    assert sum(one.right for one in found) / sum(one.proposed for one in found) >= 0.9
    assert sum(one.found for one in found) / sum(one.there for one in found) >= 0.8


@pytest.mark.parametrize("split", ["fresh", "last"])
def test_reports_written_after_the_rules_are_read_rightly(split: str) -> None:
    assert len(reports_of(split)) >= 8
    assert below(reports_of(split), 0.85, RECALL) == []


def test_thirty_reports_in_the_ordinary_manner_of_agencies_are_read_rightly() -> None:
    assert len(reports_of("wide_f")) == 30
    assert below(reports_of("wide_f"), 0.8, RECALL) == []
    found = scores(reports_of("wide_f")).values()
    assert sum(one.right for one in found) / sum(one.proposed for one in found) >= PRECISION
