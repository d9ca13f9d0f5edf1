"""Weapons, and what says that one is none."""

from typing import Final

from incidents.choices import WeaponType
from incidents.rules.proposals.lexicon.phrases import (
    BY_TOOLS,
    CABLES,
    FIREBOMB,
    MINE_STRUCK,
    RAMMING,
    SET_FIRE,
    SET_OFF,
    phrases,
)

FAKED: Final = r"dummy|fake|replica|toy|imitation|mock|pretend|sham"
"""What says that a weapon is none."""

WEAPONS: Final[tuple[tuple[WeaponType, str], ...]] = (
    (
        WeaponType.EXPLOSIVES,
        phrases(
            rf"""
            (?<!petrol )(?<!fire)(?<!fire )(?<!petrol-)bombs?(?! disposal| squad| threat| scare)|bomb(?:ings?|
                ers?|ed)
            explosives?(?! experts?| ordnance)
            explosive[- ]laden|booby[- ]trap(?:ped|s)?|explosive (?:device|belt|vest|charge|drone)s?|ieds?|
                grenades?
            mortars?|rockets?|missiles?|landmines?|limpet mines?
            mines? (?:exploded|went off|detonated)|{MINE_STRUCK}|suicide (?:vest|belt)s?|blew up|blown up|blow up
            dynamite|gelignite|semtex|tnt
            {SET_OFF}
            (?:shaped |demolition )?charges?(?= (?:was|were|had been|exploded|went off|placed|planted|attached|fixed))
            TATP|ANFO|PETN|RDX|C-?4|(?:black|gun) ?powder|warheads?|pressure[- ]cookers?|munitions?|shaped charges?|
                sticks of \w+
            detonat(?:ed|ing|ors?)|devices?(?= (?:was|were|had been) (?:fixed|planted|hidden|attached|left|
                placed))
            devices? (?:exploded|went off|detonated)|shell(?:ed|ing)
            """
        ),
    ),
    (
        WeaponType.FIREARMS,
        phrases(
            r"""
            gunm[ae]n|gunfire|gunshots?|open(?:ed|s|ing)? (?:fire|up with)|shot dead|shootings?|armed men
            automatic (?:rifles|weapons|fire)
            (?:assault |hunting |sniper )?rifles?|(?:machine[- ]?|sub-?machine |shot)?guns?|pistols?|revolvers?
            handguns?|firearms?|small[- ]arms
            fired (?:\w+ ){0,3}?(?:on|at|into|from)|start(?:ed|s)? shooting|gunned down|gun ?battle|firefight|
                shot at
            shot (?:him|her|them)
            (?:rifle|gun|pistol|weapon|kalashnikov)-(?:toting|wielding|carrying)
            bullets?(?= (?:from|hit|tore|struck|ripped|flew|were|fired|holes?|wounds?|riddled|casings))|(?:of|with|by|
                from) bullets
            gunpoint|kalashnikovs?|AK-?47s?|shots|shot and (?:killed|wounded)|(?<=was )shot|(?<=were )shot
            (?<=been )shot
            """
        ),
    ),
    (
        WeaponType.MELEE,
        phrases(
            r"""
            (?:pen|flick|kitchen |carving )?kni(?:fe|ves|femen|feman)|machetes?|axes?|hatchets?|swords?|daggers?
            stabb(?:ed|ing)s?|hacked|hammers?|sharp objects?|blades?|box[- ]?cutters?|scissors|screwdrivers?|
                razors?
            scalpels?|cleavers?|clubs|iron bars?|catanas?|pangas?|cutlass(?:es)?|bayonets?|billhooks?|spears?|arrows|
                sickles?|scythes?
            pick-?axes?|crowbars?|truncheons?|cudgels?|(?:knife|machete|axe|blade|sword)-(?:wielding|toting)
            """
        ),
    ),
    (WeaponType.VEHICLE, RAMMING),
    (
        WeaponType.INCENDIARY,
        phrases(
            rf"""
            {FIREBOMB}|incendiary|accelerant|set (?:\w+ ){{0,4}}(?:on fire|ablaze|alight)|{SET_FIRE}
            (?:was|were|been) set (?:on fire|ablaze|alight)|torched|arson(?:ists?)?|firebomb(?:ed|ing)
            petrol (?:was|had been) poured
            (?:doused|poured|splashed|soaked)[^.;]{{0,30}}? (?:petrol|gasoline|kerosene|fuel)
            (?:canisters?|cans?|jerrycans?) of (?:petrol|gasoline|fuel)
            """
        ),
    ),
    (
        WeaponType.CHEMICAL,
        phrases(
            r"""
            (?:toxic|poison|chlorine|nerve|mustard|tear)[- ](?:gas|agent)|chlorine|gas (?:was|were) released|sarin
            chlorine-based|irritants?|organophosphates?|phosphine|ammonia|tear gas|pepper spray|novichok|thallium|
                strychnine|rat poison|toxins?
            (?:corrosive|caustic|noxious) \w+
            acid|poison(?:ed|ing)?|(?:pest|insect|herb)icides?|cyanide|arsenic|(?:toxic|chemical) (?:substance|weapon)s?
            """
        ),
    ),
    (WeaponType.BIOLOGICAL, r"anthrax|ricin|botulin\w*"),
    (
        WeaponType.SABOTAGE,
        phrases(
            rf"""
            {BY_TOOLS}|(?:hydraulic |garden |bolt )?shears
            {CABLES}
            (?:cables?|wires?|fibres?) (?:[\w-]+ ){{0,4}}?(?:were|was|had been) (?:\w+ )?(?:cut|severed|sawn|slashed)
            short-?circuit(?:ed|ing)?|drain(?:ed|ing) (?:the )?(?:[\w-]+ ){{0,2}}?(?:oil|coolant|fuel|tank)
            (?:tamper(?:ed|ing) with|loosen(?:ed|ing)|disabl(?:ed|ing)|jamm(?:ed|ing)|unscrew(?:ed|ing)|dismantl(?:ed|
                ing)) (?:the |an? |two |three |several )?
                (?:[\w-]+ ){{0,3}}?(?:valves?|bolts|rails?|tracks?|signals?|transformers?|switch(?:es|gear)?|brakes?|
                pumps?|turbines?|locks?|points)
            (?:cut|cutting|sawed|sawing|broke) through (?:the |an? )?(?:[\w-]+ )?(?:cables?|fence|pipe|pylon|rails?)
            derail(?:ed|ing) (?:by|after) (?:bolts|rails|track)|unbolted|sawn through
            """
        ),
    ),
    (
        WeaponType.FAKE,
        rf"(?:{FAKED}) (?:\w+ )?(?:grenade|bomb|explosive|gun|pistol|rifle|weapon|device|vest)s?",
    ),
)
