"""Who may write: a state only the workflow, anything else only the services, and nobody behind anybody's back."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.reading import Module, broken, is_within, modules, parse

WRITERS = ("incidents.services", "incidents.workflow")
NO_DATABASE_OF_OURS = (
    "incidents.exchange.formats.geopackage",  # writes a file, which is a database of its own
    "incidents.selectors.columns.store",  # writes the engine in its own process, which no database hears of
)
NOT_A_STATE = {"remark"}  # a remark on a review is open, answered or resolved: another thing than an incident's state
ROW_WRITES = {"bulk_create", "bulk_update", "create", "get_or_create", "update_or_create", "save", "force_insert"}
SQL_WRITE = re.compile(r"^\s*(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|TRUNCATE)\b", re.IGNORECASE)
SIGNALS = ("django.db.models.signals", "django.dispatch", "django.core.signals")


def state_writes(module: Module) -> Iterator[int]:
    """Lines that set ``.state``, or pass ``state=`` to a call that writes rows."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Assign(targets=targets) if any(map(is_state, targets)):
                yield node.lineno
            case ast.AnnAssign(target=target, value=ast.expr()) | ast.AugAssign(target=target) if is_state(target):
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr="update" | "create" | "update_or_create"), keywords=words) if any(
                word.arg == "state" for word in words
            ):
                yield node.lineno
            case ast.Call(func=ast.Name(id="Incident" | "setattr")) if passes_state(node):
                yield node.lineno


def is_state(target: ast.expr) -> bool:
    if not (isinstance(target, ast.Attribute) and target.attr == "state"):
        return False
    return not (isinstance(target.value, ast.Name) and target.value.id in {*NOT_A_STATE, "self"})


def passes_state(call: ast.Call) -> bool:
    named = any(word.arg == "state" for word in call.keywords)
    return named or any(isinstance(value, ast.Constant) and value.value == "state" for value in call.args)


def row_writes(module: Module) -> Iterator[int]:
    """Lines that write rows through the ORM, or hold SQL that does."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in ROW_WRITES:
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr="update"), args=[], keywords=[_, *_]):
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr="delete"), args=[], keywords=[]):
                yield node.lineno
            case ast.Constant(value=str() as text) if SQL_WRITE.match(text):
                yield node.lineno


def own_save_or_delete(module: Module) -> Iterator[int]:
    """Lines on which a class says what saving or deleting it does beside that."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            yield from (
                part.lineno
                for part in node.body
                if isinstance(part, ast.FunctionDef) and part.name in {"save", "delete"}
            )


def listens(module: Module) -> Iterator[int]:
    """Lines that import Django's signals: who does that acts behind the back of the code that calls."""
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(module=str() as name) if is_within(name, SIGNALS):
                yield node.lineno
            case ast.ImportFrom(module="django.db.models" | "django.core", names=names) if any(
                alias.name == "signals" for alias in names
            ):
                yield node.lineno


def below_the_services(found: Iterator[Module]) -> Iterator[Module]:
    return (one for one in found if not is_within(one.name, (*WRITERS, *NO_DATABASE_OF_OURS)) and not one.is_migration)


def test_only_the_workflow_writes_a_state() -> None:
    found = (one for one in modules("incidents") if one.name != "incidents.workflow" and not one.is_migration)
    assert broken(state_writes, found) == []


def test_only_services_write_rows() -> None:
    assert broken(row_writes, below_the_services(modules("incidents"))) == []


def test_saving_a_model_saves_it_and_does_nothing_else() -> None:
    assert broken(own_save_or_delete, modules("incidents/models", "accounts/models")) == []


def test_nobody_acts_on_a_signal() -> None:
    assert broken(listens, modules("accounts", "config", "incidents")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "incident.state = State.PUBLISHED",
        "Incident.objects.filter(pk=1).update(state='published')",
        "Incident(state='published', title='x')",
        "setattr(incident, 'state', 'published')",
    ],
)
def test_a_state_written_elsewhere_is_seen(planted: str) -> None:
    assert list(state_writes(parse(planted))) == [1]


@pytest.mark.parametrize(
    "planted",
    [
        "source.save()",
        "Source.objects.create(title='x')",
        "Source.objects.filter(pk=1).update(title='x')",
        "Source.objects.all().delete()",
        "cursor.execute('DELETE FROM incidents_source')",
    ],
)
def test_a_row_written_elsewhere_is_seen(planted: str) -> None:
    assert list(row_writes(parse(planted))) == [1]


@pytest.mark.parametrize("harmless", ["known.update(more)", "cache.delete('key')", "title = incident.state"])
def test_what_only_looks_like_a_write_is_let_pass(harmless: str) -> None:
    assert list(row_writes(parse(harmless))) == []


def test_a_side_effect_in_save_is_seen() -> None:
    planted = "class Source(models.Model):\n    def save(self): publish(self)"
    assert list(own_save_or_delete(parse(planted))) == [2]


@pytest.mark.parametrize(
    "planted", ["from django.db.models.signals import post_save", "from django.db.models import signals"]
)
def test_a_receiver_is_seen(planted: str) -> None:
    assert list(listens(parse(planted))) == [1]
