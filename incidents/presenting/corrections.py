"""A version beside the one that it follows: what it says differently, in words, for the ledger in all its forms."""

from typing import Any

from incidents.presenting.changes import Comparison, change_words, compare
from incidents.selectors.record_ledger import Correction


def merged_into(correction: Correction) -> str | None:
    """The incident that this version merged another into; None for any other kind."""
    return correction.version.content.get("merged_into")


def compared(correction: Correction) -> Comparison:
    """What the version changed; against nothing where nothing came before."""
    return compare(correction.before.content if correction.before else {}, correction.version.content)


def contents(correction: Correction) -> list[dict[str, Any]]:
    """The documents: the newer one first."""
    return [one.content for one in (correction.version, correction.before) if one]


def is_demonstration(correction: Correction) -> bool:
    """Whether it is of demonstration data; a tombstone itself does not say."""
    return any(content.get("demonstration") for content in contents(correction))


def title_of(correction: Correction) -> str:
    """The title that stands, or stood last: a tombstone has none."""
    titles = (str(content.get("title", "")) for content in contents(correction))
    return next((title for title in titles if title), correction.version.public_id)


def correction_words(correction: Correction) -> dict[str, Any]:
    """A correction as JSON, but for its addresses."""
    version, found = correction.version, compared(correction)
    return {
        "position": correction.position,
        "id": version.public_id,
        "title": title_of(correction),
        "version": version.number,
        "kind": version.kind,
        "reason": version.summary,
        "published_at": version.published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "content_sha256": version.content_sha256,
        "changes": [change_words(one) for one in found.values],
        "split_into": list(found.split_into),
        "merged_into": merged_into(correction),
        "claims": {
            "added": len(found.claims_added),
            "moved": len(found.claims_moved),
            "withdrawn": len(found.claims_withdrawn),
            "changed": len(found.claims_changed),
        },
        "demonstration": is_demonstration(correction),
    }
