"""The virtual environment in ``.venv``, filled from the locked requirements and from nothing else."""

import hashlib
import re
import shutil
import sys
import venv
from pathlib import Path

from deploy.local.commands import run, succeeds
from deploy.local.packages import DebianPackages
from deploy.local.places import DEBIAN, PYTHON, REQUIREMENTS, STATE, VENV, make_state
from deploy.local.progress import Failure, step

PIP_OPTIONS = (
    *("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps"),
    "--no-compile",  # Python does, of what it uses
    *("--require-hashes", "--only-binary=:all:"),  # what was locked, and no package's own program …
    *("--no-binary=cpe", "--requirement"),  # … but of this one, which only the tests need (ADR 0030)
)
NO_PIP = "Python cannot make virtual environments here. Install the package python3-venv, then start again."
NO_INSTALL = "The Python packages could not be installed. Check the connection to the package index, then start again."


def ensure(lock: str) -> None:
    """Make the environment hold what ``requirements/<lock>.txt`` lists; does nothing when it already does."""
    make_state()
    if not succeeds([PYTHON, "-m", "pip", "--version"]):
        with step("Making the virtual environment"):
            create()
    path = REQUIREMENTS / f"{lock}.txt"
    if stamp(lock).exists() and stamp(lock).read_text() == digest(path):
        return
    with step(f"Installing the Python packages of requirements/{path.name}, a minute or two"):
        run([PYTHON, "-m", "pip", "install", *PIP_OPTIONS, path], log=f"pip-{lock}", advice=NO_INSTALL)
    stamp(lock).write_text(digest(path))
    if lock == "dev":  # holds everything that base does, at the same versions
        stamp("base").write_text(digest(REQUIREMENTS / "base.txt"))


def beside(lock: str) -> Path:
    """Install what ``requirements/<lock>.txt`` asks for otherwise than ``dev`` into a folder, and say which.

    First on the path, it takes the place of what ``.venv`` has, which stays as it is.
    """
    folder, path = STATE / lock, REQUIREMENTS / f"{lock}.txt"
    mark = folder / "installed"
    if mark.exists() and mark.read_text() == digest(path):
        return folder
    asked = STATE / f"{lock}.txt"
    asked.write_text("".join(sorted(pins(path) - pins(REQUIREMENTS / "dev.txt"))))
    with step(f"Installing what requirements/{path.name} has besides"):
        shutil.rmtree(folder, ignore_errors=True)
        where = ("--target", folder)
        run([PYTHON, "-m", "pip", "install", *where, *PIP_OPTIONS, asked], log=f"pip-{lock}", advice=NO_INSTALL)
    mark.write_text(digest(path))
    return folder


def pins(path: Path) -> set[str]:
    """The packages of a lock, each with its version and hashes."""
    return set(re.findall(r"^\w.*\n(?: +--hash=.*\n)+", path.read_text(), re.MULTILINE))


def stamp(lock: str) -> Path:
    return VENV / f"installed-{lock}"


def digest(path: Path) -> str:
    """Changes with the lock and with the Python that the packages were installed for."""
    return f"{sys.version_info[:2]} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def create() -> None:
    """Make ``.venv`` with pip in it, on a Debian whose Python comes without the means for that too."""
    packages = DebianPackages()
    if not succeeds([sys.executable, "-c", "import ensurepip"]):
        if not packages.usable:
            raise Failure(NO_PIP)
        if not packages.has_rights:
            create_without_ensurepip(packages)
            return
        packages.install(["python3-venv"], why=NO_PIP)
    run([sys.executable, "-m", "venv", "--clear", VENV], log="venv", advice=NO_PIP)


def create_without_ensurepip(packages: DebianPackages) -> None:
    """Install pip from the wheel inside Debian's package, for a user who may not install that package."""
    packages.extract(["python3-pip-whl"], why=NO_PIP)
    wheels = sorted((DEBIAN / "root/usr/share/python-wheels").glob("pip-*.whl"))
    if not wheels:
        raise Failure(NO_PIP)
    venv.create(VENV, clear=True, with_pip=False)
    run([PYTHON, wheels[-1] / "pip", "install", "--quiet", "--no-index", wheels[-1]], log="venv-pip", advice=NO_PIP)
