"""What we make of claims: computed from their evidence, unless an editor decided otherwise and said why."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from incidents.choices import AssertionRole, AttributionKind, Polarity, Stance, Verification
from incidents.models import Assertion, Citation
from incidents.rules.verification import Stand, disputed, verification
from incidents.selectors.origins import origin_groups

DECIDED = frozenset(
    {Verification.SINGLE_ORIGIN, Verification.CORROBORATED, Verification.DISPUTED, Verification.REFUTED}
)
"""What an editor may decide, with a reason."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Our verdict on one claim.

    ``computed`` is what the evidence adds up to; ``verdict`` is that too, unless an editor decided otherwise.
    ``groups`` are the supporting citations by independent origin.
    """

    computed: str
    verdict: str
    groups: list[list[Citation]]

    @property
    def origins(self) -> int:
        """How many independent origins say so."""
        return len(self.groups)


def assess(assertions: Sequence[Assertion], *, public: bool) -> dict[int, Assessment]:
    """The verdict on each of an incident's claims; they come ``with_values`` and ``with_evidence``.

    ``public`` looks at what everybody may know of: a confidential source speaks neither for nor against.
    """
    groups = origin_groups(assertions, public=public)
    against = disputed(_stands(assertions, public=public))
    found = {}
    for one in assertions:
        computed = verification(len(groups[one.pk]), is_disputed=one.pk in against)
        verdict = computed if one.verification == Verification.UNREVIEWED else Verification(one.verification)
        found[one.pk] = Assessment(computed=computed.value, verdict=verdict.value, groups=groups[one.pk])
    return found


def _stands(assertions: Iterable[Assertion], *, public: bool) -> list[Stand]:
    """The claims that still stand; what was refuted, replaced or taken back speaks against nothing."""
    return [
        Stand(
            key=one.pk,
            question=question_of(one),
            denied=is_denial(one),
            contradicted=any(
                cited.stance == Stance.CONTRADICTS and not (public and cited.source.confidential)
                for cited in one.citations.all()
            ),
        )
        for one in assertions
        if one.verification not in {Verification.WITHDRAWN, Verification.REFUTED}
        and one.role != AssertionRole.SUPERSEDED
    ]


def is_denial(assertion: Assertion) -> bool:
    """Whether it says that it is not so."""
    denies = assertion.kind == "attribution" and assertion.attribution.kind == AttributionKind.DENIAL
    return denies or assertion.polarity == Polarity.DENIED


def question_of(assertion: Assertion) -> Hashable:
    """The question to which yes and no contradict each other. Two figures are two answers and no contradiction."""
    match assertion.kind:
        case "casualty":
            counted = assertion.casualty
            figure = (counted.low, counted.best, counted.high)
            return ("casualty", counted.measure, counted.population, figure)
        case "attribution":
            return ("attribution", assertion.attribution.actor_id)
        case "location":
            return ("location", assertion.location.role, assertion.location.place_id)
        case "time":
            return ("time", assertion.time.earliest, assertion.time.latest)
        case "characteristic":
            return ("characteristic", assertion.characteristic.kind, assertion.characteristic.value)
        case _:
            said = assertion.warning_statement
            return ("warning", said.warning_id, said.aspect)
