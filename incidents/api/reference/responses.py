"""The answers of each address as the OpenAPI document describes them."""

from typing import Any, Final

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer
from rest_framework import serializers

from incidents.api.problems import CONTENT_TYPE
from incidents.api.reference.examples import example, first_of
from incidents.api.serializers import answers
from incidents.api.serializers.changes import ChangesSerializer
from incidents.api.serializers.releases import ReleaseSerializer, ReleasesSerializer
from incidents.api.serializers.rows import FeatureSerializer

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
STIX: Final = "application/stix+json;version=2.1"
Responses = dict[int | tuple[int, str], Any]


def _answer(serializer: Any, description: str, name: str) -> OpenApiResponse:
    return OpenApiResponse(serializer, description, [example(name, description)])


PAGE: Final[Responses] = {(200, JSON): _answer(answers.IncidentPageSerializer, "A page of incidents.", "incidents")}
FEATURES: Final[Responses] = {
    (200, GEOJSON): _answer(answers.FeaturePageSerializer, "A page of incidents.", "incidents.geojson")
}
LINES: Final[Responses] = {
    (200, "application/jsonl"): OpenApiResponse(OpenApiTypes.STR, "The incidents of a page, one a line.")
}
TABLE: Final[Responses] = {
    (200, "text/csv"): OpenApiResponse(OpenApiTypes.STR, "The incidents of a page in the columns of the downloads.")
}
OF_THINGS: Final[Responses] = {
    (200, "application/jsonl"): OpenApiResponse(OpenApiTypes.STR, "The members of `results`, one a line."),
    (200, "text/csv"): OpenApiResponse(
        OpenApiTypes.STR,
        "A row each. A member that lies in another has dots in the name of its column; a list of things with members "
        "of their own is a cell of JSON. `said_by` names who says so.",
    ),
}
INCIDENT: Final[Responses] = {(200, JSON): _answer(answers.IncidentSerializer, "The incident.", "incident")}
FEATURE: Final[Responses] = {(200, GEOJSON): _answer(FeatureSerializer, "The incident.", "incident.geojson")}
BUNDLE: Final[Responses] = {
    (200, STIX): OpenApiResponse(answers.BundleSerializer, "The incident as a bundle of STIX 2.1.")
}
VERSIONS: Final[Responses] = {(200, JSON): _answer(answers.VersionsSerializer, "All its versions.", "versions")}
VERSION: Final[Responses] = {(200, JSON): OpenApiResponse(answers.VersionSerializer, "The version.")}
CHANGES: Final[Responses] = {(200, JSON): _answer(ChangesSerializer, "The next entries of the log.", "changes")}
VOCABULARIES: Final[Responses] = {(200, JSON): OpenApiResponse(answers.VocabulariesSerializer, "All vocabularies.")}
RELEASES: Final[Responses] = {(200, JSON): OpenApiResponse(ReleasesSerializer, "All releases.")}
RELEASE: Final[Responses] = {(200, JSON): OpenApiResponse(ReleaseSerializer, "The release.")}
RECORD: Final[Responses] = {(200, JSON): _answer(answers.RecordSerializer, "Size and head of the log.", "record")}
STATUS: Final[Responses] = {(200, JSON): OpenApiResponse(answers.StatusSerializer, "How everything stands.")}
INDEX: Final[Responses] = {(200, JSON): OpenApiResponse(answers.IndexSerializer, "Links.")}

MOVED: Final[Responses] = {
    301: OpenApiResponse(None, "Merged into another incident: follow Location."),
}
REFUSED: Final[Responses] = {
    (400, CONTENT_TYPE): _answer(
        answers.WrongParametersSerializer, "A parameter that is unknown or cannot be read.", "wrong_parameter"
    ),
    (429, CONTENT_TYPE): OpenApiResponse(answers.QuotaExceededSerializer, "Too many requests: see Retry-After."),
}
MISSING: Final[Responses] = {
    (404, CONTENT_TYPE): OpenApiResponse(answers.ProblemSerializer, "The record holds nothing of this name.")
}
GONE: Final[Responses] = {(410, CONTENT_TYPE): _answer(answers.WithdrawnSerializer, "Withdrawn.", "withdrawn")}
UNCHANGED: Final[Responses] = {304: OpenApiResponse(None, "You hold the newest answer.")}


def page_of(collection: str, one: Any) -> Responses:
    """The answer of a list: a page of such things, with the example of this name."""
    many = serializers.ListField(child=one) if isinstance(one, PolymorphicProxySerializer) else one(many=True)
    members = {"results": many, "__doc__": "A page of a list.", "__module__": __name__}
    name = f"{collection.title().replace('_', '')}PageSerializer"
    return {(200, JSON): _answer(type(name, (answers.PageSerializer,), members), "A page.", collection)}


def one_of(collection: str, one: Any) -> Responses:
    """The answer of one such thing, with the first of that example."""
    return {(200, JSON): OpenApiResponse(one, "The thing itself.", [first_of(collection)])}


def described(responses: Responses) -> Responses:
    """The answers in the order of their status, with the one that every address may give."""
    everything = {**responses, **UNCHANGED}
    return dict(sorted(everything.items(), key=lambda pair: pair[0] if isinstance(pair[0], int) else pair[0][0]))
