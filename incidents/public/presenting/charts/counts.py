"""The counts that the figures of one query share, each asked of the record once, when it is first needed."""

from functools import cached_property

from django.utils.translation import ngettext

from incidents.filters import Query
from incidents.public.presenting.charts.table import counted
from incidents.selectors.statistics.timeline import Bin, Step, step_of, timeline
from incidents.selectors.statistics.wholes import Ground, ground


class Counts:
    """A query and what was counted of it."""

    def __init__(self, query: Query) -> None:
        self.query = query

    @cached_property
    def ground(self) -> Ground:
        return ground(self.query)

    @cached_property
    def step(self) -> Step:
        return step_of(self.ground)

    @cached_property
    def _timeline(self) -> list[Bin]:
        return timeline(self.query, self.step)

    @property
    def bins(self) -> list[Bin]:
        """The years or months in which something happened, in order."""
        return [one for one in self._timeline if one.start]

    @property
    def apart(self) -> Bin | None:
        """Incidents without a date, and those that may have happened in one year or month or in another."""
        return next((one for one in self._timeline if one.start is None), None)

    @property
    def total(self) -> str:
        """The incidents that are counted, in words: "62 incidents"."""
        number = self.ground.counted
        return ngettext("%(number)s incident", "%(number)s incidents", number) % {"number": counted(number)}
