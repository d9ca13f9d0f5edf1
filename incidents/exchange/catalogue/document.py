"""The catalogue in JSON-LD, every property by its prefix and every value as what it is."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from incidents.choices import DownloadFormat
from incidents.exchange.catalogue.editions import identifier_of, release_dataset
from incidents.exchange.catalogue.terms import (
    CONTEXT,
    IANA,
    LANGUAGE,
    LICENCE,
    Node,
    of_media_type,
    publisher,
    typed,
    words,
)
from incidents.exchange.editions import Edition
from incidents.exchange.forms import FORMS, Form
from incidents.models.record import Release
from incidents.presenting.frame import absolute

CONFORMS: Final = {"@id": "https://www.w3.org/TR/vocab-dcat-3/"}
CONTINUOUS: Final = {"@id": "http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT"}

ARCHIVES: Final = frozenset({DownloadFormat.ZIP, DownloadFormat.GTD, DownloadFormat.GED, DownloadFormat.ACLED})
"""Forms of several files in one."""

INTERFACES: Final = (
    ("api", "/api/v1/", "/api/v1/openapi.json", "https://spec.openapis.org/oas/v3.1.0"),
    ("ogc", "/ogc/", "/ogc/api", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"),
)
"""Services by a name: where they are, where they describe themselves, and what they conform to."""


def catalogue(held: Edition, releases: Sequence[Release]) -> Node:
    """The catalogue of the record: as it stands, as it was released, the files of both, the services that answer."""
    dataset = _dataset(held, releases)
    return {
        "@context": CONTEXT,
        "@id": absolute("/catalog"),
        "@type": "dcat:Catalog",
        "dcterms:title": words(_("Attest: the open record of terrorist incidents")),
        "dcterms:description": words(_("What there is of the record for programs.")),
        "dcterms:publisher": publisher(),
        "dcterms:license": LICENCE,
        "dcterms:language": LANGUAGE,
        "dcterms:conformsTo": CONFORMS,
        "foaf:homepage": {"@id": absolute("/")},
        **_modified(held),
        "dcat:dataset": [dataset, *(release_dataset(one, dataset["@id"]) for one in releases)],
        "dcat:service": [_service(*one, dataset["@id"]) for one in INTERFACES],
    }


def _dataset(held: Edition, releases: Sequence[Release]) -> Node:
    identifier = absolute("/catalog#record")
    versions = {"dcat:hasVersion": [{"@id": identifier_of(one)} for one in releases]} if releases else {}
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dcterms:title": words(_("Incidents on record")),
        "dcterms:description": words(
            _(
                "What is known of each incident, who says so and since when it was known: time, place, toll, how it was"
                " done, whom claims name on what ground. The unknown is empty; no place is finer than it is known."
            )
        ),
        "dcterms:identifier": identifier,
        "dcterms:publisher": publisher(),
        "dcterms:license": LICENCE,
        "dcterms:language": LANGUAGE,
        "dcterms:accrualPeriodicity": CONTINUOUS,
        "dcat:keyword": [words(word) for word in (_("terrorism"), _("political violence"), _("incidents"))],
        "dcat:landingPage": {"@id": absolute("/")},
        **_modified(held),
        **_temporal(held),
        **versions,
        "dcat:distribution": [_distribution(form) for form in FORMS.values()],
    }


def _distribution(form: Form) -> Node:
    """A form of download. It is made when it is asked for, so it has no size and no checksum of its own."""
    packed = {"dcat:packageFormat": {"@id": IANA + form.media_type}} if form.code in ARCHIVES else {}
    return {
        "@id": absolute(f"/catalog#{form.code}"),
        "@type": "dcat:Distribution",
        "dcterms:title": words(str(form.code.label)),
        "dcterms:description": words(str(form.good_for)),
        "dcterms:license": LICENCE,
        "dcat:accessURL": {"@id": absolute("/downloads/")},
        "dcat:downloadURL": {"@id": absolute(f"/downloads/incidents.{form.code}")},
        **of_media_type(form.media_type),
        **packed,
    }


def _service(name: str, address: str, description: str, conforms: str, dataset: str) -> Node:
    titles = {"api": _("The API of the record"), "ogc": _("The record as features (OGC API)")}
    return {
        "@id": absolute(f"/catalog#{name}"),
        "@type": "dcat:DataService",
        "dcterms:title": words(titles[name]),
        "dcterms:license": LICENCE,
        "dcterms:conformsTo": {"@id": conforms},
        "dcat:endpointURL": {"@id": absolute(address)},
        "dcat:endpointDescription": {"@id": absolute(description)},
        "dcat:servesDataset": {"@id": dataset},
    }


def _modified(held: Edition) -> Node:
    """When the newest version was published, and the record's number; nothing of an empty record."""
    if held.head is None or held.moment is None:
        return {}
    return {"dcterms:modified": typed(held.as_of, "dateTime"), "dcat:version": str(held.head.position)}


def _temporal(held: Edition) -> Node:
    first, last = held.totals.earliest, held.totals.latest
    if first is None or last is None:
        return {}
    days = (("dcat:startDate", first), ("dcat:endDate", last))
    span = {name: typed(one.date().isoformat(), "date") for name, one in days}
    return {"dcterms:temporal": {"@type": "dcterms:PeriodOfTime", **span}}
