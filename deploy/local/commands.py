"""Run other programs: quietly, with their words kept in a log, and with the end of that log shown on failure."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.local.places import LOGS, ROOT
from deploy.local.progress import Failure, say

TAIL = 15


def run(
    command: Sequence[str | Path],
    *,
    log: str,
    advice: str,
    env: Mapping[str, str] | None = None,
    folder: Path = ROOT,
    text: str | None = None,
    errors_shown: bool = False,
) -> str:
    """Run ``command``, keep its output in ``.attest/log/<log>.log`` and return its standard output.

    ``errors_shown`` leaves standard error to the terminal, for a program that writes its progress there.

    Raises Failure with ``advice``, after the last lines of the output, when the command does not succeed.
    """
    words = [str(word) for word in command]
    path = LOGS / f"{log}.log"
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=environment(env),
            input=text,
            stdout=subprocess.PIPE,
            stderr=None if errors_shown else subprocess.PIPE,
            text=True,
            check=False,
        )
    except OSError as error:
        message = f"{words[0]} could not be started ({error.strerror}). {advice}"
        raise Failure(message) from error
    output = done.stdout + (done.stderr or "")
    path.write_text(f"$ {' '.join(words)}\n{output}")
    if done.returncode != 0:
        say("failed")
        for line in output.splitlines()[-TAIL:]:
            say(f"    {line}")
        message = f"{advice} (All of its output: {path})"
        raise Failure(message)
    return done.stdout


def show(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> int:
    """Run ``command`` on this terminal and return its exit code."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=environment(env), check=False).returncode


def heard(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run ``command`` beside others: its exit code, and what it said, errors among it."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=ROOT, env=environment(env), check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout


def succeeds(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> bool:
    """Whether ``command`` runs and ends well. Its output is nobody's business."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, cwd="/", env=environment(env), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    """The process environment with ``extra`` over it. Nothing that a child prints is to be translated."""
    return {**os.environ, "LC_ALL": "C.UTF-8", **(extra or {})}
