"""What schemathesis does beside making requests up: it sends the ETag that it saw, and ids of what exists.

Schemathesis runs this file in its own process, without Django. What is wrong on purpose is left alone.
"""

import itertools
import json
import os
import random
from typing import Any, Final

import schemathesis
from schemathesis.core import NotSet
from schemathesis.core.parameters import ParameterLocation

KNOWN: Final[dict[str, Any]] = json.loads(os.environ.get("ATTEST_KNOWN", "{}"))
"""What a member of a body names, such as ``source``: the id of one that exists."""

tags: dict[str, str] = KNOWN.pop("If-Match", {})
"""The ETag of each draft as it was answered last."""

numbers = itertools.count()
chance = random.Random(1)  # noqa: S311 - it is to be foreseen


@schemathesis.hook
def before_load_schema(context: Any, raw_schema: Any) -> None:
    """Take away what If-Match looks like, and leave its example; of OGC API – Features, the most that ``limit`` takes.

    The coverage phase finds no value for a pattern with a quotation mark, not even the example, and would base every
    request on nonsense: nothing but the header would be tried. A limit above the most is no error by the standard (part
    1, 7.15.2), which has the definition say the most all the same.
    """
    shared = raw_schema["components"]["parameters"]
    if "If-Match" in shared:
        shared["If-Match"]["schema"].pop("pattern")
    else:
        shared["limit"]["schema"].pop("maximum")


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """Leave out a query that is wrong on purpose by empty values alone: sent, it is of empty lists, which may be."""
    made = case.meta.components.get(ParameterLocation.QUERY) if case.meta else None
    sent = [*(case.query or {}).values()]
    return not (made and made.mode.is_negative and sent and all(one in ("", [], [""], None) for one in sent))


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Base the request on what was seen, give it a name of its own and name what exists; of four requests, in three."""
    if case.meta is None or chance.random() > 0.75:
        return
    wrong = {part for part, made in case.meta.components.items() if made.mode.is_negative}
    if wrong - {ParameterLocation.BODY}:
        return
    tag = tags.get(str(case.path_parameters.get("draft_id")))
    if tag and "If-Match" in case.headers:
        case.headers["If-Match"] = tag
    if "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f'"{next(numbers)}"'
    if not wrong and not isinstance(case.body, NotSet):
        case.body = existing(case.body)


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Remember what was seen: an ETag, or the revision that a refusal told."""
    tag = response.headers.get("etag")
    if tag and case.path_parameters.get("draft_id"):
        tags[str(case.path_parameters["draft_id"])] = tag[0]


def existing(sent: Any) -> Any:
    """A body with ids of what exists, as deep as it goes."""
    if isinstance(sent, list):
        return [existing(one) for one in sent]
    if isinstance(sent, dict):
        return {name: KNOWN[name] if name in KNOWN and value else existing(value) for name, value in sent.items()}
    return sent
