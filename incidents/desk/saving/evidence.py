"""Save who is named, who publishes, who speaks and what is quoted."""

from dataclasses import replace

from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import DatePrecision
from incidents.desk.forms.on_record import actor_refusal, publisher_refusal, speaker_refusal
from incidents.desk.forms.quote import QuoteForm
from incidents.desk.forms.source import SourceItemForm, SourcePickForm
from incidents.desk.forms.speaker import SpeakerForm
from incidents.desk.saving.naming import told_as
from incidents.models import Actor, Source, Speaker
from incidents.rules.refusals import RefusedError
from incidents.rules.urls import AddressRefusedError, normalise_url
from incidents.services.capturing import capture_text
from incidents.services.inputs import Quote, SourceItem
from incidents.services.people import find_actor, record_actor, record_speaker
from incidents.services.sources import derive, record_source


def save_actor(*, actor: User, name: str, kind: str, field: str) -> Actor:
    """The actor of this name; a new one where a kind was given.

    Raises:
        RefusedError: nobody of this name is on record and no kind was given.
    """
    known = find_actor(name)
    if known:
        return known
    if refusal := actor_refusal(name, kind):
        raise RefusedError(refusal, field=f"{field}_kind")
    with told_as(field):
        return record_actor(actor=actor, name=name, kind=kind)


def save_quote(*, actor: User, source: SourcePickForm, speaker: SpeakerForm, quote: QuoteForm) -> Quote | None:
    """The citation that three forms describe, its new source and speaker recorded; none where all were left empty."""
    cited = save_source(actor=actor, form=source) if source.is_new else source.chosen
    if cited is None:
        return None
    made = Quote(source=cited, speaker=save_speaker(actor=actor, form=speaker), **quote.fields_of_quote())
    if made.reported_on is None and cited.published_precision == DatePrecision.DAY:
        return replace(made, reported_on=cited.published_on)
    return made


def save_source(*, actor: User, form: SourceItemForm) -> Source:
    """Record a source with what it rests on and its text."""
    item = form.item()
    require_publisher(item, "publisher")
    _require_new_address(item.url, actor)
    with told_as("source_title", url="url", lang="lang", name="publisher", published_on="published_on"):
        source = record_source(actor=actor, item=item)
    if form.text("derivation"):
        with told_as("origin"):
            derive(actor=actor, source=source, origin=_save_origin(actor, form), kind=form.text("derivation"))
    if form.text("source_text"):
        with told_as("source_text"):
            capture_text(actor=actor, source=source, text=form.text("source_text"))
    return source


def save_speaker(*, actor: User, form: SpeakerForm) -> Speaker | None:
    """The speaker chosen, or the new one described; none where the source itself speaks."""
    if not form.is_new:
        return form.chosen
    named = form.text("speaker_actor")
    if refusal := speaker_refusal(named):
        raise RefusedError(refusal, field="speaker_actor")
    body = find_actor(named) if named else None
    return record_speaker(actor=actor, person=form.person(body))


def _save_origin(actor: User, form: SourceItemForm) -> Source:
    known = {str(source.uid): source for source in form.known}.get(form.text("origin"))
    if known:
        return known
    item = form.origin_item()
    require_publisher(item, "origin_publisher")
    return record_source(actor=actor, item=item)


def require_publisher(item: SourceItem, field: str) -> None:
    """Refuse a publisher that is not on record and of which nobody says what it is.

    Raises:
        RefusedError: so it is; ``field`` names the publisher's.
    """
    if refusal := publisher_refusal(item.publisher_name, item.publisher_kind):
        raise RefusedError(refusal, field=f"{field}_kind")


def _require_new_address(url: str, actor: User) -> None:
    """Refuse an address on record, with the title to look for; the service refuses one that is no address."""
    try:
        known = Source.objects.filter(canonical_url=normalise_url(url)).first() if url else None
    except AddressRefusedError:
        return
    if known and not policies.may_read_source(actor, known):
        sentence = _("This address is on record already, as %(handle)s. Ask a senior editor to let you see it.")
        raise RefusedError(sentence % {"handle": known.handle}, field="url")
    if known:
        sentence = _("This address is on record already, as “%(title)s”. Find that source and choose it.")
        raise RefusedError(sentence % {"title": known.title}, field="url")
