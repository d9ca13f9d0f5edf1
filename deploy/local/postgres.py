"""Find a PostgreSQL that can run the record: version 15 or later, with PostGIS beside it."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from deploy.local.places import DEBIAN

OLDEST = 15
EXTRACTED = DEBIAN / "root"


@dataclass(frozen=True, slots=True)
class Installation:
    """The programs of one PostgreSQL, and where their libraries are when that is not where the system looks."""

    version: int
    programs: Path
    libraries: tuple[Path, ...] = ()

    def program(self, name: str) -> str:
        return str(self.programs / name)

    @property
    def env(self) -> dict[str, str]:
        return {"LD_LIBRARY_PATH": ":".join(map(str, self.libraries))} if self.libraries else {}


def find(version: int | None = None) -> Installation | None:
    """The newest usable PostgreSQL: the system's, another on the PATH, or the one extracted into ``.attest/``.

    ``version`` asks for one major version, because a cluster can only be run by the version that made it.
    """
    found = [*in_debian_layout(Path("/")), *on_path(), *in_debian_layout(EXTRACTED)]
    usable = [one for one in found if one.version >= OLDEST and version in {None, one.version}]
    return max(usable, key=lambda one: (one.version, not one.libraries), default=None)


def in_debian_layout(root: Path) -> list[Installation]:
    """Every version that Debian's packages laid down under ``root`` together with PostGIS."""
    libraries = () if root == Path("/") else tuple(library_folders(root))
    return [
        Installation(int(folder.name), folder / "bin", libraries)
        for folder in (root / "usr/lib/postgresql").glob("[0-9]*")
        if (folder / "bin/initdb").is_file()
        and (root / f"usr/share/postgresql/{folder.name}/extension/postgis.control").is_file()
    ]


def on_path() -> list[Installation]:
    """The PostgreSQL that ``pg_config`` on the PATH speaks of, for systems that are not Debian."""
    try:
        answer = subprocess.run(["pg_config"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return []
    said = dict(re.findall(r"^(\w+) = (.*)$", answer, re.MULTILINE))
    version = re.search(r"PostgreSQL (\d+)", said.get("VERSION", ""))
    programs, share = Path(said.get("BINDIR", "")), Path(said.get("SHAREDIR", ""))
    if version and (programs / "initdb").is_file() and (share / "extension/postgis.control").is_file():
        return [Installation(int(version[1]), programs)]
    return []


def library_folders(root: Path) -> list[Path]:
    """Folders under ``root`` that hold shared libraries, such as ``usr/lib/x86_64-linux-gnu`` and its ``blas``."""
    libraries = [*(root / "usr/lib").glob("*-linux-gnu*/**/*.so*"), *(root / "lib").glob("*-linux-gnu*/**/*.so*")]
    return sorted({library.parent for library in libraries})
