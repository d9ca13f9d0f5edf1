"""Two states of an incident side by side, in words: every field of it and of everything below it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from django.contrib.gis.geos import Point
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.choices import CODES
from incidents.desk.presenters.words import say_moment
from incidents.models import (
    Assertion,
    Attribution,
    CasualtyEstimate,
    CharacteristicAssertion,
    Citation,
    Incident,
    IncidentLink,
    LocationAssertion,
    Statement,
    SummarySentence,
    TimeAssertion,
    WarningStatement,
)
from incidents.presenting.changes import Change, differing

COLUMNS: Final[dict[type[Model], tuple[str, ...]]] = {
    Incident: (
        *("title", "parent", "merged_into", "demonstration", "desk_note", "graphic", "personal_data"),
        *("criterion_goal", "criterion_message", "criterion_outside_war", "doubt_terrorism", "alternative"),
    ),
    Assertion: (
        *("kind", "polarity", "modality", "verification", "verification_reason"),
        *("credibility", "confidence", "rationale", "role"),
    ),
    TimeAssertion: ("verbatim", "edtf", "timezone"),
    LocationAssertion: ("role", "place", "point", "precision", "uncertainty_m", "method", "detail"),
    CasualtyEstimate: (
        *("measure", "population", "attackers_included", "verbatim", "quantifier", "low", "best", "high"),
        *("bound_rule", "as_of", "scope"),
    ),
    CharacteristicAssertion: ("kind", "value", "detail"),
    Attribution: ("actor", "kind", "role", "claim_channel", "confidence_words"),
    WarningStatement: ("aspect", "paraphrase"),
    Citation: ("source", "quote", "locator", "stance", "speaker", "said_on", "reported_on", "translation"),
    Statement: ("speaker", "made_on", "paraphrase"),
    IncidentLink: ("other", "kind", "note"),
    SummarySentence: ("position", "text"),
}
"""What is told of each kind of row. What follows from claims is left out: the claims tell it."""

WHAT: Final = {
    TimeAssertion: gettext_lazy("Time"),
    LocationAssertion: gettext_lazy("Location"),
    CasualtyEstimate: gettext_lazy("Casualty figure"),
    CharacteristicAssertion: gettext_lazy("Coded fact"),
    Attribution: gettext_lazy("Attribution"),
    WarningStatement: gettext_lazy("Warning"),
    Statement: gettext_lazy("Reaction"),
    IncidentLink: gettext_lazy("Link"),
    SummarySentence: gettext_lazy("Sentence of the summary"),
}
BEARS: Final = ("statement_id", "link_id", "sentence_id")

Sayings = dict[str, tuple[str, str]]


def compared(
    before: Iterable[Model], after: Iterable[Model], claims: list[int], names: dict[Any, str]
) -> tuple[Change, ...]:
    """Every field that differs between two states."""
    return differing(_sayings(before, claims, names), _sayings(after, claims, names))


def _sayings(rows: Iterable[Model], claims: list[int], names: dict[Any, str]) -> Sayings:
    found: Sayings = {}
    for row in rows:
        for name in COLUMNS[type(row)]:
            words = _words(row, name, names)
            if words:
                found[f"{type(row).__name__} {row.pk} {name}"] = (_label(row, name, claims), words)
    return found


def _label(row: Model, name: str, claims: list[int]) -> str:
    """Which field of what: claims are told apart by the order in which they were recorded."""
    column = capfirst(str(_column(row, name).verbose_name))
    if isinstance(row, Incident):
        return str(column)
    claim = row.pk if isinstance(row, Assertion) else getattr(row, "assertion_id", None)
    subject = _("Claim %(number)s") % {"number": claims.index(claim) + 1} if claim in claims else ""
    what = str(WHAT.get(type(row), ""))
    if isinstance(row, Citation):
        what = _("Citation %(number)s") % {"number": row.pk}
    return ": ".join(part for part in (", ".join(part for part in (subject, what) if part), str(column)) if part)


def _words(row: Model, name: str, names: dict[Any, str]) -> str:
    column = _column(row, name)
    value = getattr(row, column.attname)
    if value is None or value == "":
        return ""
    if column.is_relation:
        return names.get((column.related_model, value), _("Withheld from you"))
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if name == "value" and isinstance(row, CharacteristicAssertion) and row.kind in CODES:
        return str(dict(CODES[row.kind].choices).get(value, value))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return say_moment(value)
    if isinstance(value, date):
        return str(date_format(value, "j F Y"))
    if isinstance(value, Point):
        return f"{value.y:.5f}, {value.x:.5f}"
    return str(value)


def _column(row: Model, name: str) -> Any:
    return row._meta.get_field(name)  # noqa: SLF001  documented, in spite of its name
