"""The addresses of the catalogue."""

from django.urls import path

from incidents.exchange.catalogue.views import document

app_name = "catalogue"
urlpatterns = [path("catalog.<str:form>", document, name="catalogue")]
