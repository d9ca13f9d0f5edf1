"""What the person at the terminal sees: a line for each step, its time, and on failure what to do about it."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Failure(Exception):  # noqa: N818 - read as a sentence: raise Failure("…")
    """The step cannot be done. The message says in one sentence what the reader can do."""


def say(text: str = "") -> None:
    """Write one line now, whatever standard output is connected to."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def long_step(title: str) -> Iterator[None]:
    """The same for a step that writes lines of its own progress."""
    started = time.monotonic()
    say(f"· {title} …")
    yield
    say(f"  {time.monotonic() - started:.1f} s")


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announce a slow step before it begins, and say how long it took."""
    started = time.monotonic()
    sys.stdout.write(f"· {title} … ")
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        say("stopped")
        raise
    say(f"{time.monotonic() - started:.1f} s")
