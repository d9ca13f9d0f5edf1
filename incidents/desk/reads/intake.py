"""Whether an item is on record already, as far as the person may know."""

from dataclasses import dataclass

from accounts.models import User
from incidents.models import Capture, Source
from incidents.rules.urls import AddressRefusedError, normalise_url


@dataclass(frozen=True, slots=True)
class Known:
    """The source that an item is, and its snapshot with the very same content; None where it has another."""

    source: Source
    capture: Capture | None


def known_item(person: User, *, url: str, sha256: str) -> Known | None:
    """The source on record that has the same content, or else the same address."""
    readable = Source.objects.readable_by(person)
    captures = Capture.objects.filter(sha256=sha256, source__in=readable).select_related("source__publisher")
    same = captures.order_by("-pk").first()
    if same:
        return Known(same.source, same)
    try:
        found = readable.filter(canonical_url=normalise_url(url)).select_related("publisher").first() if url else None
    except AddressRefusedError:
        return None
    return Known(found, None) if found else None
