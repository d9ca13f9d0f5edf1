"""Whether a log still is what was published. Pure: given its lines, from wherever they come, says what is wrong."""

from incidents.rules.integrity.differences import Comparison
from incidents.rules.integrity.lines import Line, UnreadableError
from incidents.rules.integrity.log import LogCheck, Problem

__all__ = ["Comparison", "Line", "LogCheck", "Problem", "UnreadableError"]
