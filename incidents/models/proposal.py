"""What somebody decided about what was proposed from a captured text."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from incidents.choices import ProposalKind, ProposalState, Verification
from incidents.models.capture import Capture
from incidents.models.citation import Citation
from incidents.models.incident import Incident


class ProposalDecision(models.Model):
    """That a proposal was accepted or cleared, by whom, for which incident, and which method had made it.

    Proposals themselves are not stored: the same text read by the same version gives the same ones, and ``key`` finds
    one again (``rules.proposals``). ``value``, ``exact`` and [start, end) are as proposed, whatever the editor made of
    them. ``citation`` is the one that accepting made, empty once it was taken back. ``incident`` is empty for what
    concerns the source alone.
    """

    capture = models.ForeignKey(Capture, models.PROTECT, related_name="proposal_decisions", verbose_name=_("snapshot"))
    incident = models.ForeignKey(Incident, models.CASCADE, null=True, blank=True, related_name="proposal_decisions")
    key = models.CharField(_("key"), max_length=16)
    kind = models.CharField(_("kind"), max_length=14, choices=ProposalKind)
    value = models.JSONField(_("value as proposed"))
    exact = models.TextField(_("the words"))
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("character after the last"))
    rule = models.CharField(_("rule"), max_length=60)
    method = models.CharField(_("method"), max_length=60)
    version = models.CharField(_("version of the method"), max_length=20)
    state = models.CharField(_("decision"), max_length=8, choices=ProposalState)
    citation = models.OneToOneField(
        Citation, models.SET_NULL, null=True, blank=True, related_name="proposed_as", verbose_name=_("citation")
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["capture", "start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["capture", "incident", "key"],
                name="proposal_decided_once",
                nulls_distinct=False,
                violation_error_message=_("This proposal is decided already."),
            ),
            models.CheckConstraint(
                name="proposal_spans_its_words",
                condition=~Q(exact="") & Q(end=F("start") + Length("exact")),
                violation_error_message=_("A proposal spans exactly the words that it was read in."),
            ),
            models.CheckConstraint(
                name="proposal_cleared_without_citation",
                condition=Q(citation__isnull=True) | Q(state=ProposalState.ACCEPTED),
                violation_error_message=_("What was cleared is cited nowhere."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.exact}"

    @property
    def taken_back(self) -> bool:
        """Whether the claim that accepting made, or its citation, was taken back: the proposal may be decided anew."""
        if self.state != ProposalState.ACCEPTED or self.kind == ProposalKind.DERIVATION:
            return False
        claim = self.citation.assertion if self.citation else None
        return claim is None or claim.verification == Verification.WITHDRAWN
