"""A citation of an incident, or of what a query finds, as a file for reference managers."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from incidents.filters import QueryRefusedError
from incidents.presenting.said import said
from incidents.public.answers import answered
from incidents.public.presenting.citations import FORMS, Cited, cited, cited_query
from incidents.public.refusing import refused_data
from incidents.public.views.explorer import understood
from incidents.public.views.incident import as_data
from incidents.selectors import record
from incidents.selectors.record_permanence import entry_at, moment_of


@require_safe
def citation(request: HttpRequest, public_id: str, form: str) -> HttpResponse:
    """The newest version, or that of the moment asked for, in one of the forms."""
    known(form)

    def make(found: record.Published, as_of: datetime | None) -> HttpResponse:
        head = record.log_head()
        moment = as_of or (head.appended_at if head else found.version.published_at)
        return file(cited(found.version, moment), form, public_id)

    return as_data(request, public_id, "public:incident_document", make)


@require_safe
def query_citation(request: HttpRequest, form: str) -> HttpResponse:
    """What a query finds, as of the moment that it names or that of the log's newest entry."""
    known(form)
    head = record.log_head()
    try:
        query, _page = understood(request.GET, paging=False)
    except QueryRefusedError as error:
        return refused_data(error)
    moment = moment_of(query, head)
    entry = entry_at(query.as_of) if query.as_of else head
    if moment is None or entry is None:  # nothing was on record then, so there is nothing to cite
        raise Http404

    def make() -> HttpResponse:
        one = cited_query(query, said(query), entry, moment)
        return file(one, form, one.key)

    return answered(request, make, head=head)


def known(form: str) -> None:
    if form not in FORMS:
        raise Http404


def file(one: Cited, form: str, name: str) -> HttpResponse:
    write, content_type = FORMS[form]
    response = HttpResponse(write(one), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response
