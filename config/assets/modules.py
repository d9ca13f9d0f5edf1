"""A page's own module with all that it imports in one file, and any module without comments and indentation.

It reads the few forms of ``import`` and ``export`` that this house writes, one a line, and refuses every other: each
module becomes a function that gives what it exports, called once, after those that it needs.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

IMPORT: Final = re.compile(r'^import (?:\{ ([\w, ]+) \} from )?"([\w/-]+)";\n', re.MULTILINE)
EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
LEFT: Final = re.compile(r"^(?:import|export)\b.*|\bimport\(.*", re.MULTILINE)
COMMENT: Final = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def joined(name: str, read: Callable[[str], str], names: Mapping[str, str]) -> str:
    """The module ``name`` with what it imports; ``names`` says where each bare name lies, as the import map does."""

    def bare(place: str) -> str:
        return squeezed(read(place))

    parts = [_part(place, bare(place), names) for place in _needed(name, bare, names, {})]
    return f"const modules = {{}};\n{''.join(parts)}"


def squeezed(text: str) -> str:
    """The same module without comments that stand on lines of their own, empty lines and indentation."""
    lines = [line.strip() for line in COMMENT.sub("", text).splitlines()]
    if any(line.count("`") % 2 for line in lines):
        message = "A template string runs over lines, whose indentation would be lost."
        raise ValueError(message)
    return "".join(f"{line}\n" for line in lines if line)


def _needed(name: str, read: Callable[[str], str], names: Mapping[str, str], seen: dict[str, str]) -> list[str]:
    """The modules in the order in which they must run, each once, ``name`` last."""
    if name in seen:
        if seen[name] == "begun":
            message = f"{name} imports itself by way of others."
            raise ValueError(message)
        return []
    seen[name] = "begun"
    below = [each for _what, bare in IMPORT.findall(read(name)) for each in _needed(names[bare], read, names, seen)]
    seen[name] = "done"
    return [*below, name]


def _part(name: str, text: str, names: Mapping[str, str]) -> str:
    """One module as a function that is called at once and gives its exports."""
    given = ", ".join(EXPORT.findall(text))
    body = EXPORT.sub("", IMPORT.sub(lambda found: _binding(found, names), text))
    if left := LEFT.search(body):
        message = f"{name}: this form of import or export is not known: {left[0]}"
        raise ValueError(message)
    return f'modules["{name}"] = (() => {{\n{body}return {{ {given} }};\n}})();\n'


def _binding(found: re.Match[str], names: Mapping[str, str]) -> str:
    what, bare = found.groups()
    return f'const {{ {what.replace(" as ", ": ")} }} = modules["{names[bare]}"];\n' if what else ""
