"""No number without a named claimant and a source, in things that are read without their document."""

from typing import Any

from tests.kerman.attesting import figures


def bare_in_thing(thing: dict[str, Any]) -> list[str]:
    """The members of a claim, a warning, a reaction, a link or an actor for which nobody in a named source stands.

    A warning is said by the claims about it; what a link says is that there is another incident, and its note if any.
    """
    if "claims" in thing:
        return (
            [f"claims.{one['id']}" for one in thing["claims"] if bare_in_thing(one)] if thing["claims"] else ["claims"]
        )
    if "relations" in thing:
        return [f"relations.{one['other']}" for one in thing["relations"] if not _cited(one)]
    if "other" in thing and not figures(thing["note"]):
        return []
    return [] if _cited(thing) else ["citations"]


def _cited(thing: dict[str, Any]) -> bool:
    """Whether it has citations, each with whoever says so, the title and the publisher of the source."""
    named = [one["said_by"] and one["source"]["publisher"] and one["source"]["title"] for one in thing["citations"]]
    return bool(named) and all(named)
