"""The codebook: every controlled vocabulary and every parameter, read from the tables that the software works by."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Choices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents import choices
from incidents.filters import SORTS, YES_OR_NO, Facet, IncidentFilter
from incidents.presenting import coding
from incidents.presenting.claims import SENTENCES
from incidents.presenting.definitions import STATES
from incidents.presenting.values import CODED
from incidents.presenting.vocabularies import PUBLIC, about, name_of
from incidents.public.presenting.methods import drawn_words

GTD: Final = gettext_lazy("Global Terrorism Database codebook (START, 2021): %(variable)s")
ADMIRALTY: Final = gettext_lazy("Admiralty system (NATO AJP-2.1)")
STANDARDS: Final[dict[type[Choices], Any]] = {
    choices.AttackType: (GTD, "attacktype"),
    choices.AttackFamily: (GTD, "attacktype"),
    choices.WeaponType: (GTD, "weaptype"),
    choices.TargetType: (GTD, "targtype"),
    choices.Outcome: (GTD, "success"),
    choices.Alternative: (GTD, "alternative"),
    choices.ClaimState: (GTD, "claimed, compclaim"),
    choices.Definition: (GTD, "crit1, crit2, crit3, doubtterr"),
    choices.Reliability: ADMIRALTY,
    choices.Credibility: ADMIRALTY,
    choices.Confidence: gettext_lazy("Intelligence Community Directive 203 (ODNI, 2015), confidence levels"),
    choices.PlacePrecision: gettext_lazy(
        "Our own; compare where_prec of the UCDP GED codebook, geo_precision of ACLED and specificity of the GTD"
    ),
    choices.DatePrecision: gettext_lazy(
        "Our own, written as EDTF (ISO 8601-2); compare date_prec of the UCDP GED codebook and time_precision of ACLED"
    ),
}
"""Where the terms of a vocabulary come from; one that is missing here is our own."""

MEANINGS: Final[dict[type[Choices], Any]] = {
    choices.AttributionState: STATES.__getitem__,
    choices.Verification: SENTENCES.__getitem__,
    choices.PlacePrecision: drawn_words,
    **{vocabulary: meanings.__getitem__ for vocabulary, meanings in coding.MEANINGS.items()},
}
"""Definitions that the rules and pages hold already, by vocabulary."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """A code, what people read, and what it means where that needs more words."""

    code: str
    label: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """A vocabulary with its terms, where they come from, and the parameters that ask for them."""

    name: str
    about: str
    standard: str
    parameters: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def defined(self) -> bool:
        """Whether any term says what it means."""
        return any(term.meaning for term in self.terms)


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter of every query: its name, what it keeps, what it takes, and in which vocabulary."""

    name: str
    label: str
    takes: str
    vocabulary: str


def vocabularies() -> list[Vocabulary]:
    """Every vocabulary of public documents."""
    return [
        Vocabulary(
            name=name_of(one),
            about=about(one),
            standard=_standard(one),
            parameters=tuple(name for name, vocabulary in CODED.items() if vocabulary is one),
            terms=tuple(_term(one, value, label) for value, label in one.choices if value != ""),
        )
        for one in PUBLIC
    ]


def _standard(vocabulary: type[Choices]) -> str:
    found = STANDARDS.get(vocabulary)
    if isinstance(found, tuple):
        words, variable = found
        return str(words) % {"variable": variable}
    return str(found) if found else _("Our own")


def _term(vocabulary: type[Choices], value: Any, label: Any) -> Term:
    mean = MEANINGS.get(vocabulary)
    return Term(code=str(value), label=str(label), meaning=str(mean(vocabulary(value))) if mean else "")


def parameters() -> list[Parameter]:
    """Every parameter of the one filter set, in its order."""
    return [
        Parameter(name=name, label=str(found.label), takes=_takes(name, found), vocabulary=_vocabulary(name))
        for name, found in IncidentFilter.base_filters.items()
    ]


def _vocabulary(name: str) -> str:
    coded = CODED.get(name)
    return name_of(coded) if coded else ""


def _takes(name: str, found: Any) -> str:
    """What a value looks like."""
    if name in CODED:
        several = isinstance(found, Facet)
        return _("codes, with commas between them") if several else _("one code")
    if name == "sort":
        return ", ".join(SORTS)
    if list(found.extra.get("choices") or ()) == list(YES_OR_NO):
        return ", ".join(value for value, _label in YES_OR_NO)
    if isinstance(found, Facet):
        return _("codes or names as the record has them, with commas between them")
    return str(TAKES.get(type(found).__name__, _("text")))


TAKES: Final = {
    "NumberFilter": gettext_lazy("a number"),
    "WholeNumberFilter": gettext_lazy("a whole number"),
    "DayFilter": gettext_lazy("a day, a month or a year"),
    "MomentFilter": gettext_lazy("a day or a moment in ISO 8601"),
    "ReleaseFilter": gettext_lazy("the tag of a release"),
}


def codebook_data() -> dict[str, Any]:
    """The codebook as JSON."""
    return {
        "vocabularies": [
            {
                "name": one.name,
                "about": one.about,
                "standard": one.standard,
                "parameters": list(one.parameters),
                "terms": [
                    {"code": each.code, "label": each.label, "meaning": each.meaning or None} for each in one.terms
                ],
            }
            for one in vocabularies()
        ],
        "parameters": [
            {"name": one.name, "label": one.label, "takes": one.takes, "vocabulary": one.vocabulary or None}
            for one in parameters()
        ],
    }
