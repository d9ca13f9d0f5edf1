"""The words of the catalogue: its prefixes, and how its values are written in JSON-LD."""

from typing import Any, Final

from incidents.presenting.frame import LICENCE_URL, absolute

Node = dict[str, Any]

CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
IANA: Final = "https://www.iana.org/assignments/media-types/"
UNREGISTERED: Final = frozenset({"application/jsonl"})
"""Media types that are not in IANA's registry, and so are given as words."""

LICENCE: Final = {"@id": LICENCE_URL}
LANGUAGE: Final = {"@id": "http://publications.europa.eu/resource/authority/language/ENG"}


def publisher() -> Node:
    """Whose record it is."""
    return {"@id": absolute("/#attest"), "@type": "foaf:Organization", "foaf:name": words("Attest")}


def words(text: str) -> Node:
    return {"@value": text, "@language": "en"}


def typed(text: str, kind: str) -> Node:
    """A value of one of the types of XML Schema."""
    return {"@value": text, "@type": f"xsd:{kind}"}


def of_media_type(media_type: str) -> Node:
    """The property that says of what media type something is; its parameters are left out."""
    plain = media_type.partition(";")[0]
    return {"dcterms:format": plain} if plain in UNREGISTERED else {"dcat:mediaType": {"@id": IANA + plain}}
