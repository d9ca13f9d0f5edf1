"""What kind of attack: types, weapons, tactics and the outcome, by the words of ``lexicon``; targets in ``targets``.

Parts of the value: ``characteristic`` (as ``CharacteristicKind``), ``code`` and ``detail``, the words themselves.
"""

import re
from collections.abc import Iterator
from typing import Final

from incidents.choices import AttackType, CharacteristicKind, ProposalKind, WeaponType
from incidents.rules.anchoring import anchored
from incidents.rules.proposals.events import in_aside_on_another, speaks_of_another
from incidents.rules.proposals.lexicon import ATTACKS, FAINT, FAKED, OUTCOMES, TACTICS, WEAPONS, compiled
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence
from incidents.rules.proposals.targets import targets_in

_Table = tuple[CharacteristicKind, str, re.Pattern[str]]
_Worded = tuple[Sentence, re.Match[str], CharacteristicKind, str]
_TABLES: Final[tuple[_Table, ...]] = tuple(
    (kind, code.value, compiled(words))
    for kind, table in (
        (CharacteristicKind.ATTACK_TYPE, ATTACKS),
        (CharacteristicKind.WEAPON_TYPE, WEAPONS),
        (CharacteristicKind.TACTIC, TACTICS),
        (CharacteristicKind.OUTCOME, OUTCOMES),
    )
    for code, words in table
)
_FAINT: Final = tuple((CharacteristicKind.ATTACK_TYPE, code.value, compiled(words)) for code, words in FAINT)
_ASSASSINATED: Final = compiled(dict(ATTACKS)[AttackType.ASSASSINATION])
_NOT_SO: Final = re.compile(
    r"\b(?:no|not|never|without|denied|ruled out|neither|nor|instead of|wasn[’']t|weren[’']t)(?: \w+){0,4}? ?$",
    re.IGNORECASE,
)
_FORCES: Final = (
    r"(?:police(?:m[ae]n)?|officers?|special forces|commandos|security (?:forces|guards?)|troops|soldiers?|marksm[ae]n|"
    r"guards?|snipers?|the army|gendarmes|marines|bodyguards?)"
)
_WHO_ATTACKED: Final = re.compile(
    r"\b(?:attackers?|assailants?|suspects?|bombers?|s?he|they|both|them)(?: \w+)? (?:was|were|"
    r"being|before being|had been) $",
    re.IGNORECASE,
)
_BY_FORCES: Final = re.compile(rf"^(?: dead| and (?:killed|wounded))? by (?:an? |the )?(?:[\w-]+ ){{0,2}}?{_FORCES}\b")
_FORCES_DID: Final = re.compile(
    rf"\b{_FORCES}(?: (?:in|from|of|near) [\w’' -]{{2,30}}?)? (?:\w+ ){{0,2}}?$", re.IGNORECASE
)
_FAKED: Final = re.compile(rf"\b(?:{FAKED}) (?:\w+ )?$", re.IGNORECASE)
_IMPLIED: Final[dict[str, frozenset[str]]] = {
    AttackType.ARMED_ASSAULT.value: frozenset({AttackType.ASSASSINATION.value}),
    AttackType.FACILITY_ATTACK.value: frozenset({AttackType.BOMBING.value, AttackType.ARMED_ASSAULT.value}),
    AttackType.HOSTAGE_BARRICADE.value: frozenset({AttackType.HIJACKING.value}),
    WeaponType.INCENDIARY.value: frozenset({AttackType.BOMBING.value}),
}
"""What is not proposed beside another: it belongs to it."""

_SABOTAGE: Final = re.compile(r"\bsabot", re.IGNORECASE)
"""A blast that is called sabotage was aimed at a facility."""

_BESIDE_SHOTS: Final = frozenset({AttackType.FACILITY_ATTACK.value, AttackType.HOSTAGE_KIDNAPPING.value})
"""Kinds of attack beside which a raid or shots with arms are another one."""
_SHOT: Final = re.compile(r"shot|executed|beheaded", re.IGNORECASE)
_RAIDED: Final = re.compile(r"raid|assault|ambush", re.IGNORECASE)
_ARMS: Final = frozenset({WeaponType.FIREARMS.value, WeaponType.MELEE.value})
_BY_WEAPON: Final = {
    WeaponType.EXPLOSIVES.value: AttackType.BOMBING.value,
    WeaponType.FIREARMS.value: AttackType.ARMED_ASSAULT.value,
    WeaponType.MELEE.value: AttackType.ARMED_ASSAULT.value,
    WeaponType.CHEMICAL.value: AttackType.UNARMED_ASSAULT.value,
    WeaponType.SABOTAGE.value: AttackType.FACILITY_ATTACK.value,
    WeaponType.INCENDIARY.value: AttackType.FACILITY_ATTACK.value,
}
"""What kind of attack a weapon stands for, where a report says no more."""

_OF_FIRE: Final = frozenset({AttackType.ARMED_ASSAULT.value, WeaponType.FIREARMS.value})


def propose_characteristics(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """Every coded fact that the report's own event seems to have, and those of other events as background."""
    found = _without_what_follows([_proposal(report, *one) for one in _worded(sentences, _TABLES)])
    yield from found
    yield from _exploded(report, sentences, found)
    own = {str(one.value["code"]) for one in found if one.rule == "words-of-attack_type" and not one.background}
    yield from _fainter(report, sentences, found, own)
    for sentence, code, match in targets_in(sentences):
        yield _proposal(report, sentence, match, CharacteristicKind.TARGET_TYPE, code)


def _exploded(report: Report, sentences: list[Sentence], found: list[Proposal]) -> Iterator[Proposal]:
    """Explosives, where a report names no weapon and tells of an explosion."""
    own = [one for one in found if not one.background]
    if not any(one.rule == "words-of-weapon_type" for one in own):
        for sentence, match, _kind, code in _worded(sentences, _TABLES):
            if code == AttackType.BOMBING.value and not speaks_of_another(sentence.text):
                yield _proposal(report, sentence, match, CharacteristicKind.WEAPON_TYPE, WeaponType.EXPLOSIVES.value)
                return


def _fainter(report: Report, sentences: list[Sentence], found: list[Proposal], own: set[str]) -> Iterator[Proposal]:
    """The kind of attack that only faint words give, or the weapon; a raid with arms beside another kind."""
    faint = [_proposal(report, *one) for one in _worded(sentences, _FAINT)]
    first = None if own else next((str(one.value["code"]) for one in faint if not one.background), None)
    yield from (one for one in faint if one.value["code"] == first)
    kinds = own or {one for one in (first,) if one}
    if not kinds:
        yield from _by_weapon(report, found, sentences)
    elif kinds <= _BESIDE_SHOTS and any(one.value["code"] in _ARMS for one in found if not one.background):
        told = _SHOT if AttackType.HOSTAGE_KIDNAPPING in kinds else _RAIDED
        for one in faint:
            if one.value["code"] == AttackType.ARMED_ASSAULT and told.match(one.anchor.exact):
                yield one


def _by_weapon(report: Report, found: list[Proposal], sentences: list[Sentence]) -> Iterator[Proposal]:
    """The kind of attack that the first weapon stands for."""
    weapon = next((one for one in found if not one.background and one.value["code"] in _BY_WEAPON), None)
    if weapon is None:
        return
    worded = next((one for one in _worded(sentences, _TABLES) if one[3] == weapon.value["code"]), None)
    if worded:
        yield _proposal(
            report, worded[0], worded[1], CharacteristicKind.ATTACK_TYPE, _BY_WEAPON[str(weapon.value["code"])]
        )


def _without_what_follows(found: list[Proposal]) -> list[Proposal]:
    """Without what is a part of another kind of attack: the fire after a bomb, the siege of a hijacked aircraft."""
    own = {one.value["code"] for one in found if not one.background}
    parts = {code for code, implied in _IMPLIED.items() if own & implied}
    return [
        one for one in found if one.background or one.value["code"] not in parts or _SABOTAGE.search(one.anchor.exact)
    ]


def _worded(sentences: list[Sentence], tables: tuple[_Table, ...]) -> Iterator[_Worded]:
    """What the sentences have of the words of some tables, without what is denied, faked or done to end the attack."""
    for sentence in sentences:
        for kind, code, pattern in tables:
            for match in pattern.finditer(sentence.text):
                before, after = sentence.text[: match.start()], sentence.text[match.end() :]
                if (
                    not _NOT_SO.search(before)
                    and not _FAKED.search(before)
                    and not _said_finer(code, sentence.text)
                    and not in_aside_on_another(sentence.text, match.start())
                    and not (code in _OF_FIRE and _of_defence(before, after))
                ):
                    yield sentence, match, kind, code


def _said_finer(code: str, text: str) -> bool:
    """Whether the sentence calls an armed assault by its more exact name, an assassination."""
    return code == AttackType.ARMED_ASSAULT and _ASSASSINATED.search(text) is not None


def _of_defence(before: str, after: str) -> bool:
    """Whether it was done to end the attack: "the attacker was shot dead", "commandos stormed"."""
    return any((_WHO_ATTACKED.search(before), _FORCES_DID.search(before), _BY_FORCES.match(after)))


def _proposal(
    report: Report, sentence: Sentence, match: re.Match[str], kind: CharacteristicKind, code: str
) -> Proposal:
    return Proposal(
        kind=ProposalKind.CHARACTERISTIC,
        value={"characteristic": kind.value, "code": code, "detail": match[0]},
        identity={"characteristic": kind.value, "code": code},
        anchor=anchored(report.text, sentence.at(match.start()), sentence.at(match.end())),
        sentence=sentence.text,
        rule=f"words-of-{kind.value}",
        background=speaks_of_another(sentence.text),
    )
