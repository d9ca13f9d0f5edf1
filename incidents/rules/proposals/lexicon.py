"""The words of reports for attack types, weapons, tactics and targets, in the terms of the GTD codebook."""

import re
from typing import Final

from incidents.choices import AttackType, Outcome, Tactic, TargetType, WeaponType

_OFFICE: Final = (
    r"(?:lawmaker|politician|mayor|governor|minister|judge|senator|councillor|(?:tribal )?elder|cleric|imam|"
    r"priest|prosecutor|"
    r"ambassador|diplomat|general|commander|police chief|(?:party )?leader|member of parliament|deputy|"
    r"official|candidate)"
)

FAKED: Final = r"dummy|fake|replica|toy|imitation|mock"
"""What says that a weapon is none."""

ATTACKS: Final[tuple[tuple[AttackType, str], ...]] = (
    (
        AttackType.BOMBING,
        (
            r"bombings?|(?:ran|run|drove|driven|stepped) (?:over|on|onto) an? (?:land)?mine|(?:hit|"
            r"struck) an? (?:land)?mine|"
            r"(?:packed|laden|loaded|filled|rigged) with explosives|(?:suicide |car |truck )?bombers?|"
            r"blasts?|explosions?|(?:bomb|device|explosives?|"
            r"ied|mine|vest)s? "
            r"(?:\w+ )?(?:exploded|went off|detonated|goes off|explodes)|explod(?:ed|es|ing)|detonat(?:ed|es|ing)|"
            r"blew (?:up|himself|herself|"
            r"themselves)|blown up|blow(?:s|ing)? up|blow up|(?:grenade|rocket|mortar|missile|drone) (?:attack|strike|"
            r"fire)s?|"
            r"(?:explosive[- ]laden|armed|explosive) drones?|(?:hit|struck) by (?:an? |two |three |"
            r"several )?(?:\w+ ){0,2}(?:bomb|mine|ied|rocket|mortar|drone|missile|shell)s?|"
            r"plot to bomb|set(?:s|ting)? off (?:an? |the |his |her |their )?(?:\w+ )?"
            r"(?:bomb|charge|device|explosive|vest)s?|"
            r"(?:roadside|car|truck|parcel|letter|pipe|nail) bombs?"
        ),
    ),
    (
        AttackType.ARMED_ASSAULT,
        (
            r"open(?:ed|s|ing)? fire|gunm[ae]n (?:\w+ ){0,4}?(?:attacked|attack|stormed|raided|fired|killed|shot)|"
            r"shootings?|stabbings?|"
            r"stabbed|(?:knife|gun|machete|axe|armed) (?:attack|assault)s?|armed (?:raid|assault)s?|stormed|fir(?:ed|"
            r"ing) on|"
            r"(?:raiders|fighters|militants|insurgents|attackers|rebels|men) (?:[\w-]+ ){0,7}?(?:overran|stormed|"
            r"raided)|overran|"
            r"shot(?= (?:at|the|an?|two|three|four|several|[a-z]+s)\b)|"
            r"(?:gun|small[- ]arms|machine[- ]gun|rifle|automatic) ?fire|mass shooting|massacred?|(?:was|"
            r"were) (?:\w+ )?ambushed|attacked (?:\w+ ){0,3}?"
            r"(?:worshippers|villagers|passers-by|people|pedestrians) |hacked|slashed|gunned down|"
            r"firing (?:\w+ ){0,2}(?:rifles|weapons|guns)"
        ),
    ),
    (
        AttackType.HOSTAGE_KIDNAPPING,
        (
            r"kidnapp?(?:ed|ings?|s)?|abduct(?:ed|ions?|ing|s)?|took (?:\w+ ){0,3}hostages?|"
            r"taken hostage|taken captive|"
            r"(?:pupils|students|people|villagers|passengers|workers|girls|boys|children) (?:\w+ )?(?:were|was|"
            r"being) (?:seized|snatched)|"
            r"snatched|seiz(?:ed|ing) (?:\w+ ){0,3}(?:pupils|students|people|villagers|passengers|workers|girls|boys|"
            r"children|hostages)"
        ),
    ),
    (
        AttackType.HOSTAGE_BARRICADE,
        (
            r"(?:held|holding|barricaded) (?:[\w-]+ ){0,6}(?:hostages? (?:inside|in)|inside|on the \w+ floor|in (?:the|"
            r"a) (?:building|hotel|"
            r"school|theatre|bank|embassy|church))|hostage siege|hostage stand-?off|"
            r"hostages? (?:were )?held inside|siege"
        ),
    ),
    (AttackType.HIJACKING, r"hijack(?:ed|ings?|ers?|s)?|commandeered"),
    (
        AttackType.ASSASSINATION,
        (
            rf"assassinat(?:ed|ions?|ing)|(?:shot dead|gunned down|killed|murdered|shot and killed) (?:an? |"
            rf"the )?(?:[\w-]+ ){{0,4}}?{_OFFICE}|"
            rf"{_OFFICE} (?:[\w-]+ )?(?:was|has been|had been) (?:assassinated|shot dead|gunned down|murdered|"
            rf"shot and killed)"
        ),
    ),
    (
        AttackType.FACILITY_ATTACK,
        (
            r"arson(?:ists?)?|(?:was|were) set (?:on fire|ablaze|alight)|set(?:ting)? (?:(?!trucks|cars|vehicles|buses|"
            r"lorries|tyres|motorcycles)\w+ ){1,4}(?:on fire|ablaze|alight)|torched|"
            r"(?:threw|throw(?:n|ing|s)?|hurl(?:ed|ing)|lobb(?:ed|ing)) (?:\w+ ){0,2}?(?:petrol[- ]bombs?|molotov\w*)|"
            r"sabotaged?|burn(?:ed|t|ing) down|firebomb(?:ed|ing)"
        ),
    ),
    (
        AttackType.UNARMED_ASSAULT,
        (
            r"(?:plough|plow|ramm|driv|drove|crash)(?:ed|ing|e)? (?:an? |the |his |her )?(?:\w+ ){0,3}?(?:into|"
            r"through) (?:an? |the )?"
            r"(?:\w+ ){0,2}?(?:pedestrians|crowds?|people|passers-by|worshippers|shoppers|cyclists|market)|"
            r"vehicle[- ]ramming|"
            r"(?:gas|chemical|nerve agent|acid|poison)\w* (?:\w+ )?(?:was|were) (?:released|thrown|sprayed)|"
            r"(?:put|poured?|mixed|slipped) (?:\w+ ){0,3}?(?:poison|pesticides?|cyanide|arsenic|chemicals?) "
            r"(?:in|into)|"
            r"poison(?:ed|ings?)|acid attack"
        ),
    ),
)
"""A phrase for each attack type. A figure, a target or a weapon alone makes none."""

WEAPONS: Final[tuple[tuple[WeaponType, str], ...]] = (
    (
        WeaponType.EXPLOSIVES,
        (
            r"(?<!petrol )(?<!fire)(?<!petrol-)bombs?(?! disposal| squad| threat)|bomb(?:ings?|ers?)|explosives?|"
            r"explosive[- ]laden|"
            r"explosive (?:device|belt|vest)s?|ied|grenades?|mortars?|rockets?|missiles?|landmines?|mines? (?:exploded|"
            r"went off)|(?:ran|run|drove|driven|stepped) (?:over|on|onto) an? (?:land)?mine|"
            r"suicide vest|blew up|dynamite|set(?:s|ting)? off (?:an? |the |his |her |their )?(?:\w+ )?"
            r"(?:charge|device|vest)s?|"
            r"detonat(?:ed|ing)|devices?(?= (?:was|were) (?:fixed|planted|hidden|"
            r"attached|left))|"
            r"devices? (?:exploded|went off)"
        ),
    ),
    (
        WeaponType.FIREARMS,
        (
            r"gunm[ae]n|gunfire|opened fire|opens fire|open fire|shot dead|shootings?|armed men|automatic (?:rifles|"
            r"weapons)|"
            r"assault rifles?|(?:machine[- ]?)?guns?|pistols?|rifles?|fired (?:\w+ ){0,2}?(?:on|at|into)|"
            r"started shooting|gunned down|"
            r"kalashnikovs?|shots"
        ),
    ),
    (WeaponType.MELEE, r"kni(?:fe|ves)|machetes?|axes?|swords?|stabb(?:ed|ing)s?|hacked|hammers?|sharp objects?"),
    (
        WeaponType.VEHICLE,
        (
            r"(?:plough|plow|ramm|driv|drove|crash)(?:ed|ing|e)? (?:an? |the |his |her )?(?:\w+ ){0,3}?(?:into|"
            r"through) (?:an? |the )?"
            r"(?:\w+ ){0,2}?(?:pedestrians|crowds?|people|passers-by|worshippers|shoppers|cyclists|market)|"
            r"vehicle[- ]ramming"
        ),
    ),
    (
        WeaponType.INCENDIARY,
        (
            r"petrol[- ]bombs?|molotov(?: cocktail)?s?|fire ?bombs?|incendiary|accelerant|set (?:\w+ ){0,4}(?:on fire|"
            r"ablaze|alight)|torched|arson|"
            r"petrol was poured|firebomb(?:ed|ing)"
        ),
    ),
    (
        WeaponType.CHEMICAL,
        (
            r"(?:toxic|poison|chlorine|nerve|mustard|tear)[- ](?:gas|agent)|chlorine|gas (?:was|were) released|sarin|"
            r"acid|poison(?:ed|ing)?|(?:pest|insect|herb)icides?|cyanide|arsenic|"
            r"(?:toxic|chemical) (?:substance|weapon)s?"
        ),
    ),
    (WeaponType.BIOLOGICAL, r"anthrax|ricin"),
    (WeaponType.FAKE, rf"(?:{FAKED}) (?:\w+ )?(?:grenade|bomb|explosive|gun|pistol|rifle|weapon|device|vest)s?"),
)

TACTICS: Final[tuple[tuple[Tactic, str], ...]] = (
    (
        Tactic.SUICIDE,
        (
            r"suicide (?:[\w-]+ )?(?:bomb(?:er|ing|s|ers|ings)?|attack(?:er|ers|s)?|blast|vest|car)|blew (?:himself|"
            r"herself|themselves) up|"
            r"(?:strapped|tied|fastened|taped) (?:to|around|round) (?:his|her|their) (?:waist|body|bodies|chest|"
            r"belly)"
        ),
    ),
    (
        Tactic.COORDINATED,
        r"coordinated|co-ordinated|simultaneous(?:ly)?|twin (?:explosions|blasts|bombings|attacks|bombs|suicide)",
    ),
    (
        Tactic.VEHICLE,
        (
            r"(?:car|truck|van|vehicle|lorry|motorcycle)[- ]bomb(?:s|ing|ings|er|ers)?|bomb-laden (?:car|truck|van|"
            r"vehicle)|explosives-laden (?:car|truck|van|vehicle)|"
            r"(?:car|truck|van|vehicle|lorry|motorcycle|ambulance) (?:that was )?(?:packed|laden|loaded|"
            r"filled|rigged) with explosives|"
            r"(?:plough|plow|ramm|driv|drove)(?:ed|ing|e)? (?:an? |the |his |her )?(?:\w+ ){0,3}?(?:into|"
            r"through) (?:an? |the )?"
            r"(?:\w+ ){0,2}?(?:pedestrians|crowds?|people|passers-by|worshippers|shoppers|cyclists|market)|"
            r"vehicle[- ]ramming"
        ),
    ),
    (Tactic.AMBUSH, r"ambush(?:ed|es)?|came under fire"),
    (Tactic.SIEGE, r"siege|besieged"),
)

OUTCOMES: Final[tuple[tuple[Outcome, str], ...]] = (
    (
        Outcome.FOILED,
        r"(?:foil|thwart|prevent)(?:ed|s|ing) (?:an? |the )?(?:\w+ ){0,3}?(?:plots?|attacks?|attempts?|bombings?)",
    ),
    (Outcome.FAILED, r"failed to (?:explode|detonate|go off)|(?:was|were) defused|did not (?:explode|go off)"),
)

TARGETS: Final[tuple[tuple[TargetType, str], ...]] = (
    (
        TargetType.POLICE,
        (
            r"police (?:checkpoint|station|post|patrol|headquarters|convoy|vehicle|van|bus|academy|outpost|officers?|"
            r"training \w+)s?|policem[ae]n|"
            r"police(?= (?:in|on|at|near|outside|with)\b|[.,;]|$)"
        ),
    ),
    (
        TargetType.MILITARY,
        (
            r"(?:army|military|air|naval|troop|border) (?:checkpoint|post|base|outpost|convoy|bus|patrol|barracks|camp|"
            r"vehicle|truck|position|training \w+)s?|"
            r"air ?bases?|barracks|soldiers|troops|military position"
        ),
    ),
    (
        TargetType.DIPLOMATIC,
        r"(?<!guards at the )embass(?:y|ies)|consulates?|diplomatic (?:mission|compound|convoy)s?|diplomats?",
    ),
    (
        TargetType.RELIGIOUS,
        (
            r"mosques?|church(?:es)?|synagogues?|shrines?|temples?|cathedral|monaster(?:y|ies)|worshippers|seminary|"
            r"pilgrims|chapel|imam|priest"
        ),
    ),
    (TargetType.EDUCATIONAL, r"schools?|universit(?:y|ies)|college|campus|kindergarten|madrasas?|students?|pupils"),
    (TargetType.AIRPORTS_AIRCRAFT, r"airports?|airliners?|aircraft|passenger plane"),
    (TargetType.MARITIME, r"ferr(?:y|ies)|ships?|vessels?|tankers?|cargo ship|boats?"),
    (
        TargetType.TRANSPORTATION,
        (
            r"(?:passenger |commuter |school )?bus(?:es)?(?: station| stop| terminal)?|(?:passenger |"
            r"commuter )?trains?|"
            r"(?:railway|train|metro|underground|subway|bus|tram)(?: train)? (?:station|line|terminal)s?|railway|metro|"
            r"trams?|highway"
        ),
    ),
    (
        TargetType.BUSINESS,
        (
            r"(?:\w+ )?markets?|marketplace|bazaar|shops?|shopping (?:mall|centre|center|arcade)s?|"
            r"malls?|supermarkets?|"
            r"hotels?|restaurants?|cafes?|cafés?|"
            r"banks?|factory|bars?|nightclubs?|(?:gold )?mine|warehouse"
        ),
    ),
    (
        TargetType.JOURNALISTS_MEDIA,
        r"(?:daily )?newspapers?|radio stations?|television stations?|journalists?|reporters?|newsroom|broadcaster",
    ),
    (
        TargetType.NGO,
        (
            r"aid workers?|(?:humanitarian|aid|relief) (?:convoy|workers?|compound|agency|truck|vehicle)s?|"
            r"charity(?! (?:ride|run|race|walk|match|concert|event|dinner|shop|sale)s?\b)|"
            r"health workers|vaccinators"
        ),
    ),
    (TargetType.TOURISTS, r"tourists?|holidaymakers|tour group"),
    (
        TargetType.UTILITIES,
        (
            r"(?:gas |oil |water )?pipelines?|power (?:plant|station|line|grid)s?|(?:hydro-?electric|nuclear|"
            r"power) (?:plant|dam|station)|dams?|"
            r"substations?|pylons?|electricity \w+"
        ),
    ),
    (TargetType.TELECOMMUNICATION, r"(?:mobile )?phone masts?|telecom(?:s|munications)? (?:tower|mast)s?|cell towers?"),
    (
        TargetType.GOVERNMENT,
        (
            r"lawmakers?|parliament|(?:ministry|government|municipal|council) (?:building|office|compound|official|"
            r"convoy)s?|town hall|city hall|"
            r"courthouse|mayor|governor|minister|judge|polling stations?|member of (?:the )?(?:provincial assembly|"
            r"parliament)|councillor|politician"
        ),
    ),
    (TargetType.NON_STATE_MILITIA, r"militia (?:base|checkpoint|post)|rival militants|self-defence group|vigilantes"),
    (
        TargetType.PRIVATE_CITIZENS,
        (
            r"villages?|villagers|hamlets?|crowds?|pedestrians|passers-by|(?:[\w-]+ )?ceremony|funeral|procession|"
            r"festival|commemoration|mourners|"
            r"homes?|civilians|farmers|wedding|park|residents|street|hostels?|asylum seekers|refugees?|refugee \w+|"
            r"rally|marathon|parade|charity (?:ride|run|race|walk|concert|event)s?"
        ),
    ),
)


def compiled(words: str) -> re.Pattern[str]:
    """A phrase of the tables as whole words in either case."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
