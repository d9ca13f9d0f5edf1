"""One incident in the shapes of other fields: STIX 2.1 and PROV."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from incidents.presenting.prov import provenance_document
from incidents.presenting.stix import MEDIA_TYPE, bundle, tell
from incidents.public.answers import json_response
from incidents.public.views.incident import as_data
from incidents.selectors import record


@require_safe
def stix(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident as a bundle of STIX 2.1."""

    def make(found: record.Published, _as_of: datetime | None) -> HttpResponse:
        (told,) = tell([found.version])
        return json_response(bundle(told), content_type=MEDIA_TYPE)

    return as_data(request, public_id, "public:incident_stix", make)


@require_safe
def prov(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where every value of the incident comes from, as PROV-JSON."""

    def make(found: record.Published, _as_of: datetime | None) -> HttpResponse:
        earlier = record.versions_of(public_id).filter(number__lt=found.version.number)
        return json_response(provenance_document(found.version, list(earlier)))

    return as_data(request, public_id, "public:incident_prov", make)
