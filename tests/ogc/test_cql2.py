"""CQL2: what a condition finds, as text and as JSON; and that there is no way from it to anything else."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from incidents.exchange.columns import Kind
from incidents.ogc.cql2 import MOST_CHARACTERS, MOST_DEPTH, FilterRefusedError, read_filter
from incidents.ogc.known import COLLECTIONS
from tests.ogc.conftest import ITEMS, Read

Find = Callable[..., list[str]]
NUMBER_OF = (
    ("killed_best = 84", 1),
    ("84 = killed_best", 1),
    ("killed_best <> 84", 4),
    ("killed_best > 11.5 AND killed_best < 1e2", 5),
    ("killed_best >= 84 OR killed_best <= 12", 5),
    ("killed_best = 84 OR killed_best = 12 AND country_iso2 = 'IQ'", 1),
    ("(killed_best = 84 OR killed_best = 12) AND country_iso2 = 'IQ'", 0),
    ("NOT (killed_best = 84 OR country_iso2 = 'IQ')", 4),
    ("NOT NOT killed_best = 84", 1),
    ("wounded_high = 99", 1),
    ("wounded_best = 0", 0),
    ("wounded_best <> 0", 0),
    ("wounded_best IS NULL", 5),
    ("NOT wounded_high IS NOT NULL", 4),
    ("killed_best BETWEEN 12 AND 20", 4),
    ("killed_best NOT BETWEEN 12 AND 20", 1),
    ("place_precision IN ('province', 'country')", 2),
    ("place_precision NOT IN ('province', 'country')", 3),
    ("title LIKE 'Two%'", 4),
    ("title NOT LIKE '%_eremony'", 4),
    ("title LIKE '100\\%'", 0),
    ("\"title\" = 'An attack somebody claimed'", 1),
    ("title = 'it''s'", 0),
    ("has_warning = FALSE", 5),
    ("has_warning = TRUE", 0),
    ("TRUE", 5),
    ("FALSE OR killed_best = 84", 1),
    ("province_code IS NULL", 1),
    ("occurred_latest < TIMESTAMP('2024-01-01T00:00:00Z')", 3),
    ("occurred_earliest >= DATE('2024-01-01')\n AND killed_best > 12", 1),
    ("occurred_earliest >= DATE('2024-01-02')", 2),
    ("occurred_earliest BETWEEN DATE('2022-06-01') AND DATE('2023-06-01')", 1),
    ("A_CONTAINS(attack_types, ('bombing'))", 5),
    ("A_OVERLAPS(attack_types, ('hijacking', 'bombing'))", 5),
    ("A_CONTAINS(attack_types, ('hijacking', 'bombing'))", 0),
    ("A_EQUALS(attack_types, ('bombing'))", 5),
    ("A_CONTAINEDBY(actors, ())", 4),
    ("S_INTERSECTS(geometry, POINT(57.08 30.28))", 3),
    ("s_intersects(POLYGON((57 30, 58 30, 58 30.9, 57 30.9, 57 30)), geometry)", 3),
    ("S_INTERSECTS(geometry, BBOX(57.6, 31.5, 57.7, 31.6))", 0),
    ("S_INTERSECTS(geometry, BBOX(57, 31, 57.4, 31.9))", 2),
    ("S_INTERSECTS(geometry, BBOX(170, -90, 60, 90))", 4),
    ("S_INTERSECTS(geometry, MULTIPOINT((57.08 30.28), (0 0)))", 3),
    ("NOT S_INTERSECTS(geometry, BBOX(0, 0, 1, 1))", 4),
    ("geometry IS NULL", 1),
)
REFUSED = (
    "",
    "killed_best",
    "killed_best =",
    "killed_best = 'many'",
    "killed_best = TRUE",
    "killed_best > 1e999",
    "title = 5",
    "title = has_warning",
    "title LIKE 'x\\'",
    "1 = 1",
    "search_text = 'secret'",
    "search = 'secret'",
    "version__content = 'secret'",
    "publisher_ids = 'x'",
    "killed_said_by IS NULL",
    "pk = 1",
    "attack_types = 'bombing'",
    "A_CONTAINS(title, ('x'))",
    "A_CONTAINS(attack_types, (1))",
    "has_warning > FALSE",
    "has_warning BETWEEN FALSE AND TRUE",
    "occurred_latest > '2024-01-01'",
    "occurred_latest > TIMESTAMP('2024-01-01')",
    "occurred_latest > DATE('2024-02-30')",
    "S_INTERSECTS(geometry, POINT(200 0))",
    "S_INTERSECTS(geometry, POINT(x y))",
    "S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))",
    "S_INTERSECTS(geometry, BBOX(1, 2, 3))",
    "S_INTERSECTS(geometry, BBOX(1, 2, 3, title))",
    "S_INTERSECTS(geometry, geometry)",
    "S_INTERSECTS(title, POINT(0 0))",
    "S_DISJOINT(geometry, POINT(0 0))",
    "CASEI(title) = 'x'",
    "killed_best + 1 = 2",
    "killed_best = 84; DROP TABLE record_version",
    "title = 'x' -- comment",
    "title = 'unended",
    "(" * 200,
    "NOT (" * 30 + "TRUE" + ")" * 30,
    "title = '" + "x" * MOST_CHARACTERS + "'",
    "title = '\0'",
)
REFUSED_JSON = (
    "",
    "null",
    "[]",
    "5",
    '"title"',
    "{",
    "[" * 3_000,
    '{"op": "=", "args": [{"property": "killed_best"}, NaN]}',
    '{"op": "=", "args": [{"property": "title"}, "\\ud800"]}',
    '{"op": "=", "args": [{"property": ["title"]}, "x"]}',
    '{"op": ["="], "args": []}',
    '{"op": "=", "args": [{"property": "title"}]}',
    '{"op": "and", "args": []}',
    '{"op": "in", "args": [{"property": "title"}, "x"]}',
    '{"op": "in", "args": [{"property": "title"}, []]}',
    '{"op": "like", "args": [{"property": "title"}, {"property": "title"}]}',
    '{"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": "x"}]}',
    '{"op": "s_intersects", "args": [{"property": "geometry"}, {"type": "Point", "coordinates": ["x", {}]}]}',
    '{"op": "s_intersects", "args": [{"property": "geometry"}, {"type": "Nothing"}]}',
    '{"op": "=", "args": [{"property": "killed_best"}, {"function": {"name": "pg_sleep", "args": [9]}}]}',
    '{"op": "=", "args": [{"property": "occurred_latest"}, {"timestamp": 5}]}',
    json.dumps({"op": "=", "args": [{"property": "killed_best"}, 10**400]}),
)


@pytest.mark.django_db
@pytest.mark.usefixtures("every_precision")
def test_a_condition_finds_what_it_says_as_text_and_as_json(find: Find) -> None:
    for text, number in NUMBER_OF:
        found = find({"filter": text})
        assert len(found) == number, (text, found)
        tree = json.dumps(read_filter(text, "cql2-text"))
        assert find({"filter": tree, "filter-lang": "cql2-json"}) == found, tree


@pytest.mark.django_db
@pytest.mark.usefixtures("every_precision")
def test_a_condition_adds_to_the_filters_of_the_record(find: Find) -> None:
    both = find({"filter": "killed_best = 12", "attribution": "claimed", "bbox": "57,30,58,31"})
    assert len(both) == 1
    assert find({"filter": "killed_best = 84", "attribution": "claimed"}) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("every_precision")
def test_a_geometry_is_read_in_its_own_system(find: Find) -> None:
    degrees = find({"filter": "S_INTERSECTS(geometry, POINT(57.08 30.28))"})
    flipped = {"filter": "S_INTERSECTS(geometry, POINT(30.28 57.08))"}
    metres = {"filter": "S_INTERSECTS(geometry, BBOX(6354000, 3539000, 6355000, 3540000))"}
    corners = "6354000 3539000, 6355000 3539000, 6355000 3540000, 6354000 3540000, 6354000 3539000"
    area = {"filter": f"S_INTERSECTS(geometry, POLYGON(({corners})))"}
    assert find({**flipped, "filter-crs": "http://www.opengis.net/def/crs/EPSG/0/4326"}) == degrees
    assert find({**metres, "filter-crs": "http://www.opengis.net/def/crs/EPSG/0/3857"}) == degrees
    assert find({**area, "filter-crs": "http://www.opengis.net/def/crs/EPSG/0/3857"}) == degrees


@pytest.mark.django_db
@pytest.mark.usefixtures("every_precision")
def test_whatever_cannot_be_answered_is_refused_by_name(read: Read) -> None:
    for text, language in [(one, "cql2-text") for one in REFUSED] + [(one, "cql2-json") for one in REFUSED_JSON]:
        answer = read(ITEMS, filter=text, filter_lang=language)
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json"), text
        (wrong,) = answer.json()["errors"]
        assert wrong["parameter"] == "filter", text
        assert wrong["detail"].endswith("."), wrong


def spelt(name: str, kind: Kind, value: Any) -> str:
    """That a property is what a feature shows."""
    if value is None:
        return f"{name} IS NULL"
    if kind is Kind.LIST:
        return f"A_EQUALS({name}, ({', '.join(map(quoted, value))}))"
    return f"{name} = {SPELT.get(kind, str)(value)}"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


SPELT: dict[Kind, Callable[[Any], str]] = {Kind.TEXT: quoted, Kind.MOMENT: lambda text: f"TIMESTAMP('{text}')"}


@pytest.mark.django_db
@pytest.mark.usefixtures("every_precision")
def test_a_feature_is_found_by_exactly_what_it_shows(read: Read, find: Find) -> None:
    for name, collection in COLLECTIONS.items():
        for feature in read(f"collections/{name}/items").json()["features"]:
            shown = {collection.identifier: feature["id"], **feature["properties"]}
            said = [spelt(one.name, one.kind, shown[one.name]) for one in collection.queryables.values()]
            assert find({"filter": " AND ".join(said)}, name) == [feature["id"]], said


def test_no_queryable_leads_beyond_what_a_feature_shows() -> None:
    for collection in COLLECTIONS.values():
        assert collection.queryables.keys() <= collection.properties.keys()


def test_what_is_deep_is_refused_before_it_is_asked() -> None:
    def nested(levels: int) -> str:
        return json.dumps(tree(levels))

    def tree(levels: int) -> object:
        return {"op": "not", "args": [tree(levels - 1)]} if levels else True

    read_filter(nested(MOST_DEPTH - 1), "cql2-json")
    with pytest.raises(FilterRefusedError):
        read_filter(nested(MOST_DEPTH + 1), "cql2-json")
