"""What many tests look at, built once: a scene.

A scene is a function that makes things with the real services, marked ``@scene``, and thereby a fixture of the same
name. The first test that asks for it has it built, as the application's role, in a transaction that stays open; that
test, and each one after it that asks for the same, runs in a savepoint of its own and is rolled back to what was built.
Whatever a test needs that is not this scene (another one, none, a database that commits) strikes it first: there is
never more than one, and a test that asks for none finds an empty record. The tests of a module are put in an order in
which each scene is built once.

A test gets a deep copy of what the function returned, and ``tmp_path`` holds a copy of the files that it wrote, so
nothing done to either is seen by the next. Sequences do not go back: a test relies on public ids, never on keys.
"""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connections, transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from tests.isolation.shared_public import lend_to_public

Build = Callable[[Path], Any]

SCENES: dict[str, Build] = {}
TWO_SCENES = "{test} asks for {names}, and can stand in one scene only."
COMMITS = "{test} commits (transaction=True or live_server) and cannot stand in the scene {name}: build it in the test."
NOT_SET = "The scene {name} is not set. Ask for it by name, as an argument or with usefixtures, not in the test's body."


@dataclass(kw_only=True)
class Standing:
    """The scene that is set: its open transaction, what its function returned and the files that it wrote."""

    name: str
    transaction: transaction.Atomic
    folder: Path
    found: Any


class Stage:
    """Where at most one scene is set."""

    def __init__(self, blocker: DjangoDbBlocker, folders: pytest.TempPathFactory) -> None:
        self.blocker = blocker
        self.folders = folders
        self.standing: Standing | None = None

    def show(self, name: str) -> None:
        """Have this scene set and no other; none at all for an empty name."""
        if self.standing and self.standing.name != name:
            self.strike()
        if name and not self.standing:
            self.standing = self.build(name)

    def build(self, name: str) -> Standing:
        """Build a scene in a transaction that stays open, with nothing left for its end to check."""
        folder = self.folders.mktemp(name)
        atomic = transaction.atomic(using="default")
        with self.blocker.unblock():
            atomic.__enter__()
            try:
                with lend_to_public(), override_settings(ATTEST_CAPTURES_ROOT=folder / "captures"):
                    found = SCENES[name](folder)
                connections["default"].check_constraints()
            except BaseException as error:
                atomic.__exit__(type(error), error, error.__traceback__)
                raise
        return Standing(name=name, transaction=atomic, folder=folder, found=found)

    def strike(self) -> None:
        """Take the scene back."""
        standing, self.standing = self.standing, None
        if standing is None:
            return
        with self.blocker.unblock():
            transaction.set_rollback(True, using="default")
            standing.transaction.__exit__(None, None, None)

    def hand_out(self, name: str, folder: Path) -> Any:
        """What one test may do with as it likes: a copy of what the scene's function returned, files in ``folder``."""
        if self.standing is None or self.standing.name != name:
            raise pytest.UsageError(NOT_SET.format(name=name))
        shutil.copytree(self.standing.folder, folder, dirs_exist_ok=True)
        return deepcopy(self.standing.found)


def scene(build: Build) -> Any:
    """Make a fixture of a function that builds a scene. It is given a folder for the files that it writes."""
    name = build.__name__
    if SCENES.setdefault(name, build).__module__ != build.__module__:
        message = f"There is a scene {name} in {SCENES[name].__module__} already."
        raise ValueError(message)

    def handed_out(db: None, stage: Stage, tmp_path: Path) -> Iterator[Any]:
        for cache in caches.all():
            cache.clear()
        yield stage.hand_out(name, tmp_path)
        for cache in caches.all():
            cache.clear()

    handed_out.__doc__ = build.__doc__
    handed_out.is_scene = True  # type: ignore[attr-defined]
    return pytest.fixture(handed_out, name=name)


def is_scene(test: Any, name: str) -> bool:
    """Whether a test's fixture of this name is the scene; another module may have a plain one that is called so."""
    known = getattr(test, "_fixtureinfo", None)
    definitions = known.name2fixturedefs.get(name, ()) if known else ()
    return known is None or any(getattr(one.func, "is_scene", False) for one in definitions[-1:])


def scene_of(test: Any) -> str:
    """The name of the scene in which a test stands; an empty one for most tests.

    Raises:
        pytest.UsageError: it asks for more than one.
    """
    names = sorted(name for name in SCENES.keys() & set(getattr(test, "fixturenames", ())) if is_scene(test, name))
    if len(names) > 1:
        raise pytest.UsageError(TWO_SCENES.format(test=test.nodeid, names=" and ".join(names)))
    return names[0] if names else ""


def refuse_to_commit(test: Any, name: str) -> None:
    """Let no test commit what only a rollback can take back.

    Raises:
        pytest.UsageError: it would.
    """
    marker = test.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server", "django_db_reset_sequences"} & set(test.fixturenames)
    if name and (asked or (marker and (marker.kwargs.get("transaction") or any(marker.args)))):
        raise pytest.UsageError(COMMITS.format(test=test.nodeid, name=name))
