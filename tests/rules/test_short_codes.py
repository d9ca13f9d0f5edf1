"""A code follows from its text alone, and survives being read aloud."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.short_codes import ALPHABET, LONGEST, SHORTEST, WELL_FORMED, as_meant, code_of


def test_a_code_is_the_first_bits_of_the_hash_in_crockfords_base_32() -> None:
    bits = f"{int(hashlib.sha256(b'country=IR').hexdigest(), 16):0256b}"
    told = "".join(ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, SHORTEST * 5, 5))
    assert code_of("country=IR") == told


@given(st.text())
def test_every_text_has_a_code_and_a_longer_one_begins_with_it(text: str) -> None:
    whole = code_of(text, LONGEST)
    assert len(whole) == LONGEST
    assert whole.startswith(code_of(text))
    assert WELL_FORMED.fullmatch(code_of(text))


@given(st.text())
def test_a_code_is_understood_in_any_case_and_with_signs_misread(text: str) -> None:
    code = code_of(text)
    heard = code.lower().replace("0", "o").replace("1", "l")
    assert as_meant(f"{heard[:5]}-{heard[5:]}") == code
