"""The releases of the record in the catalogue: versions of its dataset, whose files have sizes and checksums."""

from incidents.exchange.catalogue.terms import LANGUAGE, LICENCE, Node, of_media_type, publisher, typed, words
from incidents.exchange.releasing.meanings import meaning_of
from incidents.exchange.releasing.shown import FOLDER
from incidents.models.record import Release, ReleaseFile
from incidents.presenting.frame import absolute
from incidents.selectors.record_releases import files_of

SHA256 = {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"}


def identifier_of(release: Release) -> str:
    """The page of a release, which is what it is known by."""
    return absolute(f"/releases/{release.tag}/")


def release_dataset(release: Release, dataset: str) -> Node:
    """A release. Of its table that is divided by years, the page has the parts, and its data package describes them."""
    earlier = {"dcat:previousVersion": {"@id": identifier_of(release.previous)}} if release.previous else {}
    files = [file for file in files_of(release) if not file.name.startswith(FOLDER)]
    return {
        "@id": identifier_of(release),
        "@type": "dcat:Dataset",
        "dcterms:title": words(f"Attest, {release.tag}"),
        "dcterms:identifier": identifier_of(release),
        "dcterms:bibliographicCitation": release.citation,
        "dcterms:publisher": publisher(),
        "dcterms:license": LICENCE,
        "dcterms:language": LANGUAGE,
        "dcterms:issued": typed(release.released_at.isoformat(), "dateTime"),
        "dcat:version": release.tag,
        "dcat:isVersionOf": {"@id": dataset},
        **earlier,
        "dcat:landingPage": {"@id": identifier_of(release)},
        "dcat:distribution": [_distribution(release, file) for file in files],
    }


def _distribution(release: Release, file: ReleaseFile) -> Node:
    address = f"{identifier_of(release)}{file.name}"
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcterms:title": words(file.name),
        "dcterms:description": words(meaning_of(file.name)),
        "dcterms:license": LICENCE,
        "dcat:accessURL": {"@id": identifier_of(release)},
        "dcat:downloadURL": {"@id": address},
        "dcat:byteSize": typed(str(file.byte_size), "nonNegativeInteger"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": SHA256,
            "spdx:checksumValue": typed(file.sha256, "hexBinary"),
        },
        **of_media_type(file.media_type),
    }
