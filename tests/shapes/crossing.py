"""A record with what crosswalks stumble over, and its files as somebody else's program reads them."""

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Incident, IncidentLink, Place
from incidents.services.asserting import assert_claims
from incidents.services.context import link
from incidents.services.inputs import AttributionValue, CasualtyValue, CharacteristicValue, Claim
from incidents.services.logging import summarise
from incidents.services.people import record_actor
from incidents.services.publishing import publish
from tests import making
from tests.exchange import reading as read
from tests.isolation.scenes import scene

if TYPE_CHECKING:
    from incidents.services.inputs import Value

CODED = (
    ("attack_type", "armed_assault"),
    ("weapon_type", "firearms"),
    ("weapon_type", "explosives"),
    ("weapon_subtype", "a belt of explosives"),
    ("target_type", "private_citizens"),
    ("target_subtype", "a market"),
    ("tactic", "suicide"),
    ("outcome", "completed"),
    ("attacker_count", "two"),
    ("property_damage", "stalls were burnt"),
)


@dataclass
class Crossed:
    """One incident with everything, one in a province in a month, one in a country in a year, a whole of two parts."""

    told: Incident
    month: Incident
    year: Incident
    whole: Incident
    parts: list[Incident]


@scene
def crossed(_folder: Path) -> Crossed:
    team = making.desk()
    making.kerman()
    province, iran = (
        Place.objects.get(kind=kind, country_code="IR") for kind in (PlaceKind.PROVINCE, PlaceKind.COUNTRY)
    )
    month = making.published(team, place=province, precision="province", when="March 2023", killed="nearly 100")
    year = making.published(team, place=iran, precision="country", when="2022", killed="3")
    whole = making.published(team, title="The bombings", killed="95")
    parts = [making.published(team, title=f"Blast {number}", killed="40", parent=whole) for number in (1, 2)]
    return Crossed(_told(team, month), month, year, whole, parts)


def _told(team: making.Desk, other: Incident) -> Incident:
    editor = team.editor
    report = making.source(editor, title='A "market" bombed; many dead', publisher_name="Agency, The")
    made = making.incident(editor, title="An attack on a market", killed="84", report=report)
    made.assertions.filter(kind="casualty").update(role="supporting")
    front, state = (record_actor(actor=editor, name=name, kind="organisation") for name in ("Front", "Accused Body"))
    values: list[Value] = [
        CasualtyValue(measure="killed", verbatim="80", attackers_included="no"),
        CasualtyValue(measure="killed", verbatim="2", population="attackers"),
        CasualtyValue(measure="killed", verbatim="60", population="civilians"),
        CasualtyValue(measure="wounded", verbatim="scores"),
        AttributionValue(actor=front, ground="responsibility_claim", claim_channel="a video"),
        AttributionValue(actor=state, ground="accusation"),
        *(CharacteristicValue(characteristic=kind, code=code) for kind, code in CODED),
    ]
    words = [f"words {number}" for number in range(len(values))]
    claims = [
        Claim(value=value, citations=making.quoted(report, said)) for value, said in zip(values, words, strict=True)
    ]
    assert_claims(actor=editor, incident=made, claims=claims)
    together = IncidentLink(other=other, kind="same_operation")
    link(actor=editor, incident=made, to=together, citations=making.quoted(report, "the same men"))
    summarise(actor=editor, incident=made, sentences=[("A market was attacked.", making.quoted(report, "a market"))])
    publish(actor=team.publisher, incident=making.approved(team, made))
    return made


@dataclass
class Archive:
    """A crosswalk as it was downloaded: its table by id, our own by id, and its other files."""

    header: list[str]
    rows: dict[str, dict[str, str]]
    ours: dict[str, dict[str, str]]
    files: dict[str, bytes]


def archive(client: Client, name: str, query: str = "") -> Archive:
    """Download and read one; every row of its table stands under its first column."""
    with zipfile.ZipFile(io.BytesIO(read.fetched(client, f"{name}.zip", query))) as packed:
        files = {one: packed.read(one) for one in packed.namelist()}
    table = list(csv.reader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))
    rows = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    ours = read.csv_rows(files["incidents.csv"])
    return Archive(table[0], {row[table[0][0]]: row for row in rows}, {row["id"]: row for row in ours}, files)
