"""Questions about the log that cannot be answered, as problem details (RFC 9457), and how parameters are read."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from django.http import HttpResponse, QueryDict
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from incidents.public.answers import MAX_AGE

PROBLEM: Final = "application/problem+json"
LONGEST_NUMBER: Final = 15


class QuestionRefusedError(ValueError):
    """A question that cannot be answered: its status, and a sentence for each parameter that is to blame."""

    def __init__(self, errors: Mapping[str, str], *, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors, self.status = dict(errors), status

    def answer(self) -> HttpResponse:
        """The problem. Everybody gets the same, so that it may be kept for a moment."""
        document = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": int(self.status),
            "detail": str(self),
            "errors": [{"parameter": name, "detail": sentence} for name, sentence in self.errors.items()],
        }
        text = json.dumps(document, ensure_ascii=False, indent=2)
        response = HttpResponse(f"{text}\n", content_type=PROBLEM, status=self.status)
        patch_cache_control(response, public=True, max_age=MAX_AGE)
        return response


def asked(params: QueryDict, *, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, str]:
    """The parameters of a question, each given once.

    Raises:
        QuestionRefusedError: one is unknown, missing or given twice.
    """
    known = (*needed, *optional)
    takes = _("This address takes: %(names)s.") % {"names": ", ".join(known)}
    errors = {name: _("“%(name)s” is not known. %(takes)s") % {"name": name, "takes": takes} for name in params}
    errors = {name: sentence for name, sentence in errors.items() if name not in known}
    errors |= {name: _("“%(name)s” is missing.") % {"name": name} for name in needed if name not in params}
    errors |= {
        name: _("“%(name)s” is given twice.") % {"name": name} for name in params if len(params.getlist(name)) > 1
    }
    if errors:
        raise QuestionRefusedError(errors)
    return {name: str(params[name]) for name in params}


def whole_number(given: Mapping[str, str], name: str) -> int:
    """A parameter that is a whole number from 1.

    Raises:
        QuestionRefusedError: it is anything else.
    """
    text = given[name]
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
    if number < 1:
        raise QuestionRefusedError({name: _("“%(name)s” is a whole number from 1.") % {"name": name}})
    return number
