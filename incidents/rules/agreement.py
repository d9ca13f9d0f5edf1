"""How far two coders agree: the share of equal answers, and what of it is more than chance."""

from collections import Counter
from collections.abc import Hashable, Sequence

Pair = tuple[Hashable, Hashable]


def share_equal(pairs: Sequence[Pair]) -> float | None:
    """The observed agreement p_o: the share of pairs that are equal; none where there are no pairs."""
    return sum(first == second for first, second in pairs) / len(pairs) if pairs else None


def cohens_kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa over pairs of nominal categories, κ = (p_o − p_e) / (1 − p_e).

    p_e = Σ_k p_1k · p_2k is the agreement expected by chance, from how often each of the two uses category k. None
    where it is not defined: no pairs, or both use one and the same category throughout (p_e = 1).

    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960), 37–46.
    """
    observed, number = share_equal(pairs), len(pairs)
    if observed is None:
        return None
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    by_chance = sum(count * seconds[category] for category, count in firsts.items())
    if by_chance == number * number:
        return None
    expected = by_chance / (number * number)
    return (observed - expected) / (1 - expected)
