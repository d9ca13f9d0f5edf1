"""Tell readers of a merge: the address of what was merged leads on from the moment the survivor is published."""

from accounts.models import User
from incidents.choices import VersionKind
from incidents.models import Incident, Version
from incidents.selectors.regrouping import merges_to_announce, splits_to_announce, standing_merge
from incidents.services.noting import note_publication
from incidents.services.record import append_version


def kinds_owed(incident: Incident) -> tuple[VersionKind, ...]:
    """The kinds that the next version must be one of because of a merge or a split; none where neither is pending."""
    if merges_to_announce(incident):
        return (VersionKind.MERGE,)
    if splits_to_announce(incident).exists():
        return (VersionKind.SPLIT,)
    return ()


def announce_merges(*, actor: User, survivor: Incident) -> list[Version]:
    """Write the tombstone of every public incident that was merged into one just published; called while publishing."""
    return [_tombstone(lost, survivor, actor) for lost in merges_to_announce(survivor)]


def _tombstone(lost: Incident, survivor: Incident, actor: User) -> Version:
    merge = standing_merge(lost)
    reason = merge.reason if merge else ""
    lost.published_number += 1
    lost.save(update_fields=["published_number"])
    seal = note_publication(lost, actor)
    return append_version(
        public_id=str(lost.public_id),
        kind=VersionKind.MERGE,
        content={
            "schema": "attest-tombstone/1",
            "status": "merged",
            "merged_into": survivor.public_id,
            "reason": reason,
        },
        summary=reason,
        desk_seal=seal,
    )
