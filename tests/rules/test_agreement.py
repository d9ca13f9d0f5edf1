"""Agreement of two coders, by the example of the textbook."""

import pytest

from incidents.rules.agreement import cohens_kappa, share_equal


def table(*cells: tuple[str, str, int]) -> list[tuple[str, str]]:
    return [(first, second) for first, second, number in cells for _one in range(number)]


def test_kappa_is_what_the_formula_gives() -> None:
    pairs = table(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15))
    assert share_equal(pairs) == pytest.approx(0.7)
    assert cohens_kappa(pairs) == pytest.approx(0.4)  # p_e = 0.5 · 0.6 + 0.5 · 0.4


def test_full_agreement_is_one_and_less_than_chance_is_below_nought() -> None:
    assert cohens_kappa(table(("a", "a", 3), ("b", "b", 2))) == pytest.approx(1)
    assert cohens_kappa(table(("a", "b", 3), ("b", "a", 3))) == pytest.approx(-1)


def test_it_is_not_defined_without_pairs_or_with_one_category() -> None:
    assert share_equal([]) is None
    assert cohens_kappa([]) is None
    assert cohens_kappa(table(("a", "a", 9))) is None
