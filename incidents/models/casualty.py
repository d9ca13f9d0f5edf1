"""How many: casualty estimates in the words of their sources."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import CasualtyMeasure, Population, Quantifier, YesNoUnknown
from incidents.models.assertion import Assertion
from incidents.models.history import tracked


@tracked
class CasualtyEstimate(models.Model):
    """One count of one measure over one population, as one source gave it.

    ``verbatim`` keeps the words; low, best and high (persons) are what the rule named in ``bound_rule`` made of them
    (``incidents.rules.quantities``). Each may be null: no best value appears that no source gave.
    """

    assertion = models.OneToOneField(Assertion, models.CASCADE, primary_key=True, related_name="casualty")
    measure = models.CharField(_("measure"), max_length=12, choices=CasualtyMeasure)
    population = models.CharField(_("population"), max_length=15, choices=Population, default=Population.ALL)
    attackers_included = models.CharField(
        _("attackers included"), max_length=7, choices=YesNoUnknown, default=YesNoUnknown.UNKNOWN
    )
    verbatim = models.CharField(_("in the source's words"), max_length=200)
    quantifier = models.CharField(_("quantifier"), max_length=10, choices=Quantifier)
    low = models.PositiveIntegerField(_("low"), null=True, blank=True)
    best = models.PositiveIntegerField(_("best"), null=True, blank=True)
    high = models.PositiveIntegerField(_("high"), null=True, blank=True)
    bound_rule = models.CharField(_("rule"), max_length=60)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    scope = models.CharField(_("scope"), max_length=200, blank=True)
    revises = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="revised_by", verbose_name=_("revises")
    )

    class Meta:
        ordering = ["as_of", "pk"]
        constraints = [
            models.CheckConstraint(
                name="casualty_bounds_in_order",
                condition=(
                    (Q(low__isnull=True) | Q(best__isnull=True) | Q(low__lte=F("best")))
                    & (Q(best__isnull=True) | Q(high__isnull=True) | Q(best__lte=F("high")))
                    & (Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")))
                ),
                violation_error_message=_("Low is not above best, and best not above high."),
            ),
            models.CheckConstraint(
                name="casualty_has_words",
                condition=~Q(verbatim=""),
                violation_error_message=_("Give the figure in the source's own words."),
            ),
        ]

    def __str__(self) -> str:
        return self.verbatim
