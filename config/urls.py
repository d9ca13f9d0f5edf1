"""Every address of the site, by area. What the areas mean is in ARCHITECTURE.md."""

from django.contrib import admin
from django.urls import include, path

from config.health import healthz, readyz

handler400 = "config.errors.not_understood"
handler404 = "config.errors.not_found"
handler500 = "config.errors.failed"

urlpatterns = [
    path("accounts/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/drafts/", include("incidents.drafting.urls")),
    path("api/v1/writing/", include("incidents.drafting.reference.urls")),
    path("api/v1/", include("incidents.api.urls")),
    path("desk/", include("incidents.desk.urls")),
    path("downloads/order/", include("incidents.ordering.urls")),
    path("downloads/", include("incidents.exchange.urls")),
    path("healthz", healthz, name="healthz"),
    path("ogc/", include("incidents.ogc.urls")),
    path("releases/", include("incidents.exchange.release_urls")),
    path("readyz", readyz, name="readyz"),
    path("tiles/", include("incidents.tiles.urls")),
    path("", include("incidents.exchange.catalogue.urls")),
    path("", include("incidents.letterbox.urls")),
    path("", include("incidents.public.urls")),
]
