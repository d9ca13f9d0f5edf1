"""What the tests need beside Python: a browser, what Playwright drives it with, and curl.

With ``CLIENTS=1``, as before a change goes in, also the programs that people of the field read our answers with. Where
these are missing, the tests that are theirs are skipped and say so.
"""

import os
import shutil
from pathlib import Path

from deploy.local.packages import DebianPackages
from deploy.local.places import DEBIAN, STATE
from deploy.local.postgres import library_folders
from deploy.local.progress import Failure

SHELL = Path("/usr/bin/chromium-headless-shell")
"""Debian's Chromium without a window of its own: the same engine, a fifth less work for every page."""

CHROMIUM = Path("/usr/bin/chromium")
OWN_CHROMIUM = STATE / "chromium"
UNPACKED = DEBIAN / "root"
BROWSER = ["chromium-headless-shell", "fonts-liberation", "fonts-noto-core"]
FIELD = {
    "gdal-bin": Path("/usr/bin/ogr2ogr"),
    "python3-qgis": Path("/usr/lib/python3/dist-packages/qgis"),
    "r-base-core": Path("/usr/bin/Rscript"),
    "r-cran-jsonlite": Path("/usr/lib/R/site-library/jsonlite"),
}
"""The programs of the field by package, each with what shows that it is there."""

DRIVER_LIBRARY = "libatomic.so.1"
NO_CLIENTS = "The tests need Debian's packages {names}. Install them, then start again."
WRAPPER = """#!/bin/sh
# Chromium out of Debian's package, unpacked beside the libraries and fonts that it needs.
export LD_LIBRARY_PATH="{libraries}"
export FONTCONFIG_FILE="{fonts}"
exec "{program}" "$@"
"""
FONTS = """<?xml version="1.0"?>
<fontconfig><dir>/usr/share/fonts</dir><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def have_clients() -> dict[str, str]:
    """Install what is missing, or unpack it into ``.attest/``; the environment in which all of it is found."""
    names = missing()
    if names:
        why = NO_CLIENTS.format(names=", ".join(names))
        packages = DebianPackages()
        if not packages.usable:
            raise Failure(why)
        provide(packages, names, why=why)
        if set(missing()) - ({*BROWSER} if CHROMIUM.exists() else set()):
            raise Failure(why)
    if os.environ.get("CLIENTS"):
        have_those_of_the_field()
    return unpacked_environment() if UNPACKED.exists() else {}


def have_those_of_the_field() -> None:
    """Install the programs of the field, where we may: they are too large to be unpacked."""
    names, packages = [name for name, sign in FIELD.items() if not sign.exists()], DebianPackages()
    if names and packages.has_rights:
        packages.install(names, why=NO_CLIENTS.format(names=", ".join(names)))


def provide(packages: DebianPackages, names: list[str], *, why: str) -> None:
    """Install or unpack them; where all that is missing is the better of two browsers, the other will do."""
    try:
        packages.provide(names, why=why)
    except Failure:
        if set(names) - {*BROWSER} or not CHROMIUM.exists():
            raise


def missing() -> list[str]:
    """The packages whose programs or libraries are neither in the system nor unpacked."""
    write_wrapper()
    names = [] if SHELL.exists() or OWN_CHROMIUM.exists() else [*BROWSER]
    if not any(list(root.glob(f"usr/lib/*/{DRIVER_LIBRARY}")) for root in (Path("/"), UNPACKED)):
        names.append("libatomic1")
    if shutil.which("curl") is None and not (UNPACKED / "usr/bin/curl").exists():
        names.append("curl")
    return names


def write_wrapper() -> None:
    """Make the unpacked Chromium, where there is one, a program that finds its libraries and fonts."""
    unpacked = UNPACKED / "usr/lib/chromium/chromium-headless-shell"
    if SHELL.exists() or not unpacked.exists():
        return
    fonts = DEBIAN / "fonts.conf"
    fonts.write_text(FONTS.format(folder=UNPACKED / "usr/share/fonts", cache=DEBIAN / "fonts"))
    libraries = os.pathsep.join(map(str, library_folders(UNPACKED)))
    OWN_CHROMIUM.write_text(WRAPPER.format(libraries=libraries, fonts=fonts, program=unpacked))
    OWN_CHROMIUM.chmod(0o755)


def unpacked_environment() -> dict[str, str]:
    """Where unpacked programs and libraries are looked for: after those of the system."""
    libraries = [folder for folder in library_folders(UNPACKED) if folder.name.endswith("-linux-gnu")]
    programs = [os.environ.get("PATH", os.defpath), str(UNPACKED / "usr/bin")]
    return {"PATH": os.pathsep.join(programs), "LD_LIBRARY_PATH": os.pathsep.join(map(str, libraries))}
