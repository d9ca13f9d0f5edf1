"""Things to test with, made by the real services: people, a place, a source, an incident in any state."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from accounts.models import User
from accounts.roles import Role
from incidents.choices import PlaceKind
from incidents.models import Incident, Place, Source, Version
from incidents.rules.folding import fold
from incidents.selectors.citations import unheld
from incidents.selectors.risk import needs_second_approval
from incidents.services.asserting import assert_claim, assert_claims
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    Description,
    LocationValue,
    Quote,
    SourceItem,
    TimeValue,
)
from incidents.services.logging import log_incident
from incidents.services.people import record_actor
from incidents.services.publishing import publish
from incidents.services.reviewing import approve, submit
from incidents.services.sources import record_source

if TYPE_CHECKING:
    from incidents.services.inputs import (
        Value,
    )

PASSWORD = "a long enough password for tests"


def person(role: Role = Role.EDITOR, name: str = "") -> User:
    """Somebody of a role, who can sign in with ``PASSWORD``."""
    label = name or f"{role.value}-{uuid4().hex[:6]}"
    user = User(email=f"{label.lower().replace(' ', '.')}@example.org", display_name=label, role=role)
    user.set_password(PASSWORD)
    user.save()
    return user


@dataclass(frozen=True)
class Desk:
    """One person of each role that the main job takes."""

    editor: User
    reviewer: User
    publisher: User


def desk() -> Desk:
    """An editor, a reviewer and a publisher."""
    return Desk(person(Role.EDITOR), person(Role.REVIEWER), person(Role.PUBLISHER))


def square(west: float, south: float, size: float = 2) -> MultiPolygon:
    """An area of ``size`` degrees, to stand for a province or a country."""
    return MultiPolygon(Polygon.from_bbox((west, south, west + size, south + size)), srid=4326)


def kerman() -> Place:
    """The city of Kerman with its province and country, by name in two scripts; made once."""
    found = Place.objects.filter(kind=PlaceKind.SETTLEMENT, name="Kerman").first()
    if found:
        return found
    country, _made = Place.objects.get_or_create(
        kind=PlaceKind.COUNTRY,
        country_code="IR",
        defaults={"name": "Iran", "country_code3": "IRN", "extent": square(44, 25, 15), "search_names": "\niran"},
    )
    province, _made = Place.objects.get_or_create(
        kind=PlaceKind.PROVINCE,
        country_code="IR",
        province_code="IR-08",
        defaults={"name": "Kerman", "parent": country, "extent": square(56, 29), "search_names": "\nkerman"},
    )
    names = ["Kerman", "کرمان", "Kirman"]
    return Place.objects.create(
        kind=PlaceKind.SETTLEMENT,
        name="Kerman",
        native_name="کرمان",
        alternate_names=names,
        search_names="".join(f"\n{fold(name)}" for name in names),
        country_code="IR",
        country_code3="IRN",
        province_code="IR-08",
        parent=province,
        point=Point(57.08, 30.28, srid=4326),
        radius_m=9000,
    )


def source(actor: User, **changes: Any) -> Source:
    """A news report; every call makes another."""
    fields: dict[str, Any] = {
        "publisher_name": "The Example Courier",
        "publisher_kind": "newspaper",
        "title": f"Report {uuid4().hex[:8]}",
        "published_on": date(2024, 1, 26),
    }
    return record_source(actor=actor, item=SourceItem(**(fields | changes)))


def quoted(report: Source, words: str, **changes: Any) -> tuple[Quote, ...]:
    """One citation of a report, in words that it is taken to contain."""
    fields: dict[str, Any] = {"locator": "paragraph 2", "reported_on": report.published_on}
    return (Quote(source=report, quote=words, **(fields | changes)),)


def incident(actor: User, *, title: str = "Two bombings in Kerman", killed: str = "12", **changes: Any) -> Incident:
    """A draft with a date, a place, an attack type and a toll, each cited: enough to be handed in."""
    report = changes.pop("report", None) or source(actor)
    place = changes.pop("place", None) or kerman()
    precision = changes.pop("precision", "settlement")
    when = changes.pop("when", "3 January 2024")
    description = Description(title=title, graphic=False, personal_data=False)
    made = log_incident(actor=actor, description=description, **changes)
    values: list[tuple[Value, str]] = [
        (TimeValue(when=when, timezone="Asia/Tehran"), f"on {when}"),
        (LocationValue(place=place, precision=precision), f"in {place.name}"),
        (CharacteristicValue(characteristic="attack_type", code="bombing"), "two bombings"),
        (CasualtyValue(measure="killed", verbatim=killed), f"killed {killed} people"),
    ]
    claims = [Claim(value=value, citations=quoted(report, words)) for value, words in values]
    assert_claims(actor=actor, incident=made, claims=claims)
    return made


def claimed(actor: User, made: Incident, *, by: str = "Example Front", ground: str = "responsibility_claim") -> None:
    """Add that a group said it was they."""
    group = record_actor(actor=actor, name=by, kind="organisation")
    claim = Claim(value=AttributionValue(actor=group, ground=ground), citations=quoted(source(actor), f"{by} said"))
    assert_claim(actor=actor, incident=made, claim=claim, summary="Claim added")


def approved(people: Desk, made: Incident) -> Incident:
    """The incident after hand-in and approval, by a second person where it is of high risk."""
    submit(actor=people.editor, incident=made, note="So the paper prints it." if unheld(made).exists() else "")
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    if needs_second_approval(made):
        approve(actor=people.publisher, incident=made, revision=made.revision)
    return made


def published(people: Desk | None = None, **changes: Any) -> Incident:
    """An incident that the public can see."""
    team = people or desk()
    made = incident(team.editor, **changes)
    publish(actor=team.publisher, incident=approved(team, made))
    return made


def republished(people: Desk, made: Incident, *, kind: str = "update", summary: str = "More is known.") -> Version:
    """The next version of a published incident, after edits."""
    return publish(actor=people.publisher, incident=approved(people, made), kind=kind, summary=summary)
