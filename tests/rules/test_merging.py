"""Three-way merging: what one changed alone is kept, what both changed is a clash, whoever looks from where."""

from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.merging import merge

NAMES = ("title", "note", "flag", "place")
fields = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(["a", "b", ""]), max_size=2))


def held(values: dict[str, list[str]], name: str) -> list[str]:
    return [one for one in values.get(name, []) if one]


@given(seen=fields, typed=fields, standing=fields)
def test_every_field_is_kept_taken_or_a_clash(
    seen: dict[str, list[str]], typed: dict[str, list[str]], standing: dict[str, list[str]]
) -> None:
    found = merge(seen=seen, typed=typed, standing=standing)
    for name in NAMES:
        before, mine, theirs = held(seen, name), held(typed, name), held(standing, name)
        assert (name in found.clashing) == (before not in (mine, theirs) and mine != theirs)
        assert (name in found.taken) == (before == mine and before != theirs)
        if name in found.taken:
            assert found.taken[name] == theirs


@given(seen=fields, typed=fields, standing=fields)
def test_both_sides_see_the_same_clashes(
    seen: dict[str, list[str]], typed: dict[str, list[str]], standing: dict[str, list[str]]
) -> None:
    one, other = merge(seen=seen, typed=typed, standing=standing), merge(seen=seen, typed=standing, standing=typed)
    assert set(one.clashing) == set(other.clashing)
