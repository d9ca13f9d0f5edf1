"""Places: find them in the gazetteer, see where each is used, add what it lacks."""

from django.contrib import messages
from django.contrib.gis.geos import Point
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import PlaceKind
from incidents.desk.forms.actors import PlaceForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.pages import desk_page, form_page, searched, sent
from incidents.desk.presenters.actors import place_page, place_rows
from incidents.desk.presenters.merging import vocabularies
from incidents.desk.presenters.sources import page_of
from incidents.desk.reads.actors import incidents_using, listed_places, own_places
from incidents.models import Place
from incidents.selectors.entries import living
from incidents.selectors.gazetteer import search_places
from incidents.services.places import record_place

A_PAGE = 50


@desk_page("GET", "HEAD")
def places(request: PersonRequest) -> HttpResponse:
    """What the gazetteer holds for some words; without words, what the desk has added to it."""
    words = searched(request)
    page = Paginator(search_places(words, at_most=A_PAGE) if words else own_places(), A_PAGE)
    found = page.get_page(request.GET.get("page", "1"))
    rows = place_rows(listed_places(list(found), request.user))
    context = {"tab": "names", "title": _("Places"), "words": words, "rows": rows, "tabs": vocabularies("places")}
    return render(request, "desk/places.html", {**context, **page_of(found, words, "desk:places")})


@desk_page("GET", "HEAD")
def place(request: PersonRequest, pk: int) -> HttpResponseBase:
    """One place, and the incidents in which claims use it. One that was merged leads on."""
    named = _find(pk)
    found = living(named)
    if found != named:
        messages.info(request, _("“%(name)s” was merged into this place.") % {"name": named.name})
        return redirect("desk:place", pk=found.pk)
    context = place_page(found, incidents_using(request.user, location__place=found))
    merges = context["own"] and policies.may_regroup(request.user)
    return render(request, "desk/place.html", {"tab": "names", "merges": merges, **context})


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """A place that the gazetteer lacks."""
    policies.may_log(request.user).require()
    form = PlaceForm(sent(request))
    bundle = Bundle(place=form)
    made: list[Place] = []

    def save() -> None:
        spot = Point(form.cleaned_data["longitude"], form.cleaned_data["latitude"], srid=4326)
        made.append(
            record_place(
                actor=request.user,
                name=form.text("name"),
                kind=PlaceKind(form.text("kind")),
                country_code=form.text("country_code").upper(),
                point=spot,
                names=tuple(line.strip() for line in form.text("names").splitlines() if line.strip()),
            )
        )

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The place is in the gazetteer. It is found by each of its names."))
        return redirect("desk:place", pk=made[0].pk)
    return form_page(
        request,
        "desk/vocabulary_form.html",
        bundle,
        title=_("Add a place"),
        lede=_("Look for it first: a place is added only where the gazetteer has none."),
        crumbs=[{"label": _("Places"), "url": reverse("desk:places")}],
        action=_("Add"),
        back_url=reverse("desk:places"),
        tab="names",
    )


def _find(pk: int) -> Place:
    places = Place.objects.select_related("parent", "merge").defer("extent", "parent__extent")
    return get_object_or_404(places, pk=pk)
