"""What a text says of itself is suggested where it stands as such things stand, and nothing is where it does not."""

from datetime import date

import pytest

from incidents.rules import languages
from incidents.rules.items import read_item
from incidents.rules.languages import language_of

OUTLETS = ["Example Wire", "The Example Courier"]


@pytest.mark.parametrize(
    ("text", "title", "outlet", "day"),
    [
        ("Blasts in Kerman\n4 January 2024\nTwo bombs.", "Blasts in Kerman", "", date(2024, 1, 4)),
        ("EXAMPLE WIRE\nBlasts in Kerman\n2024-01-04", "Blasts in Kerman", "Example Wire", date(2024, 1, 4)),
        ("Blasts in Kerman | The Example Courier\nText.", "Blasts in Kerman", "The Example Courier", None),
        ("Blasts\nKERMAN, Iran, Jan. 4, 2024 (Other Agency) - Two bombs.", "Blasts", "Other Agency", date(2024, 1, 4)),
        ("Two bombs killed 12 people on Wednesday, officials said.", "", "", None),
        ("By Maryam Example\nhttps://example.org/a\nBlasts", "Blasts", "", None),
        ("", "", "", None),
    ],
)
def test_the_first_lines(text: str, title: str, outlet: str, day: date | None) -> None:
    found = read_item(text, OUTLETS)
    assert (found.title, found.outlet, found.published_on) == (title, outlet, day)


def test_a_byline_and_an_address() -> None:
    byline = "By Maryam Example, John Example and Ana Example, Example Wire | Jan 4"
    found = read_item(f"Blasts\n{byline}\nhttps://example.org/a", OUTLETS)
    assert found.authors == ("Maryam Example", "John Example", "Ana Example")
    assert found.url == "https://example.org/a"


def test_what_a_file_says_comes_first() -> None:
    told = {
        "title": "Its head",
        "outlet": "example wire",
        "published": "2024-01-05",
        "authors": "A B; C D",
        "lang": "fa",
    }
    found = read_item("Blasts\n4 January 2024", OUTLETS, told)
    assert (found.title, found.outlet, found.published_on) == ("Its head", "Example Wire", date(2024, 1, 5))
    assert (found.authors, found.lang) == (("A B", "C D"), "fa")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The attack in the city was claimed by a group, and officials said so.", "en"),
        ("L'attaque dans la ville a été revendiquée par un groupe pour des raisons de politique.", "fr"),
        ("Der Anschlag in der Stadt wurde von einer Gruppe und nicht von dem Staat verübt.", "de"),
        ("El ataque en la ciudad fue obra de un grupo, según las autoridades y los testigos.", "es"),
        ("انفجار در شهر کرمان در نزدیکی گلزار شهدا", "fa"),
        ("انفجار في مدينة قرب المقبرة", "ar"),
        ("Взрыв в городе унёс жизни людей", "ru"),
        ("Dwie bomby zabiły w środę w mieście blisko sto osób, podały władze.", "pl"),
        ("حکام نے بتایا کہ بدھ کے روز شہر میں دو بموں سے تقریباً سو افراد ہلاک ہو گئے", "ur"),
        ("Две бомби убиха близо сто души в сряда в града, съобщиха властите.", "bg"),
        ("Dua bom menewaskan hampir seratus orang di kota itu pada hari Rabu, kata pejabat.", "id"),
        ("Kerman", ""),
        ("AP / Reuters 103", ""),
        ("", ""),
    ],
)
def test_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_report_in_english_asks_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_model", None)
    report = "Officials said that two bombs in the city killed the guards at a gate, and that the police were there."
    assert language_of(report) == "en"
