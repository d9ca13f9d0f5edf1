"""Linked data: schema.org in the pages, and a DCAT catalogue that portals of data can harvest, in two notations."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from incidents.exchange.forms import FORMS
from incidents.models import ReleaseFile
from tests.making import desk, published
from tests.public.conftest import Story
from tests.releases.conftest import FIRST, SECOND, two_releases

__all__ = ["two_releases"]

pytestmark = pytest.mark.django_db

DCAT = Namespace("http://www.w3.org/ns/dcat#")
TERMS = Namespace("http://purl.org/dc/terms/")
SCHEMA = Namespace("https://schema.org/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
HAS = DCAT.hasVersion
HERE = "http://127.0.0.1:8000"


def catalogue(client: Client, form: str) -> Graph:
    """The catalogue as a reader of RDF understands it."""
    answer = client.get(f"/catalog.{form}")
    kind = {"jsonld": "application/ld+json", "ttl": "text/turtle; charset=utf-8"}[form]
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, kind, "public, max-age=60")
    return Graph().parse(data=answer.content.decode(), format={"jsonld": "json-ld", "ttl": "turtle"}[form])


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


@pytest.mark.usefixtures("two_releases")
def test_each_release_is_a_version_of_the_dataset_with_the_sums_of_its_files(client: Client) -> None:
    graph = catalogue(client, "jsonld")
    assert isomorphic(graph, catalogue(client, "ttl"))
    versions = {
        str(graph.value(one, DCAT.version)): one for one in graph.objects(URIRef(f"{HERE}/catalog#record"), HAS)
    }
    assert set(versions) == {FIRST, SECOND}
    assert graph.value(versions[SECOND], DCAT.previousVersion) == versions[FIRST]
    files = {file.name: file for file in ReleaseFile.objects.filter(release__tag=FIRST) if "parquet" not in file.name}
    told = list(graph.objects(versions[FIRST], DCAT.distribution))
    assert {str(one) for one in told} == {f"{HERE}/releases/{FIRST}/{name}" for name in files}
    for one in told:
        file = files[str(one).rpartition("/")[2]]
        checksum = graph.value(one, SPDX.checksum)
        assert str(graph.value(checksum, SPDX.checksumValue)).lower() == file.sha256
        assert int(str(graph.value(one, DCAT.byteSize))) == file.byte_size


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
