"""Send something to an address that asked for it, by the rules of ``rules.fetching``. For the worker alone."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext as _

from incidents.rules.fetching import SECONDS_TO_TAKE, FetchRefusedError, endpoint_of
from incidents.services.fetching.edge import WORLD, Deadline, Edge
from incidents.services.fetching.requesting import answered, said


def post(
    address: str, *, body: bytes, headers: Mapping[str, str], edge: Edge = WORLD, seconds: float = SECONDS_TO_TAKE
) -> int:
    """The status that a site answers with. No redirect is followed, and nothing but the head of the answer is read.

    Raises:
        FetchRefusedError: a rule forbids it, or nobody answered; the sentence says which.
    """
    if not settings.ATTEST_WEBHOOKS:
        raise FetchRefusedError(_("Webhooks are off: the operator of this desk has not switched them on."))
    target, deadline = endpoint_of(address), Deadline(seconds)
    with said(target, seconds), answered(target, headers=headers, edge=edge, deadline=deadline, body=body) as answer:
        return answer.status
