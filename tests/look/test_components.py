"""Components say what they need, get nothing else, and leave nothing out."""

import re
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.template.loader import get_template, render_to_string

from tests.look.files import ROOT, components, templates

QUOTE = {
    "text": "nearly 100",
    "lang": "en",
    "speaker": "An official",
    "source": "A report",
    "url": "",
    "detail": "",
    "number": 0,
    "page": "",
    "before": "",
    "after": "",
}
CLAIM = {
    "value": "Nearly 100 killed",
    "speaker": "An official",
    "kind": "Official",
    "date": "",
    "superseded": False,
    "quotes": [QUOTE],
    "independence": None,
    "assessment": "",
    "reason": "",
    "confidence": "",
}


@pytest.mark.parametrize("path", templates, ids=lambda path: path.relative_to(ROOT / "templates").as_posix())
def test_a_template_compiles_and_begins_with_what_it_is_for(path: Path) -> None:
    get_template(path.relative_to(ROOT / "templates").as_posix())
    start = re.sub(r"^{% extends [^%]+%}\s*", "", path.read_text())
    assert start.startswith("{% comment %}")


@pytest.mark.parametrize("path", templates, ids=lambda path: path.relative_to(ROOT / "templates").as_posix())
def test_a_component_is_included_with_only_what_it_is_given(path: Path) -> None:
    includes = re.findall(r"{%\s*include\s[^%]*%}", path.read_text())
    assert [include for include in includes if not re.search(r"\sonly\s*%}$", include)] == []


@pytest.mark.parametrize("path", components, ids=lambda path: path.name)
def test_a_component_says_what_it_is_given(path: Path) -> None:
    assert re.search(r"^Context\b", path.read_text(), re.MULTILINE)


def test_a_quote_stands_in_its_own_language_with_who_said_it() -> None:
    page = render_to_string("components/quote.html", QUOTE | {"lang": "fa", "text": "نزدیک به صد"})
    assert 'lang="fa" dir="auto"' in page
    assert "An official" in page


def test_words_of_a_source_are_never_markup() -> None:
    page = render_to_string("components/quote.html", QUOTE | {"text": "<script>alert(1)</script>"})
    assert "<script>" not in page


def test_a_claim_without_an_assessment_shows_none() -> None:
    assert "Our assessment" not in render_to_string("components/claim.html", {"claim": CLAIM, "page": ""})
    assessed = CLAIM | {"assessment": "Plausible", "reason": "Two origins agree.", "confidence": "moderate"}
    assert "Our assessment: Plausible." in render_to_string("components/claim.html", {"claim": assessed, "page": ""})


def test_a_fact_nobody_named_is_called_unknown() -> None:
    page = render_to_string("components/key_facts.html", {"facts": [{"term": "Hostages", "value": "", "notes": []}]})
    assert "Unknown" in page


def test_zero_is_not_unknown() -> None:
    page = render_to_string("components/key_facts.html", {"facts": [{"term": "Killed", "value": "0", "notes": []}]})
    assert "Unknown" not in page


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        ({"applies": True, "passed": True}, "Met:"),
        ({"applies": True, "passed": False}, "Not met:"),
        ({"applies": False, "passed": True}, "Does not apply."),
    ],
)
def test_a_gate_says_in_words_whether_it_is_met(gate: dict[str, Any], words: str) -> None:
    shown = render_to_string("desk/parts/gates.html", {"gates": [{"label": "Every value has a citation", **gate}]})
    assert words in shown
    assert ("Met:" in shown) == (words == "Met:")


def test_every_shape_of_the_legend_is_in_the_sprite() -> None:
    sprite = (ROOT / "static" / "img" / "shapes.svg").read_text()
    used = re.findall(r"shapes\.svg#([a-z]+)", render_to_string("components/legend.html"))
    assert len(used) == 9
    assert [name for name in used if f'id="{name}"' not in sprite] == []


def test_every_module_of_the_import_map_is_there() -> None:
    page = render_to_string("components/importmap.html")
    addresses = re.findall(r'": "/static/([^"]+)"', page)
    assert addresses
    assert [address for address in addresses if not (ROOT / "static" / address).is_file()] == []


class Report(forms.Form):
    day = forms.CharField(label="Date", help_text="As the source gives it")
    precision = forms.ChoiceField(label="Precision", widget=forms.RadioSelect, choices=[("day", "Day")])
    graphic = forms.BooleanField(label="Graphic", required=False)


@pytest.mark.parametrize("name", ["day", "precision"])
def test_a_field_with_an_error_points_to_it_once(name: str) -> None:
    page = render_to_string("components/field.html", {"field": Report({})[name]})
    assert page.count(f'id="id_{name}_error"') == 1
    assert f"id_{name}_error" in re.findall(r'aria-describedby="([^"]+)"', page)[0].split()
    assert page.count(f'id="id_{name}"') == 1
    assert "This field is required." in page


def test_a_field_names_its_label_and_says_when_it_may_be_left_out() -> None:
    assert '<label class="field__label" for="id_day">Date</label>' in render_to_string(
        "components/field.html", {"field": Report()["day"]}
    )
    assert '<label class="choice" for="id_graphic">' in render_to_string(
        "components/field.html", {"field": Report()["graphic"]}
    )


def test_the_error_summary_links_to_every_field_in_error() -> None:
    page = render_to_string("components/error_summary.html", {"form": Report({})})
    assert re.findall(r'href="#([^"]+)"', page) == ["id_day", "id_precision"]
    problems = [{"text": "Killed, 1: at most is less than at least", "id": "id_killed-0-high"}]
    assert 'href="#id_killed-0-high"' in render_to_string("components/error_summary.html", {"problems": problems})
    assert render_to_string("components/error_summary.html", {"form": Report()}).strip() == ""
