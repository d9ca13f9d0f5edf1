"""A document as a page shows it: pure, typed, without HTTP and without a query.

What the public reads and what a reviewer previews are made here from the same document, so they cannot differ. Here is
also how a query is said in words (``sentence``, ``values``), for the explorer and for the desk alike; only ``said`` and
the names in ``values`` ask the record for it.
"""

from incidents.presenting.page import IncidentBody, present

__all__ = ["IncidentBody", "present"]
