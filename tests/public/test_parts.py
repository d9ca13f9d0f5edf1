"""Parts stand beside their whole, each marked as one: whoever counts or adds up is told before it is done twice."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client

from incidents.models import Incident
from incidents.services.publishing import withdraw
from tests import making
from tests.isolation.scenes import scene
from tests.making import Desk
from tests.public.reading import heading, ids_of_geojson, ids_of_json, ids_of_page, text_of

pytestmark = pytest.mark.django_db

SENTENCE = "2 of these are parts of other incidents on record, which count whatever they count as well."
LINE = f"{SENTENCE} Leave the parts out · How parts are counted"


@dataclass
class Composite:
    """An incident of two parts, and another that has none."""

    whole: Incident
    parts: list[Incident]
    alone: Incident

    @property
    def ids(self) -> dict[str, set[str]]:
        wholes = {str(one.public_id) for one in (self.whole, self.alone)}
        return {"false": wholes, "true": {str(one.public_id) for one in self.parts}}


@scene
def composite(_folder: Path) -> Composite:
    team = making.desk()
    whole = making.published(team, title="The bombings", killed="95")
    parts = [making.published(team, title=f"Blast {number}", killed="40", parent=whole) for number in (1, 2)]
    return Composite(whole, parts, making.published(team, title="Another bombing"))


def test_the_line_under_the_heading_says_how_many_are_parts_and_leaves_them_out(
    client: Client, composite: Composite
) -> None:
    page = client.get("/")
    assert heading(page) == "4 incidents on record, 2024"
    assert LINE in text_of(page)
    assert 'href="/?part=false"' in page.content.decode()
    without = client.get("/?part=false")
    assert heading(without) == "2 incidents, without parts of other incidents"
    assert heading(client.get("/?part=true")) == "2 incidents, parts of other incidents only"
    for asked in ("/?part=false", "/?part=true", f"/?part_of={composite.whole.public_id}", "/?q=Another"):
        assert "part of" not in text_of(client.get(asked)).partition("1 to ")[0], asked


def test_a_part_says_so_in_the_list_with_the_way_to_its_whole(client: Client, composite: Composite) -> None:
    page = client.get("/").content.decode()
    link = f'Part of: <a href="/incidents/{composite.whole.public_id}/">The bombings</a>'
    assert page.count(link) == 2
    told = {one["id"]: one["part"] for one in client.get("/incidents.json").json()["incidents"]}
    assert {key for key, is_part in told.items() if is_part} == composite.ids["true"]


def test_a_part_says_so_on_the_map_and_in_a_feature_of_its_own(client: Client, composite: Composite) -> None:
    part, whole = composite.parts[0].public_id, composite.whole.public_id
    found = {one["id"]: one["properties"] for one in client.get("/incidents.geojson").json()["features"]}
    single = client.get(f"/incidents/{part}.geojson").json()["properties"]
    for told in (found[part], single):
        assert (told["parent"], told["parent_title"], told["parent_url"]) == (
            whole,
            "The bombings",
            f"/incidents/{whole}/",
        )
    assert found[whole]["parent_title"] is None


@pytest.mark.parametrize("asked", ["true", "false"])
def test_page_data_map_and_api_leave_out_the_same(client: Client, composite: Composite, asked: str) -> None:
    query = f"part={asked}"
    for ids in (ids_of_page, ids_of_json, ids_of_geojson):
        assert set(ids(client, query)) == composite.ids[asked]
    rows = client.get(f"/api/v1/incidents/?{query}").json()["results"]
    assert {row["id"] for row in rows} == composite.ids[asked]
    assert {bool(row["parent"]) for row in rows} == {asked == "true"}


def test_the_data_count_the_parts_too(client: Client, composite: Composite) -> None:
    for address in ("/incidents.json", "/incidents.geojson"):
        found = client.get(address).json()
        assert (found["count"], found["parts"]) == (4, 2), address


def test_a_part_whose_whole_was_withdrawn_counts_by_itself_from_then_on(
    client: Client, team: Desk, composite: Composite
) -> None:
    before = composite.alone.publications.get().published_at.isoformat().replace("+00:00", "Z")
    withdraw(actor=team.publisher, incident=composite.whole, reason="It was two attacks.")
    page = client.get("/")
    assert heading(page) == "3 incidents on record, 2024"
    assert "part of" not in text_of(page).lower().partition("1 to ")[0]
    assert "Part of: <a" not in page.content.decode()
    assert len(ids_of_page(client, "part=false")) == 3
    assert set(ids_of_page(client, f"part=true&as_of={before}")) == composite.ids["true"]
    assert SENTENCE in text_of(client.get(f"/?as_of={before}"))


def test_the_methods_say_how_parts_are_counted(client: Client) -> None:
    page = client.get("/methods/")
    assert 'id="parts"' in page.content.decode()
    assert "takes either the whole or the parts, never both" in text_of(page)
