"""The detailed base map lies in squares that fit: each says what is in it and nothing else, and none is left out."""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from django.conf import settings

from deploy.squares import DEGREES, squares

FOLDER: Final = Path(settings.STATICFILES_DIRS[0]) / "basemap"
MOST: Final = 100_000
"""Bytes of a square before it is compressed, to a third or less."""

NEARLY: Final = 0.02
"""The two maps of the world differ by less: the coarse one has lost its small islands."""


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_text())
    return found


def land_of(topology: dict[str, Any]) -> float:
    """Square degrees north of where the squares begin."""
    arcs = [np.cumsum(arc, axis=0) * topology["transform"]["scale"][0] for arc in topology["arcs"]]
    polygons = topology["objects"].get("land", {"arcs": []})["arcs"]
    shapes = [shapely.Polygon(arcs[outer], [arcs[one] for (one,) in inner]) for (outer,), *inner in polygons]
    return float(shapely.area(shapely.intersection(shapely.make_valid(shapes), shapely.box(-180, -80, 180, 90))).sum())


def test_the_index_names_every_square_and_each_lies_in_its_box() -> None:
    named = read("detail.json")
    assert named["degrees"] == DEGREES
    assert {f"squares/{path.name}" for path in (FOLDER / "squares").iterdir()} == set(named["squares"].values())
    whole = 0.0
    for corner, name in named["squares"].items():
        square = read(name)
        west, south, east, north = square["bbox"]
        assert corner == f"{west}_{south}"
        assert (FOLDER / name).stat().st_size < MOST
        for arc in square["arcs"]:
            places = np.cumsum(arc, axis=0) / 1000
            assert (places >= [west, south]).all(), name
            assert (places <= [east, north]).all(), name
        assert all(west <= x < east and south <= y < north for _name, x, y, _size in square["names"]), name
        whole += land_of(square)
    assert abs(whole / land_of(read("world.json")) - 1) < NEARLY


def test_a_country_over_two_squares_is_cut_where_they_meet() -> None:
    """An island from 19.9 to 20.1 degrees east with a hole, a border across it and a town on either side."""
    island = [[19900, 100], [200, 0], [0, 200], [-200, 0], [0, -200]]
    lake = [[19950, 150], [0, 100], [100, 0], [0, -100], [-100, 0]]
    topology = {
        "transform": {"scale": [0.001, 0.001], "translate": [0, 0]},
        "objects": {
            "land": {"type": "MultiPolygon", "arcs": [[[0], [1]]]},
            "borders": {"type": "MultiLineString", "arcs": [[2]]},
        },
        "arcs": [island, lake, [[19900, 120], [200, 0]]],
    }
    found = squares(topology, [["West", 19.95, 0.11, 3], ["East", 20.0, 0.12, 3]])
    assert sorted(found) == ["0_0", "20_0"]
    assert [one["names"][0][0] for one in (found["0_0"], found["20_0"])] == ["West", "East"]
    assert abs(sum(land_of(one) for one in found.values()) - (0.04 - 0.01)) < 1e-9
    lines = [one["arcs"][one["objects"]["borders"]["arcs"][0][0]] for one in (found["0_0"], found["20_0"])]
    assert lines == [[[19900, 120], [100, 0]], [[20000, 120], [100, 0]]]
