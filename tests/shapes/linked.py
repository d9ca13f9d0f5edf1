"""Linked data as a reader of RDF understands it."""

import pytest
from django.test import Client
from rdflib import Graph, Namespace

DCAT = Namespace("http://www.w3.org/ns/dcat#")
TERMS = Namespace("http://purl.org/dc/terms/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
HERE = "http://127.0.0.1:8000"

QUIET = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own reader of JSON-LD uses what rdflib would no longer have others use."""


def catalogue(client: Client, form: str) -> Graph:
    """The catalogue as a reader of RDF understands it."""
    answer = client.get(f"/catalog.{form}")
    kind = {"jsonld": "application/ld+json", "ttl": "text/turtle; charset=utf-8"}[form]
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, kind, "public, max-age=60")
    return Graph().parse(data=answer.content.decode(), format={"jsonld": "json-ld", "ttl": "turtle"}[form])
