"""That a warning had been given before the attack, or that somebody says it was not.

Parts of the value: ``polarity`` (as ``Polarity``), ``warner`` and ``recipient`` in the report's words, "" where it does
not say. A warning of what may come after the attack, of its toll or to keep away, is none.
"""

import re
from collections.abc import Iterator
from typing import Final

from incidents.choices import Polarity, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals.events import speaks_of_another
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence
from incidents.rules.proposals.warning_cues import says_given, says_none, tells_of_attack
from incidents.rules.proposals.warning_denials import lacks_other, signs_of_none
from incidents.rules.proposals.warning_forms import GIVEN
from incidents.rules.proposals.warning_signs import signs_of_one
from incidents.rules.proposals.warning_words import DANGER, DENIALS, DENIED, EARLIER, HEEDED, OF_LATER

_DATED: Final = re.compile(
    r"\b(?:alert|advisory|notice|warning|bulletin|advice|circular|memo)s? (?:of|dated|from|issued on) (?:\d|"
    r"[A-Z][a-z]+ \d|last)"
)
"""A notice with its date is an earlier one, whatever it tells people to do."""
_NOBODY: Final = re.compile(dict(GIVEN)["nobody-told"].pattern)


def propose_warnings(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """Every sentence that says of a warning before the attack that it was, or was not, given."""
    before = ""
    for sentence in sentences:
        text = sentence.text
        match, rule, denied = _said(text, before)
        before = text
        if match is None:
            continue
        parts = match.groupdict()
        value = {
            "polarity": (Polarity.DENIED if denied else Polarity.AFFIRMED).value,
            "warner": _plain(parts.get("warner")),
            "recipient": _plain(parts.get("recipient")),
        }
        yield Proposal(
            kind=ProposalKind.WARNING,
            value=value,
            identity={"polarity": value["polarity"], "warner": fold(value["warner"] or text)},
            anchor=anchored(report.text, *_span(sentence, match)),
            sentence=text,
            rule=rule,
            background=speaks_of_another(text),
        )


def _said(text: str, before: str) -> tuple[re.Match[str] | None, str, bool]:
    """The words that speak of a warning, the rule that reads them, and whether they say that there was none."""
    if (OF_LATER.search(text) and not _DATED.search(text)) or HEEDED.search(text):
        return None, "", False
    if (none := says_none(text) or signs_of_none(text)) and not lacks_other(text):
        return none, "says-none", True
    if EARLIER.search(text) or DENIED.search(text) or _NOBODY.search(text):
        match, rule = next(((found, rule) for rule, form in GIVEN if (found := form.search(text))), (None, ""))
        if match and _of_danger(text, match, rule):
            denied = rule in DENIALS or DENIED.search(text) is not None
            return (None, "", False) if denied and lacks_other(text) else (match, rule, denied)
    if given := says_given(text):
        return given, "says-given", False
    return (None if tells_of_attack(text) else signs_of_one(text, before)), "signs", False


def _of_danger(text: str, match: re.Match[str], rule: str) -> bool:
    """Whether what was warned of is an attack or a threat, in the words after the verb."""
    if rule in {"none-given", "nobody-told"}:
        return DENIED.search(text) is not None or _NOBODY.search(text) is not None
    return rule != "warned-before" or DANGER.search(text[match.start() :]) is not None


def _span(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """Where the words of a match stand, from whoever warned on, without the white space around them."""
    start = match.start() + (match[0].rfind(" that ", 0, match[0].find("warn")) + 1 if " that " in match[0] else 0)
    words = sentence.text[start : match.end()]
    return sentence.at(start + len(words) - len(words.lstrip())), sentence.at(start + len(words.rstrip()))


def _plain(words: str | None) -> str:
    """A name in the report's words, without what leads to it ("told reporters that the")."""
    name = (words or "").strip().rpartition(" that ")[2]
    return re.sub(r"^(?:that|and|the|an?) ", "", name)[:200]
