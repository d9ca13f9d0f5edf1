"""Two states of an incident side by side, in words: every field of it and of everything below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.contrib.gis.geos import Point
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.choices import CODES, ResolvedField, VersionKind
from incidents.desk.presenters.words import say_moment
from incidents.models import (
    Assertion,
    Attribution,
    CasualtyEstimate,
    CharacteristicAssertion,
    Citation,
    Embargo,
    Incident,
    IncidentLink,
    LocationAssertion,
    Resolution,
    Statement,
    SummarySentence,
    TimeAssertion,
    Warning,  # noqa: A004
    WarningStatement,
)
from incidents.presenting.changes import Change, differing

COLUMNS: Final[dict[type[Model], tuple[str, ...]]] = {
    Incident: (
        *("title", "parent", "merged_into", "assigned_to", "demonstration", "desk_note", "graphic", "personal_data"),
        *("criterion_goal", "criterion_message", "criterion_outside_war", "doubt_terrorism", "alternative"),
    ),
    Assertion: (
        *("polarity", "modality", "verification", "verification_reason"),
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
    Warning: (
        *("warner", "recipient", "basis", "basis_wording", "conveyed_earliest", "conveyed_latest"),
        *("conveyed_precision", "channel", "intermediary", "specific_place", "specific_time", "specific_target"),
        *("specific_actor", "disclosed_on", "disclosed_by", "outcome"),
    ),
    Resolution: ("policy", "reason"),
    Embargo: ("until", "stage", "kind", "summary", "why"),
}
"""What is told of each kind of row. Which value follows from claims is left out: the claims tell it."""

LABELS: Final = {
    "specific_place": gettext_lazy("How specific about the place"),
    "specific_time": gettext_lazy("How specific about the time"),
    "specific_target": gettext_lazy("How specific about the target"),
    "specific_actor": gettext_lazy("How specific about the actor"),
}
"""What a column is called where its own name says too little beside the others."""

WHAT: Final = {
    Statement: gettext_lazy("Reaction"),
    IncidentLink: gettext_lazy("Link"),
    SummarySentence: gettext_lazy("Sentence of the summary"),
    Warning: gettext_lazy("Warning"),
    Embargo: gettext_lazy("Publication at a moment"),
}
BORNE: Final = {"statement_id": Statement, "link_id": IncidentLink, "sentence_id": SummarySentence}
"""What a citation bears out, where it is no claim."""

Sayings = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Part:
    """The incident itself, or something below it (a claim, a link, …): what of it differs between two states."""

    subject: str
    changes: tuple[Change, ...]

    @property
    def is_new(self) -> bool:
        return not any(one.before for one in self.changes)

    @property
    def is_gone(self) -> bool:
        return not any(one.after for one in self.changes)


def compared(
    before: Iterable[Model], after: Iterable[Model], claims: dict[int, str], names: dict[Any, str]
) -> list[Part]:
    """Every field that differs between two states, part by part."""
    subjects: dict[str, str] = {}
    changes = differing(_sayings(before, claims, names, subjects), _sayings(after, claims, names, subjects))
    found: dict[str, list[Change]] = {}
    for one in changes:
        found.setdefault(one.key.partition("/")[0], []).append(one)
    return [Part(subjects[key], tuple(own)) for key, own in found.items()]


def _sayings(rows: Iterable[Model], claims: dict[int, str], names: dict[Any, str], subjects: dict[str, str]) -> Sayings:
    found: Sayings = {}
    for row in rows:
        part, subject = _part(row, claims)
        subjects[part] = subject
        for name in COLUMNS[type(row)]:
            words = _words(row, name, names)
            if words:
                label = str(LABELS.get(name) or capfirst(str(_column(row, name).verbose_name)))
                key = row.field if isinstance(row, Resolution) else row.pk
                found[f"{part}/{type(row).__name__} {key} {name}"] = (label, words)
    return found


def _part(row: Model, claims: dict[int, str]) -> tuple[str, str]:
    """Of which part of the page a row is, and what that is called."""
    if isinstance(row, Incident):
        return "incident", _("The incident")
    claim = row.pk if isinstance(row, Assertion) else getattr(row, "assertion_id", None)
    if claim is not None:
        return f"claim {claim}", claims.get(claim, _("Claim"))
    for column, model in BORNE.items():
        key = getattr(row, column, None)
        if key is not None:
            return f"{model.__name__} {key}", str(WHAT[model])
    if isinstance(row, Resolution):
        decided = _("Decided for readers: %(field)s") % {"field": ResolvedField(row.field).label.lower()}
        return f"value {row.field}", decided
    return f"{type(row).__name__} {row.pk}", str(WHAT[type(row)])


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
    if name == "kind" and isinstance(row, Embargo):
        return str(dict(VersionKind.choices).get(value, value))
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
