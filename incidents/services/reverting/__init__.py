"""Take an incident back to what one of its versions said, as one pending change.

What stood then comes from the history that the database keeps of every row; the version's document is the judge of what
of it was public, and of whether it says the same again. Nothing is deleted from history, and what never was public
stays as it is.
"""

from incidents.services.reverting.last import redo, undo
from incidents.services.reverting.whole import revert

__all__ = ["redo", "revert", "undo"]
