"""Canonical JSON some ten times as fast, for documents that come by the hundred thousand."""

import json
import re
from typing import Any, Final

from incidents.rules.canonical import canonical_bytes

_WRITTEN_OTHERWISE: Final = re.compile(r"\.0[],}]|e[-+]\d+[],}]")
"""A number that Python writes otherwise than ECMAScript does: 57.0 for 57, 1e-05 for 0.00001.

Text may look like one: the document is then written the slow way, to the same bytes.
"""


def quick_canonical_bytes(document: dict[str, Any]) -> bytes:
    """Return the bytes of ``rules.canonical.canonical_bytes`` for a document of JSON's own types with ASCII keys.

    Whole numbers are up to 2**53 - 1. Python's encoder sorts keys and escapes text as RFC 8785 asks; only some floats
    it writes otherwise, and a document that may hold one is left to the canonical encoder.

    Raises:
        NotCanonicalError, TypeError, ValueError: the document holds what JSON cannot say in exactly one way.
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
    if _WRITTEN_OTHERWISE.search(text):
        return canonical_bytes(document)
    return text.encode()
