"""The addresses of the API, version 1."""

from typing import Any

from django.urls import path

from incidents.api.views import claims, context, log, named, trying
from incidents.api.views.about import IndexView, RecordView, StatusView, VocabulariesView
from incidents.api.views.changes import ChangesView
from incidents.api.views.incident import IncidentView, VersionsView, VersionView
from incidents.api.views.incidents import IncidentsView
from incidents.api.views.reference import OpenApiView, all_guides, documentation, guide
from incidents.api.views.releases import ReleasesView, ReleaseView
from incidents.api.views.walking import WalkView

app_name = "api"

IN_FORMS: dict[str, type[WalkView[Any]]] = {
    "assertions": claims.AssertionsView,
    "attributions": claims.AttributionsView,
    "casualty-estimates": claims.CasualtyEstimatesView,
    "locations": claims.LocationsView,
    "times": claims.TimesView,
    "characteristics": claims.CharacteristicsView,
    "warnings": context.WarningsView,
    "statements": context.StatementsView,
    "links": context.LinksView,
    "sources": named.SourcesView,
    "publishers": named.PublishersView,
    "actors": named.ActorsView,
    "places": named.PlacesView,
    "versions": log.LogView,
    "corrections": log.CorrectionsView,
}
"""Lists beside incidents, whose form may be the ending of the address."""

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("incidents/", IncidentsView.as_view(), name="incidents"),
    path("incidents.<str:format>", IncidentsView.as_view(), name="incidents_in_form"),
    path("incidents/<str:public_id>.<str:format>", IncidentView.as_view(), name="incident_in_form"),
    path("incidents/<str:public_id>/", IncidentView.as_view(), name="incident"),
    path("incidents/<str:public_id>/versions/", VersionsView.as_view(), name="versions"),
    path("incidents/<str:public_id>/versions/<int:number>/", VersionView.as_view(), name="version"),
    path("assertions/", claims.AssertionsView.as_view(), name="assertions"),
    path("assertions/<uuid:uid>/", claims.AssertionView.as_view(), name="assertion"),
    path("attributions/", claims.AttributionsView.as_view(), name="attributions"),
    path("attributions/<uuid:uid>/", claims.AttributionView.as_view(), name="attribution"),
    path("casualty-estimates/", claims.CasualtyEstimatesView.as_view(), name="casualty_estimates"),
    path("casualty-estimates/<uuid:uid>/", claims.CasualtyEstimateView.as_view(), name="casualty_estimate"),
    path("locations/", claims.LocationsView.as_view(), name="locations"),
    path("locations/<uuid:uid>/", claims.LocationView.as_view(), name="location"),
    path("times/", claims.TimesView.as_view(), name="times"),
    path("times/<uuid:uid>/", claims.TimeView.as_view(), name="time"),
    path("characteristics/", claims.CharacteristicsView.as_view(), name="characteristics"),
    path("characteristics/<uuid:uid>/", claims.CharacteristicView.as_view(), name="characteristic"),
    path("warnings/", context.WarningsView.as_view(), name="warnings"),
    path("warnings/<uuid:uid>/", context.WarningView.as_view(), name="warning"),
    path("statements/", context.StatementsView.as_view(), name="statements"),
    path("statements/<uuid:uid>/", context.StatementView.as_view(), name="statement"),
    path("links/", context.LinksView.as_view(), name="links"),
    path("sources/", named.SourcesView.as_view(), name="sources"),
    path("sources/<uuid:code>/", named.SourceView.as_view(), name="source"),
    path("publishers/", named.PublishersView.as_view(), name="publishers"),
    path("publishers/<uuid:code>/", named.PublisherView.as_view(), name="publisher"),
    path("actors/", named.ActorsView.as_view(), name="actors"),
    path("actors/<slug:code>/", named.ActorView.as_view(), name="actor"),
    path("places/", named.PlacesView.as_view(), name="places"),
    path("places/<str:code>/", named.PlaceView.as_view(), name="place"),
    path("versions/", log.LogView.as_view(), name="log"),
    path("corrections/", log.CorrectionsView.as_view(), name="corrections"),
    *(path(f"{name}.<str:format>", view.as_view(), name="things_in_form") for name, view in IN_FORMS.items()),
    path("vocabularies/", VocabulariesView.as_view(), name="vocabularies"),
    path("changes/", ChangesView.as_view(), name="changes"),
    path("releases/", ReleasesView.as_view(), name="releases"),
    path("releases/<str:tag>/", ReleaseView.as_view(), name="release"),
    path("record/", RecordView.as_view(), name="record"),
    path("status/", StatusView.as_view(), name="status"),
    path("openapi.json", OpenApiView.as_view(), name="openapi"),
    path("docs/", documentation, name="documentation"),
    path("try/", trying.choose, name="try"),
    path("try/<slug:operation>/", trying.fill, name="try_operation"),
    path("try/<slug:operation>/send/", trying.send, name="try_send"),
    path("guides/", all_guides, name="guides"),
    path("guides/<slug:slug>/", guide, name="guide"),
]
