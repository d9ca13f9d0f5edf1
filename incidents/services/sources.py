"""Record publishers, sources and what they rest on."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import PublisherKind, Reliability
from incidents.models import Publisher, PublisherGrade, Source, SourceDerivation
from incidents.rules.refusals import RefusedError
from incidents.rules.urls import AddressRefusedError, normalise_url
from incidents.selectors.entries import living
from incidents.services.inputs import SourceItem
from incidents.services.writing import write


@transaction.atomic
def record_publisher(
    *, actor: User, name: str, kind: str = PublisherKind.OTHER, country_code: str = "", languages: tuple[str, ...] = ()
) -> Publisher:
    """Record a publisher, or return the one of this name, or what that was merged into. It is graded F until somebody
    grades it.

    Raises:
        NotAllowedError: this person may not.
        ValidationError: a field is wrong.
    """
    policies.may_log(actor).require()
    known = Publisher.objects.filter(name__iexact=name.strip()).first()
    if known:
        return living(known)
    publisher = Publisher(
        name=name.strip(), kind=kind, country_code=country_code, languages=list(languages), recorded_by=actor
    )
    with pghistory.context(user=actor.pk, verb="record_publisher"):
        write(publisher)
    return publisher


@transaction.atomic
def grade_publisher(*, actor: User, publisher: Publisher, grade: str, reason: str, on: date | None = None) -> Publisher:
    """Grade a publisher on the Admiralty scale, with the reason; ``on`` is the day from which it holds, today if empty.

    Every grading stays on record; that of the latest day is in force. What was published keeps the grade it had.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: the day has not come yet.
        ValidationError: the reason is missing.
    """
    policies.may_log(actor).require()
    since = on or timezone.localdate()
    if since > timezone.localdate():
        raise RefusedError(_("A grade holds from today or an earlier day on."), field="since")
    graded = PublisherGrade(
        publisher=publisher, grade=Reliability(grade), reason=reason.strip(), since=since, graded_by=actor
    )
    write(graded)
    current = PublisherGrade.objects.filter(publisher=publisher)[0]
    publisher.reliability = current.grade
    publisher.reliability_reason = current.reason
    publisher.reliability_on = current.since
    with pghistory.context(user=actor.pk, verb="grade_publisher"):
        publisher.save(update_fields=["reliability", "reliability_reason", "reliability_on"])
    return publisher


@transaction.atomic
def record_source(*, actor: User, item: SourceItem) -> Source:
    """Record a published item under its publisher. The address is brought to its one form first.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: the address cannot stand for a source.
        ValidationError: a field is wrong, or the address is already on record.
    """
    policies.may_log(actor).require()
    publisher = record_publisher(actor=actor, name=item.publisher_name, kind=item.publisher_kind)
    source = Source(
        publisher=publisher,
        kind=item.kind,
        title=item.title.strip(),
        lang=item.lang,
        authors=list(item.authors),
        published_on=item.published_on,
        published_precision=item.published_precision,
        canonical_url=_address(item.url),
        access=item.access,
        rights=item.rights,
        credit=item.credit,
        summary=item.summary,
        confidential=item.confidential,
        recorded_by=actor,
    )
    with pghistory.context(user=actor.pk, verb="record_source"):
        write(source)
    return source


@transaction.atomic
def derive(*, actor: User, source: Source, origin: Source, kind: str) -> SourceDerivation:
    """Record that a source rests on another; the same pair is recorded once.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: it would close a circle.
    """
    policies.may_log(actor).require()
    if _rests_on(origin, source):
        raise RefusedError(_("A source does not rest on itself, not even by way of others."), field="origin")
    known = SourceDerivation.objects.filter(source=source, origin=origin).first()
    if known:
        return known
    derivation = SourceDerivation(source=source, origin=origin, kind=kind, recorded_by=actor)
    with pghistory.context(user=actor.pk, verb="derive"):
        write(derivation)
    return derivation


def _address(url: str) -> str:
    if not url.strip():
        return ""
    try:
        return normalise_url(url)
    except AddressRefusedError as error:
        raise RefusedError(str(error), field="url") from error


def _rests_on(source: Source, other: Source) -> bool:
    """Whether ``source`` is, or rests in any number of steps on, ``other``."""
    seen: set[int] = set()
    waiting = {source.pk}
    while waiting:
        if other.pk in waiting:
            return True
        seen |= waiting
        waiting = set(SourceDerivation.objects.filter(source__in=waiting).values_list("origin_id", flat=True)) - seen
    return False
