"""Two releases of a small record, between which everything happens that can happen to an incident."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.test import override_settings

from accounts.roles import Role
from incidents.choices import PlaceKind
from incidents.models import Incident, Place, Release
from incidents.services.publishing import publish, withdraw
from incidents.services.regrouping import merge
from tests.isolation.scenes import scene
from tests.making import Desk, approved, claimed, desk, incident, kerman, person, published, republished

FIRST, SECOND = "2024.1", "2024.2"


@dataclass
class Released:
    """The people, the incidents by what becomes of them after the first release, and when that was cut off."""

    people: Desk
    ids: dict[str, str]
    cut_off: datetime


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Keep releases in a folder of the test's own."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "kept"}}
    with override_settings(ATTEST_RELEASES_ROOT=folder, STORAGES={**settings.STORAGES, "releases": storage}):
        yield


@scene
def two_releases(folder: Path) -> Released:
    """Seven incidents of every precision, released; then each kind of change, and a second release."""
    people = desk()
    made = first_state(people)
    with kept_in(folder / "releases"):
        call_command("release", FIRST, verbosity=0, stderr=None)
        change(people, made)
        call_command("release", SECOND)
    ids = {name: str(one.public_id) for name, one in made.items()}
    return Released(people, ids, Release.objects.get(tag=FIRST).cut_off)


def first_state(people: Desk) -> dict[str, Incident]:
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    told = incident(people.editor, title="An attack somebody claimed")
    claimed(people.editor, told)
    publish(actor=people.publisher, incident=approved(people, told))
    return {
        "changed": published(people, title="Two bombings, at a ceremony", killed="nearly 100"),
        "corrected": told,
        "kept": published(people, place=province, precision="province", when="March 2023"),
        "undrawn": published(people, place=iran, precision="country", when="2022"),
        "withdrawn": published(people, title="What turns out to be none", when="1 January 2024"),
        "lost": published(people, title="The blast"),
        "survivor": published(people, title="The blasts"),
    }


def change(people: Desk, made: dict[str, Incident]) -> None:
    claimed(people.editor, made["changed"], by="Another Front")
    republished(people, made["changed"])
    claimed(people.editor, made["corrected"], ground="denial")
    republished(people, made["corrected"], kind="correction", summary="They deny it.")
    withdraw(actor=people.publisher, incident=made["withdrawn"], reason="It was an accident.")
    senior = person(Role.SENIOR)
    merge(actor=senior, loser=made["lost"], survivor=made["survivor"], reason="Both describe one event.")
    made["survivor"].refresh_from_db()
    republished(people, made["survivor"], kind="merge", summary="Two entries of one event are one now.")
    passing = published(people, title="Published and taken back")
    withdraw(actor=people.publisher, incident=passing, reason="Entered twice.")
    made["passing"] = passing
    made["added"] = published(people, title="Published later")


@pytest.fixture
def released(two_releases: Released, tmp_path: Path) -> Iterator[Released]:
    """The scene, with its files where the test may do with them as it likes."""
    caches["limits"].clear()
    with kept_in(tmp_path / "releases"):
        yield two_releases
    caches["limits"].clear()


@pytest.fixture
def first(released: Released, tmp_path: Path) -> Path:
    """The folder with the files of the first release."""
    return tmp_path / "releases" / "kept" / FIRST


@pytest.fixture
def second(released: Released, tmp_path: Path) -> Path:
    """The folder with the files of the second release."""
    return tmp_path / "releases" / "kept" / SECOND


def line(folder: Path, name: str) -> Any:
    """A file of text."""
    return (folder / name).read_text(encoding="utf-8")
