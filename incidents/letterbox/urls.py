"""The address of the letterbox."""

from django.urls import path

from incidents.letterbox import views

app_name = "letterbox"
urlpatterns = [path("", views.report, name="report")]
