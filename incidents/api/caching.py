"""How long an answer may be kept, by whoever asked and by a shared cache in front of us."""

from typing import Final

SHORT: Final = 60
"""Seconds for what can change: a correction or a withdrawal shows after a minute, even with two caches in between."""

LONG: Final = 3600
"""Seconds for what never changes. Not for ever: a copy of a version may have to be purged."""


def kept_for(seconds: int) -> str:
    """``Cache-Control`` for what everybody may keep so long altogether.

    Half of that time a copy is fresh; the other half it may be shown while a new one is fetched (RFC 5861), so that a
    busy address does not stand still whenever its copy grows old. Reader and shared cache count the same age.
    """
    half = seconds // 2
    return f"public, max-age={half}, s-maxage={half}, stale-while-revalidate={half}"
