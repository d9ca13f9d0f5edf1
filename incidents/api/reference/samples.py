"""A call for each address that runs as it stands, against the record as it is."""

from typing import Final
from urllib.parse import urlencode

from incidents.filters import read_query

SHOWN: Final = {
    "list_incidents": {"country": "IR", "limit": "5"},
    "get_incident": {},
    "list_versions": {},
    "get_version": {},
    "get_index": {},
    "list_changes": {"since": "0", "limit": "5"},
    "list_vocabularies": {},
    "get_record": {},
    "get_status": {},
}
"""The parameters of the sample of each operation."""

WITHOUT_A_RECORD: Final = "INC-2024-000001"


def newest_id() -> str:
    """The id of an incident that can be read now; one that could be while the record is empty."""
    newest = read_query({"sort": "-published"}).incidents().values_list("public_id", flat=True).first()
    return newest or WITHOUT_A_RECORD


def sample(operation: str, path: str, origin: str, public_id: str) -> str:
    """The call of an operation as a line for a shell."""
    filled = path.format(public_id=public_id, number=1)
    query = urlencode(SHOWN[operation])
    return f"curl '{origin}{filled}{'?' if query else ''}{query}'"
