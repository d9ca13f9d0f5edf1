"""Where the question "who did it" stands: one rule, every combination that matters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.choices import AttributionKind, AttributionRole, AttributionState
from incidents.rules.attribution import WEIGHTY, Named, Wholes, attribution_state, compatible, held_then

WHOLES: Wholes = {"branch": {"branch", "whole"}, "sister": {"sister", "whole"}, "whole": {"whole"}, "other": {"other"}}
CLAIM, DENIAL, ACCUSATION = "responsibility_claim", "denial", "accusation"
ASSESSMENT, FINDING, INFERENCE = "intelligence_assessment", "court_finding", "analyst_inference"


def named(actor: str, ground: str, role: str = "carried_out", *, denied: bool = False) -> Named:
    return Named(actor=actor, ground=ground, role=role, denied=denied or ground == DENIAL)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([], "unclaimed"),
        ([named("whole", ACCUSATION)], "unclaimed"),
        ([named("whole", ACCUSATION), named("other", ACCUSATION), named("other", INFERENCE)], "unclaimed"),
        ([named("whole", DENIAL)], "unclaimed"),
        ([named("whole", CLAIM)], "claimed"),
        ([named("whole", CLAIM), named("other", ACCUSATION)], "claimed"),
        ([named("whole", CLAIM), named("other", DENIAL)], "claimed"),
        ([named("whole", ASSESSMENT)], "attributed"),
        ([named("whole", CLAIM), named("branch", ASSESSMENT)], "attributed"),
        ([named("branch", CLAIM), named("sister", ASSESSMENT)], "contested"),
        ([named("whole", CLAIM), named("other", CLAIM)], "contested"),
        ([named("whole", CLAIM), named("other", ASSESSMENT, "supported")], "attributed"),
        ([named("whole", ASSESSMENT), named("whole", DENIAL)], "contested"),
        ([named("whole", ASSESSMENT), named("whole", ASSESSMENT, denied=True)], "contested"),
        ([named("whole", ASSESSMENT, denied=True)], "unclaimed"),
        ([named("whole", FINDING)], "adjudicated"),
        ([named("whole", FINDING), named("other", CLAIM), named("whole", DENIAL)], "adjudicated"),
        ([named("whole", FINDING, denied=True)], "unclaimed"),
    ],
)
def test_what_is_said_adds_up_to_one_state(said: list[Named], state: str) -> None:
    assert attribution_state(said, WHOLES) == state


EVERYTHING = st.lists(
    st.builds(
        Named,
        actor=st.sampled_from(["branch", "sister", "whole", "other"]),
        ground=st.sampled_from(AttributionKind.values),
        role=st.sampled_from(AttributionRole.values),
        denied=st.booleans(),
    )
)


@given(EVERYTHING)
def test_accusations_and_inferences_change_nothing(said: list[Named]) -> None:
    light = [one for one in said if one.ground in {ACCUSATION, INFERENCE} and not one.denied]
    without = [one for one in said if one not in light]
    assert attribution_state(said, WHOLES) == attribution_state(without, WHOLES)


@given(EVERYTHING)
def test_the_order_and_repetition_of_what_is_said_do_not_matter(said: list[Named]) -> None:
    assert attribution_state([*reversed(said), *said], WHOLES) == attribution_state(said, WHOLES)


@given(EVERYTHING)
def test_nothing_is_claimed_without_a_claim(said: list[Named]) -> None:
    state = attribution_state(said, WHOLES)
    grounds = {one.ground for one in said if not one.denied}
    assert state != AttributionState.CLAIMED or CLAIM in grounds
    assert state == AttributionState.UNCLAIMED or grounds & WEIGHTY


def test_a_branch_and_its_whole_can_both_be_right_and_two_branches_cannot() -> None:
    assert compatible("branch", "whole", WHOLES)
    assert compatible("whole", "branch", WHOLES)
    assert compatible("other", "other", WHOLES)
    assert not compatible("branch", "sister", WHOLES)
    assert not compatible("whole", "other", WHOLES)


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        ("", "", True),
        ("2015-01", "", True),
        ("2024-01-03", "", True),
        ("2024-02", "", False),
        ("", "2023", False),
        ("", "2024-01", True),
        ("2015", "2023-12-31", False),
        ("not a date", "", True),
    ],
)
def test_a_relation_counts_at_its_time(since: str, until: str, held: bool) -> None:  # noqa: FBT001
    assert held_then(since, until, date(2024, 1, 3), date(2024, 1, 3)) is held


def test_a_relation_may_hold_when_the_incident_has_no_date() -> None:
    assert held_then("2015", "2016", None, None)
