"""Make two incidents one and one incident two, and undo either, losing no citation.

Two people here too: a senior proposes, somebody else approves, and readers see nothing change until the incident that
lives on is published. Every item that moves is written into a ledger, from which it can be put back.
"""

from incidents.services.regrouping.announcing import announce_merges, kinds_owed
from incidents.services.regrouping.duplicates import decide_no_duplicate
from incidents.services.regrouping.merging import merge
from incidents.services.regrouping.splitting import split
from incidents.services.regrouping.undoing import undo

__all__ = ["announce_merges", "decide_no_duplicate", "kinds_owed", "merge", "split", "undo"]
