"""The field's fixed codes: what they mean, and how often each is used. They are code, so nothing is changed here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.pages import desk_page
from incidents.desk.presenters.merging import vocabularies
from incidents.desk.presenters.types import free_kinds, type_tables
from incidents.desk.reads.types import code_counts


@desk_page("GET", "HEAD")
def types(request: PersonRequest) -> HttpResponse:
    """Every code of a claim about what kind of attack it was."""
    counts = code_counts(request.user)
    context = {
        "tab": "names",
        "title": _("Types"),
        "tabs": vocabularies("types"),
        "tables": type_tables(counts),
        "free": free_kinds(counts),
    }
    return render(request, "desk/types.html", context)
