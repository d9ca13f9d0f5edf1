"""What our assessment of a claim may not say: more than its evidence carries."""

from django.utils.translation import gettext as _

from incidents.choices import Confidence, Naming
from incidents.models import Assertion, Citation
from incidents.rules.refusals import RefusedError
from incidents.selectors.assessment import DECIDED
from incidents.selectors.origins import origin_groups

NAMED = frozenset({Naming.NAMED, Naming.COLLECTIVE, Naming.DOCUMENT})


def require_sound(assertion: Assertion) -> None:
    """Refuse high confidence in what only unnamed people say. Called after every change of a claim or its citations.

    Raises:
        RefusedError: with what would have to be cited.
    """
    if assertion.confidence != Confidence.HIGH:
        return
    fresh = Assertion.objects.with_evidence().get(pk=assertion.pk)
    if only_unnamed(origin_groups([fresh], public=False)[fresh.pk]):
        raise RefusedError(
            _(
                "Only unnamed people say so: confidence stays at moderate until somebody named, a body or a document "
                "supports it."
            ),
            field="confidence",
        )


def require_verdict(verdict: str, reason: str) -> None:
    """Refuse a verdict that no editor may set, and one that has no reason.

    Raises:
        RefusedError: with the sentence.
    """
    if verdict in DECIDED and not reason.strip():
        raise RefusedError(
            _("Say why our verdict is another than the sources add up to: readers will see it."),
            field="verification_reason",
        )


def only_unnamed(groups: list[list[Citation]]) -> bool:
    """Whether every origin speaks through somebody unnamed, and nobody named, no body and no document says the same."""
    speakers = [[citation.speaker for citation in group if citation.speaker] for group in groups]
    if any(speaker.naming in NAMED for group in speakers for speaker in group):
        return False
    return bool(groups) and all(any(speaker.unnamed for speaker in group) for group in speakers)
