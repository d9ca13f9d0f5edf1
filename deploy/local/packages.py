"""Debian's packages: installed where we may, taken apart into ``.attest/debian`` where we may not."""

import os
import re
import shutil
from pathlib import Path

from deploy.local.commands import run, succeeds
from deploy.local.places import DEBIAN, make_state
from deploy.local.progress import step

CLUSTER_CONFIGURATION = Path("/etc/postgresql-common/createcluster.conf")
NO_MAIN_CLUSTER = "create_main_cluster = false"
POSTGIS = re.compile(r"^(postgresql-(\d+))-postgis-3\b", re.MULTILINE)
PATIENTLY = ("-o", "DPkg::Lock::Timeout=300")
"""Seconds to wait for another apt, as Debian's own updates on a new machine."""

PLANNED = re.compile(r"^Inst (\S+)", re.MULTILINE)


class DebianPackages:
    """What this user can do with apt: everything as root or with sudo, download and unpack as anybody else."""

    def __init__(self) -> None:
        self.usable = shutil.which("apt-get") is not None and shutil.which("dpkg") is not None
        if os.getuid() == 0:
            self.prefix: list[str] | None = []
        else:
            self.prefix = ["sudo", "-n"] if succeeds(["sudo", "-n", "true"]) else None

    @property
    def has_rights(self) -> bool:
        return self.usable and self.prefix is not None

    def provide(self, names: list[str], *, why: str) -> None:
        """Make ``names`` available, installed or extracted, whichever this user may do."""
        if self.has_rights:
            self.install(names, why=why)
        else:
            self.extract(names, why=why)

    def install(self, names: list[str], *, why: str) -> None:
        prefix = self.prefix or []
        with step(f"Installing {' '.join(names)} with apt"):
            run([*prefix, "apt-get", "update"], log="apt-update", advice=why)
            if any(name.startswith("postgresql") for name in names):
                self.keep_debian_from_making_a_cluster()
            quietly = ("--yes", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", *PATIENTLY)
            without_questions = ("env", "DEBIAN_FRONTEND=noninteractive")
            run([*prefix, *without_questions, "apt-get", "install", *quietly, *names], log="apt-install", advice=why)

    def keep_debian_from_making_a_cluster(self) -> None:
        """Tell Debian's package not to start a server of its own, before it is installed and would."""
        prefix = self.prefix or []
        script = 'mkdir -p "$(dirname "$1")"; grep -qs "^create_main_cluster" "$1" || echo "$2" >> "$1"'
        run(
            [*prefix, "sh", "-c", script, "sh", CLUSTER_CONFIGURATION, NO_MAIN_CLUSTER],
            log="apt-postgresql-common",
            advice=f"{CLUSTER_CONFIGURATION} could not be written. Write `{NO_MAIN_CLUSTER}` into it yourself.",
        )

    def extract(self, names: list[str], *, why: str) -> None:
        """Download ``names`` with what they need and this system lacks, and unpack it all into ``.attest/debian``.

        apt keeps its lists inside that folder, so the system is read and never written.
        """
        make_state()
        downloads = DEBIAN / "downloads"
        downloads.mkdir(parents=True, exist_ok=True)
        options = self.private_apt()
        with step(f"Unpacking {' '.join(names)} into {DEBIAN}, because there is no right to install"):
            run(["apt-get", *options, "update"], log="apt-update", advice=why)
            plan = run(
                ["apt-get", *options, "--simulate", "--no-install-recommends", "install", *names],
                log="apt-plan",
                advice=why,
            )
            run(["apt-get", *options, "download", *PLANNED.findall(plan)], log="apt-get", advice=why, folder=downloads)
            for package in sorted(downloads.glob("*.deb")):
                run(["dpkg", "--extract", package, DEBIAN / "root"], log="dpkg", advice=why)
                package.unlink()
        complete_alternatives()

    def private_apt(self) -> list[str]:
        """Options that give apt lists and caches of its own, and the system's word on what is installed."""
        for folder in ("state/lists/partial", "cache/archives/partial"):
            (DEBIAN / "apt" / folder).mkdir(parents=True, exist_ok=True)
        settings = {
            "Dir::State": DEBIAN / "apt/state",
            "Dir::State::status": "/var/lib/dpkg/status",
            "Dir::Cache": DEBIAN / "apt/cache",
            "APT::Sandbox::User": "",
            "Debug::NoLocking": "1",
        }
        return [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]

    def newest_postgis(self) -> list[str]:
        """The packages of the newest PostgreSQL that the system offers with PostGIS."""
        answer = run(
            ["apt-cache", "search", "--names-only", "^postgresql-[0-9]+-postgis-3$"],
            log="apt-cache",
            advice="apt cannot be asked what it offers. Run `apt-get update`, then start again.",
        )
        offered = max(POSTGIS.findall(answer), key=lambda found: int(found[1]), default=("postgresql-15", "15"))
        return [offered[0], f"{offered[0]}-postgis-3"]


def complete_alternatives() -> None:
    """Make the links that a package's own script would have made: ``postgis.control`` for ``postgis-3.control``."""
    for control in (DEBIAN / "root/usr/share/postgresql").glob("*/extension/*-3.control"):
        plain = control.with_name(control.name.replace("-3.control", ".control"))
        if not plain.exists():
            plain.symlink_to(control.name)
