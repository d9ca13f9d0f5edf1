"""Evidence gates: what must be shown before an incident is handed in and published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import AttributionKind, GateKey, LinkKind, Polarity, Stance, Verification
from incidents.models import Assertion, Citation, Incident
from incidents.selectors.citations import citations_of, open_alerts
from incidents.selectors.origins import origins_of
from incidents.selectors.regrouping import splits_to_announce


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: open with nothing missing, closed with a sentence that says what is, or passed by a signed waiver.

    One that does not apply has nothing to look at: no toll, nobody named, no whole. It is open and proves nothing.
    """

    key: GateKey
    missing: str = ""
    waived: bool = False
    applies: bool = True
    waivable: bool = False

    @property
    def open(self) -> bool:
        """Whether it lets the incident through."""
        return not self.missing or self.waived


WAIVABLE: Final = frozenset({GateKey.TOLL, GateKey.ATTRIBUTION, GateKey.QUOTES})
"""Gates that a signed, public exception may open."""


def gates(incident: Incident) -> list[Gate]:
    """Every gate, as it stands now."""
    assertions = list(Assertion.objects.filter(incident=incident).standing().with_values().with_evidence())
    able = waivable(incident)
    waived = _waived(incident) & able
    return [_gate(key, check(incident, assertions), waived, able) for key, check in CHECKS.items()]


def _gate(key: GateKey, found: str | None, waived: set[str], able: frozenset[GateKey]) -> Gate:
    return Gate(key, found or "", waived=key in waived, applies=found is not None, waivable=key in able)


def waivable(incident: Incident) -> frozenset[GateKey]:
    """The gates that an exception could open now.

    An exception is public, and so is what it is for: none is signed for a quote of a confidential source, which has to
    be answered at the desk.
    """
    return WAIVABLE - {GateKey.QUOTES} if _questions(incident)["confidential"] else WAIVABLE


def _waived(incident: Incident) -> set[str]:
    """The gates that exceptions were signed for: that of quotes, when no question was raised since."""
    signed = dict(incident.waivers.order_by("signed_at").values_list("gate", "signed_at"))
    when = signed.get(GateKey.QUOTES)
    if when and open_alerts().filter(citations_of(incident, "citation__"), raised_at__gt=when).exists():
        del signed[GateKey.QUOTES]
    return set(signed)


def missing(incident: Incident) -> list[str]:
    """A sentence for each gate that does not let the incident through."""
    return [gate.missing for gate in gates(incident) if not gate.open]


def _cited(incident: Incident, assertions: list[Assertion]) -> str:
    bare = [one for one in assertions if not _supported(one)]
    sentences = [one for one in incident.summary.prefetch_related("citations") if not one.citations.all()]
    if not assertions:
        return _("Nothing is claimed yet: record at least a date and a place, with their sources.")
    if bare:
        return _("%(count)s claims have no supporting citation to a source that may be named.") % {"count": len(bare)}
    if sentences:
        return _("%(count)s sentences of the summary have no citation.") % {"count": len(sentences)}
    return ""


def _supported(assertion: Assertion) -> bool:
    return any(
        citation.stance == Stance.SUPPORTS and not citation.source.confidential
        for citation in assertion.citations.all()
    )


def _dated(incident: Incident, _assertions: list[Assertion]) -> str:
    return "" if incident.occurred_earliest else _("No date is recorded: say when it happened, however roughly.")


def _placed(incident: Incident, _assertions: list[Assertion]) -> str:
    return "" if incident.place_id else _("No place is recorded: say where it happened, however roughly.")


def _toll(_incident: Incident, assertions: list[Assertion]) -> str | None:
    """A toll of one origin passes too: it carries the label "single origin", and the reader sees it."""
    tolls = [one for one in assertions if one.kind == "casualty" and one.casualty.measure == "killed"]
    if not tolls:
        return None
    if any(count for count in origins_of(tolls, public=True).values()):
        return ""
    return _("The death toll rests on no origin that may be named.")


def _attribution(_incident: Incident, assertions: list[Assertion]) -> str | None:
    named = [one for one in assertions if one.kind == "attribution" and one.polarity == Polarity.AFFIRMED]
    if not named:
        return None
    as_fact = [one for one in named if one.modality == "fact" and not _says_who(one)]
    if not as_fact:
        return ""
    grounds = {one.attribution.kind for one in named if one.verification != Verification.REFUTED}
    claimed = AttributionKind.RESPONSIBILITY_CLAIM in grounds
    assessed = grounds & {AttributionKind.INTELLIGENCE_ASSESSMENT, AttributionKind.INVESTIGATIVE_ASSESSMENT}
    if AttributionKind.COURT_FINDING in grounds or (claimed and assessed):
        return ""
    return _(
        "An actor is named as a fact. Record it as alleged or assessed, or add a court finding, or a claim and an "
        "independent assessment."
    )


def _says_who(assertion: Assertion) -> bool:
    """A claim, a denial or an accusation is the speaker's own act: that it was made is the fact."""
    return assertion.attribution.kind in {
        AttributionKind.RESPONSIBILITY_CLAIM,
        AttributionKind.DENIAL,
        AttributionKind.ACCUSATION,
    }


def _sensitivity(incident: Incident, _assertions: list[Assertion]) -> str:
    if incident.graphic is None or incident.personal_data is None:
        return _("Decide whether the record holds graphic material and personal data.")
    return ""


def _duplicates(incident: Incident, _assertions: list[Assertion]) -> str | None:
    open_questions = incident.links.filter(kind=LinkKind.POSSIBLE_DUPLICATE).exclude(other__merged_into=incident)
    if open_questions.exists():
        return _("A possible duplicate is not decided: say whether it is one.")
    return "" if incident.links.filter(kind=LinkKind.NOT_A_DUPLICATE).exists() else None


def _parent(incident: Incident, _assertions: list[Assertion]) -> str | None:
    if incident.parent is None:
        return None
    if incident.parent.published_number:
        return ""
    return _("It is a part of an incident that is not published yet: publish the whole first.")


def _split(incident: Incident, _assertions: list[Assertion]) -> str | None:
    """Nothing leaves the record before it stands where it was moved to."""
    splits = splits_to_announce(incident)
    if not splits.exists():
        return None
    if splits.filter(target__published_number=0).exists():
        return _(
            "What was split off from it is not published yet: publish that first, then nothing is lost to readers."
        )
    return ""


def _quotes(incident: Incident, _assertions: list[Assertion]) -> str | None:
    """A quote that the newest snapshot no longer holds is a question until somebody changes or answers for it."""
    asked = _questions(incident)
    number = asked["open"]
    if number:
        return ngettext(
            "A newer snapshot no longer holds %(count)s quote: change the citation, or say why it stays.",
            "A newer snapshot no longer holds %(count)s quotes: change the citations, or say why they stay.",
            number,
        ) % {"count": number}
    return "" if asked["anchored"] else None


def _questions(incident: Incident) -> dict[str, int]:
    """How many quotes of an incident are anchored, how many of them are in question, and of confidential sources."""
    unsettled = Q(alerts__isnull=False, alerts__settled_at=None)
    return Citation.objects.filter(citations_of(incident)).aggregate(
        anchored=Count("pk", filter=Q(anchor__isnull=False), distinct=True),
        open=Count("pk", filter=unsettled, distinct=True),
        confidential=Count("pk", filter=unsettled & Q(source__confidential=True), distinct=True),
    )


CHECKS: Final[dict[GateKey, Callable[[Incident, list[Assertion]], str | None]]] = {
    GateKey.CITED: _cited,
    GateKey.DATED: _dated,
    GateKey.PLACED: _placed,
    GateKey.TOLL: _toll,
    GateKey.ATTRIBUTION: _attribution,
    GateKey.SENSITIVITY: _sensitivity,
    GateKey.DUPLICATES: _duplicates,
    GateKey.PARENT: _parent,
    GateKey.SPLIT: _split,
    GateKey.QUOTES: _quotes,
}
"""What each gate looks at: a sentence where something is missing, none where it does not apply."""
