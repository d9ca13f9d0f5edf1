"""Where actors are named, province by province: who counts, on which grounds, and what is found by what."""

import pytest
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.services.publishing import publish
from tests.making import approved, claimed, desk, incident
from tests.ogc.conftest import Read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("every_precision")]
ITEMS = "collections/actors_areas/items"
FRONT, OTHER = "example-front.IR-08", "other-front.IR-08"
FINDING: tuple[tuple[dict[str, str], list[str]], ...] = (
    ({"actor_code": "other-front"}, [OTHER]),
    ({"grounds": "accusation"}, [OTHER]),
    ({"filter": "A_CONTAINS(grounds, ('accusation')) AND incidents >= 1"}, [OTHER]),
    ({"filter": "incidents > 1 OR geometry IS NULL"}, [FRONT]),
    ({"bbox": "57,30,58,31"}, [OTHER]),
    ({"datetime": "2023-05-05"}, [OTHER]),
    ({"actor": "example-front"}, [FRONT, OTHER]),
    ({"attribution_kind": "accusation"}, [OTHER]),
    ({"country": "AQ"}, []),
)
"""What is asked, and what of the two is found."""


def test_an_actor_is_where_a_claim_that_stands_names_it(read: Read, client: Client) -> None:
    (front,) = read(ITEMS).json()["features"]
    assert (front["id"], front["geometry"]) == (FRONT, None)
    said = front["properties"]
    assert (said["actor_code"], said["actor_name"], said["province_code"]) == (
        "example-front",
        "Example Front",
        "IR-08",
    )
    assert (said["incidents"], said["grounds"]) == (1, ["responsibility_claim"])

    team, province = desk(), Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    made = incident(team.editor, place=province, precision="province", when="May 2023")
    for ground in ("accusation", "responsibility_claim"):
        claimed(team.editor, made, by="Other Front", ground=ground)
    claimed(team.editor, made, by="Example Front", ground="denial")
    publish(actor=team.publisher, incident=approved(team, made))

    same, other = read(ITEMS).json()["features"]
    assert same == front, "a denial names nobody"
    assert (other["id"], other["geometry"]["type"]) == (OTHER, "MultiPolygon")
    assert other["properties"]["grounds"] == ["accusation", "responsibility_claim"]
    assert other["properties"]["incidents"] == 1
    assert other["properties"]["first"].startswith("2023-04-30")
    assert read(f"{ITEMS}/{OTHER}").json()["properties"] == other["properties"]
    claims = client.get(other["properties"]["attributions_url"]).json()["results"]
    assert {one["value"]["ground"] for one in claims} == {*other["properties"]["grounds"]}
    assert all(one["citations"][0]["said_by"] for one in claims)
    first = read(ITEMS, limit="1").json()
    following = next(link["href"] for link in first["links"] if link["rel"] == "next").partition("/ogc/")[2]
    assert [one["id"] for one in read(following).json()["features"]] == [OTHER]
    for params, ids in FINDING:
        page = read(ITEMS, **params).json()
        assert ([one["id"] for one in page["features"]], page["numberMatched"]) == (ids, len(ids)), params
    for nothing in ("nobody.IR-08", "example-front.XX", "example-front"):
        assert read(f"{ITEMS}/{nothing}").status_code == 404
