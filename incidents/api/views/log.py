"""What became of the record: every version in the order of its log, and the ledger of corrections."""

import re
from collections.abc import Sequence
from typing import ClassVar, Final

from rest_framework.request import Request

from incidents.api.own import Own
from incidents.api.own import of as codes
from incidents.api.pages import MOST_COUNTED
from incidents.api.parameters import FILTERS
from incidents.api.serializers.log import CorrectionSerializer, LoggedVersionSerializer
from incidents.api.views.base import address
from incidents.api.views.walking import Answer, WalkView, listing
from incidents.api.walks import Part, Walk
from incidents.choices import IN_THE_LEDGER, VersionKind
from incidents.models.record import Version
from incidents.presenting.corrections import correction_words
from incidents.selectors.record_ledger import Correction, number_of_versions, published, versions_after

POSITION: Final = re.compile(r"([0-9]{1,18})")
OF_THE_LOG: Final = FILTERS - {"sort"}
EVER: Final = (
    "The filters choose incidents that any version of theirs ever met: one that was withdrawn has no country any more, "
    "and is found by what it said before."
)


def _last(walk: Walk) -> int | None:
    """The position that was handed out last."""
    return int(walk.last[1]) if walk.last else None


@listing(
    "list_log",
    summary="Read the log of all versions",
    description=(
        "Every version of every incident in the order of the record's log, oldest first: what was published, "
        f"corrected, withdrawn and merged, when and why. {EVER} The documents are at `url`."
    ),
    tag="Versions",
)
class LogView(WalkView[Version]):
    """Every version that was ever published."""

    collection = "log"
    shape = LoggedVersionSerializer
    places = POSITION
    filters: ClassVar[frozenset[str]] = OF_THE_LOG
    own = (codes("kind", "kind", "Versions that were published for these reasons.", VersionKind),)

    def part(self, walk: Walk, number: int) -> Part[Version]:
        """The versions after the last one."""
        kinds = walk.own.get("kind", tuple(VersionKind))
        things = versions_after(walk.query, kinds=kinds, after=_last(walk), number=number)
        return Part.of(things, number_of_versions(walk.query, kinds=kinds, most=MOST_COUNTED))

    def place(self, one: Version) -> str:
        """Its position in the log."""
        return str(one.log_entry.position)

    def told(self, request: Request, _walk: Walk, some: Sequence[Version]) -> list[Answer]:
        """Each with its place in the log."""
        tell = LoggedVersionSerializer(context={"incidents": address(request, "incidents")}).to_representation
        return [dict(tell(one)) for one in some]


@listing(
    "list_corrections",
    summary="Read the ledger of corrections",
    description=(
        "Every version that takes something back, puts something right or moves an id, newest first: each value before "
        f"and after, why and when. {EVER}"
    ),
    tag="Versions",
)
class CorrectionsView(WalkView[Correction]):
    """Every version after which the record says something else than before."""

    collection = "corrections"
    shape = CorrectionSerializer
    places = POSITION
    filters: ClassVar[frozenset[str]] = OF_THE_LOG
    own = (Own("kind", "kind", "Corrections of these kinds.", tuple(kind.value for kind in IN_THE_LEDGER)),)

    def part(self, walk: Walk, number: int) -> Part[Correction]:
        """The corrections before the last one."""
        kinds = walk.own.get("kind", IN_THE_LEDGER)
        things = published(walk.query, kinds=kinds, below=_last(walk), number=number)
        return Part.of(things, number_of_versions(walk.query, kinds=kinds, most=MOST_COUNTED))

    def place(self, one: Correction) -> str:
        """Its position in the log."""
        return str(one.position)

    def told(self, request: Request, _walk: Walk, some: Sequence[Correction]) -> list[Answer]:
        """Each beside the version that it follows."""
        base = address(request, "incidents")
        return [
            {**correction_words(one), "url": f"{base}{one.version.public_id}/versions/{one.version.number}/"}
            for one in some
        ]
