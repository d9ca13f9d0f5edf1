"""What comes to intake besides what is typed there, and whether it is on record already, as far as one may know."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, QueryDict

from accounts.models import User
from incidents.choices import FetchStage
from incidents.models import Capture, Fetch, Lead, Source
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


def fetched(person: User, sha256: str) -> Fetch | None:
    """The fetch that brought somebody a file which waits for them; None where they sent it themselves."""
    return Fetch.objects.filter(asked_by=person, stage=FetchStage.FETCHED, sha256=sha256).first()


def brought(request: HttpRequest) -> QueryDict:
    """What the page begins with where a link led to it: a fetched file, an address, a lead. Empty for none of these."""
    typed = QueryDict(mutable=True)
    lead = find_lead(request.GET.get("lead", ""))
    if lead:
        typed.update({"lead": str(lead.uid), "url": lead.address})
    if address := request.GET.get("address", ""):
        typed["url"] = address
    mine = Fetch.objects.filter(asked_by=request.user.pk, stage=FetchStage.FETCHED)
    if fetch := mine.filter(uid__in=_uids(request.GET.get("fetch", ""))).first():
        typed.update({"url": fetch.final_address, "held": fetch.sha256, "held_name": fetch.final_address[-200:]})
    return typed


def find_lead(uid: str) -> Lead | None:
    """The lead of this identifier."""
    return Lead.objects.filter(uid__in=_uids(uid)).first()


def told_by_lead(uid: str) -> dict[str, str]:
    """What a lead says of its item, in the words of ``rules.items``."""
    lead = find_lead(uid)
    if lead is None:
        return {}
    day = lead.published_on.isoformat() if lead.published_on else ""
    told = {"title": lead.title, "outlet": lead.outlet, "published": day}
    return {name: words for name, words in told.items() if words}


def _uids(words: str) -> list[UUID]:
    """The identifier that stands in an address, if it is one."""
    try:
        return [UUID(words)]
    except ValueError:
        return []
