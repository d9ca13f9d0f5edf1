"""Attack types. A figure, a target or a weapon alone makes none."""

from typing import Final

from incidents.choices import AttackType
from incidents.rules.proposals.lexicon.phrases import (
    CABLES,
    FELLED,
    FIREBOMB,
    MINE_STRUCK,
    RAMMING,
    SET_FIRE,
    SET_OFF,
    THROWN,
    phrases,
)

_OFFICE: Final = (
    r"(?:lawmaker|politician|mayor|governor|minister|judge|magistrate|senator|councillor|(?:tribal )?elder|cleric|imam|"
    r"priest|bishop|prosecutor|ambassador|consul|diplomat|general|commander|police chief|(?:party )?leader|"
    r"member of parliament|deputy|official|candidate|activist|campaigner|MP)"
)
_HIGH_OFFICE: Final = (
    r"(?:lawmaker|parliamentarian|legislator|politician|mayor|governor|minister|judge|magistrate|senator|"
    r"councillor|prosecutor|ambassador|consul|"
    r"member of parliament|MP|candidate|bishop|police chief)"
)
_SLAIN: Final = (
    r"(?:assassinated|shot dead|gunned down|murdered|shot and killed|stabbed to death|shot in the (?:head|back))"
)
_ARMED: Final = (
    r"(?:gunm[ae]n|raiders|fighters|militants|insurgents|attackers|assailants|rebels|jihadists|extremists|terrorists|"
    r"bandits|armed (?:men|group|gang)|masked men|riders|men)"
)
_PEOPLE: Final = (
    r"(?:pupils|students|people|villagers|passengers|workers|girls|boys|children|engineers|tourists|teachers|drivers|"
    r"travellers|miners|farmers|hikers|doctors|nurses|aid workers|employees|staff|crew|nuns|priests|missionaries|women|"
    r"men|foreigners|technicians|surveyors|contractors|journalists)"
)

ATTACKS: Final[tuple[tuple[AttackType, str], ...]] = (
    (
        AttackType.BOMBING,
        phrases(
            rf"""
            bombings?|blasts?|explosions?|explod(?:ed|es|ing)|detonat(?:ed|es|ing|ions?)
            (?:suicide |car |truck )?bombers?
            {MINE_STRUCK}
            {SET_OFF}
            (?:packed|laden|loaded|filled|rigged|stuffed|crammed) with (?:[\w-]+ ){{0,4}}?(?:explosives|dynamite)
            (?:bomb|device|explosives?|ied|mine|vest|charge|grenade|shell|rocket)s? (?:\w+ )?(?:exploded|went off|
                detonated|goes off|go off|explodes|burst)
            blew (?:up|himself|herself|themselves|apart)|blown (?:up|apart)|blow(?:s|ing)? up|bombed
            (?:grenade|rocket|mortar|missile|drone|bomb|shell) (?:attack|strike|fire|barrage|salvo|explosion)s?
            (?:explosive[- ]laden|armed|explosive|attack|kamikaze) drones?
            drones? (?:\w+ )?(?:struck|hit|hits|attacked|strike|crashed into|slammed into)
            (?:hit|struck|damaged|holed) by (?:an? |two |three |several )?(?:[\w-]+ ){{0,2}}(?:bomb|mine|ied|
                rocket|mortar|drone|missile|shell|grenade)s?
            (?:rockets?|missiles?|mortars?|shells?|grenades?)(?: \w+)? (?:hit|struck|landed|slammed|fell|
                were fired|was fired|were launched|rained)
            (?:fired|launched|lobbed) (?:an? |the |two |three |several )?(?:[\w-]+ )?(?:rockets?|missiles?|
                mortars?|shells?)
            {THROWN} (?:an? |the |two |three |several |more )?(?:home-?made |pipe |crude )(?:bombs?|explosives?)
            plot to bomb|shelled|shelling
            (?:roadside|car|truck|parcel|letter|pipe|nail|magnetic|sticky|home-?made|time|crude|suitcase|
                limpet) bombs?
            limpet mines?
            """
        ),
    ),
    (
        AttackType.ARMED_ASSAULT,
        phrases(
            rf"""
            open(?:ed|s|ing)? (?:fire|up (?:on|with (?:[\w-]+ ){{0,2}}(?:guns?|rifles?|weapons)))|shootings?
            stabbings?|stabbed|mass shooting|massacred?|hack(?:ed|ing)|slash(?:ed|ing)|gunned down
            gunm[ae]n (?:[\w-]+ ){{0,6}}?(?:attacked|attack|stormed|raided|fired|killed|shot|burst)
            (?:knife|gun|machete|axe|armed|sword) (?:attack|assault|rampage)s?|armed (?:raid|assault)s?|stormed
            fir(?:ed|ing|es) (?:\w+ ){{0,3}}?(?:on|at|into|indiscriminately)(?! (?:the|an?) (?:[\w-]+ )*(?:air\b|
                substation|transformer|pylon|plant|mast))
            shots (?:were |had been )?fired|shot at|shot up|spray(?:ed|ing) (?:[\w-]+ ){{1,4}}with (?:bullets|
                gunfire)
            {_ARMED} (?:[\w-]+ ){{0,7}}?(?:overran|stormed|raided|attacked|shot|ambushed)|overran
            attack(?:ed|s)? by (?:[\w-]+ ){{0,2}}?(?:gunm[ae]n|armed men|knifem[ae]n)
            (?:shot|blasted|fought) (?:their|his) way
            (?:went for|set (?:upon|about)|lunged at|rushed at) (?:[\w-]+ ){{1,4}}with
            shot(?= (?:at|the|an?|two|three|four|several|her|him|them|[a-z]+s)\b)
            (?:gun|small[- ]arms|machine[- ]gun|rifle|automatic)[- ]?(?:fire|weapons? fire)|gun ?battle
            (?:was|were|been) (?:\w+ )?ambushed
            attacked (?:[\w-]+ ){{0,3}}?(?:worshippers|villagers|passers-by|people|pedestrians|travellers|shoppers)
            attacked (?:[\w-]+ ){{0,6}}?with (?:an? )?(?:[\w-]+ )?(?:knife|knives|machetes?|axes?|swords?|guns?|rifles?)
            firing (?:[\w-]+ ){{0,2}}(?:rifles|weapons|guns|shots)|start(?:ed|s)? (?:shooting|firing)
            throats? (?:were |was |had been )?(?:slit|cut)
            """
        ),
    ),
    (
        AttackType.HOSTAGE_KIDNAPPING,
        phrases(
            rf"""
            kidnapp?(?:ed|ings?|s|ers)?|abduct(?:ed|ions?|ing|s|ors)?|snatched
            took (?:[\w-]+ ){{0,3}}(?:hostages?|captive)|taken (?:hostage|captive)
            {_PEOPLE} (?:\w+ )?(?:were|was|being|had been|have been) (?:seized|snatched|taken captive)
            seiz(?:ed|ing) (?:[\w-]+ ){{0,3}}(?:{_PEOPLE}|hostages)
            (?:marched|led|dragged|driven|herded|bundled|taken|forced|carried) (?:at gunpoint )?(?:off |away )?(?:into|
                towards?|to)(?: the| an?)
                (?: [\w-]+){{0,2}}? (?:bush|forest|jungle|hills|mountains|desert|woods|swamps?|creeks|boats?|canoes?|
                waiting \w+)
            (?:taken|led|marched|driven|carried|herded|dragged) (?:away|off) by (?:the |their |armed )?(?:assailants|
                attackers|gunmen|militants|raiders|
                men|rebels|insurgents|fighters|bandits)
            taken at gunpoint
            (?:held|holding|freed|released) (?:[\w-]+ ){{0,4}}(?:for ransom|captives?)|ransom (?:demand|of|for)
            """
        ),
    ),
    (
        AttackType.HOSTAGE_BARRICADE,
        phrases(
            r"""
            (?:held|holding|barricad(?:ed|ing))(?! that) (?:[\w-]+ ){0,6}(?:hostages? (?:inside|in)|inside|
                on the \w+ floor|in (?:the|a) (?:building|hotel|school|theatre|bank|embassy|church|studio|office))
            hostage siege|hostage stand-?off|hostage[- ]taking|hostages? (?:were |was )?held (?:inside|in)|siege
            besieged|hostages? who (?:had been|were|was) held by
            barricaded (?:himself|herself|themselves)
            (?:took|taking|held|holding|take) (?:[\w-]+ ){0,5}hostage (?:inside|in|at) (?:the|a|
                an) (?:[\w-]+ ){0,3}?(?:building|hotel|school|theatre|bank|embassy|consulate|church|studio|station|
                office|mall|restaurant|caf[eé])
            """
        ),
    ),
    (
        AttackType.HIJACKING,
        phrases(
            r"""
            hijack(?:ed|ings?|ers?|s)?|commandeered|skyjack\w*
            (?:seized|took|taken|taking|seizing) (?:control|command) of (?:an? |the )?(?:[\w-]+ ){0,3}?(?:plane|
                aircraft|airliner|jet|flight|bus|ferry|ship|tanker|vessel|train|boat|cockpit)
            (?:seized|boarded|captured|took over|taken over|overpowered) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:plane|
                aircraft|airliner|bus|ferry|ship|tanker|vessel|train|boat|
                trawler|freighter|dhow|yacht|bulk carrier)
            forced (?:the )?(?:pilots?|crew|captain|driver) (?:[\w-]+ ){0,2}?to (?:land|fly|divert|change|drive|
                sail|head)
            """
        ),
    ),
    (
        AttackType.ASSASSINATION,
        phrases(
            rf"""
            assassinat(?:ed|ions?|ing|e)
            (?:shot dead|gunned down|killed|murdered|shot and killed|stabbed) (?:an? |the )?(?:[\w-]+ ){{0,4}}?{_OFFICE}
            {_OFFICE} (?:[\w-]+ )?(?:was|has been|had been|is|died after being) {_SLAIN}
            {_HIGH_OFFICE}\b[^.;]{{0,70}}? (?:was|has been|had been) (?:\w+ )?(?:{_SLAIN}|shot|stabbed|killed)
            {_HIGH_OFFICE} (?:(?!said|told|says|and|that|whose|of)[^.;,\s]+ ){{1,4}}?(?:killed|shot dead|shot|
                slain|murdered|stabbed to death|died (?:on \w+ )?(?:when|after))
            attempt on (?:the|his|her) (?:[\w’'-]+ ){{0,4}}?life|attempt on the life of
            (?:bomb|device|charge|explosives?|explosion|blast)[^.;]{{0,40}}? (?:under|beneath|in|inside|
                attached to|tore through|destroyed|ripped apart) the (?:car|vehicle|official car|armoured car|
                sedan)[^.;]{{0,30}}? (?:of|carrying|belonging to) (?:an? |the )?(?:[\w-]+ ){{0,3}}?{_HIGH_OFFICE}
            (?:murder|killing|shooting|slaying) of (?:an? |the )?(?:[\w-]+ ){{0,3}}?{_HIGH_OFFICE}
            """
        ),
    ),
    (
        AttackType.FACILITY_ATTACK,
        phrases(
            rf"""
            arson(?:ists?)?|(?:was|were|been) set (?:on fire|ablaze|alight)|torched|firebomb(?:ed|ing|s)
            {SET_FIRE}
            {THROWN} (?:\w+ ){{0,2}}?{FIREBOMB}
            {FIREBOMB} (?:were|was|had been) (?:thrown|hurled|lobbed|tossed|placed|left)
            sabotag(?:ed?|ing)|burn(?:ed|t|ing) (?:down|to the ground)|(?:burned|gutted) by (?:arsonists|attackers)
            {CABLES}
            {FELLED}
            (?:cables?|wires?|lines?|fibres?) (?:[\w-]+ ){{0,4}}?(?:were|was|had been) (?:\w+ )?(?:cut|severed|
                sawn|slashed|burned)
            (?:pylons?|masts?|transformers?) (?:[\w-]+ ){{0,4}}?(?:were|was|had been) (?:\w+ )?(?:toppled|felled|
                brought down|cut down|sawn|blown)
            fired shots at an? (?:[\w-]+ )?substation|(?:doused|poured)[^.;]{{0,40}} petrol
            petrol (?:was|had been) poured
            """
        ),
    ),
    (
        AttackType.UNARMED_ASSAULT,
        phrases(
            rf"""
            {RAMMING}
            (?:gas|chemical|nerve agent|acid|poison|substance|powder)\w* (?:\w+ )?(?:was|were|
                had been) (?:released|thrown|sprayed|spread|pumped)
            (?:put|poured?|mixed|slipped|tipped|laced) (?:\w+ ){{0,3}}?(?:poison|pesticides?|cyanide|arsenic|
                chemicals?) (?:in|into)
            poison(?:ed|ings?)|(?:acid|gas|chlorine|chemical|poison(?:ous)? gas|nerve agent|irritant) attack
            (?:canisters?|cylinders?|vials?|flasks?|bottles?)[^.;]{{0,40}}? (?:was|were|had been) (?:\w+ )?(?:opened|
                released|emptied|punctured|broken)
            """
        ),
    ),
)
"""A phrase for each attack type."""

FAINT: Final[tuple[tuple[AttackType, str], ...]] = (
    (
        AttackType.BOMBING,
        phrases(
            rf"""
            {THROWN} (?:[\w-]+ ){{0,3}}?(?:hand[- ])?grenades?
            (?:hand[- ])?grenades? (?:were |was |had been )?(?:thrown|hurled|lobbed|tossed)
            (?:bomb|device|explosives?|charge)s? (?:was|were|had been) (?:\w+ )?(?:planted|placed|hidden|left|
                fixed|attached|found|defused)
            (?:planted|placed|hid|attached|fixed) (?:an? |the |two |three )?(?:[\w-]+ ){{0,2}}?(?:bomb|device|
                explosive|charge|mine)s?
            """
        ),
    ),
    (
        AttackType.HOSTAGE_KIDNAPPING,
        phrases(
            r"""
            (?:led|marched|dragged|carried|took|taken|driven|drove|herded|bundled) (?:[\w-]+ ){1,4}?(?:away|off|
                into (?:the|an?) (?:[\w-]+ ){0,2}?(?:bush|forest|jungle|hills|mountains|desert|car|van|vehicle|
                pick-?up|boat))
            hostages?|captives?|captors
            """
        ),
    ),
    (
        AttackType.ARMED_ASSAULT,
        phrases(
            rf"""
            shot dead|shot and (?:killed|wounded)|(?:was|were|been) (?:\w+ )?(?:shot|stabbed)|ambush(?:ed|es)?
            raid(?:ed|s|ers)?|executed|beheaded
            {_ARMED} (?:[\w-]+ ){{0,7}}?(?:killed|entered|burst|broke|surrounded|attacking|descended|struck)
            assault(?:ed)?|bullets|shots
            (?:knives|knife|machetes?|axes?|rifles?|guns?|gunm[ae]n)
            """
        ),
    ),
    (AttackType.FACILITY_ATTACK, r"ransacked|vandali[sz]ed|burn(?:ed|t|ing)|fire was started|damaged by fire"),
)
"""What makes an attack type only where a report has no phrase of the table above for any."""
