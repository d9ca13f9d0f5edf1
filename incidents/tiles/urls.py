"""The addresses of vector tiles."""

from django.urls import path

from incidents.tiles import views

app_name = "tiles"

urlpatterns = [
    path("tilejson.json", views.tilejson, name="tilejson"),
    path("<int:zoom>/<int:column>/<int:row>.mvt", views.tile, name="tile"),
]
