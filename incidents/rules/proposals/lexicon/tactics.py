"""Tactics and outcomes."""

from typing import Final

from incidents.choices import Outcome, Tactic
from incidents.rules.proposals.lexicon.phrases import RAMMING, phrases

_VEHICLE: Final = (
    r"(?:car|truck|van|vehicle|lorry|motorcycle|motorbike|ambulance|minibus|taxi|pick-?up|tanker|rickshaw|bicycle|"
    r"tractor|"
    r"(?:speed|motor|fishing |drone )?boat|skiff|dinghy|jeep|sedan|SUV)"
)

TACTICS: Final[tuple[tuple[Tactic, str], ...]] = (
    (
        Tactic.SUICIDE,
        phrases(
            r"""
            suicide (?:[\w-]+ )?(?:bomb(?:er|ing|s|ers|ings)?|attack(?:er|ers|s)?|blast|vest|car|belt|mission|
                drone)s?
            (?:blew|blown|blowing) (?:himself|herself|themselves) (?:up|apart)
            (?:detonat|explod)(?:ed|ing|es) (?:himself|herself|themselves)
            wearing (?:an? |the )?(?:[\w-]+ )?(?:explosive|suicide|bomb)[- ]?(?:vest|belt|jacket)?s?
            (?:vest|explosives|bomb|belt) (?:hidden |concealed |strapped )?(?:under|beneath|
                underneath) (?:an? |his |her |the |their )(?:[\w-]+ )?
                (?:shawl|coat|jacket|robe|burqa|clothes|clothing|uniform|shirt|abaya|cloak)
            (?:driver|bomber|rider|attacker) (?:\w+ )?(?:was|were|had been|had stayed|stayed|remained) (?:inside|
                at the wheel|on board|in the (?:cab|vehicle|van|car|truck))
            (?:driver|bomber) (?:also |himself |herself )?(?:died|was killed|perished|was blown) in the (?:blast|
                explosion)|human bombs?
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
            at (?:exactly |almost |about )?the same (?:time|hour)(?=,)
            at (?:exactly |almost |about |nearly )?the (?:very )?same (?:moment|minute|second|instant)
            from (?:two|three|four|five|several|all|both|opposite|different) (?:directions|angles)|on (?:two|three|
                several) fronts
            (?:two|three|four|multi)-pronged|in (?:two|three|four|several) waves|in unison
            in (?:quick|rapid) succession|near-?simultaneous\w*|almost at once
            timed to (?:open|go off|explode|detonate|coincide|release|strike)
            within (?:\w+ )?(?:seconds|minutes) of (?:each other|one another)|simultaneous(?:ly)?
            """
        ),
    ),
    (
        Tactic.VEHICLE,
        phrases(
            rf"""
            {_VEHICLE}[- ]bomb(?:s|ing|ings|er|ers)?|(?:bomb|explosives?)[- ](?:laden|packed|filled|rigged|
                carrying) (?:\w+ )?{_VEHICLE}
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
        phrases(
            r"""
            ambush(?:ed|es|ing)?|came under fire|l(?:ay|ying|ain|ie) in wait|waited (?:in hiding|behind|beside)|waylaid
            (?:lying|hiding|hidden|crouched|crouching|concealed|waiting|positioned|posted|dug in) (?:in|behind|beside|
                among|on|along|amid)(?: the| an?| both| either| thick| tall)
                (?: [\w-]+){0,2}? (?:bush|bushes|trees|grass|side|sides|ditch|bend|rocks|hedge|hedges|roadside|scrub|
                reeds|dunes|wall|bank|thicket|undergrowth|culvert|
                plantation|forest|orchard|fields?|maize|corn|crops|vineyard|jungle|woods)
            (?:opened fire|fired|firing|shooting|
                shot) (?:[\w-]+ ){0,4}?from (?:the |both |either |an? )?(?:[\w-]+ )?(?:bush|bushes|sides?|trees|hills?|
                roadside|ridge|scrub|cover)
            (?:cut|cutting|block(?:ed|ing)|barr(?:ed|ing)) (?:off )?(?:the |its |their |his |her )(?:path|way|route)
            (?:log|logs|tree|trees|boulders?|stones|rocks|trunk)[^.;]{0,30}? across the (?:road|track|path|highway|lane)
            """
        ),
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
