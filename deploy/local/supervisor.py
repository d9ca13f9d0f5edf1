"""The web process and the worker, started together and stopped together."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from deploy.local.commands import environment, succeeds
from deploy.local.django import DEVELOPMENT, MANAGE
from deploy.local.places import PYTHON, ROOT, STATE
from deploy.local.progress import Failure, say, step

RUNNING = STATE / "running.json"
PATIENCE = 60.0  # seconds until the first answer
GRACE = 10.0  # seconds that a process has to end by itself
LISTEN = "127.0.0.1"
WITH_PARENT = ("setpriv", "--pdeathsig", "TERM")


class Stopped(Exception):  # noqa: N818 - not an error
    """Somebody asked the supervisor to stop."""


def supervise(port: int, when_ready: Callable[[], None]) -> int:
    """Run both processes until one ends or somebody asks to stop. Returns 0 only when somebody asked."""
    refuse_second_start(port)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    processes: dict[str, subprocess.Popen[bytes]] = {}
    try:
        with step("Starting the web process and the worker"):
            for name, words in commands(port).items():
                processes[name] = begin(words, port)
                remember(processes)
            wait_for_answer(port, processes)
        when_ready()
        name = wait_for_end(processes)
        say(f"The {name} process ended by itself (exit code {processes[name].returncode}), so everything is stopped.")
    except Stopped:
        say("\nStopping …")
        return 0
    else:
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end(processes)
        RUNNING.unlink(missing_ok=True)


def interrupt(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def commands(port: int) -> dict[str, list[str]]:
    web = [str(PYTHON), "-m", "gunicorn", "config.wsgi:application", "--bind", f"{LISTEN}:{port}", "--workers", "2"]
    return {
        "web": [*web, "--threads", "4", "--limit-request-line", "8190", "--log-level", "warning"],
        "worker": [*MANAGE, "procrastinate", "worker"],
    }


def own_address(port: int) -> dict[str, str]:
    """The address that pages name as their own, unless the environment says another."""
    return {"ATTEST_BASE_URL": os.environ.get("ATTEST_BASE_URL") or f"http://{LISTEN}:{port}"}


def begin(words: list[str], port: int) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, so that Ctrl-C reaches this program alone and it decides the order.

    The kernel ends the process should this program be killed before it can.
    """
    words = [*WITH_PARENT, *words] if succeeds([*WITH_PARENT, "true"]) else words
    return subprocess.Popen(
        words, cwd=ROOT, env=environment({**DEVELOPMENT, **own_address(port)}), start_new_session=True
    )


def wait_for_answer(port: int, processes: dict[str, subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        ended = [name for name, process in processes.items() if process.poll() is not None]
        if ended:
            message = f"The {ended[0]} process ended at its start; the lines above say why."
            raise Failure(message)
        with suppress(OSError), urllib.request.urlopen(f"http://{LISTEN}:{port}/healthz", timeout=5):
            return
        time.sleep(0.2)
    message = f"The web process gave no answer within {PATIENCE:.0f} seconds. Start again, or choose another PORT."
    raise Failure(message)


def wait_for_end(processes: dict[str, subprocess.Popen[bytes]]) -> str:
    while True:
        for name, process in processes.items():
            if process.poll() is not None:
                return name
        time.sleep(0.5)


def end(processes: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask every process to end, then make it."""
    for process in processes.values():
        with suppress(ProcessLookupError):
            process.terminate()
    until = time.monotonic() + GRACE
    for process in processes.values():
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.1, until - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def remember(processes: dict[str, subprocess.Popen[bytes]]) -> None:
    """Write down who runs, for ``make stop``."""
    RUNNING.write_text(json.dumps([os.getpid(), *(process.pid for process in processes.values())]))


def refuse_second_start(port: int) -> None:
    if alive():
        message = "Attest runs already in this checkout. `make stop` stops it."
        raise Failure(message)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LISTEN, port))
        except OSError as error:
            message = f"Port {port} cannot be used ({error.strerror}). Choose another: `make run PORT={port + 1}`."
            raise Failure(message) from error


def alive() -> list[int]:
    """The processes of an earlier start that still run, the supervisor first."""
    if not RUNNING.exists():
        return []
    return [number for number in json.loads(RUNNING.read_text()) if is_ours(number)]


def is_ours(number: int) -> bool:
    """Whether a process number still belongs to this checkout: numbers are used again after a restart."""
    try:
        return Path(f"/proc/{number}/cwd").readlink() == ROOT
    except OSError:
        return False


def stop() -> bool:
    """Stop what an earlier ``make run`` started: its supervisor, and whatever that one left behind."""
    running = alive()
    for number in running:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGTERM)
        until = time.monotonic() + 2 * GRACE
        while is_ours(number) and time.monotonic() < until:
            time.sleep(0.1)
    RUNNING.unlink(missing_ok=True)
    return bool(running)
