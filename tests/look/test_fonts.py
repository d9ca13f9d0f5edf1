"""Each sign of a page is asked for in one font, and in the one that was made for it."""

import re
from collections import Counter
from typing import Final, NamedTuple

from deploy.fonts import SMALL, points
from tests.look.files import CSS

FACE: Final = re.compile(r"@font-face \{(.*?)\n\}", re.DOTALL)


class Face(NamedTuple):
    """A face that is fetched: whose it is, its file, and the signs for which a browser asks for it."""

    family: str
    weight: str
    file: str
    signs: set[int]


def faces() -> list[Face]:
    found = []
    for block in FACE.findall((CSS / "tokens.css").read_text()):
        said = {name: " ".join(value.split()) for name, value in re.findall(r"([\w-]+):\s*([^;]+);", block)}
        if file := re.search(r"fonts/([\w-]+)\.woff2", said["src"]):
            ranges = said["unicode-range"].replace("U+", "").replace(",", "")
            found.append(Face(said["font-family"], said["font-weight"], file[1], points(ranges)))
    return found


def test_no_sign_is_asked_for_in_two_fonts_of_a_family() -> None:
    signs = Counter((one.family, one.weight, sign) for one in faces() for sign in one.signs)
    assert [(family, weight, f"U+{sign:04X}") for (family, weight, sign), times in signs.items() if times > 1] == []


def test_a_small_font_is_asked_for_where_one_of_its_signs_stands_and_nowhere_else() -> None:
    asked = {one.file: one.signs for one in faces()}
    assert {small.name: points(small.signs) for small in SMALL} == {small.name: asked[small.name] for small in SMALL}
