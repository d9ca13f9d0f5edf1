"""``make bench`` and ``make bench-queue``: what is measured on large data, in databases of their own.

Such a database is made anew when the schema or what invents its rows has changed since.
"""

import hashlib
import os
import signal
import subprocess
from datetime import UTC, datetime

from deploy.local import cluster
from deploy.local.clients import have_clients
from deploy.local.cluster import DATABASE
from deploy.local.commands import environment, run, show
from deploy.local.django import MANAGE, local_urls
from deploy.local.places import PYTHON, ROOT, STATE
from deploy.local.progress import Failure, long_step
from deploy.local.supervisor import LISTEN, commands, own_address, wait_for_answer

BENCH = "attest_bench"
QUEUE = "attest_bench_queue"
INCIDENTS = 200_000
AT_THE_DESK = 50_000
MEASURED = {
    "DJANGO_SETTINGS_MODULE": "config.settings.bench",
    "ATTEST_DEBUG": "false",
    "ATTEST_LOG_LEVEL": "WARNING",
    "ATTEST_STATIC_ROOT": str(STATE / "bench-static"),
}
MADE_BY = {
    BENCH: ("*/migrations/*", "incidents/management/synthetic/*.py", "incidents/services/synthesising*.py"),
    QUEUE: ("*/migrations/*", "bench/queue_data.py"),
}
"""What the rows of each database follow from, as patterns of files."""

ANEW = """
SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database
WHERE datname = '{name}' AND shobj_description(oid, 'pg_database') IS DISTINCT FROM '{edition}'
\\gexec
"""
NOT_PRIVATE = "`make bench` makes a database of its own and needs the private cluster: unset DATABASE_URL."


def bench(number: int, port: int, parts: str) -> int:
    """Make what is missing of ``number`` synthetic incidents, start the site on them, measure, and stop it.

    ``parts`` names what is measured, with commas between; nothing is everything.
    """
    settings = {**database_of_its_own(BENCH), **own_address(port)}
    with long_step("Preparing the record to be measured"):
        run([*MANAGE, "migrate", "--no-input"], log="bench", advice="The schema could not be made.", env=settings)
        run([*MANAGE, "collectstatic", "--no-input"], log="bench", advice="Files are missing.", env=settings)
        missing = number - made(settings)
        if missing > 0:
            show([*MANAGE, "synthesise", str(missing)], env=settings)
            settle(BENCH)
    web = subprocess.Popen(commands(port)["web"], cwd=ROOT, env=environment(settings), start_new_session=True)
    try:
        wait_for_answer(port, {"web": web})
        return show([str(PYTHON), *measuring(port, parts)], env=have_clients())
    finally:
        os.killpg(web.pid, signal.SIGTERM)
        web.wait()


def measuring(port: int, parts: str) -> list[str]:
    """The words that measure the site; the whole is kept among the results, a part only shown."""
    words = ["-m", "bench.explorer", f"http://{LISTEN}:{port}"]
    out = ROOT / "bench" / "results" / f"{datetime.now(UTC):%Y-%m-%d}.json"
    return [*words, "--parts", parts] if parts else [*words, "--out", str(out)]


def bench_queue(number: int) -> int:
    """Make what is missing of ``number`` incidents at the desk, and measure the queue on them."""
    settings = {**database_of_its_own(QUEUE), "ATTEST_DEBUG": "true"}  # asked within the process: no HTTPS, no hosts
    with long_step("Preparing the desk to be measured"):
        run([*MANAGE, "migrate", "--no-input"], log="bench", advice="The schema could not be made.", env=settings)
        run([*MANAGE, "load_gazetteer"], log="bench", advice="There are no places.", env=settings)
        run([*MANAGE, "collectstatic", "--no-input"], log="bench", advice="Files are missing.", env=settings)
    out = ROOT / "bench" / "results" / f"queue-{datetime.now(UTC):%Y-%m-%d}.json"
    words = ["-m", "bench.queue", "--number", str(number), "--out", str(out)]
    return show([str(PYTHON), *words], env=settings)


def database_of_its_own(name: str) -> dict[str, str]:
    """Make a database beside the checkout's own, anew where it is older than the code, and return its settings."""
    one = cluster.existing()
    if one is None or not local_urls():
        raise Failure(NOT_PRIVATE)
    cluster.sql(one, "postgres", ANEW.format(name=name, edition=edition(name)))
    script = cluster.script("database").replace(f"DATABASE {DATABASE} ", f"DATABASE {name} ")
    cluster.sql(one, "postgres", script.replace(f"'{DATABASE}'", f"'{name}'"))
    cluster.sql(one, name, f"COMMENT ON DATABASE {name} IS '{edition(name)}';\n{cluster.script('extensions')}")
    urls = {key: value.removesuffix(f"/{DATABASE}") + f"/{name}" for key, value in local_urls().items()}
    return {**MEASURED, **urls}


def settle(name: str) -> None:
    """Do at once what the database does for its statistics within the hour."""
    if one := cluster.existing():
        cluster.sql(one, name, "VACUUM (ANALYZE);")


def edition(name: str) -> str:
    """A hash over what the rows of a database follow from."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MADE_BY[name] for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def made(settings: dict[str, str]) -> int:
    """How many incidents the record to be measured holds."""
    question = "from incidents.models import PublishedIncident as P; print(P.objects.count())"
    said = run(
        [*MANAGE, "shell", "--no-imports", "-c", question], log="bench", advice="It has no record.", env=settings
    )
    return int(said.split()[-1])
