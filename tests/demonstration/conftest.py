"""What the demonstration's loader makes, built once for the tests that look at it."""

from tests.demonstration.kerman_file import kerman_built
from tests.demonstration.whole import demonstration

__all__ = ["demonstration", "kerman_built"]
