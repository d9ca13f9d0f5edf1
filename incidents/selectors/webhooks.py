"""What a webhook is told of: the one filter set, asked of one incident at the moment at which it changed."""

from datetime import timedelta
from typing import Final
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from incidents.filters import Query, QueryRefusedError, read_address, read_query
from incidents.models import PublishedIncident, Version
from incidents.rules.moments import spelt_moment

INSTANT: Final = timedelta(microseconds=1)
"""The record's clock counts no finer."""


def filter_of(text: str) -> Query:
    """What somebody wants to be told of, from an address of the explorer or its query string; empty for everything.

    Raises:
        QueryRefusedError: it cannot be read, or asks for a moment, at which nothing changes any more.
    """
    asked = read_address(text)
    if asked.as_of:
        raise QueryRefusedError({"as_of": [_("A webhook tells of what changes from now on. Leave the moment out.")]})
    return asked.but("sort")


def concerns(version: Version, query: str) -> bool:
    """Whether a query keeps an incident as a version makes it, or kept it just before.

    Before, too: who asks about a country hears when an incident there is withdrawn, merged, or moved elsewhere. It is
    asked of the record as it stood then, however late, and where the version was written: a replica may lag behind.

    Raises:
        QueryRefusedError: the query cannot be read.
    """
    for moment in (version.published_at, version.published_at - INSTANT):
        asked = read_query(dict(parse_qsl(query)) | {"as_of": spelt_moment(moment)})
        rows = PublishedIncident.objects.filter(public_id=version.public_id).live().as_of(moment)
        if asked.kept(rows).exists():
            return True
    return False
