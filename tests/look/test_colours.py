"""Text can be read and shapes can be told from the paper, in light and in dark."""

import re

import pytest

from tests.look.files import CSS

TOKEN = re.compile(r"--([a-z]+): #([0-9A-F]{6});")
TEXT = ["ink", "muted", "link", "error"]
GROUNDS = ["paper", "surface", "added"]
FAMILIES = ["explosive", "armed", "hostage", "facility", "unarmed", "unknown"]


def palettes() -> dict[str, dict[str, str]]:
    """Read the tokens; dark is what the dark block replaces."""
    light, dark = (CSS / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    first = dict(TOKEN.findall(light))
    return {"light": first, "dark": first | dict(TOKEN.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, WCAG 2.2: 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_is_that_of_the_standard() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_stands_out_from_every_ground(mode: str, ground: str, text: str) -> None:
    palette = palettes()[mode]
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_focus_ring_and_the_edge_of_a_field_stand_out(mode: str) -> None:
    palette = palettes()[mode]
    for ground in ("paper", "surface"):
        assert contrast(palette["focus"], palette[ground]) >= 3
        assert contrast(palette["muted"], palette[ground]) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_button_text_stands_out_at_rest_and_under_the_pointer(mode: str) -> None:
    palette = palettes()[mode]
    assert contrast(palette["paper"], palette["link"]) >= 4.5
    assert contrast(palette["paper"], palette["ink"]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("family", FAMILIES)
def test_every_attack_family_stands_out_from_the_paper(mode: str, family: str) -> None:
    palette = palettes()[mode]
    assert contrast(palette[family], palette["paper"]) >= 3


def test_no_colour_is_written_outside_the_tokens() -> None:
    elsewhere = [
        f"{path.name}: {colour}"
        for path in sorted(CSS.glob("*.css"))
        if path.name not in {"tokens.css", "themes.css", "print.css"}
        for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|hsla?\(", path.read_text())
    ]
    assert elsewhere == []


def test_a_page_whose_embedder_chose_a_theme_has_the_colours_of_that_theme() -> None:
    light, dark = (CSS / "themes.css").read_text().split(':root[data-theme="dark"]')
    chosen = {"light": dict(TOKEN.findall(light)), "dark": dict(TOKEN.findall(dark))}
    assert chosen == palettes()
