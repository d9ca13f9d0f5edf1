"""A call for each address that runs as it stands, against the record as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from incidents.filters import read_query
from incidents.selectors.record_releases import releases

SHOWN: Final[dict[str, dict[str, str]]] = {
    "list_incidents": {"country": "IR", "limit": "5"},
    "list_changes": {"since": "0", "limit": "5"},
    "list_assertions": {"kind": "location,time", "limit": "5"},
    "list_attributions": {"country": "IR", "ground": "responsibility_claim"},
    "list_casualty_estimates": {"measure": "killed", "since": "2020"},
    "list_characteristics": {"characteristic": "attack_type", "code": "bombing"},
    "list_sources": {"actor": "islamic-state", "limit": "5"},
    "list_publishers": {"country": "IR"},
    "list_log": {"limit": "5"},
    "list_corrections": {"kind": "correction,withdrawal"},
}
"""The parameters of the sample of an operation, where it shows any."""

IN_A_DOCUMENT: Final = ("{uid}", "{code}")
"""What stands in the address of a thing that a document holds."""

WITHOUT_A_RECORD: Final = "INC-2024-000001"
WITHOUT_A_RELEASE: Final = "2024.1"


@dataclass(frozen=True)
class Shown:
    """An incident that can be read now, and the codes of what its document holds by the operation that reads each."""

    public_id: str = WITHOUT_A_RECORD
    codes: Mapping[str, str] = field(default_factory=dict)
    tag: str = WITHOUT_A_RELEASE


def newest() -> Shown:
    """What was published last; an id that could be while the record is empty."""
    rows = read_query({"sort": "-published"}).incidents().select_related("version")
    row = rows.only("public_id", "place_code", "version__content").first()
    tag = next((one.tag for one in releases()), WITHOUT_A_RELEASE)
    if row is None:
        return Shown(tag=tag)
    codes = dict(_held(row.version.content))
    return Shown(row.public_id, codes | ({"get_place": row.place_code} if row.place_code else {}), tag)


def _held(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """One thing of each kind in a document."""
    for claim in content["claims"]:
        yield f"get_{'casualty_estimate' if claim['kind'] == 'casualty' else claim['kind']}", claim["id"]
        yield "get_assertion", claim["id"]
    for kind in ("warning", "statement"):
        yield from ((f"get_{kind}", one["id"]) for one in content[f"{kind}s"])
    for source in content["sources"]:
        if source["cited"]:
            yield "get_source", source["id"]
            yield "get_publisher", source["publisher"]["id"]
    yield from (("get_actor", one["actor"]) for one in content.get("actors", ()))


def sample(operation: str, path: str, origin: str, shown: Shown) -> str:
    """The call of an operation as a line for a shell; "" where the incident holds no such thing."""
    code = shown.codes.get(operation, "")
    if not code and path.rstrip("/").endswith(IN_A_DOCUMENT):
        return ""
    filled = path.format(public_id=shown.public_id, number=1, uid=code, code=code, tag=shown.tag)
    query = urlencode(SHOWN.get(operation, {}), safe=",")
    return f"curl '{origin}{filled}{'?' if query else ''}{query}'"
