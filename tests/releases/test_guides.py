"""What the guides show runs, against a release."""

import re
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
    ids = released.ids
    with duckdb.connect(":memory:") as database:
        answers = [database.execute(query).fetchall() for query in blocks("duckdb.md", "sql")]
    by_year, deadly, in_a_box, actors, changes, evidence = answers
    assert by_year == [(2022, 1, 0), (2023, 1, 0), (2024, 4, 0)]
    assert {row[0] for row in deadly} == {
        one for name, one in ids.items() if name in {"corrected", "kept", "undrawn"}
    } | {
        ids["survivor"],
        ids["added"],
    }
    assert [row[0] for row in in_a_box] == sorted(set(ids.values()) - {ids[one] for one in NOT_IN_THE_BOX})
    assert {row[0]: row[1] for row in actors} == {"another-front": 1, "example-front": 1}
    assert dict(changes) == {"added": 1, "changed": 2, "corrected": 1, "merged": 1, "withdrawn": 1}
    assert ("killed nearly 100 people") in {row[3] for row in evidence if row[0] == ids["changed"]}


NOT_IN_THE_BOX = ("undrawn", "withdrawn", "lost", "passing")


def test_what_is_shown_for_spark_runs_where_it_is_installed(second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed, and is none of our requirements.")
    monkeypatch.chdir(second)
    first, with_sedona = blocks("spark.md", "python")
    names: dict[str, Any] = {}
    exec(first, names)  # noqa: S102 (our own words)
    assert {row["year"]: row["incidents"] for row in names["by_year"].collect()} == {2022: 1, 2023: 1, 2024: 4}
    pytest.importorskip("sedona", reason="Sedona is not installed, and is none of our requirements.")
    exec(with_sedona, names)  # noqa: S102
    assert names["near"].count() == 5
