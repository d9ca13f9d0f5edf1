"""The programs that people use read it: GDAL, OWSLib, QGIS. Each runs as a process of its own, against a server."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from owslib.ogcapi.features import Features
from pytest_django.live_server_helper import LiveServer

from incidents.choices import PlaceKind
from incidents.models import Place
from tests.making import desk, kerman, published

pytestmark = pytest.mark.django_db(transaction=True)

OF_DJANGO = {"GDAL_DATA", "PROJ_DATA"}
"""Where our GDAL has its data; that of the system has its own."""

QGIS_PYTHON = Path("/usr/bin/python3")
BOX = "56.9,30.1,57.2,30.4"

LAYERS = ["incidents", "incidents_points", "incidents_areas", "provinces", "actors_areas"]

BY_PYOGRIO = """
import json, sys
import numpy, pyogrio
source, target, box = sys.argv[1:]
found = {"layers": pyogrio.list_layers(source)[:, 0].tolist()}
info = pyogrio.read_info(source, layer="incidents", force_feature_count=True)
found["count"], found["crs"] = info["features"], info["crs"]
found["kinds"] = dict(zip(info["fields"].tolist(), info["ogr_types"]))
columns = ["id", "title", "place_precision", "uncertainty_m", "killed_low", "killed_best", "occurred_latest"]
meta, fids, shapes, values = pyogrio.raw.read(source, layer="incidents", columns=columns)
pyogrio.raw.write(target, shapes, values, fields=meta["fields"], layer="incidents", driver="GPKG",
                  geometry_type="Unknown", crs=meta["crs"])
found["copied"] = pyogrio.read_info(target, layer="incidents")["features"]
boxed = pyogrio.raw.read(source, layer="incidents", columns=["id"], bbox=tuple(map(float, box.split(","))))
found["boxed"] = boxed[3][0].tolist()
asked = pyogrio.raw.read(source, layer="incidents", columns=["id"], where="place_precision = 'country'")
found["asked"] = asked[3][0].tolist()
print(json.dumps(found))
"""
BY_QGIS = """
import json, os, sys
from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(f"url='{sys.argv[1]}' typename='incidents_points' restrictToRequestBBOX='1'", "points", "OAPIF")
found = {"valid": layer.isValid(), "provider": layer.dataProvider().name(), "count": layer.featureCount()}
box = QgsFeatureRequest().setFilterRect(QgsRectangle(*map(float, sys.argv[2].split(","))))
found["boxed"] = sorted(feature["id"] for feature in layer.getFeatures(box))
print(json.dumps(found), flush=True)
os._exit(0)  # QGIS takes itself apart in an order that it does not always survive
"""


def record() -> list[str]:
    """Three incidents: a city, a province and a country."""
    team, city = desk(), kerman()
    places = {"settlement": city, "province": city.parent, "country": Place.objects.get(kind=PlaceKind.COUNTRY)}
    made = [published(team, place=place, precision=precision, killed="84") for precision, place in places.items()]
    return [str(one.public_id) for one in made]


def run(*words: str | Path, ours: bool = False) -> str:
    """What a program prints; of ours it finds its data where Django does."""
    kept = {name: value for name, value in os.environ.items() if ours or name not in OF_DJANGO}
    environment = {**kept, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([*map(str, words)], check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def qgis_is_here() -> bool:
    words = [str(QGIS_PYTHON), "-c", "import qgis.core"]
    return QGIS_PYTHON.exists() and subprocess.run(words, check=False, capture_output=True).returncode == 0


def test_gdal_of_the_wheel_reads_all_of_it_a_box_and_a_condition(live_server: LiveServer, tmp_path: Path) -> None:
    city, _province, country = record()
    printed = run(
        sys.executable, "-c", BY_PYOGRIO, f"OAPIF:{live_server.url}/ogc/", tmp_path / "all.gpkg", BOX, ours=True
    )
    found: dict[str, Any] = json.loads(printed)
    assert found["layers"] == LAYERS
    assert found["count"] == found["copied"] == 3
    assert found["asked"] == [country]
    assert city in found["boxed"]
    kinds = found["kinds"]
    assert (kinds["killed_best"], kinds["occurred_latest"]) == ("OFTInteger", "OFTDateTime")
    assert (kinds["occurred_edtf"], kinds["tactics"]) == ("OFTString", "OFTStringList"), "guessed, not read"


def test_owslib_reads_collections_features_and_conditions(live_server: LiveServer) -> None:
    city, province, country = record()
    service = Features(f"{live_server.url}/ogc/")
    assert service.feature_collections() == LAYERS
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in service.conformance()["conformsTo"]
    assert service.api()["openapi"] == "3.0.3"
    assert "killed_best" in service.collection_queryables("incidents")["properties"]
    boxed = service.collection_items("incidents", bbox=[*map(float, BOX.split(","))])
    assert {one["id"] for one in boxed["features"]} == {city, province}
    asked = service.collection_items("incidents", filter="place_precision = 'country'")
    assert [one["id"] for one in asked["features"]] == [country]
    assert service.collection_item("incidents", city)["properties"]["place_precision"] == "settlement"


@pytest.mark.skipif(shutil.which("ogr2ogr") is None, reason="Debian's gdal-bin is not installed")
def test_ogrinfo_and_ogr2ogr_of_the_system_read_the_whole_collection(live_server: LiveServer, tmp_path: Path) -> None:
    record()
    source, target = f"OAPIF:{live_server.url}/ogc/", tmp_path / "all.gpkg"
    said = run("ogrinfo", "-so", source, "incidents")
    assert "Feature Count: 3" in said
    assert "occurred_edtf: String" in said
    run("ogr2ogr", "-oo", "PAGE_SIZE=2", target, source, "incidents")
    assert "Feature Count: 3" in run("ogrinfo", "-so", target, "incidents")


@pytest.mark.skipif(not qgis_is_here(), reason="Debian's python3-qgis is not installed")
def test_qgis_opens_the_layer_and_counts_what_is_in_a_box(live_server: LiveServer) -> None:
    city, *_others = record()
    found = json.loads(run(QGIS_PYTHON, "-c", BY_QGIS, f"{live_server.url}/ogc/", BOX).splitlines()[-1])
    assert found == {"valid": True, "provider": "OAPIF", "count": 1, "boxed": [city]}
