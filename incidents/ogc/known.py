"""The collections that there are."""

from typing import Final

from django.http import Http404

from incidents.ogc.actors import ActorsAreas
from incidents.ogc.collections import Collection
from incidents.ogc.incidents import Areas, Incidents, Points
from incidents.ogc.provinces import Provinces

COLLECTIONS: Final[dict[str, Collection]] = {
    one.id: one for one in (Incidents(), Points(), Areas(), Provinces(), ActorsAreas())
}


def collection_of(name: str) -> Collection:
    """The collection of this name.

    Raises:
        Http404: there is none.
    """
    if name not in COLLECTIONS:
        raise Http404
    return COLLECTIONS[name]
