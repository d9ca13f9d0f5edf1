"""What every address has in common: a key, a limit, refusals in sentences, and a write once or not at all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any, ClassVar, Final, NoReturn

import pghistory
from django.db import transaction
from rest_framework.parsers import JSONParser
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts.models import User
from incidents.api.parameters import refuse_strangers
from incidents.api.problems import ParametersRefusedError, QuotaExceededError, Wrong
from incidents.api.throttling import limits
from incidents.drafting.authenticating import HoldsKey, KeyAuthentication
from incidents.drafting.finding import find_draft
from incidents.drafting.limits import KeyThrottle, NetworkThrottle
from incidents.drafting.preconditions import based_on, digest_of, name_of, revision_tag
from incidents.drafting.problems import StaleError, answer
from incidents.drafting.saving.edit import Edit
from incidents.drafting.shapes.asking import Asked
from incidents.drafting.shapes.fields import Sent, Shape
from incidents.drafting.showing.drafts import address_of, changes
from incidents.models import Incident
from incidents.policies import may_edit
from incidents.services.editing import hold
from incidents.services.repeating import answer_given, keep_answer

Read = Callable[[Incident], Sent]
"""Understands what was sent about a draft."""

NEEDS_NAME: Final = "POST"


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a write is answered: what was made, where it is read, and the revision of the draft after it."""

    ids: list[str]
    url: str
    revision: int | None = None


class KeyedView(APIView):
    """An address that answers programs with a key, as the owner of the key."""

    authentication_classes = (KeyAuthentication,)
    permission_classes = (HoldsKey,)
    throttle_classes = (KeyThrottle,)
    parser_classes = (JSONParser,)
    renderer_classes = (JSONRenderer,)
    asked: ClassVar[type[Asked]] = Asked
    throttles: Sequence[BaseThrottle] = ()

    @property
    def person(self) -> User:
        """The owner of the key."""
        return self.request.user  # type: ignore[return-value]  # KeyAuthentication gives a person

    def get_exception_handler(self) -> Any:
        """Refusals of ours, said as problems."""
        return answer

    def perform_authentication(self, request: Request) -> None:
        """Look at the key, unless too many came from there."""
        limit = NetworkThrottle()
        if not limit.allow_request(request, self):
            raise QuotaExceededError(limit.wait() or 1, [limit.scope])
        super().perform_authentication(request)

    def get_throttles(self) -> list[BaseThrottle]:
        """Return the limits, and keep them: afterwards they know how much is left."""
        self.throttles = found = super().get_throttles()
        return found

    def throttled(self, request: Request, wait: float | None) -> NoReturn:  # noqa: ARG002 - the framework's signature
        """Refuse a request over the limit of its key."""
        raise QuotaExceededError(wait or 1, [KeyThrottle.scope])

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        """Say what is left of the limits, on refusals too."""
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in limits(self.throttles).items():
            final.headers[name] = value
        return final

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Do what every request needs before its own work."""
        super().initial(request, *args, **kwargs)
        refuse_strangers(request.query_params, self.asked().fields)

    @property
    def params(self) -> dict[str, Any]:
        """What is asked for in the query string.

        Raises:
            ParametersRefusedError: it cannot be read.
        """
        found = self.asked(data=self.request.query_params.dict())
        if not found.is_valid():
            wrong = [Wrong(name, " ".join(map(str, told))) for name, told in found.errors.items()]
            raise ParametersRefusedError(wrong, found.fields)
        return dict(found.validated_data)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:  # type: ignore[override]  # noqa: ARG002
        """Say what may be done here, to who has a key."""
        return Response(status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(self.allowed_methods)})

    def once(self, request: Request, write: Callable[[], Written], status: HTTPStatus) -> Response:
        """Write something, all of it or nothing; or answer as before, where the same POST was answered before."""
        digest = digest_of(request)
        key: Any = request.auth
        with transaction.atomic(), pghistory.context(actor=self.person.pk, key=key.prefix):
            if request.method != NEEDS_NAME:
                return _answered(status, asdict(write()))
            named: dict[str, Any] = {"key": key, "name": name_of(request), "request_sha256": digest}
            kept = answer_given(**named)
            if kept:
                return _answered(HTTPStatus(kept.status), kept.answer)
            made = asdict(write())
            keep_answer(**named, status=status, answer=made)
        return _answered(status, made)

    def understood(self, shape: type[Shape]) -> Sent:
        """What was sent, by its shape.

        Raises:
            ValidationError: it is not of it.
        """
        found = shape(data=self.request.data)
        found.is_valid(raise_exception=True)
        return dict(found.validated_data)


class DraftView(KeyedView):
    """An address below a draft."""

    def edit(
        self,
        request: Request,
        draft: str,
        save: Callable[[Edit], Iterable[object]],
        *,
        read: Read,
        status: HTTPStatus = HTTPStatus.CREATED,
    ) -> Response:
        """Change a draft, if it stands as the program saw it: ``read`` understands what was sent, ``save`` records it
        and returns the ids of what it made. Nobody else changes the draft meanwhile."""
        incident = find_draft(self.person, draft)

        def write() -> Written:
            (held,) = hold(incident)
            require_seen(self.person, held, based_on(request))
            may_edit(self.person, held).require()
            made = save(Edit(actor=self.person, incident=held, based_on=held.revision, sent=read(held)))
            return Written(ids=[str(one) for one in made], url=address_of(request, held), revision=held.revision)

        return self.once(request, write, status)

    def of(self, shape: type[Shape]) -> Read:
        """Understand what was sent by a shape, whatever the draft."""
        return lambda _incident: self.understood(shape)


def require_seen(person: User, held: Incident, seen: int) -> None:
    """Go on if the draft is still what a program saw.

    Raises:
        StaleError: it was edited since; with the edits, as far as the person may know.
    """
    if seen != held.revision:
        sentence = f"The draft is at revision {held.revision}, and you saw {seen}. Read it again."
        raise StaleError(sentence, revision=held.revision, changes=changes(held, seen, person))


def _answered(status: HTTPStatus, made: dict[str, Any]) -> Response:
    headers = {} if made["revision"] is None else {"ETag": revision_tag(made["revision"])}
    if status == HTTPStatus.CREATED:
        headers["Location"] = made["url"]
    return Response(made, status, headers=headers)
