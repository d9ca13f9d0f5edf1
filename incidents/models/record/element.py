"""Where the things stand that published documents hold: claims, warnings, reactions, links, sources, actors."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import AssertionRole, ElementKind, Polarity, Verification
from incidents.models.record.published import PublishedIncident
from incidents.querysets.record import PublishedElementQuerySet


class PublishedElement(models.Model):
    """One thing in the document of one version, and what it is found by. Append-only, derived from versions alone.

    ``number`` counts from 0 in its list of the document; the thing itself is read there. ``uid`` is its permanent id,
    which links and actors have not. ``subject`` is its code within its kind and ``about`` whom or what it names:

    ===============  ===========================  =================
    kind             subject                      about
    ===============  ===========================  =================
    casualty         what was counted             whom it counts
    attribution      the ground                   the actor
    location         what the place was to it
    time             how finely it is known
    characteristic   which coded fact             its code
    warning          which part of a warning      the warning
    given_warning    on what basis it was given
    link             how they stand               the other incident
    source           what was published           the publisher
    actor            what it is                   its short name
    ===============  ===========================  =================

    ``polarity``, ``verification`` and ``role`` are those of a claim, "" for all else.
    """

    pk = models.CompositePrimaryKey("row_id", "kind", "number")
    row = models.ForeignKey(PublishedIncident, models.PROTECT, related_name="elements", db_index=False)
    kind = models.CharField(max_length=14, choices=ElementKind)
    number = models.PositiveIntegerField()
    uid = models.UUIDField(null=True)
    subject = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=80, blank=True)
    polarity = models.CharField(max_length=8, choices=Polarity, blank=True)
    verification = models.CharField(max_length=15, choices=Verification, blank=True)
    role = models.CharField(max_length=15, choices=AssertionRole, blank=True)

    objects = PublishedElementQuerySet.as_manager()

    class Meta:
        db_table = "record_element"
        ordering = ["row", "kind", "number"]
        constraints = [
            models.CheckConstraint(
                name="element_has_its_id",
                condition=Q(uid__isnull=False) | Q(kind__in=[ElementKind.LINK, ElementKind.ACTOR]),
                violation_error_message=_("All but links and actors have a permanent id."),
            )
        ]
        indexes = [
            models.Index(fields=["kind", "uid", "-row"], name="element_by_id"),
            models.Index(fields=["kind", "subject"], name="element_by_subject"),
            models.Index(
                fields=["kind", "about", "-row"],
                name="element_newest_of",
                condition=Q(kind__in=[ElementKind.SOURCE, ElementKind.ACTOR]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_id}: {self.kind} {self.number}"
