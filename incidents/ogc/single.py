"""One feature by its id."""

from dataclasses import dataclass

from django.http import Http404

from incidents.api.parameters import understand
from incidents.filters import MOMENTS
from incidents.ogc.collections import Collection, Elsewhere, Feature
from incidents.ogc.crs import Crs
from incidents.ogc.parameters import Reading, only


@dataclass(frozen=True)
class One:
    """A feature, and what beside the state of the record it may change with."""

    feature: Feature
    mark: object


def one_feature(collection: Collection, name: str, reading: Reading, crs: Crs) -> One | Elsewhere:
    """The feature of an id, now or at a moment; or where it lives on.

    Raises:
        Http404: there is none, and never was.
        ProblemError: there was none at the moment asked for, or it was taken back.
        ParametersRefusedError: a parameter cannot be read.
    """
    reading.end()
    query = understand(only(reading.params, MOMENTS), reading.known)
    mark = collection.standing(name, query.as_of)
    if isinstance(mark, Elsewhere):
        return mark
    rows = collection.rows(query.incidents())
    keys = [key for _name, key in collection.keys(collection.called(rows, name))]
    for some in collection.features(rows, keys, query.as_of, crs.order):
        for feature in some:
            return One(feature, (mark, query.as_of))
    raise Http404
