"""The ground every test stands on: a real PostGIS, used under the real roles.

The owner makes and migrates the test database. From then on ``default`` is the application's role and ``public`` the
public role, so a missing grant, a write from the public side or a deletion of history fails here as it would outside.

A test is marked ``django_db`` and ends in a rollback; ``public`` then borrows the transaction of ``default``. With
``transaction=True`` (and with ``live_server``) changes are committed, ``public`` is a connection of its own, and the
tables are put back afterwards.

What many tests look at and is slow to build is a scene (``tests/isolation/scenes.py``): built once, in a transaction
that stays open, in which each test then runs in a savepoint of its own. ``tests/kerman/conftest.py`` shows how.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from django.core.servers.basehttp import WSGIRequestHandler
from django.db import connections
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker
from xdist.scheduler import LoadScopeScheduling

from tests.isolation.scenes import Stage, refuse_to_commit, scene_of
from tests.isolation.shared_public import lend_to_public
from tests.isolation.tables import keep_reference_rows, restore_tables
from tests.isolation.template import prepared_template

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}
BARE = (
    "tests/architecture/",
    "tests/look/",
    "tests/rules/",
    "tests/proposals/",
    "tests/config/",
    "tests/fetching/",
    "tests/duplicates/",
)
"""Where little needs the database: one process has these to do while another prepares it."""

LONGEST = (
    "tests/machine/test_workflow.py",
    BARE[0],
    "tests/demonstration/test_no_bare_number.py",
    "tests/e2e/test_main_job.py",
    "tests/e2e/test_pages.py",
    "tests/e2e/test_evidence_pages.py",
    "tests/api/test_silence.py",
    "tests/kerman/test_behaviours.py",
    "tests/e2e/test_map.py",
    "tests/record/test_proofs.py",
    "tests/record/test_checkpoints.py",
)
"""Modules that begin first, so that neither process of a run is left with one of them while the other has ended."""

KERMAN = "tests/kerman/"
IN_ONE_SCENE = (KERMAN, "tests/releases/")
"""Folders whose modules look at one scene, and are one scope."""

UNMEASURED = ("tests/demonstration/", "tests/e2e/", "tests/machine/")
"""Where long ways are walked again through code that quicker tests reach: coverage would only make them slower."""

OTHER_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
APP_SETTINGS = "-c lock_timeout=2000 -c synchronous_commit=off"
PUBLIC_SETTINGS = "-c default_transaction_read_only=on -c statement_timeout=3000 -c lock_timeout=2000"


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Let tests that use the database use both aliases without saying so; order them by scope, then by scene."""
    import_module("config.urls")  # so that coverage, which rests in the first modules, sees every view imported
    for item in items:
        marker = item.get_closest_marker("django_db")
        if not on_database(item):
            continue
        options = {"databases": ["default", "public"], **(marker.kwargs if marker else {})}
        item.add_marker(pytest.mark.django_db(**options), append=False)
    scopes = {scope_of(item.nodeid): place for place, item in reversed([*enumerate(items, start=len(LONGEST))])}
    scopes |= {scope_of(module): place for place, module in reversed([*enumerate(LONGEST)])}
    items.sort(key=lambda item: (scopes[scope_of(item.nodeid)], on_database(item), scene_of(item), module_of(item)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Hand out what stands in one scope to one process."""

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return scope_of(nodeid)

    return Scheduling(config, log)


def on_database(item: pytest.Function) -> bool:
    """Whether a test asks for the database, by its marker or by a fixture."""
    return item.get_closest_marker("django_db") is not None or bool(DATABASE_FIXTURES & set(item.fixturenames))


def module_of(item: pytest.Function) -> str:
    """The module's path below the project's folder."""
    return item.nodeid.partition("::")[0]


def scope_of(nodeid: str) -> str:
    """What one process is given at a time: a module, those that look at one scene, or those without a database."""
    module = nodeid.partition("::")[0]
    if module.startswith(BARE):
        return BARE[0]
    if module == "tests/demonstration/test_building.py":
        return KERMAN
    return next((folder for folder in IN_ONE_SCENE if module.startswith(folder)), module)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Copy the test database from a migrated one, under a name that no other run on this machine has."""
    template = prepared_template(connections["default"].settings_dict)
    for alias in ("default", "public"):
        test = connections[alias].settings_dict["TEST"]
        test |= {"NAME": f"test_attest_{os.getpid()}", "TEMPLATE": template, "MIGRATE": False}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Go on from pytest-django's set-up, which ran as the owner, as the roles that serve requests."""
    roles = {"default": ("attest_app", APP_SETTINGS), "public": ("attest_public", PUBLIC_SETTINGS)}
    with django_db_blocker.unblock():
        keep_reference_rows()
        for alias, (role, settings) in roles.items():
            connections[alias].settings_dict["OPTIONS"] |= {"assume_role": role, "options": settings}
            connections[alias].close()
    yield
    with django_db_blocker.unblock():
        for alias in roles:
            connections[alias].close()
            connections[alias].settings_dict["OPTIONS"].clear()
        with connections["default"].cursor() as cursor:  # a live server's threads may hold theirs a moment longer
            cursor.execute(OTHER_SESSIONS)
        connections["default"].close()


@pytest.fixture(autouse=True)
def _public_alias(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give ``public`` a connection that sees what the test has written, for every test that uses the database."""
    if request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("_django_db_helper")
    with lend_to_public():
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Function) -> None:
    """Let coverage, where it is on, rest during the long ways, and during all but the first of the cases of a test."""
    measuring = item.config.stash.setdefault(MEASURING, Measuring(Coverage.current()))
    again = hasattr(item, "callspec") and any(item.callspec.indices.values())
    measuring.let(rest=again or module_of(item).startswith(UNMEASURED))


@dataclass
class Measuring:
    """Coverage, which is stopped and started only where one test is measured and the next is not: either takes time."""

    coverage: Coverage | None
    rests: bool = False

    def let(self, *, rest: bool) -> None:
        if self.coverage and rest != self.rests:
            (self.coverage.stop if rest else self.coverage.start)()
            self.rests = rest


MEASURING = pytest.StashKey[Measuring]()


STAGE = pytest.StashKey[Stage]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Function, nextitem: pytest.Function | None) -> Iterator[None]:
    """Take a scene back with the last test of its scope: a browser that starts after it has connections of its own."""
    yield
    standing = item.config.stash.get(STAGE, None)
    if standing and (nextitem is None or scope_of(nextitem.nodeid) != scope_of(item.nodeid)):
        standing.strike()


@pytest.fixture(scope="session")
def stage(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """Where scenes are set; empty at the end."""
    found = request.config.stash[STAGE] = Stage(django_db_blocker, tmp_path_factory)
    yield found
    found.strike()


@pytest.fixture
def _scene(request: pytest.FixtureRequest, stage: Stage) -> None:
    """Set the scene that the test asks for, or none, before its own transaction begins."""
    name = scene_of(request.node)
    refuse_to_commit(request.node, name)
    stage.show(name)


@pytest.fixture
def _django_db_helper(_scene: None, _django_db_helper: None) -> None:
    """Begin the test's transaction, as pytest-django does: in the scene, where there is one."""


@pytest.fixture(autouse=True, scope="session")
def _committed_tests_clean_up_as_owner() -> Iterator[None]:
    """Replace the flush that ends a committing test, which runs as the application and would be refused."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: restore_tables())
        yield


@pytest.fixture(autouse=True, scope="session")
def _live_server_answers_at_once() -> None:
    """Send each answer of a live server as production does: not after the 40 ms in which its reader may stay silent.

    The server writes headers and body apart, and TCP (RFC 896) holds the second back until the first is acknowledged.
    """
    WSGIRequestHandler.disable_nagle_algorithm = True


@pytest.fixture(autouse=True)
def _own_folders(settings: Any, tmp_path: Path) -> None:
    """Keep what a test captures, and what it has made to download, where nobody else looks."""
    settings.ATTEST_CAPTURES_ROOT = tmp_path / "captures"
    settings.ATTEST_DOWNLOADS_ROOT = tmp_path / "downloads"
