"""The catalogue in JSON-LD, every property by its prefix and every value as what it is."""

from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import DownloadFormat
from incidents.exchange.editions import Edition
from incidents.exchange.forms import FORMS, Form
from incidents.presenting.frame import LICENCE_URL, absolute

Node = dict[str, Any]

CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE: Final = {"@id": "http://publications.europa.eu/resource/authority/language/ENG"}
CONTINUOUS: Final = {"@id": "http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT"}
IANA: Final = "https://www.iana.org/assignments/media-types/"
CONFORMS: Final = {"@id": "https://www.w3.org/TR/vocab-dcat-3/"}

UNREGISTERED: Final = frozenset({DownloadFormat.JSONL})
"""Forms whose media type is not in IANA's registry, and so is given as words."""

ARCHIVES: Final = frozenset({DownloadFormat.ZIP, DownloadFormat.GTD, DownloadFormat.GED, DownloadFormat.ACLED})
"""Forms of several files in one."""

INTERFACES: Final = (
    ("api", "/api/v1/", "/api/v1/openapi.json", "https://spec.openapis.org/oas/v3.1.0"),
    ("ogc", "/ogc/", "/ogc/api", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"),
)
"""Services by a name: where they are, where they describe themselves, and what they conform to."""


def catalogue(held: Edition) -> Node:
    """The catalogue of the whole record as it stands: one dataset, its files, the services that answer from it."""
    dataset = _dataset(held)
    return {
        "@context": CONTEXT,
        "@id": absolute("/catalog"),
        "@type": "dcat:Catalog",
        "dcterms:title": _words(_("Attest: the open record of terrorist incidents")),
        "dcterms:description": _words(_("What there is of the record for programs.")),
        "dcterms:publisher": _publisher(),
        "dcterms:license": {"@id": LICENCE_URL},
        "dcterms:language": LANGUAGE,
        "dcterms:conformsTo": CONFORMS,
        "foaf:homepage": {"@id": absolute("/")},
        **_modified(held),
        "dcat:dataset": [dataset],
        "dcat:service": [_service(*one, dataset["@id"]) for one in INTERFACES],
    }


def _dataset(held: Edition) -> Node:
    identifier = absolute("/catalog#record")
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dcterms:title": _words(_("Incidents on record")),
        "dcterms:description": _words(
            _(
                "What is known of each incident, who says so and since when it was known: time, place, toll, how it was"
                " done, whom claims name on what ground. What is unknown is empty; no place is finer than it is known."
            )
        ),
        "dcterms:identifier": identifier,
        "dcterms:publisher": _publisher(),
        "dcterms:license": {"@id": LICENCE_URL},
        "dcterms:language": LANGUAGE,
        "dcterms:accrualPeriodicity": CONTINUOUS,
        "dcat:keyword": [_words(word) for word in (_("terrorism"), _("political violence"), _("incidents"))],
        "dcat:landingPage": {"@id": absolute("/")},
        **_modified(held),
        **_temporal(held),
        "dcat:distribution": [_distribution(form) for form in FORMS.values()],
    }


def _distribution(form: Form) -> Node:
    """A form of download. It is made when it is asked for, so it has no size and no checksum of its own."""
    address, media_type = absolute(f"/downloads/incidents.{form.code}"), form.media_type.partition(";")[0]
    kind: Node = (
        {"dcterms:format": media_type} if form.code in UNREGISTERED else {"dcat:mediaType": _media_type(media_type)}
    )
    if form.code in ARCHIVES:
        kind |= {"dcat:packageFormat": _media_type(media_type)}
    return {
        "@id": absolute(f"/catalog#{form.code}"),
        "@type": "dcat:Distribution",
        "dcterms:title": _words(str(form.code.label)),
        "dcterms:description": _words(str(form.good_for)),
        "dcterms:license": {"@id": LICENCE_URL},
        "dcat:accessURL": {"@id": absolute("/downloads/")},
        "dcat:downloadURL": {"@id": address},
        **kind,
    }


def _service(name: str, address: str, description: str, conforms: str, dataset: str) -> Node:
    titles = {"api": _("The API of the record"), "ogc": _("The record as features (OGC API)")}
    return {
        "@id": absolute(f"/catalog#{name}"),
        "@type": "dcat:DataService",
        "dcterms:title": _words(titles[name]),
        "dcterms:license": {"@id": LICENCE_URL},
        "dcterms:conformsTo": {"@id": conforms},
        "dcat:endpointURL": {"@id": absolute(address)},
        "dcat:endpointDescription": {"@id": absolute(description)},
        "dcat:servesDataset": {"@id": dataset},
    }


def _publisher() -> Node:
    return {"@id": absolute("/#attest"), "@type": "foaf:Organization", "foaf:name": _words("Attest")}


def _modified(held: Edition) -> Node:
    """When the newest version was published, and the record's number; nothing of an empty record."""
    if held.head is None or held.moment is None:
        return {}
    return {"dcterms:modified": _typed(held.as_of, "dateTime"), "dcat:version": str(held.head.position)}


def _temporal(held: Edition) -> Node:
    first, last = held.totals.earliest, held.totals.latest
    if first is None or last is None:
        return {}
    days = (("dcat:startDate", first), ("dcat:endDate", last))
    span = {name: _typed(one.date().isoformat(), "date") for name, one in days}
    return {"dcterms:temporal": {"@type": "dcterms:PeriodOfTime", **span}}


def _words(text: str) -> Node:
    return {"@value": text, "@language": "en"}


def _typed(text: str, kind: str) -> Node:
    return {"@value": text, "@type": f"xsd:{kind}"}


def _media_type(media_type: str) -> Node:
    return {"@id": IANA + media_type}
