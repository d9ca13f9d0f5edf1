"""The quick way to canonical JSON gives the bytes of the careful one, or leaves the document to it."""

from typing import Any

import pytest

from incidents.rules.canonical import canonical_bytes
from incidents.rules.quick_canonical import quick_canonical_bytes

DOCUMENTS: list[dict[str, Any]] = [
    {},
    {"b": 1, "a": [True, None, "x"], "aa": {"z": -1, "y": []}},
    {"text": 'quotes " and \\ and / and \b\f\n\r\t\x1f\x7f', "other": "کرمان, 京都, naïve, 𐎠, €, \u2028"},
    {"coordinates": [57.08321, -0.5, 30.1, 0.0001, 123456.789]},
    {"whole": 57.0, "negative": -120.0, "nought": 0.0, "minus": -0.0},
    {"small": 0.00001, "smaller": 1e-07, "great": 1e21, "list": [1.0, 2.5e-06]},
    {"looks like": ["3.0,", "1e-05]", "e+20}"]},
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_gives_the_same_bytes(document: dict[str, Any]) -> None:
    assert quick_canonical_bytes(document) == canonical_bytes(document)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}])
def test_what_json_cannot_say_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        quick_canonical_bytes({"value": value})
