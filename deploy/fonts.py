"""Make the small fonts that most pages need from the whole ones: ``python -m deploy.fonts``.

Each holds the weights that the style sheets use (400 to 600) and the signs of English, or of Arabic and Persian, with
their kerning and joining. Other signs come from the whole file, which a browser asks for only where one stands on the
page (``unicode-range`` in ``static/css/tokens.css``). Run ``python -m deploy.assets record`` afterwards.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS: Final = Path(__file__).resolve().parents[1] / "static" / "fonts"
WEIGHTS: Final = (400, 600)
ENGLISH: Final = "0020-007E 00A0 00A9 00AB 00B7 00BB 00D7 2010-2015 2018-201E 2022 2026 2032 2033 20AC 2190-2193 2212"
ARABIC: Final = (
    "060C 061B 061F 0621-063A 0640-0652 0654 0660-066C 0670 0671 067E 0686 0698 06A9 06AF 06C0 06C1 06CC 06D5 "
    "06F0-06F9 200C-200F"
)


@dataclass(frozen=True)
class Small:
    """A small font: its name, the whole one it is made from, its signs and the features of layout that it keeps."""

    name: str
    whole: str
    signs: str
    features: tuple[str, ...]


SMALL: Final = (
    Small("public-sans-english", "public-sans-latin-wght-normal", ENGLISH, ("kern", "liga", "tnum")),
    Small("source-serif-4-english", "source-serif-4-latin-wght-normal", ENGLISH, ("kern", "liga")),
    Small(
        "vazirmatn-core",
        "vazirmatn-arabic-wght-normal",
        ARABIC,
        ("init", "medi", "fina", "isol", "rlig", "ccmp", "mark", "mkmk"),
    ),
)


def points(signs: str) -> set[int]:
    """The code points of ranges such as "0020-007E 00A0"."""
    found: set[int] = set()
    for part in signs.split():
        first, _dash, last = part.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def make(small: Small) -> int:
    """Write one small font; its size in bytes is returned."""
    whole = instantiateVariableFont(TTFont(FONTS / f"{small.whole}.woff2"), {"wght": WEIGHTS})
    narrowed = BytesIO()
    whole.flavor = None
    whole.save(narrowed)  # tables that the narrowing emptied for a sign are whole again once they are read anew
    font = TTFont(narrowed)
    subsetter = Subsetter(Options(layout_features=list(small.features), hinting=False))
    subsetter.populate(unicodes=points(small.signs))
    subsetter.subset(font)
    font.flavor = "woff2"
    path = FONTS / f"{small.name}.woff2"
    font.save(path)
    return path.stat().st_size


if __name__ == "__main__":
    for one in SMALL:
        print(f"{one.name}: {make(one)} bytes")  # noqa: T201 (a command's answer)
