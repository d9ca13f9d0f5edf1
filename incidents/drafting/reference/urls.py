"""Where writing is described: open to everybody, unlike what is described."""

from django.urls import path

from incidents.drafting.reference.views import WritingOpenApiView, documentation

app_name = "writing"
urlpatterns = [
    path("", documentation, name="documentation"),
    path("openapi.json", WritingOpenApiView.as_view(), name="openapi"),
]
