"""Where the attack happened: names in the sentence that the gazetteer knows.

Parts of the value: ``place`` (the gazetteer's key), ``name``, ``country_code``, ``precision`` (as ``PlacePrecision``),
``detail`` (the words around the name), ``others`` (how many more entries bear the name).

Which entry a name means is said in ``toponyms``. A province or country is proposed only where the report names nothing
finer in it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from incidents.choices import PlaceKind, PlacePrecision, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals.events import Tie, belongs_to_attack, speaks_of_another, speaks_of_attack
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence
from incidents.rules.proposals.toponyms import CAPITAL, Mention, mentions_in

_WHERE: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|above|below|beside|along|beyond|overlooking|between|off|around|"
    r"(?:villages|towns|outskirts|part|parts|north|south|east|west|port|"
    r"city|town|village|province|district|region|edge|fringe|square|cent(?:re|er)|heart|"
    r"(?:north|south)(?:-?(?:east|west))|airport|airfield|airbase|base|camp|resort|station|prison|valley|island|"
    r"oasis|parish|locality|"
    r"settlement|township|commune|middle|streets|suburbs?|shores?|hamlet|quarter|hills|mountains|coast|municipality|"
    r"community) of|(?:descended|"
    r"fell|advanced|attacks?|raids?|assaults?|marched) (?:up)?on|in (?:the|a) (?:[\w-]+ ){1,3}of|on the road to|"
    r"out of|through|into|inside|to|from|across|"
    r"towards?)"
    r"(?: (?:the|a|an|northern|southern|eastern|western|central|north|south|east|west|downtown|nearby|"
    r"(?:north|south)[- ]?(?:east|west)(?:ern)?|restive|remote|coastal|\w+[’']s|[A-Z]\w+n|[A-Z]\w+i|small|"
    r"largest)){0,4}"
    r"(?: (?:city|town|village|port|province|region|district|state|island|department|capital|suburb|"
    r"neighbourhood|hamlet)"
    r"(?: (?:of|called))?)?"
    r"|\w[’']s(?: (?:\w+ern|city|town|village|of|restive|remote|north|south|east|west|coastal)){0,3}|^|[*:-]|"
    r"\b(?:hits?|struck|strikes|rock(?:s|ed)|shook|shakes|targets?|attack(?:s|ed)|raid(?:s|ed)))\s*$"
)
_AFTER_NAME: Final = re.compile(
    r"^(?:[’']s? )?,? ?(?:province|region|district|state|town|city|village|department|county|the largest|"
    r"a (?:town|village|city))\b"
)
_OWN: Final = re.compile(r"[’']s? (?:[a-z-]+ ){0,3}?[a-z-]+ (?:was|were|has been|had been|came)\b")
"""What a place has to which something was done: "Karsu's only bar was wrecked"."""

_SETTLEMENT_AFTER: Final = re.compile(
    r"^, (?:the (?:largest|biggest|main|worst-hit|first)|an?) (?:of the )?(?:\w+ )?(?:town|village|city|hamlet|"
    r"villages|towns)\b"
)
_LISTED: Final = re.compile(
    rf"\b(?:villages|towns|hamlets|settlements)(?:,| of|:| were| are)? (?:{CAPITAL}(?: {CAPITAL})*(?:, (?:and )?|"
    rf" and ))*$"
)
_OF_PEOPLE: Final = re.compile(
    r"\b(?:residents|people|villagers|inhabitants|mayor|hall|streets|outskirts) (?:of|in) $", re.IGNORECASE
)
_MEASURED: Final = re.compile(
    r", (?:on|at) the (?:[\w-]+ )?(?:edge|outskirts|fringes?|suburbs?) of $|\b(?:minutes?|hours?)(?:[’']s?)?(?: "
    r"[\w-]+){0,5}? "
    r"(?:from|of|outside|beyond|before|by \w+ from)(?: the)?\s*$|\b(?:down(?:river|stream|wind)|up(?:river|stream)|"
    r"inland|offshore|"
    r"not far|far|away|across (?:the )?[\w ]{3,20}|(?:down|up|along) the (?:shore|coast|road|river|valley|track|"
    r"highway)) from\s*$|"
    r"\b(?:half-?way|midway|road|highway|border|track|line|route|railway) between (?:[\w’' -]{3,30} and )?\s*$|"
    r"\b(?:km|kilomet(?:re|er)s|"
    r"miles?)(?: \([^)]{2,20}\))?(?: to the)?(?: [\w-]+)? (?:of|from)(?: the (?:\w+ ){0,3}(?:of )?)?\s*$"
)
_PRECISION: Final[Mapping[str, PlacePrecision]] = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.NEIGHBOURHOOD: PlacePrecision.NEIGHBOURHOOD,
    PlaceKind.SITE: PlacePrecision.NEAR,
}
_FINEST_FIRST: Final = (PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT, PlaceKind.DISTRICT)
_AWAY: Final = re.compile(
    r"\b(?:hospitals?|clinic|courts?|arrested|detained|questioned|jailed|convicted|charged|based|born|trained|"
    r"returned|fled|flown|airlifted|"
    r"taken|rushed|evacuated|bound|travell?ing|heading|headed|en route|on (?:its|their|his|her) way|said|told|"
    r"spoke|speaking|meeting|conference|"
    r"reported|residents?|officials?|police|prosecutors|ministry|office|headquarters|diplomats?|"
    r"analysts?)(?: [\w’'-]+){0,2}? (?:in|at|to|from|for|of|near)(?: the)?(?: [\w-]+){0,2} ?$"
)
"""Words that lead to a place where something else happened: the hospital, the court, the flight's end."""

_NOT_THERE: Final = re.compile(
    r"\b(?:(?:taken|rushed|treat\w*|admitt\w*|died|lies?|lying|lay|remain\w*|warded|doctors?|nurses?|medics?|"
    r"director|staff|condition|recover\w*|"
    r"surgery|by|to|told|said|appear\w*|tried|before)\b[^.;]{0,60}?\b(?:hospitals?|clinics?|courts?|morgue|"
    r"mortuary) (?:in|at|of)|surgeons? (?:in|at)|(?:sources?|correspondents?|"
    r"reporters?|journalists?|"
    r"diplomats?|officials?|analysts?|newsroom|headquarters|lawyers?|spokes\w+) (?:in|at)|(?:arrested|detained|"
    r"questioned|jailed|charged|"
    r"convicted) (?:[\w’'-]+ ){0,4}?(?:in|at|near)|"
    r"(?:flown|airlifted|taken|rushed|evacuated|transferred|brought) (?:[\w’'-]+ ){0,6}?to|(?:bound|heading|headed|"
    r"left) (?:for|from)|(?:en route|travell?ing|on (?:its|their|his|her) way)"
    r" (?:from [\w’' -]{2,30} )?to|(?:carrying|carries|supplying|linking|connecting|running|sail(?:ed|ing)|coach|"
    r"lorry|truck|tanker|boat|minibus|"
    r"departed|set out|flight|train|bus|ferry|plane|service|left)(?: [\w’'-]+){0,4}? (?:to|from|for|between)|"
    r"(?:based|living|born|raised|trained|interview) in|(?:native|resident) of)(?: the)?(?: [\w-]+ (?:city|town|"
    r"capital) of)? ?$",
    re.IGNORECASE,
)
_OF_ELSEWHERE: Final = re.compile(
    r" (?:newspaper|daily|weekly|court|prosecutors?|hospital|university|newsroom|embassy|office)\b"
)
"""What a town has that is not where the attack was: "a Milan newspaper"."""

_DATELINE: Final = re.compile(
    r"^(?:[^a-z.]{2,60}[^.]{0,40}?(?:\([^)]*\)\s*)?[-–—]+ |[A-Z][\w’' -]{2,30}?(?:, [A-Z][\w ]{2,20})? "
    r"(?:\([^)]*\) )?[-–—]+ (?=[A-Z])|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:, [A-Z][\w ]{2,20}| \([A-Z][\w ’'-]+\))?, "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, \d{4})? \([^)]{2,40}\)(?: ?[-–—:]+)? )"
)
_BYLINE: Final = re.compile(r"^(?:By|Reporting by|Writing by|Story by|From) (?:our |[A-Z])")
_HERE: Final = re.compile(r"(?<!from )\bhere\b(?! is| are)")
_TELLS_OF_HOME: Final = re.compile(
    r"\b(?:teachers?|elders?|farmers?|traders?|shopkeepers?|wom[ae]n|m[ae]n|mother|father|councillors?|chiefs?|imam|"
    r"priest|pastor|"
    r"headman|nurses?|witness(?:es)?|survivors?|pupils?|students?|parents?|neighbours?|fishermen|fisherman|drivers?|"
    r"villagers?|residents?) (?:from|of|in) $"
)
"""People of a place who tell what happened there."""

_AROUND: Final = 40


def propose_places(report: Report, sentences: list[Sentence], known: Known) -> Iterator[Proposal]:
    """The places of attacks, the finest that the report names."""
    mentions = [one for one in mentions_in(sentences, known) if not _BYLINE.match(one.sentence.text)]
    sites = _surest(_without_landmarks([one for one in mentions if _is_site(one)]))
    if not any(one.best.kind in _FINEST_FIRST for one in sites):
        countries = {one.best.country_code for one in sites}
        sites += (
            _here(mentions, sentences)
            or _presented(mentions, countries)
            or _only_one(mentions, sites)
            or _first_told(mentions, countries)
        )
    finest = [one for one in sites if one.best.kind in _FINEST_FIRST]
    finest += [one for one in _in_apposition(mentions, finest) if one not in finest]
    sites += [one for one in finest if one not in sites]
    covered = {part for one in finest for part in (one.best.country_code, fold(one.best.province))}
    for one in sites:
        if one not in finest and (one.best.country_code in covered or fold(one.best.name) in covered):
            continue
        if one.best.kind == PlaceKind.COUNTRY and any(_inside(other, one) for other in sites):
            continue
        yield _proposal(report, one)


def _surest(sites: list[Mention]) -> list[Mention]:
    """Without a town that bears the name of the province in which another site lies: "in Nampula" is the province."""
    provinces = {fold(one.best.province) for one in sites if fold(one.best.name) != fold(one.best.province)}
    return [one for one in sites if one.best.kind not in _FINEST_FIRST or fold(one.best.name) not in provinces]


def _here(mentions: list[Mention], sentences: list[Sentence]) -> list[Mention]:
    """The place of the dateline, where the report tells of an attack "here"."""
    told = any(_HERE.search(one.text) and speaks_of_attack(one.text) for one in sentences)
    return [one for one in mentions if told and one.best.kind in _FINEST_FIRST and _opens(one)][:1]


def _without_landmarks(sites: list[Mention]) -> list[Mention]:
    """Without those from which only the way is measured ("60 km north of"), where the sentence names another."""
    marks = [one for one in sites if _MEASURED.search(one.sentence.text[: one.start])]
    others = {one.sentence.number for one in sites if one not in marks}
    settled = any(one not in marks and one.best.kind in _FINEST_FIRST for one in sites)
    settled = settled or any(_HERE.search(one.sentence.text) for one in marks)
    return [one for one in sites if one not in marks or not (settled or one.sentence.number in others)]


def _in_apposition(mentions: list[Mention], finest: list[Mention]) -> list[Mention]:
    """Settlements that are listed as those of the attack ("the two villages, A and B") beside one that is."""
    countries = {one.best.country_code for one in finest}
    return [
        one
        for one in mentions
        if one.best.kind in _FINEST_FIRST
        and one.best.country_code in countries
        and _LISTED.search(one.sentence.text[: one.start])
    ]


def _presented(mentions: list[Mention], countries: set[str]) -> list[Mention]:
    """Settlements that the report introduces as such ("X, the largest of the villages") in a country of the attack."""
    return [
        one
        for one in mentions
        if one.best.kind in _FINEST_FIRST
        and one.best.country_code in countries
        and _SETTLEMENT_AFTER.match(one.sentence.text[one.end :])
    ]


def _only_one(mentions: list[Mention], sites: list[Mention]) -> list[Mention]:
    """The one settlement whose people or streets the report speaks of, where it speaks of no more than that one."""
    countries = {one.best.country_code for one in sites}
    found = [
        one
        for one in mentions
        if one.best.kind in _FINEST_FIRST
        and (not countries or one.best.country_code in countries)
        and not _opens(one)
        and (_OF_PEOPLE.search(before := one.sentence.text[: one.start]) or _TELLS_OF_HOME.search(before))
    ]
    return found[:1] if len({one.best.key for one in found}) == 1 else []


def _first_told(mentions: list[Mention], countries: set[str]) -> list[Mention]:
    """The first settlement that a preposition leads to, else the one of the dateline, in a country of the attack."""
    found = [
        one
        for one in mentions
        if one.best.kind in _FINEST_FIRST
        and (not countries or one.best.country_code in countries)
        and not speaks_of_another(one.sentence.text)
    ]
    led = [one for one in found if not _opens(one) and _leads(one) and not _AWAY.search(one.sentence.text[: one.start])]
    return (led or [one for one in found if _opens(one) and not countries])[:1]


def _opens(one: Mention) -> bool:
    dateline = _DATELINE.match(one.sentence.text)
    return dateline is not None and one.start < dateline.end()


def _inside(one: Mention, other: Mention) -> bool:
    return one.best.kind != PlaceKind.COUNTRY and one.best.country_code == other.best.country_code


def _proposal(report: Report, one: Mention) -> Proposal:
    text, place = one.sentence.text, one.best
    around = text[max(0, one.start - _AROUND) : one.start].rpartition(",")[2]
    return Proposal(
        kind=ProposalKind.PLACE,
        value={
            "place": place.key,
            "name": place.name,
            "country_code": place.country_code,
            "precision": _PRECISION[place.kind].value,
            "detail": (around[around.find(" ") + 1 :] + text[one.start : one.end]).strip(" -–—*"),
            "others": len(one.entries) - 1,
        },
        identity={"place": place.key},
        anchor=anchored(report.text, one.sentence.at(one.start), one.sentence.at(one.end)),
        sentence=text,
        rule="place-of-attack",
        background=speaks_of_another(text),
    )


def _is_site(one: Mention) -> bool:
    """Whether an attack happened there: the words before the name lead to a place, and that to an attack."""
    text = one.sentence.text
    before, after = text[: one.start], text[one.end :]
    dateline = _DATELINE.match(text)
    if dateline and one.start < dateline.end():
        return False
    if dateline:
        before = before[dateline.end() :]
    if _NOT_THERE.search(before) or _OF_ELSEWHERE.match(after):
        return False
    leads = _WHERE.search(before) or _AFTER_NAME.match(after) or _in_list(before)
    begins = not before.strip(" *-")
    if begins and _OWN.match(after):
        return belongs_to_attack(one.sentence, one.start, one.end) > Tie.NONE
    if not leads or (begins and not _AFTER_NAME.match(after)):
        return False
    return belongs_to_attack(one.sentence, one.start, one.end) > Tie.NONE


def _leads(one: Mention) -> bool:
    before = one.sentence.text[: one.start]
    return bool(before.strip(" *-") and _WHERE.search(before))


def _in_list(before: str) -> bool:
    """Whether the name goes on from one that stands before it: "the villages of A and B"."""
    return (
        re.search(rf"(?:villages|towns|cities|districts|of|in|on) {CAPITAL}(?: {CAPITAL})*(?:,| and) $", before)
        is not None
    )
