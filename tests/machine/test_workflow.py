"""Whatever six people do at the desk, the record is a function of what was approved and published.

The walks are the same in every run. ``WALKS=500 make test ARGS=tests/machine`` takes that many new ones, and
plants every fault; without it, those that are seen soonest. Twenty-five walks see all of them, or all but one.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine.faults import QUICKLY_SEEN, SEEN_IN_TIME, Plant
from tests.machine.machine import beginning_in
from tests.machine.newsroom import Newsroom

pytestmark = pytest.mark.django_db

ASKED = int(os.environ.get("WALKS", "0"))
FEW = 4
WALK = settings(
    max_examples=ASKED or 10,
    derandomize=not ASKED,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
    database=None,
)
UNTIL_RED = settings(WALK, report_multiple_bugs=False)


def test_the_record_is_what_was_approved_and_published(newsroom: Newsroom) -> None:
    run_state_machine_as_test(beginning_in(newsroom), settings=settings(WALK, max_examples=ASKED or FEW))


@pytest.mark.parametrize("plant", [*QUICKLY_SEEN, *(SEEN_IN_TIME if ASKED else [])], ids=lambda fault: fault.__name__)
def test_a_planted_fault_turns_it_red(plant: Plant, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((Exception, ExceptionGroup)):
        run_state_machine_as_test(beginning_in(newsroom), settings=UNTIL_RED)
