"""The addresses of downloads."""

from django.urls import path

from incidents.exchange.views import files, made, offer

app_name = "exchange"
urlpatterns = [
    path("", offer.page, name="page"),
    path("incidents.<str:form>", files.file, name="file"),
    path("<slug:reference>/", made.progress, name="progress"),
    path("<slug:reference>.json", made.document, name="progress_document"),
    path("<slug:reference>/<str:name>", made.file, name="made"),
]
