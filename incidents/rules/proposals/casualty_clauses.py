"""Figures of people that no pattern of ``casualty_forms`` foresees, by what a clause has to hold.

A number that does not count things, and near it in the same clause a word of harm: after it the first such word
("Four fishermen whose canoe was caught in the fire died"), or right before it a verb that does it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from incidents.choices import CasualtyMeasure
from incidents.rules.proposals.counting import QUANTITY, SINGULAR

_MEASURE: Final = CasualtyMeasure
_BODILY: Final = (
    r"(?:injur(?:y|ies)|wounds?|burns?|shock|cuts|fractures?|bruis(?:es|ing)|symptoms?|lacerations?|concussion|trauma|"
    r"shrapnel|smoke inhalation|breathing (?:problems|difficulties)|(?:broken|fractured) \w+|nausea|poisoning)"
)
_WARD: Final = (
    r"(?:[\w’'-]+ ){0,3}?(?:hospitals?|intensive care|ICU|clinics?|wards?|infirmary|trauma cent(?:re|er)|"
    r"operating theatre)"
)
_SOMEWHERE: Final = (
    r"(?:the |an? )?(?:[\w-]+ ){0,2}?(?:bush|forests?|jungle|hills|mountains|desert|woods|swamps?|creeks?|vans?|"
    r"trucks?|cars?|"
    r"pick-?ups?|vehicles?|boats?|canoes?|motorcycles|unknown \w+|dark)"
)
_HARM: Final[tuple[tuple[CasualtyMeasure, str], ...]] = (
    (
        _MEASURE.HOSPITALISED,
        (
            rf"(?:re-?)?admitted|warded|hospitali[sz]ed|kept (?:in|overnight)|on (?:ventilators?|life support|oxygen|"
            rf"drips?)|"
            rf"(?:in|at) (?:an? |the )?{_WARD}|(?:taken|rushed|brought|flown|ferried|carried|transferred|evacuated|"
            rf"moved|"
            rf"referred|"
            rf"sent) to (?:an? |the )?{_WARD}|under(?:going|went) (?:emergency )?(?:surgery|operations?)|"
            rf"being operated on"
        ),
    ),
    (
        _MEASURE.MISSING,
        (
            r"missing|unaccounted for|untraced|(?:has|have|had|is|are|was|were) (?:still )?(?:not|never|"
            r"yet to) (?:yet )?(?:be(?:en)? )?"
            r"(?:found|located|traced|accounted|seen|come (?:back|home)|returned|heard from|turned up|recovered|"
            r"surfaced)|"
            r"(?:never|did not|failed to) (?:return(?:ed)?|c[ao]me (?:back)|turn(?:ed)? up|reappear)|"
            r"cannot be (?:found|"
            r"reached|traced)|"
            r"(?:still )?being (?:searched|looked) for|nowhere to be found|whereabouts (?:is|are|were|was|remain)"
        ),
    ),
    (
        _MEASURE.HOSTAGES,
        (
            rf"abducted|kidnapped|snatched|taken (?:away|off|hostage|captive|prisoner|into {_SOMEWHERE}|with them|"
            rf"at gunpoint|across)|"
            rf"(?:marched|led|dragged|driven|forced|herded|bundled|carried|whisked|spirited|ordered|hauled|pulled|"
            rf"walked|"
            rf"frogmarched)(?: at gunpoint)? (?:away|off|into|onto|to|towards?|across|"
            rf"aboard)(?: {_SOMEWHERE})?\b(?! (?:hospital|safety))|"
            rf"(?:still |being )?held (?:captive|hostage|prisoner|for ransom|by (?:the |their )?(?:gunmen|captors|"
            rf"militants|rebels|attackers))|"
            rf"in (?:captivity|(?:the )?hands of)|hostages?|captives?|made to (?:walk|march|board)|with them"
        ),
    ),
    (
        _MEASURE.WOUNDED,
        (
            rf"hurt|injured|wounded|scalded|burned(?! to death)|burnt|maimed|concussed|bruised|grazed|sickened|"
            rf"affected|"
            rf"poisoned|lacerated|"
            rf"(?:been |were |was )?taken ill|f(?:e|a)ll(?:en)? (?:ill|sick)|with (?:[\w-]+ ){{0,2}}?{_BODILY}|"
            rf"(?:suffer(?:ed|ing)|sustain(?:ed|ing)|receiv(?:ed|ing)|treated for|escap(?:ed|ing) with|complain(?:ed|"
            rf"ing) of|show(?:ed|ing)|"
            rf"nursing|developed|has|have|had) (?:[\w-]+ ){{0,3}}?{_BODILY}|treated|"
            rf"(?:hit|struck|cut|peppered) by (?:[\w-]+ ){{0,2}}?(?:bullets|shrapnel|debris|glass|splinters|pellets|"
            rf"gunfire|shots)|"
            rf"overcome by|lost (?:an?|his|her|their|both)(?: \w+)? (?:legs?|arms?|eyes?|hands?|feet|foot|limbs?|"
            rf"fingers?|sight|hearing)|"
            rf"need(?:ed|ing) (?:[\w-]+ ){{0,2}}?(?:treatment|attention|stitches|care)|inhal(?:ed|ing) \w+|br(?:oke|"
            rf"eaking) (?:\w+ )?(?:bones?|legs?|arms?|ribs?)|vomit(?:ed|ing)"
        ),
    ),
    (
        _MEASURE.KILLED,
        (
            r"died|dead|dies|killed|perished|lost (?:his|her|their) li(?:fe|ves)|martyred|beheaded|executed|burn(?:ed|"
            r"t) (?:to death|alive)|"
            r"succumbed|did not (?:survive|make it|come (?:home|out alive))|never (?:came|made it|got) (?:home|out)|"
            r"laid to rest|"
            r"fatally \w+|dead on arrival|slain|slaughtered|gunned down|mow(?:n|ed) down|cut down|incinerated|"
            r"crushed|trampled|electrocuted|blown (?:apart|to pieces)|fallen(?! ill| sick)|murdered|shot dead|"
            r"drowned|bled to death|massacred|butchered|lynched|"
            r"decapitated|"
            r"hacked to death|stabbed to death|beaten to death|suffocated|asphyxiated|could not be saved|"
            r"breathed (?:his|"
            r"her|their) last"
        ),
    ),
)
_HARMED: Final = tuple((measure, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for measure, words in _HARM)
_STOPS: Final = (
    r"and|were|was|are|is|who|whose|whom|when|that|which|in|on|at|as|after|before|during|from|by|near|outside|with|"
    r"while|including|to|"
    r"had|has|have|they|he|she|it|died|dead|more|still|killed|wounded|injured|remain|remained|walked|would|could"
)
_NUMBER: Final = re.compile(
    rf"(?P<many>\b(?:an?|half a|some|about a) dozen or so|{QUANTITY}(?: or so)?)(?! of (?:the|those|these)\b)"
    rf"(?P<who>(?: (?:more|others?|further|additional|of us)\b)?(?: (?!(?:{_STOPS})\b)[a-zA-Z][\w’'-]*){{0,4}})",
    re.IGNORECASE,
)
_OF_A_DATE: Final = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,?|\baged?|[Nn]umber|No\.?|Flight|Route|"
    r"Ward|Unit|Room|Highway|Gate) $"
)
"""Before a number that is no count: of a day, an age, a name."""
_AGE: Final = re.compile(r"\d{1,3}")
_A_PERSON: Final = re.compile(
    rf"(?<!, )(?<![a-z] and )\b(?:[Aa]n?|[Aa]nother|[Tt]he|[Oo]ne of (?:the|his|her|its|their)|[Hh]is|[Hh]er|"
    rf"[Ii]ts) (?:(?!and\b|of\b)[\w’'-]+ ){{0,3}}?(?P<noun>{SINGULAR})\b"
    rf"(?=,? (?:who|lost|[a-z]+ed|[a-z]+ing|on|in|from|at|sent|of)\b)",
)
_THINGS: Final = re.compile(
    r"\b(?:huts?|houses?|homes?|buildings?|vehicles?|cars?|trucks?|buses|lorries|motorcycles?|rounds?|shots?|"
    r"bullets?|rockets?|"
    r"bombs?|grenades?|mines?|drones?|explosions?|blasts?|attacks?|incidents?|raids?|villages?|towns?|cities|"
    r"districts?|provinces?|"
    r"countries|households?|families|shops?|schools?|wards?|beds|cattle|cows|goats|sheep|camels|heads?|weapons?|"
    r"rifles?|guns?|knives|"
    r"canisters?|boats?|planes?|metres?|barrels?|litres?|pages?|names|times|occasions|floors?|storeys?|directions|"
    r"stages?|groups?|suspects? (?:arrested|held|detained)|arrests|charges|months?|stations?|bags?|envelopes?|"
    r"parcels?|letters?|"
    r"warnings?|threats?|calls?|messages?|nationalit\w+|languages|windows|doors|shells|devices|pylons?|transformers?|"
    r"masts?|posts?|"
    r"checkpoints?|mosques?|churches|factories|sites|places|locations|versions?|counts?|lines?|trees|tents|stalls)\b",
    re.IGNORECASE,
)
_NO_HARM: Final = re.compile(
    r"\b(?:arrest|detain|unhurt|unharmed|escap|surviv|walked|rescued|freed|released|fled|flee|displaced|discharged|"
    r"recovered|sa(?:id|ys?)|"
    r"told|saw|heard|watched|found|when|before|because|claimed|claim|believed|not |no |never |suspect|investigat|"
    r"sentenced|charged|"
    r"convicted|jailed|if |would |could |threaten|warn)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.;:]|, (?:and|but|while|whereas|as|when|after)\b|[\"“”]|\bwhile\b|\bafter\b")
_NEAR: Final = 70
"""Characters between a number of people and what was done to them."""
_NOT_MORE: Final = re.compile(r" (?:more|others?|further|additional)$", re.IGNORECASE)
_STILL_THERE: Final = re.compile(
    (
        rf"(?P<many>{QUANTITY})(?: of (?:them|whom))? (?:(?:are|were|was|is|remain|remained) )?(?:still there|"
        rf"there still|remain(?:ed)? there)\b"
    ),
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    rf"(?P<many>{QUANTITY})(?P<who> [a-z]+) (?:whom? |that )?(?:they|he|it|she|(?:the )?(?:gunmen|attackers|"
    rf"militants|raiders|hijackers|rebels|kidnappers|group)) "
    r"(?:were |was |had |have )?(?:held|holding|took|taken|seized|abducted|kidnapped)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\b(?P<of>dead|death toll|deaths|wounded|injured|missing|hostages|captives|casualties|victims)(?: (?:now|"
    r"already|had|has|have|he said))? "
    r"(?:number(?:s|ed)?|total(?:s|led)?|st(?:ands?|ood) at|rose to|risen to|climbed to|grew to|mounted to|reached|"
    r"(?:came|come) to|were put at|was put at) "
    rf"(?P<many>{QUANTITY})",
    re.IGNORECASE,
)


_OBJECT: Final = re.compile(rf" (?:an?|the|his|her|its|their|him|them|{QUANTITY}|[A-Z])(?!\w)|-")
_PASSIVE: Final = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\b")
"""That somebody was hurt, and did not hurt somebody."""
_OF_THE_HURT: Final = re.compile(
    rf"(?P<many>{QUANTITY}) of (?:the (?:\w+ )?(?:injured|wounded|hurt|casualties|survivors|victims)|"
    r"those (?:injured|wounded|hurt|who (?:were|had been) (?:injured|wounded|hurt)))(?:, [^.;,]{3,40},)?",
    re.IGNORECASE,
)


_SOUGHT: Final = re.compile(
    r"\b(?:search(?:ing|ed|es)?|look(?:ing|ed)?|dig(?:ging)?|comb(?:ing|ed) [\w ]{3,30}?) for (?:the )?"
    rf"(?P<many>{QUANTITY})(?P<who> (?:more |other |missing )?(?:people|persons|children|workers|miners|fishermen|"
    rf"passengers|crew(?: members)?|"
    r"residents|villagers|victims|pupils|students|sailors|soldiers|men|women|survivors|colleagues|guests|tourists|"
    r"others))\b",
    re.IGNORECASE,
)
"""People who are looked for, those who attacked not among them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A number of people in a sentence, where it stands, whom it counts and what happened to them."""

    start: int
    end: int
    verbatim: str
    who: str
    measure: CasualtyMeasure


def clauses_in(text: str) -> Iterator[Clause]:
    """Every number, and every person, that a clause says something happened to, in the order of the text."""
    for match in _NUMBERED.finditer(text):
        measure = next((one for one, words in _HARMED if words.search(match["of"])), _MEASURE.KILLED)
        yield Clause(*match.span("many"), match["many"], "", measure)
    for match in _HELD.finditer(text):
        yield Clause(
            match.start("many"), match.end("who"), match["many"] + match["who"], match["who"], _MEASURE.HOSTAGES
        )
    for match in _SOUGHT.finditer(text):
        yield Clause(
            match.start("many"), match.end("who"), match["many"] + match["who"], match["who"], _MEASURE.MISSING
        )
    yield from _after_numbers(text)
    for match in _STILL_THERE.finditer(text):
        if re.search(r"hospital|clinic|admitted", text[: match.start()]):
            yield Clause(*match.span("many"), match["many"], "", _MEASURE.HOSPITALISED)
    for match in _A_PERSON.finditer(text):
        found = _harm_after(text, match.end(), len(text))
        if found and not text.startswith(("in ", "at "), found[1]):
            yield Clause(*match.span(), f"one ({match['noun']})", match["noun"], found[0])


def _after_numbers(text: str) -> Iterator[Clause]:
    numbers = [match for match in _NUMBER.finditer(text) if not _is_no_count(match)]
    for number, match in enumerate(numbers):
        stop = numbers[number + 1].start() if number + 1 < len(numbers) else len(text)
        found = _harm_after(text, match.end("many"), stop)
        if found is None:
            continue
        measure, place = found
        who = text[match.start("who") : min(match.end("who"), place)].rstrip()
        if not _THINGS.search(who):
            end = match.end("many") + (0 if _NOT_MORE.search(who) else len(who))
            yield Clause(match.start(), end, text[match.start() : end], text[match.end("many") : end], measure)
    for match in _OF_THE_HURT.finditer(text):
        if found := _harm_after(text, match.end(), len(text)):
            yield Clause(*match.span("many"), match["many"], "", found[0])


def _is_no_count(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    aged = (
        before.endswith(", ")
        and _AGE.fullmatch(match["many"])
        and match.string.startswith((",", ")"), match.end("many"))
    )
    return bool(aged or _OF_A_DATE.search(before))


def _harm_after(text: str, start: int, stop: int) -> tuple[CasualtyMeasure, int] | None:
    """What the first word of harm between two places says, in the same clause, and where it stands."""
    end = _ENDS.search(text, start, min(stop, start + _NEAR + _NEAR))
    last = end.start() if end else min(stop, start + _NEAR + _NEAR)
    found = ((match, measure) for measure, harm in _HARMED if (match := harm.search(text, start, last)))
    match, measure = min(found, key=lambda one: one[0].start(), default=(None, None))
    if match is None or measure is None or match.start() - start > _NEAR:
        return None
    between = text[start : match.start()]
    does_it = _OBJECT.match(text, match.end()) and not _PASSIVE.search(between)
    return None if does_it or _NO_HARM.search(between) else (measure, match.start())
