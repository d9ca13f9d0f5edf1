"""Every answer of OGC API – Features to whatever is asked is one that its definition has."""

from pathlib import Path
from typing import Any, Final

import pytest
from django.test import Client

from incidents.api.throttling import AnonymousThrottle
from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.ogc.known import COLLECTIONS
from tests.api.full import complete
from tests.generated.asking import CASES, ask, operations
from tests.generated.test_reading import ACCEPTED
from tests.making import desk, kerman, published

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CASES, reason="asked with CASES=5000; tests/ogc asks the rest"),
]
PROVINCE: Final = "IR-08"


def test_every_answer_to_whatever_is_asked_is_one_that_the_definition_has(
    live_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    monkeypatch.setattr(AnonymousThrottle, "THROTTLE_RATES", {"anonymous": "1000000/min"})
    people = desk()
    complete(people)
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    area = published(people, place=province, precision="province", when="March 2023").public_id
    document = client.get("/ogc/api", {"f": "json"}).json()
    features = {
        "incidents": area,
        "incidents_areas": area,
        "incidents_points": "INC-2024-000002",
        "provinces": PROVINCE,
        "actors_areas": f"example-front.{PROVINCE}",
    }
    known = {f"get_{name}": {"path.feature": feature} for name, feature in features.items()}
    definition = f"{live_server.url}/ogc/api?f=json"
    asked = ask(definition, tmp_path / "asked", document, known=known, accepted=ACCEPTED, named={})

    asked.require_no_failure()
    assert asked.cases >= CASES
    assert features.keys() == COLLECTIONS.keys()
    assert asked.well & operations(document) == operations(document) - {"GET /api"}  # which is the document itself
