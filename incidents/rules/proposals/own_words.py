# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""What those who are named for an attack say themselves in quoted words: "we struck them", "this was not us"."""

import re
from typing import Final

from incidents.rules.proposals.grounds import STRUCK

_QUOTED_WE: Final = r"[\"“‘][^\"”]{0,80}?\b"
DENIED_IN_QUOTE: Final = re.compile(
    rf"{_QUOTED_WE}(?:not us\b|was(?: not|n[’']t) (?:us|our)|not (?:our (?:doing|work|men|fighters|hand)|done by us)|"
    rf"(?:has|have|had) never|"
    r"(?:we|our \w+) (?:(?:did|do|had|have|were|are|would|does)(?: not|n[’']t| nothing| no| never)|never|know "
    r"nothing|knew nothing))",
)
CLAIMED_IN_QUOTE: Final = re.compile(
    rf"{_QUOTED_WE}(?:we|our (?:\w+ )?(?:fighters?|men|lions|soldiers?|units?|martyrs?|brothers|knights|comrades|"
    rf"cell|squad|heroes))"
    rf" (?:\w+ ){{0,3}}?(?:{STRUCK}|blew|burnt|sank|drove|did (?:it|this|what)|brought|taught|made (?:him|her|"
    rf"them) pay)\b",
    re.IGNORECASE,
)
_SAYS: Final = (
    r"(?:said|says|replied|wrote|told|insisted|answered|declared|posted|countered|stated|added|announced|boasted|read)"
)
SPEAKS: Final = re.compile(rf"^(?:[’']s?)?(?: [\w-]+){{0,4}}?,? {_SAYS}\b")
SPEAKS_BEFORE: Final = re.compile(
    rf"\b(?:{_SAYS}|statement|message|post|video|audio|leaflet|spokes\w+|commander|channel|site|letter|"
    rf"note)\b[^.;]{{0,40}}?"
    r"(?: (?:by|of|from|for|in the name of|signed))?(?: the)? $"
)
"""Before and after a name: that the quoted words are theirs."""
