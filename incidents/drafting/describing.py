"""What the OpenAPI document says that many operations have in common: parameters, headers, refusals."""

from typing import Any, Final

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from incidents.api.problems import CONTENT_TYPE
from incidents.drafting.preconditions import IDEMPOTENCY_KEY, IF_MATCH, NAME, REVISION
from incidents.drafting.shapes.answers import RefusalShape, WrittenShape
from incidents.drafting.shapes.fields import Shape

JSON: Final = "application/json"
Responses = dict[Any, Any]

BASED_ON: Final = OpenApiParameter(
    IF_MATCH,
    {"type": "string", "pattern": f"^{REVISION.pattern}$", "examples": ['"7"']},
    OpenApiParameter.HEADER,
    required=True,
    description="The ETag of the draft as you saw it. 412 when it was edited since, with what was changed.",
)
NAMED: Final = OpenApiParameter(
    IDEMPOTENCY_KEY,
    {"type": "string", "pattern": f"^(?:{NAME.pattern})$", "examples": ['"8e03978e-40d5-43dd-bc93-6894a57f9324"']},
    OpenApiParameter.HEADER,
    required=True,
    description="A name that no other request of yours has, such as a UUID between quotation marks. For two days the "
    "same request with the same name is answered as it was and does nothing again; a refused one may be sent anew.",
)

REFUSALS: Final = {
    400: "A header, a parameter or the JSON cannot be read.",
    401: "There is no key, or one that works no more.",
    403: "The key was not made for this, or its owner may not do it.",
    404: "There is nothing of this name that the owner of the key may see.",
    409: "Not now: something is missing for a review, or somebody is saving at this moment.",
    412: "The draft was edited since: the changes are listed.",
    413: "It is more than one request may hold.",
    415: "Send JSON.",
    422: "It cannot be recorded, or something else was sent with this Idempotency-Key: errors says why.",
    428: "If-Match is missing.",
    429: "Too many requests: see Retry-After.",
}
OF_READING: Final = (401, 403, 404, 429)
OF_CREATING: Final = (400, 401, 403, 404, 409, 413, 415, 422, 429)


def reads(shape: type[Shape], description: str, *, bad: bool = False) -> Responses:
    """The answers of what reads; ``bad`` parameters are refused."""
    return _with({(200, JSON): OpenApiResponse(shape, description)}, ((400,) if bad else ()) + OF_READING)


def creates(description: str, *, of_draft: bool = False) -> dict[str, Any]:
    """What is said of a POST that is based on nothing."""
    return _writes(description, 201, [NAMED], OF_CREATING, tagged=of_draft)


def posts(description: str, *, status: int = 201) -> dict[str, Any]:
    """What is said of a POST to a draft."""
    return _writes(description, status, [BASED_ON, NAMED], tuple(REFUSALS))


def changes(description: str) -> dict[str, Any]:
    """What is said of a change of what is there."""
    return _writes(description, 200, [BASED_ON], tuple(REFUSALS))


def tag(*statuses: int) -> OpenApiParameter:
    """The ETag of an answer about a draft."""
    about = "The revision of the draft: what the next write is based on."
    return OpenApiParameter("ETag", str, OpenApiParameter.HEADER, description=about, response=list(statuses))


def _writes(
    description: str, status: int, headers: list[OpenApiParameter], refusals: tuple[int, ...], *, tagged: bool = True
) -> dict[str, Any]:
    found = {(status, JSON): OpenApiResponse(WrittenShape, description)}
    return {"parameters": [*headers, *([tag(status)] if tagged else [])], "responses": _with(found, refusals)}


def _with(found: Responses, refusals: tuple[int, ...]) -> Responses:
    return found | {(status, CONTENT_TYPE): OpenApiResponse(RefusalShape, REFUSALS[status]) for status in refusals}
