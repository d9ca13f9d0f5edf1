"""Web and worker live and die together."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bootstrap import Checkout, check_out, silent_environment

PROGRAM = """
import sys
from deploy.local import supervisor
from deploy.local.places import make_state

port, worker = int(sys.argv[1]), sys.argv[2]
make_state()
supervisor.commands = lambda port: {
    "web": [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"],
    "worker": [sys.executable, "-c", worker],
}
sys.exit(supervisor.supervise(port, lambda: print("ready", flush=True)))
"""
STEADY = "import time; time.sleep(600)"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    one = check_out(tmp_path / "attest")
    (one.folder / "healthz").write_text("ok")
    return one


@pytest.fixture
def port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def supervise(checkout: Checkout, port: int, worker: str = STEADY) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(port), worker],
        cwd=checkout.folder,
        env=silent_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture
def running(checkout: Checkout, port: int) -> Iterator[subprocess.Popen[str]]:
    process = supervise(checkout, port)
    assert process.stdout is not None
    while process.stdout.readline() not in {"ready\n", ""}:
        pass
    yield process
    process.terminate()
    process.communicate(timeout=20)


def processes(checkout: Checkout) -> list[int]:
    numbers: list[int] = json.loads((checkout.folder / ".attest/running.json").read_text())
    return numbers


def is_alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_stopping_the_supervisor_stops_both(checkout: Checkout, running: subprocess.Popen[str]) -> None:
    started = processes(checkout)
    assert [is_alive(number) for number in started] == [True, True, True]
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 0
    assert [is_alive(number) for number in started] == [False, False, False]
    assert not (checkout.folder / ".attest/running.json").exists()


@pytest.mark.parametrize("which", [1, 2])
def test_when_one_dies_the_other_is_stopped(checkout: Checkout, running: subprocess.Popen[str], which: int) -> None:
    started = processes(checkout)
    os.kill(started[which], signal.SIGKILL)
    assert running.wait(20) == 1
    assert [is_alive(number) for number in started] == [False, False, False]


def test_killing_the_supervisor_leaves_nobody_behind(checkout: Checkout, running: subprocess.Popen[str]) -> None:
    started = processes(checkout)
    running.kill()
    until = time.monotonic() + 10
    while any(map(is_alive, started[1:])) and time.monotonic() < until:
        time.sleep(0.1)
    assert [is_alive(number) for number in started[1:]] == [False, False]


def test_make_stop_stops_it(checkout: Checkout, running: subprocess.Popen[str]) -> None:
    started = processes(checkout)
    stopped = checkout.make("stop")
    assert "Everything is stopped." in stopped.stdout
    assert [is_alive(number) for number in started[1:]] == [False, False]


def test_a_second_start_in_the_same_checkout_is_refused(
    checkout: Checkout, running: subprocess.Popen[str], port: int
) -> None:
    second = supervise(checkout, port + 1)
    output, _ = second.communicate(timeout=20)
    assert second.returncode == 1
    assert "runs already" in output


def test_a_port_in_use_is_named(checkout: Checkout, port: int) -> None:
    with closing(socket.socket()) as holder:
        holder.bind(("127.0.0.1", port))
        holder.listen()
        refused = supervise(checkout, port)
        output, _ = refused.communicate(timeout=20)
    assert refused.returncode == 1
    assert f"Port {port} cannot be used" in output
    assert f"make run PORT={port + 1}" in output


def test_a_worker_that_cannot_start_stops_the_start(checkout: Checkout, port: int) -> None:
    began = time.monotonic()
    failed = supervise(checkout, port, worker="raise SystemExit(3)")
    output, _ = failed.communicate(timeout=30)
    assert failed.returncode == 1
    assert "worker process ended" in output
    assert time.monotonic() - began < 30


def test_a_port_that_is_no_number_is_refused(checkout: Checkout) -> None:
    refused = checkout.make("run", PORT="http")
    assert refused.returncode == 1
    assert "PORT is 'http', and must be a number." in refused.stdout
