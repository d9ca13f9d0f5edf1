"""What import-linter cannot say: a part of a package outside, and one module of a package that is otherwise closed."""

from collections.abc import Iterator

import pytest

from tests.architecture.reading import Module, broken, imports, is_within, modules, parse

PUBLIC_SIDE = (
    "incidents.public",
    "incidents.api",
    "incidents.exchange",
    "incidents.ogc",
    "incidents.tiles",
    "incidents.presenting",
)
OPEN_TO_THE_PUBLIC_SIDE = (
    "incidents.choices",
    "incidents.filters",
    "incidents.models.record",
    "incidents.presenting",
    "incidents.querysets.record",
    "incidents.rules",
    "incidents.selectors.entities",
    "incidents.selectors.facets",
    "incidents.selectors.histogram",
    "incidents.selectors.map_view",
    "incidents.selectors.names",
    "incidents.selectors.record",
    "incidents.selectors.record_downloads",
    "incidents.selectors.record_elements",
    "incidents.selectors.record_ledger",
    "incidents.selectors.record_permanence",
    "incidents.selectors.record_proofs",
    "incidents.selectors.record_queries",
    "incidents.selectors.record_status",
    "incidents.selectors.record_releases",
    "incidents.selectors.statistics",
    "incidents.selectors.vector_tiles",
)
STANDS_ON = {
    "incidents.exchange": ("incidents.public",),
    "incidents.api": ("incidents.exchange",),
    "incidents.ogc": ("incidents.api", "incidents.exchange"),
    "incidents.tiles": ("incidents.public",),
}
"""A download says what the explorer says, in the explorer's words, and a tile draws what its map draws; the API says in
pages what a download says; OGC API – Features says that too, and answers as the API does."""
DOMAIN = (
    "incidents.choices",
    "incidents.models",
    "incidents.policies",
    "incidents.querysets",
    "incidents.rules",
    "incidents.selectors",
    "incidents.services",
    "incidents.workflow",
)
HTTP = (
    "django.contrib.messages",
    "django.forms",
    "django.http",
    "django.shortcuts",
    "django.template",
    "django.urls",
    "django.views",
)


def desk_imports(module: Module) -> Iterator[int]:
    """Lines on which a module of the public side imports from the desk."""
    own = tuple(package for package in PUBLIC_SIDE if is_within(module.name, (package,)))
    own += tuple(package for name in own for package in STANDS_ON.get(name, ()))
    for line, name in imports(module):
        if is_within(name, ("incidents", "accounts")) and not is_within(name, (*OPEN_TO_THE_PUBLIC_SIDE, *own)):
            yield line


def http_imports(module: Module) -> Iterator[int]:
    """Lines on which a module of the domain imports what knows requests, pages or forms."""
    yield from (line for line, name in imports(module) if is_within(name, HTTP))


def test_the_public_side_imports_nothing_of_the_desk() -> None:
    assert broken(desk_imports, (one for one in modules("incidents") if is_within(one.name, PUBLIC_SIDE))) == []


def test_the_domain_does_not_know_http() -> None:
    assert broken(http_imports, (one for one in modules("incidents") if is_within(one.name, DOMAIN))) == []


def test_nothing_is_imported_from_beside() -> None:
    def relative(module: Module) -> Iterator[int]:
        yield from (line for line, name in imports(module) if name.startswith("None."))

    assert broken(relative, modules()) == []


@pytest.mark.parametrize(
    "planted",
    [
        "from incidents.models import Incident",
        "from incidents.models.source import Source",
        "from incidents.services import publishing",
        "from incidents.selectors.gates import open_gates",
        "from accounts.models import User",
        "import incidents.workflow",
    ],
)
def test_an_import_of_the_desk_is_seen(planted: str) -> None:
    assert list(desk_imports(parse(planted, "incidents.api.planted"))) == [1]


@pytest.mark.parametrize(
    "allowed",
    [
        "from incidents.models.record import Version",
        "from incidents.selectors.record import published",
        "from incidents.api.pages import Cursor",
    ],
)
def test_an_import_of_the_record_is_let_pass(allowed: str) -> None:
    assert list(desk_imports(parse(allowed, "incidents.api.planted"))) == []


def test_a_request_in_the_domain_is_seen() -> None:
    assert list(http_imports(parse("from django.http import HttpRequest", "incidents.services.planted"))) == [1]
