"""Reference numbers that people copy by hand: unguessable, and without letters and digits that look alike."""

import re
import secrets
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0 and O, 1 and I: 32 signs, so that eight of them hold 40 bits."""

GROUP: Final = 4
WELL_FORMED: Final = re.compile(rf"R-[{ALPHABET}]{{{GROUP}}}-[{ALPHABET}]{{{GROUP}}}")


def new_reference() -> str:
    """A reference such as R-7KQ2-M4XD, from the system's own randomness."""
    signs = [secrets.choice(ALPHABET) for _place in range(2 * GROUP)]
    return f"R-{''.join(signs[:GROUP])}-{''.join(signs[GROUP:])}"
