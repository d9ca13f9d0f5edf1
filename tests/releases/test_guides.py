"""What the guides show runs, against a release."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.releases.conftest import Released

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).resolve().parents[2] / "docs"


def blocks(guide: str, language: str) -> list[str]:
    text = (DOCS / guide).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_every_query_for_duckdb_runs_and_finds_what_it_says(
    released: Released, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(second)
    with duckdb.connect(":memory:") as database:
        answers = [database.execute(query).fetchall() for query in blocks("duckdb.md", "sql")]
    by_year, deadly, in_a_box, actors, changes, evidence = answers
    assert by_year == [(2022, 1, 0), (2023, 1, 0), (2024, 4, 0)]
    assert {row[0] for row in deadly} == deadly_ids(released)
    assert [row[0] for row in in_a_box] == sorted(in_the_box(released))
    assert {row[0]: row[1] for row in actors} == {"another-front": 1, "example-front": 1}
    assert dict(changes) == {"added": 1, "changed": 2, "corrected": 1, "merged": 1, "withdrawn": 1}
    assert ("killed nearly 100 people") in {row[3] for row in evidence if row[0] == released.ids["changed"]}


NOT_IN_THE_BOX = ("undrawn", "withdrawn", "lost", "passing")


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_is_shown_for_spark_runs_where_it_is_installed(
    released: Released, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Py4J closes its sockets when it likes."""
    pytest.importorskip("pyspark", reason="PySpark is not installed, and is none of our requirements.")
    monkeypatch.chdir(second)
    tables, evidence, with_sedona = blocks("spark.md", "python")
    names: dict[str, Any] = {}
    try:
        exec(tables, names)  # noqa: S102 (our own words)
        exec(evidence, names)  # noqa: S102
        assert {row["year"]: row["incidents"] for row in names["by_year"].collect()} == {2022: 1, 2023: 1, 2024: 4}
        assert {row["actor"]: row["incidents"] for row in names["by_actor"].collect()} == {
            "another-front": 1,
            "example-front": 1,
        }
        assert {row["id"] for row in names["deadly"].collect()} == deadly_ids(released)
        assert {row["id"] for row in names["in_the_box"].collect()} == in_the_box(released)
        assert "killed nearly 100 people" in {row["quote"] for row in names["quotes"].collect()}
        if find_spec("sedona"):
            exec(with_sedona, names)  # noqa: S102
            assert names["near"].count() == 5
    finally:
        names["spark"].stop()


def deadly_ids(released: Released) -> set[str]:
    """Incidents that killed ten people at least."""
    return {released.ids[name] for name in ("corrected", "kept", "undrawn", "survivor", "added")}


def in_the_box(released: Released) -> set[str]:
    """Incidents that the second release draws in the box of the guides."""
    return {one for name, one in released.ids.items() if name not in NOT_IN_THE_BOX}
