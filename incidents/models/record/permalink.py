"""Short addresses of queries, for ever."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from incidents.querysets.record import PermalinkQuerySet

LONGEST_QUERY = 4000


class Permalink(models.Model):
    """A code that leads to one query at one moment of record time, and never to another. Append-only.

    ``query`` is the canonical query string (``filters.Query``) with its ``as_of``; ``code`` is the beginning of
    ``rules.short_codes.code_of(query)``, as long as it takes to be nobody else's. Nothing says who made it.
    """

    code = models.CharField(max_length=51, primary_key=True)
    query = models.TextField()

    objects = PermalinkQuerySet.as_manager()

    class Meta:
        db_table = "record_permalink"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="permalink_code_well_formed",
                condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{10,51}$"),
                violation_error_message=_("A code has 10 to 51 signs of Crockford's base 32."),
            ),
            models.CheckConstraint(
                name="permalink_query_is_one",
                condition=Q(query__regex=r"^[a-z_]+=[A-Za-z0-9%._~,:+*-]+(&[a-z_]+=[A-Za-z0-9%._~,:+*-]+)*$"),
                violation_error_message=_("A query is parameters and values, spelt as in an address."),
            ),
            models.CheckConstraint(
                name="permalink_query_has_its_moment",
                condition=Q(query__regex=r"^(.*&)?as_of=[0-9]{4}-[0-9]{2}-[0-9]{2}"),
                violation_error_message=_("A query that is kept names its moment of record time."),
            ),
            models.CheckConstraint(
                name="permalink_query_has_an_end",
                condition=LessThanOrEqual(Length("query"), LONGEST_QUERY),
                violation_error_message=_("This query is too long to be kept: 4,000 signs are the most."),
            ),
        ]

    def __str__(self) -> str:
        return self.code
