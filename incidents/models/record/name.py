"""The names that public documents use, for finding and for labels."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import NameKind
from incidents.querysets.record import PublishedNameQuerySet


class PublishedName(models.Model):
    """A name that a published document gives to somebody or something. Append-only, derived from versions alone.

    ``code`` is what the filters ask for: an actor's short name, a publisher's or source's id, an ISO 3166 code, or the
    folded name of a place with its country. ``main`` tells the name that is shown from the others it goes by.
    """

    kind = models.CharField(max_length=9, choices=NameKind)
    code = models.CharField(max_length=240)
    name = models.CharField(max_length=500)
    folded = models.CharField(max_length=500)
    main = models.BooleanField()
    version = models.ForeignKey("incidents.Version", models.PROTECT, related_name="+", db_index=False)

    objects = PublishedNameQuerySet.as_manager()

    class Meta:
        db_table = "record_name"
        ordering = ["kind", "code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code", "name", "main"],
                name="published_name_once",
                violation_error_message=_("This name is already on record."),
            ),
            models.CheckConstraint(
                name="published_name_says_something",
                condition=~Q(name="") & ~Q(code=""),
                violation_error_message=_("A name is not empty."),
            ),
        ]
        indexes = [GinIndex(OpClass(F("folded"), name="gin_trgm_ops"), name="published_name_trigrams")]

    def __str__(self) -> str:
        return self.name
