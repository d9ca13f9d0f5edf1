"""How far a claim is verified, from origins and opposition."""

import pytest

from incidents.rules.verification import Stand, disputed, verification


@pytest.mark.parametrize(
    ("origins", "against", "verdict"),
    [
        (0, False, "unreviewed"),
        (1, False, "single_origin"),
        (2, False, "corroborated"),
        (1, True, "disputed"),
        (5, True, "disputed"),
        (0, True, "unreviewed"),
    ],
)
def test_the_verdict_follows_from_origins_and_opposition(origins: int, against: bool, verdict: str) -> None:  # noqa: FBT001
    assert verification(origins, is_disputed=against) == verdict


def test_yes_and_no_to_one_question_dispute_each_other() -> None:
    yes, no = Stand(key=1, question="given", denied=False), Stand(key=2, question="given", denied=True)
    assert disputed([yes, no]) == {1, 2}
    assert disputed([yes]) == disputed([no]) == set()


def test_answers_to_other_questions_dispute_nothing() -> None:
    assert disputed([Stand(1, "given", denied=False), Stand(2, "content", denied=True)]) == set()


def test_a_source_that_speaks_against_a_claim_disputes_that_claim_alone() -> None:
    stands = [Stand(1, "given", denied=False, contradicted=True), Stand(2, "given", denied=False)]
    assert disputed(stands) == {1}
