"""The words of reports for attack types, weapons, tactics, outcomes and targets, in the terms of the GTD codebook.

Data only: which of the words are of the report's own attack is for the grammar (``characteristics``, ``targets``).
"""

from incidents.rules.proposals.lexicon.attacks import ATTACKS, FAINT
from incidents.rules.proposals.lexicon.phrases import compiled
from incidents.rules.proposals.lexicon.tactics import OUTCOMES, TACTICS
from incidents.rules.proposals.lexicon.targets import SURROUNDINGS, TARGETS
from incidents.rules.proposals.lexicon.weapons import FAKED, WEAPONS

__all__ = ["ATTACKS", "FAINT", "FAKED", "OUTCOMES", "SURROUNDINGS", "TACTICS", "TARGETS", "WEAPONS", "compiled"]
