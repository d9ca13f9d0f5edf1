"""What holds for every quantity, whatever the words."""

from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.quantities import read_quantity, say_quantity

NUMBERS = st.integers(min_value=0, max_value=9_999_999)
WORDS = st.sampled_from(
    (
        *("nearly", "at least", "more than", "about", "up to", "fewer than", "between", "and", "or", "to", "-", "of"),
        *("scores", "dozens", "hundreds", "several", "a", "no", "84", "1,200", "twelve", "hundred", "people", "%", "|"),
    )
)
BOUNDS = st.none() | st.integers(min_value=0, max_value=5000)


@given(NUMBERS)
def test_digits_with_and_without_separators_are_the_same_number(number: int) -> None:
    plain, separated = read_quantity(str(number)), read_quantity(f"{number:,}")
    assert plain is not None
    assert separated is not None
    assert plain.best == separated.best == number


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_whatever_is_read_has_its_bounds_in_order(text: str) -> None:
    read = read_quantity(text)
    if read is not None:
        known = [bound for bound in (read.low, read.best, read.high) if bound is not None]
        assert known == sorted(known)
        assert all(bound >= 0 for bound in known)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = read_quantity(text)
    assert read is None or read.verbatim == text.strip()


@given(BOUNDS, BOUNDS, BOUNDS)
def test_bounds_are_said_as_unknown_exactly_when_nothing_is_set(
    low: int | None, best: int | None, high: int | None
) -> None:
    assert (say_quantity(low, best, high) == "unknown") == (low is best is high is None)
