"""Counters that web processes share: what one counts, the others know, and a file that cannot be used stops nobody."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from config.shared_counts import SharedCounts
from incidents.api.throttling import AnonymousThrottle

ELSEWHERE = """
import sys, time
from django.conf import settings
settings.configure(SECRET_KEY=sys.argv[2])
from config.shared_counts import SharedCounts
counts = SharedCounts(sys.argv[1], {})
counts.set("read:192.0.2.1", [*counts.get("read:192.0.2.1", []), time.time()], 60)
print(len(counts.get("read:192.0.2.1")))
"""
Opened = Callable[[], SharedCounts]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the file as another thread or process would."""
    return lambda: SharedCounts(str(tmp_path / "limits" / "counts"), {})


def test_what_one_process_counts_the_others_know(opened: Opened, tmp_path: Path, settings: object) -> None:
    counts, now = opened(), time.time()
    counts.set("read:192.0.2.1", [now, now - 1], 60)
    words = [sys.executable, "-c", ELSEWHERE, str(tmp_path / "limits" / "counts"), settings.SECRET_KEY]  # type: ignore[attr-defined]
    assert subprocess.run(words, check=True, capture_output=True, text=True).stdout == "3\n"
    assert counts.get("read:192.0.2.1")[:2] == [now, now - 1]
    assert opened().get("read:192.0.2.2") is None
    kept = b"".join(path.read_bytes() for path in (tmp_path / "limits").iterdir())
    assert b"192.0.2.1" not in kept
    opened().clear()
    assert counts.get("read:192.0.2.1", []) == []


def test_what_had_its_time_is_forgotten(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = opened()
    counts.set("one", [1.0], 60)
    counts.set("two", [1.0], 120)
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    assert (counts.get("one"), counts.get("two")) == (None, [1.0])
    assert counts.delete("two")
    assert not counts.delete("two")


@pytest.mark.django_db
def test_a_file_that_cannot_be_used_stops_nobody(
    tmp_path: Path, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "limits").write_text("not a folder")
    monkeypatch.setattr(AnonymousThrottle, "cache", SharedCounts(str(tmp_path / "limits" / "counts"), {}))
    monkeypatch.setattr(AnonymousThrottle, "rate", "1/min", raising=False)
    assert [client.get("/api/v1/record/").status_code for _ in range(3)] == [200, 200, 200]
