"""Short codes that follow from what they stand for: Crockford's base 32 over SHA-256.

The same text has the same code on every machine and at any time.
"""

import hashlib
import re
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O and U. 32 signs of five bits each."""

BITS: Final = 5
SHORTEST: Final = 10
"""Signs of a code, 50 bits: among a million queries two share one with odds of about 1 to 2,000."""

LONGEST: Final = 51
"""As many whole signs as a SHA-256 has bits for."""

WELL_FORMED: Final = re.compile(rf"[{ALPHABET}]{{{SHORTEST},{LONGEST}}}")
MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None})


def code_of(text: str, length: int = SHORTEST) -> str:
    """The first ``length`` signs of the code that stands for a text."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") >> (256 - LONGEST * BITS)
    signs = [ALPHABET[number >> BITS * place & (2**BITS - 1)] for place in reversed(range(LONGEST))]
    return "".join(signs[:length])


def as_meant(typed: str) -> str:
    """A code as it is kept, from one that somebody typed: any case, O for 0, I and L for 1, hyphens anywhere."""
    return typed.upper().translate(MISREAD)
