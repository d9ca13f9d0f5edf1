"""Phrases of the lexicons: a line each, read as one pattern, and those that several tables share."""

import re
from typing import Final


def phrases(block: str) -> str:
    """The lines of a block as alternatives of one pattern; a line that is set in goes on from the one before."""
    lines = [line for line in block.split("\n") if line.strip()]
    margin = len(lines[0]) - len(lines[0].lstrip())
    joined = ""
    for line in lines:
        goes_on = line[: margin + 1].isspace()
        joined += line.strip() if goes_on or not joined else f"|{line.strip()}"
    return joined


def compiled(words: str) -> re.Pattern[str]:
    """A phrase of the tables as whole words in either case."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


CROWD: Final = (
    r"(?:pedestrians?|crowds?|people|passers-by|worshippers|shoppers|cyclists|revellers|spectators|onlookers|"
    r"marchers|protesters|demonstrators|mourners|market|parade|procession|queue|bystanders|families|festival-?goers|"
    r"bus stop|pavement|sidewalk|terrace|stalls)"
)
RAMMING: Final = phrases(
    rf"""
    (?:plough|plow|ramm|driv|drove|crash|smash|barrel|career|steer|veer|accelerat|speed|sped)(?:ed|ing|e|s|
        n)? (?:an? |the |his |her )?(?:[\w-]+ ){{0,3}}?(?:into|through|at|over|towards?) (?:an? |
        the )?(?:[\w-]+ ){{0,4}}?{CROWD}
    (?:vehicle|car|van|truck|lorry)[- ]ramming
    (?:car|van|truck|lorry|vehicle|tractor|pick-?up|driver|motorist) (?:[\w-]+ ){{0,3}}?(?:mow(?:ed|s)|struck|
        hits?|ran|runs|plough(?:ed|s)|plow(?:ed|s)|ramm(?:ed|s)) (?:down |over |into )?(?:an? |the |
        [a-z]+ )?(?:[\w-]+ ){{0,2}}?{CROWD}
    (?:car|van|truck|lorry|vehicle|tractor|pick-?up(?: truck)?|bus|bulldozer) (?:was|were|is|had been|
                being) (?:\w+ )?(?:driven|steered|rammed|ploughed|
        plowed|reversed|aimed) (?:\w+ )?(?:into|through|at|over) (?:an? |the )?(?:[\w-]+ ){{0,4}}?{CROWD}
    (?:ran|run|mow(?:ed|n|ing)|running) (?:down|over) (?:[\w-]+ ){{0,3}}?{CROWD}
    """
)
MINE_STRUCK: Final = (
    r"(?:ran|run|runs|drove|driven|stepp(?:ed|ing)|rolled|passed|hit|hits|struck|strikes|trod)(?: (?:over|on|onto))? "
    r"an? (?:[\w-]+ )?(?:land)?mine"
)
SET_FIRE: Final = (
    r"set(?:ting|s)? (?:fire to|light to|(?:(?!trucks|cars|vehicles|buses|lorries|tyres|motorcycles)[\w’'-]+ ){1,5}"
    r"(?:on fire|ablaze|alight))"
)
"""Vehicles that burn are as a rule not what an attack was about."""
SET_OFF: Final = (
    r"(?:set(?:s|ting)?|touched|let) off (?:an? |the |his |her |their |two |three )?(?:[\w-]+ ){0,2}?"
    r"(?:bomb|charge|device|explosive|explosion|blast|vest|belt)s?"
)
THROWN: Final = r"(?:threw|throw(?:n|ing|s)?|hurl(?:ed|ing|s)?|lobb(?:ed|ing)|toss(?:ed|ing)|flung|pelt(?:ed|ing))"
FIREBOMB: Final = r"(?:petrol[- ]bombs?|molotov\w*(?: cocktails?)?|fire ?bombs?|incendiary devices?|bottles? of petrol)"
CABLES: Final = (
    r"(?:cut|cutting|sever(?:ed|ing)|saw(?:ed|n|ing)? through|slash(?:ed|ing)|burn(?:ed|t|ing)|snapped) (?:the |an? |"
    r"two |three |several )?(?:[\w-]+ ){0,4}?(?:cables?|wires?|lines?|fibres?|conduits?)"
)
FELLED: Final = (
    r"(?:topple[ds]?|toppling|fell(?:ed|ing)|brought down|bring(?:ing)? down|knocked (?:out|down)|unbolted|dismantled|"
    r"tampered with|disabled|loosened|removed) (?:the |an? |two |three |four |several )?(?:[\w-]+ ){0,4}?"
    r"(?:pylons?|masts?|towers?|transformers?|substations?|signals?|rails?|tracks?|bolts|turbines?|antennas?)"
)
BY_TOOLS: Final = (
    r"(?:bolt[- ]cutters?|angle grinders?|wire cutters?|chain ?saws?|hacksaws?|blow ?torch(?:es)?|cutting (?:tools?|"
    r"equipment))"
)
