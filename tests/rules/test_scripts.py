"""A place shows a native name only where there is no doubt which of its names that is."""

import pytest

from incidents.rules.scripts import native_name


@pytest.mark.parametrize(
    ("country", "names", "native"),
    [
        ("IR", ["Kerman", "Kirman", "كرمان", "کرمان", "Керман"], "کرمان"),
        ("IQ", ["Baghdad", "بغداد", "بەغداد", "בגדאד"], "بغداد"),
        ("PK", ["Karachi", "كراتشي", "کراچی"], "کراچی"),
        ("IL", ["Haifa", "حيفا", "חיפה"], "חיפה"),
        ("KR", ["Seoul", "서울", "首尔"], "서울"),
    ],
)
def test_the_only_name_in_the_countrys_script_is_native(country: str, names: list[str], native: str) -> None:
    assert native_name(country, names) == native


def test_two_candidates_leave_it_open() -> None:
    assert native_name("RU", ["Москва", "Масква"]) == ""


def test_latin_script_countries_have_their_name_already() -> None:
    assert native_name("FR", ["Paris", "Париж"]) == ""
