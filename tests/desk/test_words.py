"""What the desk makes of words: echoes while one types, quotes in their text, differences word by word."""

import ast

import pytest

from incidents.choices import AssertionKind
from incidents.desk.presenters.excerpt import excerpt
from incidents.desk.presenters.words import VERBS
from incidents.desk.timezones import zone_of
from incidents.presenting.changes import word_diff
from incidents.rules.anchoring import anchor
from tests.architecture.reading import modules
from tests.desk.sitting import Sitting


@pytest.mark.django_db
def test_words_about_how_many_are_echoed(editor: Sitting) -> None:
    said = editor.send("echo_quantity", {"verbatim": "nearly 100"}).json()["echo"]
    assert said.startswith("Low not given, best not given, high 99.")
    assert editor.send("echo_quantity", {"verbatim": "an unclear number"}).json()["echo"] == "Not read as a figure yet."
    assert editor.send("echo_quantity").json()["echo"] == ""


@pytest.mark.django_db
def test_words_about_when_are_echoed(editor: Sitting) -> None:
    asked = {"when": "night of 3 Jan 2024", "timezone": "Asia/Tehran"}
    assert editor.send("echo_time", asked).json()["echo"] == "Understood as night of 3 January 2024."
    assert "was not understood" in editor.send("echo_time", {"when": "once"}).json()["echo"]
    assert "zone" in editor.send("echo_time", {"when": "3 January 2024", "timezone": "Nowhere"}).json()["echo"]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Two blasts killed 12 people.", "killed 12 people", "killed 12 people"),
        ("He said “it was\nus” on Friday.", '"it was us"', "it was\nus"),
        ("Two blasts.", "three blasts", None),
        ("Two blasts.", "…", None),
    ],
)
def test_a_quote_is_found_whatever_pasting_did_to_it(text: str, quote: str, found: str | None) -> None:
    place = anchor(text, quote)

    assert (excerpt(text, place.start, place.end)["quote"] if place else None) == found


def test_a_long_text_is_cut_around_the_quote() -> None:
    shown = excerpt("a " * 1000 + "killed 12 people" + " b" * 1000, 2000, 2016)

    assert shown["quote"] == "killed 12 people"
    assert shown["before"].startswith("… ")
    assert shown["after"].endswith(" …")
    assert len(shown["before"]) < 400


def test_differences_are_marked_word_by_word() -> None:
    old, new = word_diff("at least 12 killed", "at least 14 killed")

    assert [part for part in old if part["mark"]] == [{"text": "12", "mark": "del"}]
    assert [part for part in new if part["mark"]] == [{"text": "14", "mark": "ins"}]


def test_a_country_has_its_most_populous_time_zone() -> None:
    assert (zone_of("IR"), zone_of("GB"), zone_of("")) == ("Asia/Tehran", "Europe/London", "UTC")


def test_whatever_an_edit_is_called_it_has_words_at_the_desk() -> None:
    """The verbs that services give to ``editing``, those with a kind in them once for each kind."""
    said: set[str] = set()
    for module in modules("incidents.services".replace(".", "/")):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "editing":
                verb = next(word.value for word in node.keywords if word.arg == "verb")
                if isinstance(verb, ast.Constant):
                    said.add(str(verb.value))
                elif isinstance(verb, ast.JoinedStr) and isinstance(verb.values[0], ast.Constant):
                    said |= {str(verb.values[0].value) + kind for kind in AssertionKind.values}
    assert {"cite", "assert_casualty"} <= said
    assert sorted(said - set(VERBS)) == []
