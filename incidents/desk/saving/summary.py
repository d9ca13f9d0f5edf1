"""Save the summary: every sentence with the citations it keeps, takes over or gets anew."""

from accounts.models import User
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.context import SentenceForm
from incidents.models import Citation, Incident, Source
from incidents.services.inputs import Quote
from incidents.services.logging import summarise


def save_summary(
    *,
    actor: User,
    incident: Incident,
    sentences: list[SentenceForm],
    change: ChangeForm,
    citations: dict[str, Citation],
    sources: dict[str, Source],
) -> None:
    """Replace the summary by what the forms say; ``citations`` and ``sources`` are those on offer, by uid."""
    written = [(form.text("text_of"), _quotes(form, citations, sources)) for form in sentences if form.text("text_of")]
    summarise(actor=actor, incident=incident, sentences=written, **change.terms())


def _quotes(form: SentenceForm, citations: dict[str, Citation], sources: dict[str, Source]) -> tuple[Quote, ...]:
    taken = [*(form.cleaned_data.get("keep") or []), *filter(None, [form.text("reuse")])]
    quotes = [as_quote(citations[uid]) for uid in dict.fromkeys(taken)]
    if form.text("source"):
        source = sources[form.text("source")]
        quotes.append(
            Quote(
                source=source,
                quote=form.text("quote"),
                locator=form.text("locator"),
                reported_on=source.published_on,
            )
        )
    return tuple(quotes)


def as_quote(citation: Citation) -> Quote:
    """A citation on record, as one to be made again."""
    return Quote(
        source=citation.source,
        quote=citation.quote,
        locator=citation.locator,
        stance=citation.stance,
        speaker=citation.speaker,
        said_on=citation.said_on,
        reported_on=citation.reported_on,
        translation=citation.translation,
    )
