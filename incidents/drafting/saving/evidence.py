"""Record who is named, what was published, who speaks and what is quoted."""

from dataclasses import fields
from typing import Any, Final

from accounts.models import User
from incidents.choices import DatePrecision
from incidents.desk.reads.evidence import speakers_of
from incidents.drafting.finding import find_source, find_speaker
from incidents.drafting.saving.edit import Edit, told, within
from incidents.drafting.shapes.fields import Sent
from incidents.models import Actor, Citation, Publisher, Source, Speaker
from incidents.policies import may_read_source
from incidents.rules.dates import Span
from incidents.rules.refusals import RefusedError
from incidents.rules.urls import AddressRefusedError, normalise_url
from incidents.services.capturing import capture_text
from incidents.services.inputs import Quote, SourceItem, SpeakerPerson
from incidents.services.people import find_actor, record_actor, record_speaker
from incidents.services.sources import derive, record_source

DESCRIBED: Final = ("name", "role_title", "organisation", "description", "anonymity_reason")


def save_actor(actor: User, sent: Sent, field: str) -> Actor:
    """The actor of a name; a new one where a kind is given.

    Raises:
        RefusedError: nobody of this name is on record and no kind was given.
    """
    known = find_actor(sent["name"])
    if known:
        return known
    if not sent["kind"]:
        sentence = f"“{sent['name']}” is not on record. Check the spelling, or give its kind to record a new actor."
        raise RefusedError(sentence, field=f"{field}.kind")
    with told(lambda _name: f"{field}.name"):
        return record_actor(actor=actor, name=sent["name"], kind=sent["kind"])


def known_actor(name: str, field: str) -> Actor:
    """The actor of a name.

    Raises:
        RefusedError: nobody of this name is on record.
    """
    known = find_actor(name)
    if known is None:
        sentence = f"“{name}” is not on record as an actor. Check the spelling."
        raise RefusedError(sentence, field=field)
    return known


def save_speaker(edit: Edit, sent: Sent | None) -> Speaker | None:
    """Who speaks: somebody heard in the draft, or somebody new; None where the source itself speaks."""
    if sent is None:
        return None
    if sent["id"]:
        return _heard(edit, sent)
    body = known_actor(sent["actor"], "speaker.actor") if sent["actor"] else None
    described = {name: value for name, value in sent.items() if name not in {"id", "actor"}}
    with within("speaker"):
        return record_speaker(actor=edit.actor, person=SpeakerPerson(**described, actor=body))


def _heard(edit: Edit, sent: Sent) -> Speaker:
    """Somebody who is heard in the draft; what is said of them beside the id must be so."""
    found = find_speaker(speakers_of(edit.incident, edit.actor), sent["id"])
    if any(sent[name] not in {"", getattr(found, name)} for name in DESCRIBED):
        sentence = "Somebody else is of this id. Leave it out to record somebody new."
        raise RefusedError(sentence, field="speaker.id")
    return found


def quote_of(edit: Edit, sent: Sent) -> Quote:
    """A citation to be made, its speaker recorded."""
    source = find_source(edit.actor, sent["source"])
    reported_on = sent["reported_on"]
    if reported_on is None and source.published_precision == DatePrecision.DAY:
        reported_on = source.published_on
    taken = {name: sent[name] for name in ("quote", "locator", "stance", "translation", "said_on")}
    return Quote(source=source, speaker=save_speaker(edit, sent["speaker"]), reported_on=reported_on, **taken)


def quotes_of(edit: Edit, sent: list[Sent]) -> tuple[Quote, ...]:
    """The citations to be made."""
    made = []
    for number, one in enumerate(sent):
        with within(f"citations.{number}"):
            made.append(quote_of(edit, one))
    return tuple(made)


def as_quote(citation: Citation) -> Quote:
    """A citation on record, as one to be made again."""
    return Quote(**{field.name: getattr(citation, field.name) for field in fields(Quote)})


def save_source(actor: User, sent: Sent) -> Source:
    """Record a source with what it rests on and its text."""
    publisher = sent["publisher"]
    _require_publisher(publisher)
    _require_new_address(actor, sent["url"])
    apart = {"publisher", "published_on", "rests_on", "text"}
    item = SourceItem(
        publisher_name=publisher["name"],
        publisher_kind=publisher["kind"],
        **{name: value for name, value in sent.items() if name not in apart},
        **_published(sent["published_on"]),
    )
    with within("", canonical_url="url", name="publisher.name"):
        source = record_source(actor=actor, item=item)
    for number, one in enumerate(sent["rests_on"]):
        with within(f"rests_on.{number}", origin="source"):
            derive(actor=actor, source=source, origin=find_source(actor, one["source"]), kind=one["kind"])
    if sent["text"]:
        capture_text(actor=actor, source=source, text=sent["text"])
    return source


def _published(span: Span | None) -> dict[str, Any]:
    """When an item was published, as the service takes it."""
    if span is None:
        return {}
    whole = {DatePrecision.MONTH, DatePrecision.YEAR}
    precision = span.precision if span.precision in whole else DatePrecision.DAY
    return {"published_on": span.first_day, "published_precision": precision}


def _require_publisher(sent: Sent) -> None:
    if not sent["kind"] and not Publisher.objects.filter(name__iexact=sent["name"]).exists():
        sentence = f"“{sent['name']}” is not on record. Check the spelling, or give what kind of publisher it is."
        raise RefusedError(sentence, field="publisher.kind")


def _require_new_address(actor: User, url: str) -> None:
    """Refuse an address on record, with the id under which it is; the service refuses one that is no address."""
    try:
        known = Source.objects.filter(canonical_url=normalise_url(url)).first() if url else None
    except AddressRefusedError:
        return
    if known is None:
        return
    if may_read_source(actor, known):
        sentence = f"This address is on record already: it is the source {known.uid}."
    else:
        sentence = f"This address is on record already, as {known.handle}. Ask a senior editor to let you see it."
    raise RefusedError(sentence, field="url")
