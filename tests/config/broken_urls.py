"""Addresses that fail, for the tests of what is said and logged then."""

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler404, handler500
from config.urls import urlpatterns as working

__all__ = ["handler404", "handler500"]


def fails(_request: HttpRequest) -> HttpResponse:
    message = "the name of an informant"
    raise ValueError(message)


def away(_request: HttpRequest) -> HttpResponse:
    message = "the row of an informant"
    raise OperationalError(message)


urlpatterns = [
    *(
        path(f"{area}{name}/", view)
        for area in ("", "desk/", "api/v1/")
        for name, view in [("fails", fails), ("away", away)]
    ),
    *working,
]
