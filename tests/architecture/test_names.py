"""Everything has a room: no drawer for what has found none, and no migration that a machine has named."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import migrations
from django.db.migrations.loader import MigrationLoader

from tests.architecture.reading import OURS, ROOT

DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "shared", "tools"}
OUR_APPS = ("accounts", "incidents")
NAMED_BY_A_MACHINE = re.compile(r"_auto_|_initial$|^\d{4}_(alter|add|remove|delete|rename)_\w+_\w+_and_more$")
ONLY_SCHEMA = (
    migrations.CreateModel,
    migrations.AddField,
    migrations.AlterField,
    migrations.RemoveField,
    migrations.AddConstraint,
    migrations.AddIndex,
)


def is_drawer(path: Path) -> bool:
    return path.stem in DRAWERS


def named_by_a_machine(name: str) -> bool:
    return NAMED_BY_A_MACHINE.search(name) is not None


def our_migrations() -> list[tuple[str, migrations.Migration]]:
    loader = MigrationLoader(None)
    return [(name, one) for (app, name), one in loader.disk_migrations.items() if app in OUR_APPS]


def test_there_is_no_drawer() -> None:
    paths = [path for package in OURS for path in (ROOT / package).rglob("*")]
    assert [str(path) for path in paths if is_drawer(path) and path.suffix in {"", ".py"}] == []


def test_people_name_the_migrations() -> None:
    assert [name for name, _migration in our_migrations() if named_by_a_machine(name)] == []


def test_every_migration_leads_back() -> None:
    stuck = [
        f"{name}: {operation.describe()}"
        for name, migration in our_migrations()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert stuck == []


def test_schema_and_data_are_apart() -> None:
    mixed = [
        name
        for name, migration in our_migrations()
        if any(isinstance(operation, migrations.RunPython) for operation in migration.operations)
        and any(isinstance(operation, ONLY_SCHEMA) for operation in migration.operations)
    ]
    assert mixed == []


def test_our_apps_are_the_ones_installed() -> None:
    assert {config.label for config in apps.get_app_configs()} >= set(OUR_APPS)


@pytest.mark.parametrize("name", ["0002_auto_20240103_1200", "0001_initial", "0007_alter_user_role_and_more"])
def test_a_machine_made_name_is_seen(name: str) -> None:
    assert named_by_a_machine(name)


def test_a_name_that_says_what_changes_is_let_pass() -> None:
    assert not named_by_a_machine("0001_evidence_workflow_and_record")


def test_a_drawer_is_seen() -> None:
    assert is_drawer(Path("incidents/utils.py"))
