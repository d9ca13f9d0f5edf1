"""Things of documents as answers have them: each with its incident, its address and whoever says so."""

from datetime import datetime
from typing import Any, Final

from rest_framework.request import Request

from incidents.api.serializers.fields import said
from incidents.api.views.base import address
from incidents.choices import ElementKind
from incidents.presenting.provenance import attested
from incidents.rules.moments import spelt_moment
from incidents.selectors.record_elements import Spot, Told

Answer = dict[str, Any]

COLLECTIONS: Final = {
    ElementKind.CASUALTY: "casualty_estimates",
    ElementKind.ATTRIBUTION: "attributions",
    ElementKind.LOCATION: "locations",
    ElementKind.TIME: "times",
    ElementKind.CHARACTERISTIC: "characteristics",
    ElementKind.WARNING: "assertions",
    ElementKind.GIVEN_WARNING: "warnings",
    ElementKind.STATEMENT: "statements",
}
"""In which collection things of a kind have their addresses."""


class Teller:
    """Puts the answers of one request together; their addresses stay in the state of the record that was asked for."""

    def __init__(self, request: Request, as_of: datetime | None) -> None:
        self.question = f"?as_of={spelt_moment(as_of)}" if as_of else ""
        self.incidents = address(request, "incidents")
        self.bases = {kind: address(request, name) for kind, name in COLLECTIONS.items()}

    def thing(self, spot: Spot, told: Told) -> Answer:
        """What stands at a place of a document."""
        found = told.thing(spot)
        match ElementKind(spot.kind):
            case ElementKind.LINK:
                return {**self._link(found, told), "incident": self._of(told)}
            case ElementKind.GIVEN_WARNING as kind:
                return {**self._placed(found, kind, told), "claims": self._speaking_of(found, told)}
            case kind:
                return self._placed(attested(found, told.sources), kind, told)

    def _placed(self, answer: Answer, kind: ElementKind, told: Told) -> Answer:
        return {**answer, "url": f"{self.bases[kind]}{answer['id']}/{self.question}", "incident": self._of(told)}

    def _speaking_of(self, warning: Answer, told: Told) -> list[Answer]:
        """Every claim of the document about a warning."""
        about = [claim for claim in told.content["claims"] if claim["value"].get("warning") == warning["id"]]
        return [self._placed(attested(claim, told.sources), ElementKind.WARNING, told) for claim in about]

    def _link(self, link: Answer, told: Told) -> Answer:
        other = link["incident"]
        return {**attested(link, told.sources), "other": other, "other_url": self._incident(other)}

    def _of(self, told: Told) -> Answer:
        """The incident in whose document something stands."""
        version = told.version
        return {
            "id": version.public_id,
            "version": version.number,
            "published_at": said(version.published_at),
            "title": told.content["title"],
            "demonstration": told.content["demonstration"],
            "url": self._incident(version.public_id),
        }

    def _incident(self, public_id: str) -> str:
        return f"{self.incidents}{public_id}/{self.question}"
