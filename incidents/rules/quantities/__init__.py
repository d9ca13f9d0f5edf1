"""From a report's words about how many to bounds, by named rules, and from bounds back to a reader's words."""

from incidents.rules.quantities.reading import Quantity, read_quantity
from incidents.rules.quantities.rules import RULES, Rule, explain_rule
from incidents.rules.quantities.saying import say_quantity

__all__ = ["RULES", "Quantity", "Rule", "explain_rule", "read_quantity", "say_quantity"]
