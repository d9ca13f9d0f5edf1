"""What proves a version to be in the log, and one state of the log to continue another. The record only."""

from dataclasses import dataclass

from incidents.models.record import Checkpoint, LogEntry
from incidents.querysets.record import PUBLIC
from incidents.rules.integrity import Line
from incidents.selectors.integrity import lines_of
from incidents.selectors.log_tree import consistency_proof, inclusion_proof


@dataclass(frozen=True, kw_only=True)
class Inclusion:
    """That an entry is under the root of the log at a size."""

    line: Line
    size: int
    root: bytes
    path: list[bytes]
    checkpoint: Checkpoint | None


@dataclass(frozen=True, kw_only=True)
class Consistency:
    """That the log at one size begins with the log at a smaller one."""

    older: int
    size: int
    older_root: bytes
    root: bytes
    path: list[bytes]
    checkpoint: Checkpoint | None


def newest_checkpoint() -> Checkpoint | None:
    """The last signed head."""
    return Checkpoint.objects.public().newest()


def checkpoint_of(size: int) -> Checkpoint | None:
    """The last checkpoint that was signed over the log at this very size."""
    return Checkpoint.objects.public().filter(size=size).order_by("-signed_at").first()


def latest_checkpoints(number: int, *, before: int | None = None) -> list[Checkpoint]:
    """The last few, newest first; of those that were signed before the one with this key."""
    found = Checkpoint.objects.public().order_by("-pk")
    return list((found if before is None else found.filter(pk__lt=before))[:number])


def line_of(public_id: str, number: int) -> Line | None:
    """A version as the log holds it."""
    rows = LogEntry.objects.using(PUBLIC).filter(version__public_id=public_id, version__number=number)
    return next(lines_of(rows), None)


def inclusion(line: Line, size: int) -> Inclusion:
    """The proof for an entry in the log at a size that holds it."""
    root, path = inclusion_proof(line.position, size)
    return Inclusion(line=line, size=size, root=root, path=path, checkpoint=checkpoint_of(size))


def consistency(older: int, size: int) -> Consistency:
    """The proof between two sizes that the log has had."""
    before, after, path = consistency_proof(older, size)
    return Consistency(older=older, size=size, older_root=before, root=after, path=path, checkpoint=checkpoint_of(size))
