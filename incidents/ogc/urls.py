"""The addresses of OGC API – Features. The standard's have no slash at their end."""

from django.urls import path

from incidents.ogc.views.about import ApiView, CollectionsView, CollectionView, ConformanceView, LandingView
from incidents.ogc.views.features import ItemsView, ItemView
from incidents.ogc.views.schemas import QueryablesView, SchemaView

app_name = "ogc"

urlpatterns = [
    path("", LandingView.as_view(), name="landing"),
    path("api", ApiView.as_view(), name="api"),
    path("conformance", ConformanceView.as_view(), name="conformance"),
    path("collections", CollectionsView.as_view(), name="collections"),
    path("collections/<str:collection>", CollectionView.as_view(), name="collection"),
    path("collections/<str:collection>/queryables", QueryablesView.as_view(), name="queryables"),
    path("collections/<str:collection>/schema", SchemaView.as_view(), name="schema"),
    path("collections/<str:collection>/items", ItemsView.as_view(), name="items"),
    path("collections/<str:collection>/items/<str:feature>", ItemView.as_view(), name="item"),
]
