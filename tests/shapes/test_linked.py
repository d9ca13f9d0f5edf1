"""Linked data: schema.org in the pages, and a DCAT catalogue that portals of data can harvest, in two notations."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from incidents.exchange.forms import FORMS
from tests.making import desk, published
from tests.public.conftest import Story
from tests.shapes.linked import DCAT, HERE, QUIET, TERMS, catalogue

pytestmark = [pytest.mark.django_db, QUIET]

SCHEMA = Namespace("https://schema.org/")


def schema_of(client: Client, address: str) -> tuple[Graph, dict[str, Any]]:
    """What a page says in schema.org, its vocabulary read without asking for the context."""
    page = client.get(address).content.decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps({**document, "@context": {"@vocab": str(SCHEMA)}}), format="json-ld"), document


def test_both_notations_say_the_same_of_every_form_and_service(client: Client, story: Story) -> None:
    graph = catalogue(client, "jsonld")
    assert isomorphic(graph, catalogue(client, "ttl"))
    (catalog,) = graph.subjects(RDF.type, DCAT.Catalog)
    (dataset,) = graph.objects(catalog, DCAT.dataset)
    distributions = set(graph.objects(dataset, DCAT.distribution))
    assert {str(one) for each in distributions for one in graph.objects(each, DCAT.downloadURL)} == {
        f"{HERE}/downloads/incidents.{form}" for form in FORMS
    }
    for each in distributions:
        assert (each, TERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in graph
        assert len(set(graph.objects(each, DCAT.mediaType)) | set(graph.objects(each, TERMS["format"]))) == 1
    services = {
        str(one): each for each in graph.objects(catalog, DCAT.service) for one in graph.objects(each, DCAT.endpointURL)
    }
    assert set(services) == {f"{HERE}/api/v1/", f"{HERE}/ogc/"}
    for address, service in services.items():
        assert (service, DCAT.servesDataset, dataset) in graph
        (description,) = graph.objects(service, DCAT.endpointDescription)
        for asked in (address, str(description)):
            assert client.get(asked.removeprefix(HERE)).status_code == 200, asked
    assert (dataset, DCAT.version, Literal("1")) in graph
    assert story.id not in client.get("/catalog.ttl").content.decode()
    tag = client.get("/catalog.ttl")["ETag"]
    assert client.get("/catalog.ttl", headers={"If-None-Match": tag}).status_code == 304
    published(story.team)
    assert client.get("/catalog.ttl", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/catalog.xml").status_code == 404


def test_a_dataset_is_described_on_the_page_about_it(client: Client) -> None:
    graph, document = schema_of(client, "/about/")
    (dataset,) = graph.subjects(RDF.type, SCHEMA.Dataset)
    assert str(dataset) == f"{HERE}/catalog#record"
    assert {one["contentUrl"].rpartition("incidents.")[2] for one in document["distribution"]} == set(FORMS)
    assert "version" not in document
    assert isomorphic(catalogue(client, "jsonld"), catalogue(client, "ttl"))
    published()
    assert schema_of(client, "/about/")[1]["version"] == "0"


def test_an_event_says_no_more_than_the_record_and_leads_to_its_whole_and_parts(client: Client) -> None:
    team = desk()
    whole = published(team, title="The bombings", killed="95")
    part = published(team, title="</script><b>Blast", when="January 2024", parent=whole)
    graph, document = schema_of(client, f"/incidents/{whole.public_id}/")
    (event,) = (one for one in graph.subjects(RDF.type, SCHEMA.Event) if (one, SCHEMA.identifier, None) in graph)
    assert document["subEvent"] == [
        {"@type": "Event", "name": "</script><b>Blast", "url": f"{HERE}/incidents/{part.public_id}/"}
    ]
    assert str(graph.value(event, SCHEMA.startDate)) == "2024-01-03"
    assert "geo" not in document["location"]
    assert "95" not in json.dumps(document)
    _graph, below = schema_of(client, f"/incidents/{part.public_id}/")
    assert below["superEvent"]["url"] == f"{HERE}/incidents/{whole.public_id}/"
    assert "startDate" not in below
    assert below["subjectOf"][0]["publisher"]["name"] == "The Example Courier"
