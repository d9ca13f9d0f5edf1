"""A record with every class of precision, to download."""

from pathlib import Path

import pytest

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim
from incidents.services.publishing import publish
from tests.isolation.scenes import scene
from tests.making import approved, claimed, desk, incident, kerman, published, quoted, republished, source, square
from tests.public.conftest import much_told, story, team

__all__ = ["much_told", "story", "team"]


@scene
def every_precision(_folder: Path) -> None:
    """Five incidents: a city with a revised toll, a claimed one, a province, a district, and a country."""
    team = desk()
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    district = Place.objects.create(
        kind=PlaceKind.DISTRICT,
        name="Ravar",
        country_code="IR",
        province_code="IR-08",
        parent=province,
        extent=square(56.5, 31, 1),
        search_names="\nravar",
    )
    first = published(team, killed="84", title="Two bombings, at a ceremony")
    value = CasualtyValue(measure="wounded", verbatim="nearly 100")
    claim = Claim(value=value, citations=quoted(source(team.editor), "nearly 100 wounded"))
    assert_claim(actor=team.editor, incident=first, claim=claim, summary="Wounded added")
    republished(team, first)
    published(team, place=province, precision="province", when="March 2023")
    published(team, place=district, precision="district", when="2021")
    published(team, place=iran, precision="country", when="2022")
    made = incident(team.editor, title="An attack somebody claimed")
    claimed(team.editor, made)
    publish(actor=team.publisher, incident=approved(team, made))


@pytest.fixture
def record(every_precision: None) -> None:
    """The record of ``every_precision``."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
