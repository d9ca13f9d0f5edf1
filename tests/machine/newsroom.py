"""Six people at their browsers: every deed is an HTTP request, and none is ever answered with an error of ours."""

from typing import Any, Final
from uuid import UUID

from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from incidents.models import Assertion, Incident
from tests import making
from tests.desk.sitting import Sitting, address

CAST: Final = {
    "edna": Role.EDITOR,
    "rita": Role.REVIEWER,
    "rolf": Role.REVIEWER,
    "petra": Role.PUBLISHER,
    "sena": Role.SENIOR,
    "ada": Role.ADMINISTRATOR,
}
SECRET: Final = "ORPHEUS"
"""Stands in everything confidential, and so must stand nowhere in public."""

FOUND = 302
OUR_FAULT = 500
PLAINLY: Final = {"modality": "fact", "polarity": "affirmed", "role": "recommended"}
AN_ARTICLE: Final = {"source_kind": "article", "lang": "en", "access": "open", "stance": "supports"}
OF_ALL: Final = {"population": "all", "attackers_included": "unknown"}
A_TOWN: Final = {"precision": "settlement", "method": "stated", "place_role": "site"}


class Newsroom:
    """The people with their browsers, and a reader without an account."""

    def __init__(self) -> None:
        self.place = making.kerman()
        self.people = {name: making.person(role, name) for name, role in CAST.items()}
        self.sittings = {name: seated(person) for name, person in self.people.items()}
        self.reader = Client()

    def post(self, name: str, page: str, fields: dict[str, Any], **at: Any) -> Any:
        """Send a form of the desk as one of the people."""
        return answered(self.sittings[name].client.post(address(page, **at), fields))

    def administer(self, page: str, name: str, fields: dict[str, Any]) -> None:
        """Change another person's role or access, as the administrator."""
        answered(self.sittings["ada"].client.post(reverse(page, args=[self.people[name].pk]), fields))

    def return_of(self, name: str) -> None:
        """Sign in again, after having been let back."""
        self.sittings[name] = seated(self.people[name])

    def log(self, name: str, title: str, killed: int) -> UUID:
        """Log an incident with a date, a place and a toll, each cited."""
        self.post(name, "new", {"title": title, "graphic": "no", "personal_data": "no"})
        made = Incident.objects.latest("pk")
        self.claim(name, made.uid, "time", {"when": "3 January 2024", "timezone": "Asia/Tehran"})
        self.claim(name, made.uid, "location", {"place_query": "Kerman", "place": str(self.place.pk), **A_TOWN})
        self.toll(name, made.uid, killed)
        return made.uid

    def toll(self, name: str, uid: UUID, killed: int) -> Any:
        """Add how many were killed."""
        return self.claim(name, uid, "casualty", {"measure": "killed", "verbatim": str(killed), **OF_ALL})

    def claims(self, uid: UUID) -> dict[str, tuple[str, int | None]]:
        """What is claimed: the kind, and how many were killed where that is the claim."""
        found = Assertion.objects.filter(incident__uid=uid).values_list("uid", "kind", "casualty__best")
        return {str(key): (kind, killed) for key, kind, killed in found}

    def standing(self, uid: UUID) -> frozenset[str]:
        """The claims that stand."""
        found = Assertion.objects.filter(incident__uid=uid).standing()
        return frozenset(str(key) for key in found.values_list("uid", flat=True))

    def first_claim(self, uid: UUID) -> str:
        return str(Incident.objects.get(uid=uid).assertions.earliest("pk").uid)

    def claim(self, name: str, uid: UUID, kind: str, value: dict[str, str]) -> Any:
        """Add a claim, cited to a report that is recorded with it."""
        return self.post(name, "claim_new", {**value, **PLAINLY, **self.cited(uid)}, uid=uid, kind=kind)

    def confide(self, name: str, uid: UUID, claim: str) -> Any:
        """Cite a confidential source for a claim."""
        fields = {**self.cited(uid, mark=SECRET), "confidential": "on"}
        return self.post(name, "claim_cite", fields, uid=uid, claim=claim)

    def cited(self, uid: UUID, mark: str = "") -> dict[str, Any]:
        """A new source, its quote, and the revision that was seen."""
        revision = self.revision(uid)
        source = {
            **AN_ARTICLE,
            "source": "new",
            "publisher": f"The {mark or 'Example'} Courier",
            "publisher_kind": "newspaper",
            "source_title": f"{mark} report {uid} {revision}",
            "published_on": "4 January 2024",
        }
        return source | {"quote": f"{mark} as reported", "locator": "paragraph 2", **self.terms(uid)}

    def terms(self, uid: UUID) -> dict[str, Any]:
        """What every change carries."""
        return {"revision": self.revision(uid), "edit_summary": "What is known now."}

    def revision(self, uid: UUID) -> int:
        return Incident.objects.values_list("revision", flat=True).get(uid=uid)

    def read(self, url: str) -> Any:
        """What a reader is answered."""
        return answered(self.reader.get(url))


def seated(person: User) -> Sitting:
    """Somebody who signed in just now, so that no deed asks for the password again."""
    sitting = Sitting(User.objects.get(pk=person.pk))
    answered(sitting.client.post(reverse("account_reauthenticate"), {"password": making.PASSWORD}))
    return sitting


def answered(answer: Any) -> Any:
    """The answer, if it is one."""
    assert answer.status_code < OUR_FAULT, answer.content
    return answer


def done(answer: Any) -> bool:
    """Whether the desk did what was asked: it leads on to one of its own pages then."""
    return answer.status_code == FOUND and not answer["Location"].startswith("/accounts/")
