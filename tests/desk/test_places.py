"""Places at the desk: found in any spelling with how often each is used, and added where the gazetteer has none."""

import pytest

from incidents.models import Place
from tests import making
from tests.desk.sitting import Sitting, problems, text

pytestmark = pytest.mark.django_db

VILLAGE = {
    "name": "Example Village",
    "names": "دیه مثال\nDeh-e Mesal",
    "kind": "settlement",
    "country_code": "ir",
    "latitude": "30.5",
    "longitude": "57.1",
}


def test_a_place_is_found_in_any_spelling_with_how_often_it_is_used(editor: Sitting) -> None:
    made = making.incident(editor.person)
    for typed in ("KERMAN", "كرمان"):
        page = editor.client.get("/desk/places/", {"q": typed})
        assert (row := page.context["rows"][0])["claims"] == 1
        assert row["name"] == "Kerman"
    assert made.title in text(editor.client.get(row["url"]))
    assert "The gazetteer has no place of this name." in text(editor.client.get("/desk/places/", {"q": "zzzzzz"}))


def test_a_place_that_is_missing_is_added_within_its_province(editor: Sitting) -> None:
    making.kerman()
    answer = editor.fill("place_new", VILLAGE)
    added = Place.objects.get(name="Example Village")
    assert answer.headers["Location"] == f"/desk/places/{added.pk}/"
    assert (added.province_code, added.country_code) == ("IR-08", "IR")
    assert "Example Village" in text(editor.get("places"))
    assert "Example Village" in text(editor.client.get("/desk/places/", {"q": "deh e mesal"}))


def test_what_is_wrong_is_said_and_what_was_typed_stays(editor: Sitting) -> None:
    page = editor.fill("place_new", {**VILLAGE, "country_code": "Iran", "latitude": "95"})
    assert problems(page) == [
        "Country: Give the two letters of the country, such as IR.",
        "Latitude: Ensure this value is less than or equal to 90.",
    ]
    assert "Deh-e Mesal" in text(page)
    assert not Place.objects.exists()
