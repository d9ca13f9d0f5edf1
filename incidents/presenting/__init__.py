"""A document as a page shows it: pure, typed, without HTTP and without a query.

What the public reads and what a reviewer previews are made here from the same document, so they cannot differ.
"""

from incidents.presenting.page import IncidentBody, present

__all__ = ["IncidentBody", "present"]
