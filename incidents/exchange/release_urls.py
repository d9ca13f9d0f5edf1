"""The addresses of releases. Those of their files are permanent."""

from django.urls import path, register_converter

from incidents.exchange.views import releases
from incidents.rules.releases import TAG


class ReleaseTag:
    """The tag of a release."""

    regex = TAG.pattern.replace("(", "(?:")

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ReleaseTag, "tag")

app_name = "releases"
urlpatterns = [
    path("", releases.index, name="index"),
    path("feed.atom", releases.feed, name="feed"),
    path("<tag:tag>/", releases.page, name="page"),
    path("<tag:tag>/<path:name>", releases.file, name="file"),
]
