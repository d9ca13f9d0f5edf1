"""The addresses of the door. They take a POST and nothing else."""

from django.urls import path

from incidents.ordering import views

app_name = "ordering"
urlpatterns = [
    path("", views.order, name="order"),
    path("<slug:reference>/give-up/", views.give_up, name="give_up"),
]
