"""Every address of the site, by area. What the areas mean is in ARCHITECTURE.md."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("accounts/", include("accounts.urls")),
    path("admin/", admin.site.urls),
]
