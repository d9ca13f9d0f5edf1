"""The addresses of the API, version 1."""

from django.urls import path

from incidents.api.views.about import IndexView, RecordView, StatusView, VocabulariesView
from incidents.api.views.changes import ChangesView
from incidents.api.views.incident import IncidentView, VersionsView, VersionView
from incidents.api.views.incidents import IncidentsView
from incidents.api.views.reference import OpenApiView, all_guides, documentation, guide
from incidents.api.views.releases import ReleasesView, ReleaseView

app_name = "api"

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("incidents/", IncidentsView.as_view(), name="incidents"),
    path("incidents.<str:format>", IncidentsView.as_view(), name="incidents_in_form"),
    path("incidents/<str:public_id>.<str:format>", IncidentView.as_view(), name="incident_in_form"),
    path("incidents/<str:public_id>/", IncidentView.as_view(), name="incident"),
    path("incidents/<str:public_id>/versions/", VersionsView.as_view(), name="versions"),
    path("incidents/<str:public_id>/versions/<int:number>/", VersionView.as_view(), name="version"),
    path("vocabularies/", VocabulariesView.as_view(), name="vocabularies"),
    path("changes/", ChangesView.as_view(), name="changes"),
    path("releases/", ReleasesView.as_view(), name="releases"),
    path("releases/<str:tag>/", ReleaseView.as_view(), name="release"),
    path("record/", RecordView.as_view(), name="record"),
    path("status/", StatusView.as_view(), name="status"),
    path("openapi.json", OpenApiView.as_view(), name="openapi"),
    path("docs/", documentation, name="documentation"),
    path("guides/", all_guides, name="guides"),
    path("guides/<slug:slug>/", guide, name="guide"),
]
