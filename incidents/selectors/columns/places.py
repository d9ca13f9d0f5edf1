"""Where: points by their coordinates, areas by their corners; what corners leave open, PostgreSQL is asked."""

from typing import Final

from incidents.filters.places import box_halves, read_box
from incidents.models.record import PublishedIncident
from incidents.selectors.columns.layout import TABLE
from incidents.selectors.columns.store import Store
from incidents.selectors.columns.terms import Term

Box = tuple[float, float, float, float]

POINT: Final = "x >= %s AND y >= %s AND x <= %s AND y <= %s"
INSIDE: Final = "west >= %s AND south >= %s AND east <= %s AND north <= %s"
TOUCHING: Final = "east >= %s AND north >= %s AND west <= %s AND south <= %s"


def touching(boxes: tuple[Box, ...]) -> Term:
    """That a row is an area whose corners span a box which touches one of some boxes."""
    return _any(TOUCHING, boxes)


def in_box(store: Store, text: str) -> Term:
    """That a row is drawn in a box of the filter set: a point in it, or an area that reaches into it."""
    boxes = box_halves(text)
    name = ("reaching", text)
    kept = store.remembered(name)
    if kept is None:
        kept = "|".join(_reaching(store, text, boxes))
        store.remember(name, kept)
    parts = [_any(POINT, boxes), _any(INSIDE, boxes)]
    if kept:  # and not the "" of points
        parts.append(Term("geometry IN (SELECT unnest(string_split(%s, '|')))", [kept]))
    return Term(" OR ".join(f"({part.sql})" for part in parts), [value for part in parts for value in part.params])


def _reaching(store: Store, text: str, boxes: tuple[Box, ...]) -> list[str]:
    """The corners of areas that are not inside a box and yet reach into it. Areas with the same corners are one."""
    touched, inside = _any(TOUCHING, boxes), _any(INSIDE, boxes)
    question = f"""
        SELECT geometry, max(version_id) FROM {TABLE} WHERE ({touched.sql}) AND NOT ({inside.sql}) GROUP BY geometry
    """  # noqa: S608  conditions of ours
    values = [*touched.params, *inside.params]
    with store.lock:
        examples = {version: corners for corners, version in store.ask(question.replace("%s", "?"), values).fetchall()}
    rows = PublishedIncident.objects.public().filter(pk__in=list(examples), geometry__intersects=read_box(text))
    return sorted(examples[version] for version in rows.values_list("pk", flat=True)) if examples else []


def _any(condition: str, boxes: tuple[Box, ...]) -> Term:
    return Term(" OR ".join(f"({condition})" for _each in boxes), [edge for box in boxes for edge in box])
