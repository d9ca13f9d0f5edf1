"""The log as its page and its answers show it. Hashes are hexadecimal; in a checkpoint the root is base64."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from incidents.models.record import Checkpoint
from incidents.public.frame import absolute
from incidents.rules.checkpoints import MOMENT
from incidents.selectors.record_proofs import Consistency, Inclusion

SHOWN = 16


@dataclass(frozen=True, kw_only=True)
class SignedRow:
    """A checkpoint in the list: when it was signed, over how many entries, and the beginning of the root."""

    when: str
    size: int
    root: str
    url: str


def signed_rows(checkpoints: list[Checkpoint]) -> list[SignedRow]:
    """The list on the page."""
    return [
        SignedRow(
            when=one.signed_at.strftime(MOMENT),
            size=one.size,
            root=one.root[:SHOWN],
            url=reverse("public:checkpoint_at", args=[one.size]),
        )
        for one in checkpoints
    ]


def checkpoints_document(checkpoints: list[Checkpoint], following: int | None) -> dict[str, Any]:
    """Checkpoints as JSON, with the address of those before them."""
    before = None
    if following is not None:
        before = absolute(f"{reverse('public:checkpoints')}?before={following}")
    listed = [
        {"size": one.size, "root": one.root, "signed_at": one.signed_at.strftime(MOMENT), "note": one.note}
        for one in checkpoints
    ]
    return {"count": len(listed), "next": before, "checkpoints": listed}


def inclusion_document(found: Inclusion) -> dict[str, Any]:
    """The proof, with everything that the leaf is computed from."""
    line = found.line
    return {
        "id": line.id,
        "version": line.number,
        "index": line.position,
        "size": found.size,
        "root": found.root.hex(),
        "leaf_hash": line.leaf_hash,
        "proof": [one.hex() for one in found.path],
        "leaf": {"salt": line.salt, "canonical": line.canonical().decode()},
        "checkpoint": found.checkpoint.note if found.checkpoint else None,
    }


def consistency_document(found: Consistency) -> dict[str, Any]:
    """The proof between two sizes."""
    return {
        "from": found.older,
        "to": found.size,
        "from_root": found.older_root.hex(),
        "to_root": found.root.hex(),
        "proof": [one.hex() for one in found.path],
        "checkpoint": found.checkpoint.note if found.checkpoint else None,
    }
