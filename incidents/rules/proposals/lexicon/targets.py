"""Who or what is attacked. The first table that has the words takes them."""

from typing import Final

from incidents.choices import TargetType
from incidents.rules.proposals.lexicon.phrases import phrases

TARGETS: Final[tuple[tuple[TargetType, str], ...]] = (
    (
        TargetType.POLICE,
        phrases(
            r"""
            police (?:checkpoint|station|post|patrol|headquarters|HQ|convoy|vehicle|van|bus|academy|outpost|
                officers?|barracks|compound|recruits?|training \w+|car|lorry|truck|command|commissariat)s?
            police (?:[\w-]+ ){1,2}?(?:post|station|school|academy|barracks|base|headquarters|compound|camp|unit|
                checkpoint)s?
            officers? on (?:patrol|duty|guard)|patrolm[ae]n|(?:bus|van|truck|lorry|convoy)(?:es|s)? (?:carrying|of|
                taking|full of) police\w*
            police (?:school|college|base|camp|cadets?|trainees)s?
            policem[ae]n|policewom[ae]n|gendarmer?(?:ie|s)(?: \w+)?|carabinieri
            police(?= (?:in|on|at|near|outside|with)\b|[.,;]|$)|constables
            """
        ),
    ),
    (
        TargetType.MILITARY,
        phrases(
            r"""
            (?:army|military|air|naval|troop|border|navy|coastguard|marine) (?:checkpoint|post|base|outpost|
                convoy|bus|patrol|barracks|camp|vehicle|truck|position|column|garrison|depot|academy|parade|hospital|
                recruits|headquarters|guards?|training \w+)s?
            air ?bases?|barracks|garrisons?|soldiers|troops|conscripts|peacekeepers|military position
            training (?:camp|cent(?:re|er)|base|ground)s?|(?:bus|truck|lorry|train|convoy)(?:es|s)? (?:carrying|of|
                taking|full of) (?:soldiers|troops|recruits|conscripts)
            recruiting (?:office|centre)|warships?
            """
        ),
    ),
    (
        TargetType.DIPLOMATIC,
        (
            r"(?<!guards at the )embass(?:y|ies)|consulates?|diplomatic (?:mission|compound|convoy|vehicle)s?|"
            r"diplomats?|"
            r"(?:deputy )?ambassadors?|consuls?(?:[- ]general)?"
        ),
    ),
    (
        TargetType.TOURISTS,
        (
            r"(?:coach|bus|minibus|van|boat|jeep|vehicle)(?:es|s)? (?:carrying|full of|with|of|taking|"
            r"packed with) (?:[\w-]+ ){0,4}?(?:tourists|holidaymakers|visitors|sightseers|hikers)|"
            r"(?:foreign )?tourists?|holidaymakers|tour (?:group|bus|guide)|hikers|trekkers|climbers|backpackers|"
            r"sightseers|safari \w+"
        ),
    ),
    (
        TargetType.NGO,
        phrases(
            r"""
            (?:foreign |local )?aid workers?
            (?:humanitarian|aid|relief|UN|food) (?:convoy|workers?|compound|agency|truck|vehicle|team|warehouse|
                mission|staff)s?
            (?:clinic|hospital|office|compound|warehouse|school|centre|shelter|depot|camp|base|kitchen)s? (?:run|
                operated|managed|owned|supported) by (?:the |an? )?
                (?:[\w-]+ ){0,3}?(?:charity|NGO|aid \w+|relief \w+|humanitarian \w+|Red C\w+|Médecins|Doctors)
            health workers|vaccinat(?:ors|ion team)|charity workers
            charity(?! (?:ride|run|race|walk|match|concert|event|dinner|shop|sale)s?\b)|red (?:cross|crescent) \w+
            deminers?|relief (?:agency|organi[sz]ation)
            """
        ),
    ),
    (
        TargetType.RELIGIOUS,
        phrases(
            r"""
            mosques?|church(?:es)?|synagogues?|shrines?|temples?|cathedral|monaster(?:y|ies)|convent|worshippers
            congregation|seminary|basilica|gurdwara|prayer (?:hall|house|meeting)s?
            pilgrims|chapel|imam|priests?|bishops?|nuns?|rabbis?|(?:religious|church) (?:service|procession)s?|mausoleum
            """
        ),
    ),
    (
        TargetType.EDUCATIONAL,
        (
            r"(?:(?:boarding|primary|secondary|girls[’']|high|village) )?schools?(?! bus)|universit(?:y|ies)|college|"
            r"campus|kindergarten|"
            r"nurser(?:y|ies)|madrasas?|students?|pupils|schoolchildren|schoolgirls|teachers?|dormitor(?:y|ies)|"
            r"classrooms?"
        ),
    ),
    (
        TargetType.AIRPORTS_AIRCRAFT,
        (
            r"airports?|airliners?|(?:passenger |cargo )?(?:aircraft|planes?|jets?)|(?:departure|arrivals?) (?:hall|"
            r"terminal|lounge)|"
            r"(?:[A-Z]\w+ )*flight(?: \w*\d+)?(?= (?:from|to|bound|was|carrying))|runway|helicopters?|airlines?"
        ),
    ),
    (
        TargetType.MARITIME,
        (
            r"ferr(?:y|ies)|(?:cargo |container |merchant )?ships?|vessels?|(?:oil |chemical )?tankers?(?! (?:truck|"
            r"lorry))|freighters?|"
            r"trawlers?|boats?|ports?|harbours?|docks|yachts?|bulk carriers?"
        ),
    ),
    (
        TargetType.TELECOMMUNICATION,
        (
            r"(?:mobile )?phone masts?|(?:telecom(?:s|munications?)?|cell|mobile|phone|relay|radio) (?:tower|mast)s?|"
            r"cell towers?|"
            r"telephone exchange|(?:fibre[- ]optic|telephone|internet|data) (?:cable|line|network)s?|antennas?"
        ),
    ),
    (
        TargetType.JOURNALISTS_MEDIA,
        (
            r"(?:daily |weekly )?newspapers?|(?:community |local |private )?radio stations?|(?:television|"
            r"tv) (?:station|studio|channel|crew)s?|"
            r"journalists?|(?:radio |television )?reporters?|newsrooms?|broadcasters?|photographers?|presenters?|"
            r"studios?|editors?|cameram[ae]n"
        ),
    ),
    (
        TargetType.TRANSPORTATION,
        phrases(
            r"""
            (?:passenger |commuter |school |public |city |long-distance |inter-?city |
                night )?(?:mini)?bus(?:es)?(?: station| stop| terminal| depot)?
            (?:passenger |commuter |freight |goods |high-speed |regional |night )*trains?|coach(?:es)?
            (?:railway|train|metro|underground|subway|bus|tram|ferry|rail)(?: train)? (?:station|line|terminal|
                track|carriage|network|bridge|tunnel|platform|lines|stop)s?
            railways?|metro|subway
            trams?|highway|motorway
            (?:signal(?:ling)?|rail|railway|track)[- ](?:cables?|box(?:es)?|equipment|lines?|infrastructure)
            (?:high-speed|regional|branch|main|commuter) lines?|tracks(?= (?:of|between|near|on|at))
            rail (?:traffic|services?)|bridges?|taxis?|tunnels?|carriages?
            """
        ),
    ),
    (
        TargetType.BUSINESS,
        phrases(
            r"""
            (?:(?!the|an?|in|at|of|on|near|his|her|their|two|three)\w+ )?markets?(?! wom[ae]n| traders| price)|
                marketplace|bazaar|shops?
            shopping (?:mall|centre|center|arcade|street|district)s?|malls?|(?:super|hyper)markets?|stores?
            hotels?|resorts?|guest ?houses?|restaurants?|cafes?|cafés?|pubs?|tea ?houses?|bars?|nightclubs?|clubs?
            discos?|cinemas?|theatres?|concert halls?|casinos?|stadiums?|arenas?
            banks?|factor(?:y|ies)|
                (?:gold |coal |copper )?
                (?<!magnetic )(?<!limpet )(?<!tank )(?<!roadside )(?<!sea )
                mines?(?! (?:exploded|went|stuck|fixed|planted))|
                quarr(?:y|ies)|warehouses?
            offices of (?:an? |the )?(?:\w+ )?(?:company|firm|bank)|construction (?:site|company|camp|workers|
                crew)s?
            farms?|plantations?
            (?:oil|mining|construction|telecoms?|road|engineering) (?:company|firm|workers|engineers)|engineers
            contractors|hospitals?(?! ward)|clinics?|(?:maternity|field|children[’']s) hospitals?|hospital wards?|
                pharmac(?:y|ies)
            businessm[ae]n|petrol stations?|fuel depots?|miners|traders|money changers?
            """
        ),
    ),
    (
        TargetType.UTILITIES,
        phrases(
            r"""
            masts? (?:carrying|supplying) (?:power|electricity)|power (?:masts?|cables?)|high-voltage masts?
            (?:gas |oil |water |crude |fuel )*(?:pipelines?|trunk lines?|flow ?stations?|wellheads?|manifolds?)
            (?:gas|power|oil|fuel|electricity|energy|desalination|processing|water)(?:[- ](?:processing|treatment|
                pumping|generating))? (?:plant|station|line|grid|facility|complex|terminal|field|installation|depot|
                network)s?
            (?:hydro-?electric|nuclear|power) (?:plant|dam|station)s?|(?<!power )dams?
            (?:electricity |power )?(?:substations?|pylons?|transformers?)|electricity \w+
            (?:high-voltage|transmission|overhead) (?:line|tower|pylon|mast|cable)s?|refiner(?:y|ies)|oil ?fields?
            """
        ),
    ),
    (
        TargetType.GOVERNMENT,
        phrases(
            r"""
            lawmakers?|parliament
            (?:ministry|government|municipal|council|tax|district|regional|provincial|state|administrative|
                prefecture|immigration) (?:building|office|compound|official|convoy|headquarters|complex|employee)s?
            town hall|city hall|governorate
            courts?(?:house)?
            (?:deputy |former |provincial |district |town )*(?:mayor|governor|minister|judge|magistrate|
                prosecutor|senator|councillor|politician|mp|prefect)
            (?:tax|customs|land|labour|immigration|revenue|welfare|employment|passport) (?:authority|agency|service|
                department|registry)
            polling (?:station|place|centre)s?|member of (?:the )?(?:provincial assembly|parliament)
            (?:election|electoral|voter[- ]registration|voting)(?: commission)? (?:office|building|centre|
                commission|headquarters|official|worker)s?(?:[’']s? offices?)?
            ballot \w+|presidential (?:palace|guard|convoy)|palace|prisons?|jails?|customs (?:post|house|office)
            candidates?|(?:opposition )?deput(?:y|ies)
            """
        ),
    ),
    (TargetType.FOOD_WATER, r"reservoirs?|waterworks|water (?:supply|mains?|towers?)|grain silos?|granar(?:y|ies)"),
    (
        TargetType.NON_STATE_MILITIA,
        r"militia (?:base|checkpoint|post|camp)|rival militants|self-defence group|vigilantes?|militiamen",
    ),
    (TargetType.VIOLENT_POLITICAL_PARTY, r"offices of the (?:\w+ ){1,3}party"),
    (
        TargetType.PRIVATE_CITIZENS,
        phrases(
            r"""
            villages?|villagers|hamlets?|settlements?|herders|fishermen|shepherds|pedestrians|passers-by
            (?:(?!an?|the|in|at)[\w-]+ )?ceremony|funeral|procession|festival|carnival|commemoration|mourners|wake
            vigil
            homes?|houses?|civilians|farmers|wedding|hostels?|asylum seekers|refugees?|refugee \w+
            (?:displaced|refugee) (?:people|camp)s?|camp for (?:displaced|refugees)|famil(?:y|ies)|wedding party
            birthday party
            rall(?:y|ies)|marathon|parades?|demonstrat(?:ors|ion)|protesters
            charity (?:ride|run|race|walk|concert|event)s?|fair|cyclists|revellers|football (?:match|pitch)|
                cemetery
            playground|picnic
            """
        ),
    ),
)

SURROUNDINGS: Final = (
    r"crowds?|people|park|residents|streets?|squares?|plaza|neighbourhood|apartment \w+|residential \w+|cars?"
)
"""What stands for private citizens where a report names no other target."""
