"""One incident in a list, on the map and in a feature: never a number without who says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import AttackFamily, AttributionState, PlacePrecision
from incidents.models.record import PublishedIncident
from incidents.presenting.facts import ground_words, is_accusation, is_denial, names_somebody
from incidents.presenting.words import first_and_others, joined, label_of, lower_first, place_words
from incidents.public.presenting.addresses import incident_address
from incidents.rules.static_map import outer_figure
from incidents.rules.voices import names
from incidents.selectors.record_queries import Drawn

SHAPES: Final = {AttackFamily.ARMED_ASSAULT.value: "armed"}
"""Names of shapes that differ from the family's code; see ``components/shape.html``."""

FEW_ORIGINS: Final = 2


@dataclass(frozen=True, kw_only=True)
class TollWords:
    """How many, in words, and who says so; ``who`` is empty only when nothing is known."""

    term: str
    text: str
    who: str

    @property
    def phrase(self) -> str:
        return f"{self.text} ({self.who})" if self.who else self.text


@dataclass(frozen=True, kw_only=True)
class Whole:
    """The incident on record that another is part of."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Result:
    """An incident as a list shows it; ``whole`` is the one that it is part of."""

    id: str
    title: str
    url: str
    shape: str
    family: str
    outline: str
    when: str
    when_said_by: str
    where: str
    where_said_by: str
    precision: str
    tolls: tuple[TollWords, ...]
    attributed: str
    accused: str
    denied: str
    demonstration: bool
    whole: Whole | None

    @property
    def second_shape(self) -> str:
        """The plain figure of the outer line."""
        return outer_figure(self.shape)

    @property
    def when_phrase(self) -> str:
        """When, and who says so."""
        return f"{self.when} ({self.when_said_by})" if self.when_said_by else self.when


def result(row: PublishedIncident, as_of: datetime | None, titles: Mapping[str, str]) -> Result:
    """A row of ``selectors.record_queries.with_evidence`` as a list shows it; it leads to what stood at ``as_of``.

    ``titles`` are those of ``selectors.record.wholes_of``.
    """
    claims = row.excerpt["attributions"]  # type: ignore[attr-defined]  # annotated by with_evidence
    return Result(
        id=row.public_id,
        title=row.title,
        url=incident_address(row.public_id, as_of),
        shape=shape_of(row.family),
        family=label_of(AttackFamily, row.family),
        outline=outline_of(row),
        when=row.occurred_text or _("Date unknown"),
        when_said_by=_voices(row.occurred_said_by),
        where=where_words(row),
        where_said_by=_voices(row.place_said_by),
        precision=label_of(PlacePrecision, row.place_precision) if row.place_precision else "",
        tolls=(
            _toll(_("Killed"), row.killed_text, row.killed_said_by),
            _toll(_("Wounded"), row.wounded_text, row.wounded_said_by),
        ),
        attributed=attribution_words(claims),
        accused=accusation_words(claims),
        denied=denial_words(claims),
        demonstration=row.demonstration,
        whole=_whole(row.parent, as_of, titles),
    )


def _whole(parent: str, as_of: datetime | None, titles: Mapping[str, str]) -> Whole | None:
    if parent not in titles:
        return None
    return Whole(id=parent, title=titles[parent], url=incident_address(parent, as_of))


def shape_of(family: str) -> str:
    """The shape that stands for a family."""
    return SHAPES.get(family, family)


def outline_of(row: PublishedIncident | Drawn) -> str:
    """How the shape is outlined: solid when reviewed from several origins, dashed from one, double when contested."""
    if row.attribution_state == AttributionState.CONTESTED:
        return "contested"
    return "preliminary" if row.origin_count < FEW_ORIGINS else "reviewed"


def where_words(row: PublishedIncident) -> str:
    """The place in words, without its precision."""
    return place_words(row.place_name, row.province_name, row.country_name or row.country_code) or _("Place unknown")


def attribution_words(claims: list[dict[str, Any]]) -> str:
    """Who is named and on what ground: "Islamic State (responsibility claim)"; that nobody is, where nobody is.

    ``claims`` are attributions, as of ``selectors.record_queries.Excerpt``; here and below.
    """
    return named_words(claims) or _("nobody named")


def named_words(claims: list[dict[str, Any]]) -> str:
    """Who is named and on what ground; "" where nobody is."""
    return _named([one for one in claims if names_somebody(one)])


def accusation_words(claims: list[dict[str, Any]]) -> str:
    """Who is merely accused by somebody else: "Example State (accusation)"; "" where nobody is."""
    return _named([one for one in claims if is_accusation(one)])


def denial_words(claims: list[dict[str, Any]]) -> str:
    """Who is said not to have done it, and on what ground: "Example Front (denial)"; "" where nobody is."""
    return _named([one for one in claims if is_denial(one)])


def _named(claims: list[dict[str, Any]]) -> str:
    grounds: dict[str, list[str]] = {}
    for claim in claims:
        grounds.setdefault(claim["value"]["actor_name"], []).append(lower_first(ground_words(claim)))
    return joined([f"{actor} ({joined(list(dict.fromkeys(words)))})" for actor, words in grounds.items()])


def _toll(term: str, text: str, said_by: list[dict[str, str]]) -> TollWords:
    who = _voices(said_by)
    return TollWords(term=term, text=text if who else _("unknown"), who=who)


def _voices(said_by: list[dict[str, str]]) -> str:
    """Who says so, as a list has room for it: "Reuters and 2 others"; "" where nobody does."""
    return first_and_others(names(said_by))
