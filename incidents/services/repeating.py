"""Answer a program that sends the same once more as it was answered the first time, and do nothing twice.

After draft-ietf-httpapi-idempotency-key-header: the answer is kept in the transaction of what it is about, so that
either both are there or neither is. A refusal writes nothing and is not kept: the same key may be sent again, mended.
"""

from datetime import timedelta
from typing import Any, Final

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import ApiKey
from incidents.models import KeptAnswer
from incidents.rules.refusals import RefusedError, StateConflictError

LASTS: Final = timedelta(days=2)
HOLD: Final = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"


def answer_given(*, key: ApiKey, name: str, request_sha256: str) -> KeptAnswer | None:
    """What was answered under this name, if anything was. The name is held until the transaction ends.

    Raises:
        StateConflictError: a request of this name is being answered at this moment.
        RefusedError: something else was sent under it.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [f"incidents_keptanswer:{key.pk}:{name}"])
        if cursor.fetchone() != (True,):
            sentence = _("A request with this Idempotency-Key is being answered. Wait, and send it again.")
            raise StateConflictError(sentence)
    kept = KeptAnswer.objects.filter(key=key, name=name).first()
    if kept and kept.request_sha256 != request_sha256:
        raise RefusedError(
            _("Something else was sent with this Idempotency-Key. Give every new request a key of its own."),
            field="Idempotency-Key",
        )
    return kept


def keep_answer(*, key: ApiKey, name: str, request_sha256: str, status: int, answer: dict[str, Any]) -> KeptAnswer:
    """Keep what is answered under a name that ``answer_given`` holds."""
    return KeptAnswer.objects.create(key=key, name=name, request_sha256=request_sha256, status=status, answer=answer)


def forget_old() -> int:
    """Forget what was answered more than two days ago; the number of answers is returned."""
    count, _by_model = KeptAnswer.objects.filter(kept_at__lt=timezone.now() - LASTS).delete()
    return count
