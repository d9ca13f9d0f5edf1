"""Words for how many and of whom, as building blocks of patterns over a sentence."""

import re
from typing import Final

from incidents.choices import CasualtyMeasure, Population
from incidents.rules.quantities.english import TENS, UNITS

_UNIT: Final = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_WORDED: Final = rf"(?:{_UNIT})(?:[- ](?:{_UNIT}))?(?: hundred(?: and (?:{_UNIT})(?:-(?:{_UNIT}))?)?| thousand)?"
NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|half a dozen|(?:a|two|three|four|several) dozen|a hundred|"
    rf"a thousand|{_WORDED}|"
    r"dozens|scores|hundreds|tens|several|a few|a handful|many)"
)
_HEDGE: Final = (
    r"(?:at least|no fewer than|not less than|(?:well )?over|more than|nearly|almost|about|around|some|approximately|"
    r"roughly|up to|as many as|at most|fewer than|less than|just under|close to|an estimated|between|exactly|"
    r"all|a total of)"
)
_UNITS_OF_OTHER: Final = (
    r"(?!\s*(?:a\.?m\b|p\.?m\b|%|per cent|percent|km\b|kg\b|kilomet|miles?\b|met(?:re|er)s?\b|hours?\b|minutes?\b|"
    r"seconds\b|days?\b|weeks?\b|months?\b|years?\b|year-old|tonnes?\b|kilos?\b|kilograms?\b|dollars?\b|"
    r"million\b|January|February|March|April|May\b|June|July|August|September|October|November|December|[A-Z]\w+day\b))"
)
QUANTITY: Final = (
    rf"(?<![\w.,:/$€£-])(?<![Nn]o )(?<![Aa]ny )(?:{_HEDGE} )?{NUMBER}(?: (?:and|to|"
    rf"or) {NUMBER})?(?![\w:/-])(?!,\d|\.\d){_UNITS_OF_OTHER}"
)

SINGULAR: Final = (
    r"(?:man|woman|bodyguard|boy|girl|child|baby|infant|toddler|teenager|guard|officer|"
    r"policem[ae]n|policewoman|soldier|"
    r"teacher|driver|"
    r"journalist|reporter|caretaker|watchman|passer-by|bystander|civilian|worker|student|pupil|priest|imam|judge|"
    r"lawmaker|mayor|resident|villager|doctor|nurse|pedestrian|tourist|person|shopkeeper|trader|farmer|pilgrim|"
    r"worshipper|passenger|constable|sergeant|captain|lieutenant|colonel|major|general|peacekeeper|contractor|engineer|"
    r"fisherman|shepherd|cleric|elder|politician|governor|minister|diplomat|aid worker|attacker|gunman|"
    r"assailant|bomber|"
    r"militant|suspect|receptionist|waiter|cook|customer|guest|motorcyclist|cyclist|monk|nun|pastor|employee|"
    r"rider|pilot|steward|stewardess|midwife|sailor|miner|docker|electrician|technician|cleaner|baker|clerk|"
    r"cashier|paramedic|"
    r"firefighter|rescuer|herder|neighbour|relative|grandmother|grandfather|father|mother|son|daughter|brother|"
    r"sister|husband|wife|"
    r"cousin|nephew|niece|uncle|aunt|prosecutor|senator|councillor|deputy|bishop|rabbi|cadet|recruit|conscript|"
    r"translator|interpreter|"
    r"cameraman|photographer|hostage|spectator|shopper|commuter|traveller|hiker|schoolgirl|schoolboy|youth|porter|"
    r"editor|presenter|"
    r"crew member|staff member|aide|secretary|marshal|ranger|magistrate|lawyer|activist|candidate|usher|sacristan|"
    r"gardener|vendor|guide|interpreter|hairdresser|plumber|carpenter|mechanic)"
)
_PEOPLE: Final[tuple[tuple[Population, str], ...]] = (
    (
        Population.ATTACKERS,
        (
            r"attackers?|assailants?|hijackers?|kidnappers?|captors?|gunm[ae]n|militants?|bombers?|insurgents?|"
            r"raiders?|terrorists?|rebels?"
        ),
    ),
    (
        Population.SECURITY_FORCES,
        (
            r"soldiers?|troops|police(?:m[ae]n|woman|women)?|officers?|(?:body)?guards?|constables?|"
            r"gendarmes?|servicemen|"
            r"conscripts?|"
            r"recruits?|cadets?|rangers?|paramilitar(?:y|ies)|peacekeepers?|personnel|marines?|commandos?|militiamen|"
            r"sergeants?|members of (?:the |an? )?(?:[\w’'-]+ ){0,3}?(?:brigade|police|army|forces?|guard|"
            r"gendarmerie|regiment|battalion|"
            r"patrol|navy|coastguard|corps)"
        ),
    ),
    (
        Population.CHILDREN,
        (
            r"child(?:ren)?|boys?|girls?|schoolchildren|schoolgirls?|schoolboys?|pupils?|infants?|bab(?:y|ies)|"
            r"toddlers?|minors?|teenagers?|(?:under|below|younger than) (?:the age of )?(?:1[0-8]|\d|ten|twelve|"
            r"fourteen|fifteen|sixteen|"
            r"eighteen)|of school age"
        ),
    ),
    (Population.WOMEN, r"wom[ae]n"),
    (Population.FOREIGNERS, r"foreigners?|foreign (?:nationals?|tourists?|workers?|citizens?)"),
    (Population.CIVILIANS, r"civilians?|non-combatants?"),
)
_POPULATIONS: Final = tuple((one, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for one, words in _PEOPLE)

_KILLED: Final = (
    r"shot dead|killed|dead|murdered|beheaded|massacred|slain|executed|gunned down|stabbed to death|burn(?:ed|t) to "
    r"death|martyred|"
    r"lynched|hacked to death|beaten to death|crushed to death"
)
_WOUNDED: Final = (
    r"wounded|injured|hurt|maimed|grazed|treated|shot in the \w+|shot and wounded|burned(?! to death)|"
    r"hit(?= (?:but|and survived|by (?:bullets|gunfire|shrapnel|shots|splinters|debris|glass)))"
)
_TAKEN: Final = (
    r"abducted|kidnapped|seized|taken hostage|held hostage|taken captive|held captive|snatched|"
    r"(?:carried|marched|led|dragged|driven|herded|spirited|whisked|frogmarched|taken) (?:off|away)|bundled (?:into|"
    r"away)|being held|held captive|held for ransom|still held|in captivity|"
    r"held(?= (?:in|inside|at|for|on)\b)"
)
_WARD: Final = r"(?:[\w’'-]+ ){0,3}?(?:hospitals?|intensive care|clinics?)"
IN_HOSPITAL: Final = (
    rf"hospitali[sz]ed|admitted (?:to|at|in) {_WARD}|(?:taken|rushed|brought|flown|airlifted|transferred|evacuated|"
    rf"carried|"
    rf"moved) to {_WARD}|"
    rf"(?:(?:being )?treated |being treated |remain |kept )?(?:in|at) {_WARD}"
)
_MISSING: Final = r"missing|unaccounted for|not been (?:found|accounted for)"
MEASURES: Final[tuple[tuple[CasualtyMeasure, re.Pattern[str]], ...]] = (
    (
        CasualtyMeasure.KILLED,
        re.compile(
            rf"{_KILLED}|kill|claim|died|death|perish|lost|murder|liv(?:e|es)\b|bod(?:y|ies)|graves|fatal|succumb|"
            rf"remains|behead|martyr|slaughter|massacr|execut|gunn|slew|slay|butcher|lynch|decapitat|hack|"
            r"corpses|bur(?:y|ied)|pronounced|bled|drown|life",
            re.IGNORECASE,
        ),
    ),
    (CasualtyMeasure.HOSPITALISED, re.compile(rf"{IN_HOSPITAL}|intensive care", re.IGNORECASE)),
    (
        CasualtyMeasure.WOUNDED,
        re.compile(
            rf"{_WOUNDED}|wound|injur|graz|burns|shot in|hit|burned|treatment|smoke|shock|cuts|fractures", re.IGNORECASE
        ),
    ),
    (
        CasualtyMeasure.HOSTAGES,
        re.compile(
            rf"{_TAKEN}|abduct|kidnap|carried off|taken away|marched away|led away|hostage|captive|seiz|"
            rf"hold|held|kept|keeping|freed|freeing|rescu|releas|with them|prisoner|captiv|away|into",
            re.IGNORECASE,
        ),
    ),
    (CasualtyMeasure.MISSING, re.compile(_MISSING, re.IGNORECASE)),
)
PARTICIPLE: Final = rf"(?:{_KILLED}|{IN_HOSPITAL}|{_WOUNDED}|{_TAKEN}|{_MISSING}|in intensive care)"


def measure_of(words: str) -> CasualtyMeasure | None:
    """What words such as "killed" or "taken to hospital" count; None where they count nothing that is recorded."""
    return next((measure for measure, pattern in MEASURES if pattern.search(words)), None)


def population_of(words: str) -> Population:
    """Whom a noun counts; everybody where it says no more."""
    return next((one for one, pattern in _POPULATIONS if pattern.search(words)), Population.ALL)
