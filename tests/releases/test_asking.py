"""Asked for a release, everything answers as of its cut-off, for ever; the release's files hold just that."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from incidents.models import Release
from tests.exchange import reading as read
from tests.public.reading import ids_of_geojson, ids_of_json, ids_of_page, text_of
from tests.releases.conftest import FIRST, SECOND, Released

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("released")]

API = "/api/v1/incidents/"


def csv_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(folder: Path) -> list[dict[str, Any]]:
    with gzip.open(folder / "incidents.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def results(client: Client, query: str) -> list[dict[str, Any]]:
    """Every incident that the API finds, page by page, with what stands behind its values."""
    found, url = [], f"{API}?limit=3&include=provenance&{query}"
    while url:
        answer = client.get(url)
        assert answer.status_code == 200, answer.content
        found += answer.json()["results"]
        url = answer.json()["next"]
    return found


def test_the_api_as_of_the_cut_off_says_what_the_release_says(client: Client, first: Path, released: Released) -> None:
    moment = released.cut_off.isoformat().replace("+00:00", "Z")
    asked, held = results(client, f"as_of={moment}"), lines_of(first)
    assert asked == results(client, f"release={FIRST}")
    assert [one["id"] for one in asked] == [one["id"] for one in held]
    assert len(held) == 7
    for one, line in zip(asked, held, strict=True):
        assert line["provenance"] == one["provenance"]
        for name in ("version", "title", "attack_types", "publishers", "origins", "definition", "claim_state"):
            assert line[name] == one[name], name
        for measure in ("killed", "wounded"):
            told = one[measure] or {}
            for name in ("low", "best", "high", "text"):
                assert line[f"{measure}_{name}"] == told.get(name), (measure, name)
        assert (line["occurred_earliest"], line["place_precision"], line["attribution_state"]) == (
            one["occurred"]["earliest"],
            one["place"]["precision"],
            one["attribution"]["state"],
        )
        document = client.get(f"{API}{one['id']}/?release={FIRST}&include=provenance").json()
        for name in ("content", "content_sha256", "log", "provenance", "kind", "summary", "reviewer_roles", "version"):
            assert line[name] == document[name], name


def test_list_map_page_and_downloads_of_a_release_hold_what_its_files_hold(client: Client, first: Path) -> None:
    query = f"release={FIRST}"
    ids = [row["id"] for row in csv_of(first)]
    assert ids == ids_of_json(client, query) == ids_of_geojson(client, query) == ids_of_page(client, query)
    downloaded = read.csv_rows(read.fetched(client, "csv", query))
    assert downloaded == csv_of(first)
    features = client.get(f"/ogc/collections/incidents/items?{query}").json()["features"]
    assert [one["id"] for one in features] == ids
    narrowed = f"{query}&precision=province"
    assert ids_of_json(client, narrowed) == [row["id"] for row in csv_of(first) if row["place_precision"] == "province"]
    assert "as the record stood on" in text_of(client.get(f"/?{query}"))


def test_what_is_withdrawn_stays_in_the_release_that_holds_it_and_is_in_no_later_one(
    client: Client, first: Path, second: Path, released: Released
) -> None:
    gone, lost = released.ids["withdrawn"], released.ids["lost"]
    assert {gone, lost} <= {row["id"] for row in csv_of(first)}
    assert not {gone, lost, released.ids["passing"]} & {row["id"] for row in csv_of(second)}
    assert client.get(f"{API}{gone}/?release={FIRST}").status_code == 200
    assert client.get(f"/incidents/{gone}/?release={FIRST}").status_code == 200
    assert client.get(f"{API}{gone}/?release={SECOND}").status_code == 410
    assert client.get(f"{API}{lost}/?release={SECOND}").status_code == 301
    page = text_of(client.get(f"/releases/{FIRST}/"))
    assert f"{gone} : withdrawn on" in page
    assert "It was an accident." in page
    assert f"merged into {released.ids['survivor']} on" in page
    taken_back = client.get(f"/api/v1/releases/{FIRST}/").json()["taken_back"]
    assert [(one["id"], one["became"], one["merged_into"]) for one in taken_back] == [
        (gone, "withdrawn", None),
        (lost, "merged", released.ids["survivor"]),
    ]
    assert client.get(f"/api/v1/releases/{SECOND}/").json()["taken_back"] == []


def test_changes_are_told_by_kind(client: Client, second: Path, released: Released) -> None:
    with (second / "changes.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    ids = released.ids
    assert {one: rows[one]["change"] for one in rows} == {
        ids["changed"]: "changed",
        ids["corrected"]: "corrected",
        ids["withdrawn"]: "withdrawn",
        ids["lost"]: "merged",
        ids["survivor"]: "changed",
        ids["added"]: "added",
    }
    assert rows[ids["lost"]]["merged_into"] == ids["survivor"]
    assert rows[ids["withdrawn"]]["reason"] == "It was an accident."
    assert (rows[ids["corrected"]]["version_before"], rows[ids["corrected"]]["version"]) == ("1", "2")
    told = {"added": 1, "changed": 2, "corrected": 1, "merged": 1, "withdrawn": 1}
    one, other = client.get("/api/v1/releases/").json()["results"]
    assert (one["tag"], one["previous"], one["changes"]) == (SECOND, FIRST, told)
    assert (other["tag"], other["previous"], other["changes"]["added"]) == (FIRST, None, 7)
    page = text_of(client.get(f"/releases/{SECOND}/"))
    assert f"What changed since {FIRST}" in page
    assert "Added 1" in page
    assert "6" not in Release.objects.get(tag=SECOND).changes.values()


@pytest.mark.parametrize(
    "path", [API, "/incidents.json", "/downloads/incidents.csv", "/ogc/collections/incidents/items"]
)
def test_a_release_that_there_is_not_is_refused_with_those_that_there_are(client: Client, path: str) -> None:
    wrong = client.get(f"{path}?release=2023.9")
    assert wrong.status_code == 400
    assert "There is no release 2023.9. There are: 2024.2, 2024.1." in wrong.content.decode()
    both = client.get(f"{path}?release={FIRST}&as_of=2024-01-05")
    assert both.status_code == 400
    assert "Give a release or a moment (as_of), not both." in both.content.decode()


def test_a_single_incident_is_refused_the_same(client: Client, released: Released) -> None:
    for path in (f"{API}{released.ids['kept']}/", f"/incidents/{released.ids['kept']}/"):
        answer = client.get(f"{path}?release=2023.9")
        assert answer.status_code == 400
        assert "There are: 2024.2, 2024.1." in answer.content.decode()


def test_the_explorer_keeps_the_moment_of_a_release_and_its_form_the_tag(client: Client) -> None:
    page = client.get(f"/?release={FIRST}").content.decode()
    assert f'name="release" value="{FIRST}"' in page
    assert "Show the record as it stands" in page
    refused = client.get("/?release=2023.9")
    assert refused.status_code == 400
    assert "There are: 2024.2, 2024.1." in text_of(refused)
