"""The table of moves stands in Python and in the database: they are the same table."""

import re
from pathlib import Path

from incidents.workflow import MOVES

GUARDS = Path(__file__).parents[2] / "incidents" / "migrations" / "guards.sql"


def test_the_database_knows_the_same_moves_as_the_workflow() -> None:
    in_sql = set(re.findall(r"'([a-z_]+>[a-z_]+)'", GUARDS.read_text()))
    in_python = {f"{source.value}>{target.value}" for source, targets in MOVES.items() for target in targets}
    assert in_sql == in_python
