"""A citation of an incident as a file, for reference managers."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from incidents.public.presenting.citations import FORMS, cited
from incidents.public.views.incident import as_data
from incidents.selectors import record


@require_safe
def citation(request: HttpRequest, public_id: str, form: str) -> HttpResponse:
    """The newest version, or that of the moment asked for, in one of the forms."""
    if form not in FORMS:
        raise Http404
    write, content_type = FORMS[form]

    def make(found: record.Published, as_of: datetime | None) -> HttpResponse:
        head = record.log_head()
        moment = as_of or (head.appended_at if head else found.version.published_at)
        response = HttpResponse(write(cited(found.version, moment)), content_type=content_type)
        response["Content-Disposition"] = f'attachment; filename="{public_id}.{form}"'
        return response

    return as_data(request, public_id, "public:incident_document", make)
