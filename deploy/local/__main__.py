"""The commands behind the Makefile: ``python3 -m deploy.local run``, and the others that ``help`` lists."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable

from deploy.local import benches, checks, cluster, database, django, supervisor, virtual_environment
from deploy.local.clients import OWN_CHROMIUM
from deploy.local.commands import show
from deploy.local.places import DEBIAN, PYTHON, STATE
from deploy.local.progress import Failure, say, step

OLDEST_PYTHON = (3, 11)
Command = Callable[[argparse.Namespace], int]


def run(_options: argparse.Namespace) -> int:
    """install what is missing, then start everything (PORT=8000 chooses the port)"""
    port = os.environ.get("PORT", "8000")
    if not port.isdecimal():
        message = f"PORT is {port!r}, and must be a number."
        raise Failure(message)
    virtual_environment.ensure("base")
    with database.running():
        django.prepare()
        return supervisor.supervise(int(port), lambda: welcome(int(port)))


def welcome(port: int) -> None:
    say(f"\nAttest is at http://127.0.0.1:{port}/ and its desk at http://127.0.0.1:{port}/desk/")
    say(django.sign_ins())
    say("Ctrl-C stops everything.\n")


def stop(_options: argparse.Namespace) -> int:
    """stop the web process, the worker and the database"""
    processes = supervisor.stop()
    stopped = database.stop() or processes
    say("Everything is stopped." if stopped else "Nothing was running.")
    return 0


def reset(_options: argparse.Namespace) -> int:
    """throw this checkout's database away (asks first; FORCE=1 does not ask)"""
    if not os.environ.get("FORCE"):
        say(f"This deletes the database of this checkout, with everything in it: {STATE}")
        if not sys.stdin.isatty() or input("Type yes to go on: ") != "yes":
            say("Nothing was deleted.")
            return 1
    stop(_options)
    with step("Deleting the database"):
        cluster.remove()
        for path in STATE.glob("*"):
            if path not in {DEBIAN, OWN_CHROMIUM}:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    return 0


def demo(_options: argparse.Namespace) -> int:
    """load the demonstration data; running it again changes nothing"""
    virtual_environment.ensure("base")
    with database.running():
        django.prepare()
        django.demonstrate()
    return 0


def synthetic(options: argparse.Namespace) -> int:
    """make N=1000 synthetic incidents, labelled as such"""
    number = options.words[0] if options.words else "1000"
    if not number.isdecimal():
        message = f"N is {number!r}, and must be a number: `make synthetic N=100000`."
        raise Failure(message)
    virtual_environment.ensure("base")
    with database.running():
        django.prepare()
        return django.synthesise(int(number))


def release(_options: argparse.Namespace) -> int:
    """freeze the record under a name, for good (TAG=2024.1, CUT_OFF=2024-03-31)"""
    tag = os.environ.get("TAG", "")
    if not tag:
        message = "TAG is not set. Name the release: `make release TAG=2024.1`."
        raise Failure(message)
    virtual_environment.ensure("base")
    with database.running():
        django.prepare()
        return django.release(tag, os.environ.get("CUT_OFF", ""))


def shell(_options: argparse.Namespace) -> int:
    """open Python with the models at hand"""
    virtual_environment.ensure("base")
    with database.running():
        django.prepare()
        return django.shell()


def start_database(_options: argparse.Namespace) -> int:
    """start the database alone, for manage.py and the tests by hand"""
    database.start()
    return 0


def test(options: argparse.Namespace) -> int:
    """run every test (ARGS=tests/… runs some, COVERAGE=1 measures coverage, CLIENTS=1 adds GDAL, QGIS and R)"""
    virtual_environment.ensure("dev")
    with database.running():
        return checks.test(options.words, measured=bool(os.environ.get("COVERAGE")))


def in_a_bucket(_options: argparse.Namespace) -> int:
    """run the tests of releases in an S3 bucket, with the packages that need it and a server of its own"""
    virtual_environment.ensure("dev")
    with database.running():
        return checks.test_bucket()


def bench(options: argparse.Namespace) -> int:
    """measure the explorer on 200,000 synthetic incidents (N=… for another number, PARTS=bytes,slow for some parts)"""
    number = options.words[0] if options.words else str(benches.INCIDENTS)
    if not number.isdecimal():
        message = f"N is {number!r}, and must be a number: `make bench N=200000`."
        raise Failure(message)
    virtual_environment.ensure("dev")
    with database.running():
        return benches.bench(int(number), int(os.environ.get("PORT", "8090")), os.environ.get("PARTS", ""))


def bench_queue(options: argparse.Namespace) -> int:
    """measure the desk's queue at 50,000 incidents (N=… for another number)"""
    number = options.words[0] if options.words else str(benches.AT_THE_DESK)
    if not number.isdecimal():
        message = f"N is {number!r}, and must be a number: `make bench-queue N=50000`."
        raise Failure(message)
    virtual_environment.ensure("dev")
    with database.running():
        return benches.bench_queue(int(number))


def lint(_options: argparse.Namespace) -> int:
    """run every check that is not a test (CLIENTS=1 installs meanwhile what the tests then need)"""
    virtual_environment.ensure("dev")
    with database.running():
        return checks.lint()


def check(options: argparse.Namespace) -> int:
    """run lint, then test with coverage: what has to pass before a change goes in"""
    virtual_environment.ensure("dev")
    with database.running():
        return checks.lint() or checks.test(options.words, measured=True)


def reformat(_options: argparse.Namespace) -> int:
    """put code and templates into their format"""
    virtual_environment.ensure("dev")
    return checks.reformat()


def lock(_options: argparse.Namespace) -> int:
    """resolve requirements/*.in anew into the hash-pinned locks"""
    virtual_environment.ensure("dev")
    return checks.lock()


def bench_extraction(_options: argparse.Namespace) -> int:
    """measure what is proposed from the hand-written reports: precision and recall of every kind"""
    virtual_environment.ensure("dev")
    return show([str(PYTHON), "-m", "bench.extraction"])


def show_help(_options: argparse.Namespace) -> int:
    """show this list"""
    for name, command in COMMANDS.items():
        say(f"  make {name:<16} {command.__doc__}")
    return 0


COMMANDS: dict[str, Command] = {
    "run": run,
    "stop": stop,
    "reset": reset,
    "demo": demo,
    "synthetic": synthetic,
    "release": release,
    "shell": shell,
    "database": start_database,
    "test": test,
    "test-s3": in_a_bucket,
    "bench": bench,
    "lint": lint,
    "check": check,
    "format": reformat,
    "lock": lock,
    "bench-extraction": bench_extraction,
    "bench-queue": bench_queue,
    "help": show_help,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python3 -m deploy.local")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("words", nargs="*")
    options, rest = parser.parse_known_args()
    options.words += rest
    if sys.version_info < OLDEST_PYTHON:
        say("Attest needs Python 3.11 or later. Install it, then start again with `make PYTHON=python3.11 …`.")
        return 1
    try:
        return COMMANDS[options.command](options)
    except Failure as failure:
        say(f"\n{failure}")
    except KeyboardInterrupt:
        say("\nInterrupted.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
