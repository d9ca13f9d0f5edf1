"""Small enough to be read in one go: a file of at most 300 lines, a function of at most 40."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.reading import OURS, ROOT, Module, broken, modules, parse

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
WRITTEN = {".py", ".html", ".js", ".css", ".sql", ".txt", ".xml"}
OF_OTHERS = {"vendor", "fonts", "migrations", "__pycache__"}


def written_files() -> Iterator[Path]:
    for folder in (*OURS, "templates", "static", "bench"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in WRITTEN and not OF_OTHERS & set(path.parts):
                yield path


def is_long(text: str) -> bool:
    return text.count("\n") > LONGEST_FILE


def long_functions(module: Module) -> Iterator[int]:
    """Lines on which a function begins that goes on for too long, its docstring not counted."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            signature = node.body[0].lineno - node.lineno
            if (node.end_lineno or 0) - first.lineno + 1 + signature > LONGEST_FUNCTION:
                yield node.lineno


def test_no_file_is_long() -> None:
    assert [str(path.relative_to(ROOT)) for path in written_files() if is_long(path.read_text())] == []


def test_no_function_is_long() -> None:
    assert broken(long_functions, (one for one in modules() if not one.is_migration)) == []


def test_a_long_file_is_seen() -> None:
    assert is_long("x\n" * (LONGEST_FILE + 1))
    assert not is_long("x\n" * LONGEST_FILE)


def test_a_long_function_is_seen() -> None:
    steps = [f"    step_{number}()\n" for number in range(LONGEST_FUNCTION)]
    docstring = '    """What it is for.\n\n    And how.\n    """\n'
    assert list(long_functions(parse("def long():\n" + "".join(steps)))) == [1]
    assert list(long_functions(parse("def short():\n" + docstring + "".join(steps[10:])))) == []
