"""CQL2 (OGC 21-065r2): the filter language of OGC API – Features, as text and as JSON.

Both forms are read into one tree, that of CQL2 JSON, and a tree becomes a condition over the queryables of a
collection. There is no way from a filter to anything else.
"""

from incidents.ogc.cql2.compiling import Condition, compiled
from incidents.ogc.cql2.refusing import FilterRefusedError
from incidents.ogc.cql2.tree import LANGUAGES, MOST_CHARACTERS, MOST_DEPTH, read_filter

__all__ = [
    "LANGUAGES",
    "MOST_CHARACTERS",
    "MOST_DEPTH",
    "Condition",
    "FilterRefusedError",
    "compiled",
    "read_filter",
]
