"""Tactics and outcomes."""

from typing import Final

from incidents.choices import Outcome, Tactic
from incidents.rules.proposals.lexicon.phrases import RAMMING, phrases

_VEHICLE: Final = (
    r"(?:car|truck|van|vehicle|lorry|motorcycle|motorbike|ambulance|minibus|taxi|pick-?up|tanker|rickshaw)"
)

TACTICS: Final[tuple[tuple[Tactic, str], ...]] = (
    (
        Tactic.SUICIDE,
        phrases(
            r"""
            suicide (?:[\w-]+ )?(?:bomb(?:er|ing|s|ers|ings)?|attack(?:er|ers|s)?|blast|vest|car|belt|mission|
                drone)s?
            blew (?:himself|herself|themselves) up
            (?:detonat(?:ed|ing)|set(?:ting)? off|trigger(?:ed|ing)|exploded) (?:an? |the )?(?:his|her|their|
                explosives?|bomb|vest|belt)?[^.;,]{0,30}? (?:belt|vest|jacket|waistcoat|strapped|he was (?:wearing|
                carrying)|she was (?:wearing|carrying))
            (?:strapped|tied|fastened|taped) (?:to|around|round) (?:his|her|their) (?:waists?|body|bodies|chests?|
                belly|backs?)
            explosive (?:belt|vest)s?
            """
        ),
    ),
    (
        Tactic.COORDINATED,
        phrases(
            r"""
            (?:co-?ordinat|synchroni[sz])(?:ed|ion)|simultaneous(?:ly)?
            twin (?:\w+ )?(?:explosions|blasts|bombings|attacks|bombs|suicide|assaults|raids)|near-simultaneous
            (?:two|three|four|both|several) (?:[\w-]+ )?(?:explosions|blasts|bombs|attacks|devices|raids|drones|
                bombers)[^.;]{0,50}? (?:within (?:\w+ )?minutes|minutes apart|at the same (?:time|moment|hour)|
                moments apart|seconds apart|almost at once|in quick succession)
            at (?:exactly |almost |about )?the same (?:time|moment|hour)(?=,)
            within (?:\w+ )?minutes of (?:each other|one another)|simultaneous(?:ly)?
            """
        ),
    ),
    (
        Tactic.VEHICLE,
        phrases(
            rf"""
            {_VEHICLE}[- ]bomb(?:s|ing|ings|er|ers)?|(?:bomb|explosives?)[- ](?:laden|packed|filled|rigged) {_VEHICLE}
            {_VEHICLE} (?:that was |which was |had been |was )?(?:packed|laden|loaded|filled|rigged|stuffed|
                crammed|carrying) (?:with )?(?:[\w-]+ ){{0,4}}?(?:explosives|dynamite|bombs?|fertili[sz]er)
            (?:bomb|explosives?|device|charge)(?: (?:was|were|had been))? (?:hidden|concealed|packed|planted|
                placed|left) (?:in|inside|into) an? (?:[\w-]+ ){{0,2}}?{_VEHICLE}
            {RAMMING}
            """
        ),
    ),
    (
        Tactic.AMBUSH,
        r"ambush(?:ed|es|ing)?|came under fire|lay in wait|lying in wait|waited (?:in hiding|behind|beside)|waylaid",
    ),
    (
        Tactic.SIEGE,
        (
            r"siege|besieged|stand-?off|(?:surrounded|encircled) the (?:[\w-]+ )?for (?:\w+ ){1,3}(?:hours|days)|"
            r"barricaded"
        ),
    ),
)

OUTCOMES: Final[tuple[tuple[Outcome, str], ...]] = (
    (
        Outcome.FOILED,
        (
            r"(?:foil|thwart|prevent|disrupt)(?:ed|s|ing) (?:an? |the )?(?:\w+ ){0,3}?(?:plots?|attacks?|attempts?|"
            r"bombings?)"
        ),
    ),
    (
        Outcome.FAILED,
        r"failed to (?:explode|detonate|go off)|(?:was|were) (?:defused|made safe)|did not (?:explode|go off)",
    ),
)
