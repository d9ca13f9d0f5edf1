"""The Kerman file of the demonstration, built once for the tests that look at it."""

from tests.demonstration.kerman_file import kerman_built

__all__ = ["kerman_built"]
