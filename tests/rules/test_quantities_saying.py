"""Resolved bounds in the words of the page."""

import pytest

from incidents.rules.quantities import say_quantity


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((84, 84, 84), "84"),
        ((0, 0, 0), "0"),
        ((84, None, 91), "84\u201391"),
        ((84, None, 84), "84"),
        ((84, 91, 95), "91 (84\u201395)"),
        ((84, 91, None), "91 (at least 84)"),
        ((None, 91, 95), "91 (up to 95)"),
        ((None, 84, None), "about 84"),
        ((None, None, 99), "up to 99"),
        ((40, None, None), "at least 40"),
        ((None, None, None), "unknown"),
        ((1200, None, 1300), "1,200\u20131,300"),
    ],
)
def test_bounds_in_words(bounds: tuple[int | None, int | None, int | None], said: str) -> None:
    assert say_quantity(*bounds) == said
