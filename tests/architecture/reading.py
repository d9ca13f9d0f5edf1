"""Our own code, as its syntax trees."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("accounts", "config", "deploy", "incidents", "tests")


@dataclass(frozen=True, slots=True)
class Module:
    """One file of ours: its dotted name, where it is below the root, and what is in it."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.path.parts


Rule = Callable[[Module], Iterator[int]]
"""Gives the lines on which a module breaks a rule."""


def parse(source: str, name: str = "incidents.desk.planted") -> Module:
    """A module that exists only in a test, to plant a fault in."""
    return Module(name, Path(*name.split(".")).with_suffix(".py"), ast.parse(source))


def modules(*packages: str) -> Iterator[Module]:
    """Every module of the named packages, or of all that are ours."""
    for package in packages or OURS:
        for path in sorted((ROOT / package).rglob("*.py")):
            place = path.relative_to(ROOT)
            parts = place.with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            yield Module(name, place, ast.parse(path.read_text()))


def broken(rule: Rule, found: Iterator[Module]) -> list[str]:
    """Where a rule is broken, as ``path:line``."""
    return [f"{module.path}:{line}" for module in found for line in rule(module)]


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Every name that a module imports, in full, with its line: ``from a.b import c`` is ``a.b.c``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def is_within(name: str, packages: tuple[str, ...]) -> bool:
    """Whether a dotted name is one of ``packages`` or inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)
