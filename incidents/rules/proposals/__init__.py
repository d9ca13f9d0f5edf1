"""What a report seems to say, proposed for an editor to accept or clear. Nothing here is a claim of ours.

Rules read the sentences of a captured text: which words are a figure, a day of the attack, a place, somebody named.
They are patterns over words and clauses of English, each with a stable id, and know no single report. A model may
propose through the same door: whatever has a method, a version and ``propose`` (``Proposer``).
"""

from incidents.rules.proposals.known import ActorName, Known, PlaceName
from incidents.rules.proposals.proposal import Proposal, Proposer, Report
from incidents.rules.proposals.proposing import METHOD, VERSION, EnglishRules, propose

__all__ = [
    "METHOD",
    "VERSION",
    "ActorName",
    "EnglishRules",
    "Known",
    "PlaceName",
    "Proposal",
    "Proposer",
    "Report",
    "propose",
]
