"""The addresses of the public doors that write."""

from django.urls import path

from incidents.letterbox import sharing, views

app_name = "letterbox"
urlpatterns = [
    path("report/", views.report, name="report"),
    path("share/", sharing.share, name="share"),
]
