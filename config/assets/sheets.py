"""One style sheet from a sheet that only imports others, and any sheet without what no browser reads."""

import posixpath
import re
from collections.abc import Callable
from typing import Final

IMPORT: Final = re.compile(r'^@import url\("([^")]+)"\)(?: ([a-z]+))?;\n', re.MULTILINE)
ADDRESS: Final = re.compile(r'url\(\s*(["\']?)(?!data:|[#/])([^"\')]+)\1\s*\)')
STRING: Final = r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
KEPT_OR_COMMENT: Final = re.compile(rf"({STRING}|/\*!.*?\*/)|/\*.*?\*/", re.DOTALL)
KEPT_OR_SPACE: Final = re.compile(rf"({STRING}|/\*!.*?\*/)|\s*([{{}};,])\s*|(:)\s+|\s+", re.DOTALL)


def joined(name: str, read: Callable[[str], str]) -> str:
    """The sheet with every imported one in the place of its import, addresses turned to where the whole one lies.

    ``read`` gives the text of a sheet by its name below the static root. An import may name a kind of medium.
    """

    def imported(found: re.Match[str]) -> str:
        other = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1]))
        text = moved(joined(other, read), posixpath.dirname(other), posixpath.dirname(name))
        return f"@media {found[2]} {{\n{text}}}\n" if found[2] else text

    return IMPORT.sub(imported, read(name))


def moved(text: str, there: str, here: str) -> str:
    """The text of a sheet in the folder ``there`` as one in the folder ``here`` must write it."""

    def address(found: re.Match[str]) -> str:
        return f'url("{posixpath.relpath(posixpath.join(there, found[2]), here)}")'

    return ADDRESS.sub(address, text)


def squeezed(text: str) -> str:
    """The same rules without comments and needless space; strings and comments that begin with ``/*!`` stay."""
    bare = KEPT_OR_COMMENT.sub(lambda found: found[1] or "", text)
    tight = KEPT_OR_SPACE.sub(lambda found: found[1] or found[2] or found[3] or " ", bare)
    return tight.replace(";}", "}").strip() + "\n"
