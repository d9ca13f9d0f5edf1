"""The incident: one act, or a composite of several."""

import uuid

from django.conf import settings
from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from incidents.choices import Alternative, AttributionState, DatePrecision, PlacePrecision, State
from incidents.models.history import tracked
from incidents.models.place import Place
from incidents.querysets.incident import IncidentQuerySet


def codes() -> "ArrayField[list[str], list[str]]":
    """A column of coded facts of one kind, resolved from characteristic assertions."""
    return ArrayField(models.CharField(max_length=40), default=list, blank=True, editable=False)


def occurred_span() -> Func:
    """The time between the bounds, both included, as a range of the database; null bounds are open."""
    return Func(
        F("occurred_earliest"),
        F("occurred_latest"),
        Value("[]"),
        function="TSTZRANGE",
        output_field=DateTimeRangeField(),
    )


@tracked
class Incident(models.Model):
    """An incident at the desk: what editors work on. The public reads ``models.record`` instead.

    The resolved columns (occurred, place, codes, casualties, attribution) are written by ``services.resolution`` from
    the assertions and never by hand. ``point`` is the exact position, WGS 84, and stays at the desk. Times are UTC.
    ``revision`` grows with every edit, of a child too; ``published_number`` is the newest public version, 0 for none.
    In the flags and criteria null means that nobody has decided yet, never "no". ``alternative`` says what else it may
    have been where terrorism is doubted. A ``parent`` is the whole that this incident is a part of.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(_("permanent id"), max_length=20, null=True, blank=True, editable=False)
    title = models.CharField(_("title"), max_length=200, help_text=_("Neutral: what happened, where"))
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.DRAFT, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    published_number = models.PositiveIntegerField(default=0, editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    demonstration = models.BooleanField(_("demonstration data"), default=False)
    desk_note = models.TextField(_("note for colleagues"), blank=True)

    graphic = models.BooleanField(_("graphic material"), null=True, blank=True)
    personal_data = models.BooleanField(_("personal data"), null=True, blank=True)
    criterion_goal = models.BooleanField(_("political, economic, religious or social goal"), null=True, blank=True)
    criterion_message = models.BooleanField(_("intent to coerce or convey a message"), null=True, blank=True)
    criterion_outside_war = models.BooleanField(_("outside legitimate warfare"), null=True, blank=True)
    doubt_terrorism = models.BooleanField(_("terrorism is doubted"), null=True, blank=True)
    alternative = models.CharField(_("may have been"), max_length=20, choices=Alternative, blank=True, default="")

    occurred_earliest = models.DateTimeField(null=True, editable=False)
    occurred_latest = models.DateTimeField(null=True, editable=False)
    occurred_precision = models.CharField(max_length=12, choices=DatePrecision, blank=True, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, null=True, editable=False, related_name="incidents")
    point = models.PointField(srid=4326, null=True, editable=False)
    place_precision = models.CharField(max_length=14, choices=PlacePrecision, blank=True, editable=False)
    uncertainty_m = models.PositiveIntegerField(null=True, editable=False)
    country_code = models.CharField(max_length=2, blank=True, editable=False)
    province_code = models.CharField(max_length=10, blank=True, editable=False)
    attack_types = codes()
    weapon_types = codes()
    target_types = codes()
    tactics = codes()
    killed_low = models.PositiveIntegerField(null=True, editable=False)
    killed_best = models.PositiveIntegerField(null=True, editable=False)
    killed_high = models.PositiveIntegerField(null=True, editable=False)
    wounded_low = models.PositiveIntegerField(null=True, editable=False)
    wounded_best = models.PositiveIntegerField(null=True, editable=False)
    wounded_high = models.PositiveIntegerField(null=True, editable=False)
    attribution_state = models.CharField(
        max_length=12, choices=AttributionState, default=AttributionState.UNCLAIMED, editable=False
    )
    origin_count = models.PositiveIntegerField(default=0, editable=False)
    has_warning = models.BooleanField(default=False, editable=False)

    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="incidents_created")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_id"],
                name="incident_public_id_unique",
                violation_error_message=_("This permanent id is taken; ids are never used twice."),
            ),
            models.CheckConstraint(
                name="incident_public_id_form",
                condition=Q(public_id__isnull=True) | Q(public_id__regex=r"^INC-[0-9]{4}-[0-9]{6}$"),
                violation_error_message=_("A permanent id reads INC-year-six digits."),
            ),
            models.CheckConstraint(
                name="incident_state_known",
                condition=Q(state__in=State.values),
                violation_error_message=_("This is no editorial state."),
            ),
            models.CheckConstraint(
                name="incident_id_when_published",
                condition=Q(published_number=0, public_id__isnull=True)
                | Q(published_number__gt=0, public_id__isnull=False),
                violation_error_message=_("An incident has a permanent id exactly when it has been published."),
            ),
            models.CheckConstraint(
                name="incident_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("An incident is not a part of itself."),
            ),
            models.CheckConstraint(
                name="incident_merged_names_survivor",
                condition=~Q(state=State.MERGED) | Q(merged_into__isnull=False),
                violation_error_message=_("A merged incident names the one it was merged into."),
            ),
            models.CheckConstraint(
                name="incident_time_in_order",
                condition=Q(occurred_earliest__lte=F("occurred_latest")) | Q(occurred_earliest__isnull=True),
                violation_error_message=_("The earliest time is not later than the latest."),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-changed_at"], name="incident_by_state"),
            models.Index(fields=["-changed_at", "-id"], name="incident_by_change"),
            models.Index(
                fields=["state", "assigned_to", "published_number", "changed_at", "created_by"], name="incident_by_tab"
            ),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="incident_by_title"),
            models.Index(fields=["assigned_to", "state"], name="incident_by_assignee"),
            GistIndex(occurred_span(), name="incident_by_occurred"),
        ]

    def __str__(self) -> str:
        return self.public_id or self.title


@tracked
class SummarySentence(models.Model):
    """One sentence of the summary, in our words, cited through ``Citation.sentence``."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="summary")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("sentence"), max_length=500)

    veiled = False
    """Whether, in memory, it stands for one that whoever is looking may not know."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "position"],
                name="sentence_position_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Two sentences stand in the same place."),
            )
        ]

    def __str__(self) -> str:
        return self.text
