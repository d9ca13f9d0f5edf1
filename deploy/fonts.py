"""Make the small fonts that most pages need from the whole ones: ``python -m deploy.fonts``.

Each holds the weights that the style sheets use (400 to 600) and the signs of English, the further letters of western
Europe, those of other names in Latin letters, or those of Arabic and Persian, with their kerning and joining. Most
pages need one weight of the serif only, so each has a file. Other signs come from the whole file, which a browser asks
for only where one stands on the page. No sign is in two ranges (``unicode-range`` in ``static/css/tokens.css``): a
browser that goes on without a font would ask for the next that has the sign. Run ``python -m deploy.assets record``
afterwards.
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
WESTERN: Final = "00A1 00A3 00A7 00AA 00B0 00B1 00BA 00BF-00D6 00D8-00F6 00F8-00FF"
NAMES: Final = (
    "0100-0107 010C-0113 0116-011B 011E-011F 0128-012B 012E-0131 0139-013E 0141-0148 014C-014D 0150-0151 0154-0155 "
    "0158-015B 015E-0165 0168-0173 0178-017E 0218-021B 02BE-02BF 1E0C-1E0D 1E24-1E25 1E62-1E63 1E6C-1E6D 1E92-1E93"
)
ARABIC: Final = (
    "060C 061B 061F 0621-063A 0640-0652 0654 0660-066C 0670 0671 067E 0686 0698 06A9 06AF 06C0 06C1 06CC 06D5 "
    "06F0-06F9 200C-200F"
)


@dataclass(frozen=True)
class Small:
    """A small font: its name, the whole one it is made from, its signs, and the features and weights that it keeps."""

    name: str
    whole: str
    signs: str
    features: tuple[str, ...]
    weights: int | tuple[int, int] = WEIGHTS


SMALL: Final = (
    Small("public-sans-english", "public-sans-latin-wght-normal", ENGLISH, ("kern", "liga", "tnum")),
    Small("source-serif-4-english-400", "source-serif-4-latin-wght-normal", ENGLISH, ("kern", "liga"), 400),
    Small("source-serif-4-english-600", "source-serif-4-latin-wght-normal", ENGLISH, ("kern", "liga"), 600),
    Small("public-sans-western", "public-sans-latin-wght-normal", WESTERN, ()),
    Small("source-serif-4-western", "source-serif-4-latin-wght-normal", WESTERN, ()),
    Small("public-sans-names", "public-sans-latin-ext-wght-normal", NAMES, ()),
    Small("source-serif-4-names", "source-serif-4-latin-ext-wght-normal", NAMES, ()),
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
    whole = instantiateVariableFont(TTFont(FONTS / f"{small.whole}.woff2"), {"wght": small.weights})
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
