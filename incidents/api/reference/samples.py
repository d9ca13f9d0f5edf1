"""A call for each address that runs as it stands, against the record as it is."""

from typing import Final
from urllib.parse import urlencode

from incidents.filters import read_query
from incidents.selectors.record_releases import releases

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
    "list_releases": {},
    "get_release": {},
}
"""The parameters of the sample of each operation."""

WITHOUT_A_RECORD: Final = "INC-2024-000001"
WITHOUT_A_RELEASE: Final = "2024.1"


def newest_id() -> str:
    """The id of an incident that can be read now; one that could be while the record is empty."""
    newest = read_query({"sort": "-published"}).incidents().values_list("public_id", flat=True).first()
    return newest or WITHOUT_A_RECORD


def newest_tag() -> str:
    """The tag of a release that can be read now; one that could be while there is none."""
    return next((one.tag for one in releases()), WITHOUT_A_RELEASE)


def sample(operation: str, path: str, origin: str, *, public_id: str, tag: str) -> str:
    """The call of an operation as a line for a shell."""
    filled = path.format(public_id=public_id, number=1, tag=tag)
    query = urlencode(SHOWN[operation])
    return f"curl '{origin}{filled}{'?' if query else ''}{query}'"
