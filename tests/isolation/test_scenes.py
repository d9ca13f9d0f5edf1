"""A scene is built once, and no test sees what another has done in it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connections

from incidents.models import Incident, PublishedIncident
from tests import making
from tests.isolation.scenes import SCENES, refuse_to_commit, scene, scene_of
from tests.record.tampering import as_adversary, drop_constraints

pytestmark = pytest.mark.django_db

CONSTRAINTS = "SELECT count(*) FROM pg_constraint WHERE conrelid::regclass::text LIKE 'record\\_%%'"
TRIGGERS_OFF = "SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal"
built: list[Path] = []


@scene
def one_published(folder: Path) -> dict[str, Any]:
    """An incident that readers see, with a file that somebody keeps."""
    built.append(folder)
    (folder / "kept").write_text("as it was")
    people = making.desk()
    return {"people": people, "made": making.published(people, title="As it was"), "list": [1]}


def number(question: str) -> int:
    with connections["default"].cursor() as cursor:
        cursor.execute(question)
        return int(cursor.fetchone()[0])


def state(found: dict[str, Any], folder: Path) -> list[object]:
    """Everything that ``plant`` changes."""
    titles = [*Incident.objects.values_list("title", flat=True)]
    read = [*PublishedIncident.objects.using("public").values_list("title", flat=True)]
    held = [found["made"].title, [*found["list"]], sorted(path.name for path in folder.iterdir())]
    kept = (folder / "kept").read_text()
    return [titles, read, held, kept, caches["api"].get("x"), number(CONSTRAINTS), number(TRIGGERS_OFF)]


def plant(found: dict[str, Any], folder: Path) -> None:
    """Change rows, tables, objects, files and the cache."""
    found["made"].title = "Changed"
    found["list"].append(2)
    caches["api"].set("x", "changed")
    (folder / "kept").write_text("changed")
    making.republished(found["people"], edit(found), summary="Changed.")
    with as_adversary() as run:
        drop_constraints(run)
        run("UPDATE record_published_incident SET title = 'Changed'")
    with connections["default"].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("RESET ROLE")  # and nobody sets it again
        cursor.execute("ALTER TABLE record_version DISABLE TRIGGER USER")


def edit(found: dict[str, Any]) -> Incident:
    made: Incident = Incident.objects.get(pk=found["made"].pk)
    making.claimed(found["people"].editor, made)
    return made


seen: list[list[object]] = []


@pytest.mark.parametrize("time", [1, 2, 3])
def test_what_a_test_changes_is_not_seen_by_the_next(one_published: dict[str, Any], tmp_path: Path, time: int) -> None:
    seen.append(state(one_published, tmp_path))
    assert seen[-1] == seen[0]
    assert seen[0][:2] == [["As it was"], ["As it was"]]
    assert number("SELECT (current_user = 'attest_app')::int") == 1
    plant(one_published, tmp_path)
    changed = state(one_published, tmp_path)
    assert [before for before, now in zip(seen[0][1:], changed[1:], strict=True) if before == now] == []


def test_the_scene_is_built_once(one_published: dict[str, Any]) -> None:
    assert len(built) == 1


def test_who_asks_for_no_scene_finds_nothing() -> None:
    assert not Incident.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_who_commits_finds_nothing() -> None:
    assert not connections["default"].in_atomic_block
    assert not Incident.objects.exists()


def asking(*names: str, **options: Any) -> Any:
    """A test as pytest describes it."""
    mark = pytest.mark.django_db(**options).mark
    return SimpleNamespace(nodeid="test_x", fixturenames=[*names], get_closest_marker=lambda _name: mark)


def test_who_commits_is_refused_a_scene() -> None:
    refuse_to_commit(asking("one_published"), "one_published")
    for test in (asking("one_published", transaction=True), asking("one_published", "live_server")):
        with pytest.raises(pytest.UsageError, match=r"test_x commits .* cannot stand in the scene one_published"):
            refuse_to_commit(test, scene_of(test))


def test_nobody_stands_in_two_scenes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SCENES, "another", one_published)
    with pytest.raises(pytest.UsageError, match="asks for another and one_published, and can stand in one scene only"):
        scene_of(asking("one_published", "another"))


def test_a_scene_is_asked_for_by_name(request: pytest.FixtureRequest) -> None:
    with pytest.raises(pytest.UsageError, match="The scene one_published is not set"):
        request.getfixturevalue("one_published")
