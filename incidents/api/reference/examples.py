"""Examples for the OpenAPI document: answers of a running server to real requests, kept as files beside this one.

They show the Kerman bombings of 3 January 2024 as one news report tells them.
"""

import functools
import json
from pathlib import Path
from typing import Any, Final

from drf_spectacular.utils import OpenApiExample

FOLDER: Final = Path(__file__).resolve().parents[1] / "examples"


@functools.cache
def kept(name: str) -> Any:
    """The example of this name."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def example(name: str, summary: str) -> OpenApiExample:
    """An example for the OpenAPI document."""
    return OpenApiExample(name, value=kept(name), summary=summary, response_only=True)


def first_of(name: str) -> OpenApiExample:
    """The first thing of a list that is kept, as an example of one."""
    return OpenApiExample(f"{name}.first", value=kept(name)["results"][0], response_only=True)
