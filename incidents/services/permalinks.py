"""Give a query a short address that leads to what it finds now, for ever."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from incidents.filters import Query
from incidents.models import Permalink
from incidents.models.record.permalink import LONGEST_QUERY
from incidents.rules.refusals import RefusedError
from incidents.rules.short_codes import LONGEST, SHORTEST, code_of
from incidents.selectors.record import log_head
from incidents.selectors.record_permanence import fixed, moment_of


def make_permalink(*, query: Query) -> Permalink:
    """Keep the query as of its moment. Asked twice for the same, it gives the same and keeps nothing new.

    Only adds a row: the reader's way in may read nothing, so that whether a code is taken is asked of the database by
    trying.

    Raises:
        RefusedError: the record is empty, or the query is too long to be kept.
    """
    moment = moment_of(query, log_head())
    if moment is None:
        raise RefusedError(_("Nothing has been published yet, so there is nothing that a link could lead to."))
    text = fixed(query, moment)
    if len(text) > LONGEST_QUERY:
        raise RefusedError(_("This query is too long to be kept: 4,000 signs are the most."))
    for length in range(SHORTEST, LONGEST):
        made = Permalink(code=code_of(text, length), query=text)
        if _kept(made):
            return made
    return _surely_kept(Permalink(code=code_of(text, LONGEST), query=text))


def _kept(made: Permalink) -> bool:
    """Add the row where it is not there yet; False where the code leads to another query."""
    try:
        _surely_kept(made)
    except IntegrityError:
        return False
    return True


@transaction.atomic
def _surely_kept(made: Permalink) -> Permalink:
    Permalink.objects.bulk_create([made], ignore_conflicts=True)
    return made
