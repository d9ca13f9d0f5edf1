"""What a document says differently from the last one published, field by field, word by word."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import AssertionRole, Verification

Part = dict[str, str]
_WORDS = re.compile(r"\s+|\S+")


def changed_rows(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields that differ, as ``components/diff.html`` shows them."""
    before, after = _fields(old), _fields(new)
    rows = []
    for key in dict.fromkeys([*after, *before]):
        label, now = after.get(key, ("", ""))
        was_label, then = before.get(key, ("", ""))
        if now != then:
            left, right = word_diff(then, now)
            rows.append({"label": label or was_label, "old": left, "new": right})
    return rows


def word_diff(old: str, new: str) -> tuple[list[Part], list[Part]]:
    """Both sides in runs of words, marked where only one side has them."""
    left_words, right_words = _WORDS.findall(old), _WORDS.findall(new)
    left: list[Part] = []
    right: list[Part] = []
    for mark, a, b, c, d in SequenceMatcher(None, left_words, right_words, autojunk=False).get_opcodes():
        same = mark == "equal"
        if a < b:
            left.append({"text": "".join(left_words[a:b]), "mark": "" if same else "del"})
        if c < d:
            right.append({"text": "".join(right_words[c:d]), "mark": "" if same else "ins"})
    return left, right


def _fields(content: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Every field that a reader can tell apart, with its label and its words."""
    titles = {source["id"]: source["publisher"]["name"] for source in content["sources"]}
    fields = {
        "title": (_("Title"), content["title"]),
        "occurred": (_("When it happened"), _text(content["occurred"])),
        "place": (_("Where it happened"), _place(content["place"])),
        "killed": (_("Killed"), _text(content["killed"])),
        "wounded": (_("Wounded"), _text(content["wounded"])),
        "summary": (_("Summary"), " ".join(sentence["text"] for sentence in content["summary"])),
        "flags": (_("Flags and criteria"), _flags(content)),
    }
    for claim in content["claims"]:
        fields[claim["id"]] = (_claim_label(claim), _claim(claim, titles))
    for statement in content["statements"]:
        fields[statement["id"]] = (_("Reaction or analysis"), f"{statement['speaker']}: {statement['paraphrase']}")
    for link in content["links"]:
        fields[f"{link['kind']} {link['incident']}"] = (_("Link"), f"{link['kind_text']}: {link['incident']}")
    for warning in content["warnings"]:
        words = [f"{warning['warner']} → {warning['recipient']}", warning["basis_text"], warning["outcome_text"]]
        fields[warning["id"]] = (_("Warning"), ", ".join(words))
    return fields


def _claim_label(claim: dict[str, Any]) -> str:
    labels = {
        "casualty": _("Casualty figure"),
        "attribution": _("Attribution"),
        "location": _("Location"),
        "time": _("Time"),
        "characteristic": _("Coded fact"),
        "warning": _("Statement about a warning"),
    }
    return labels[claim["kind"]]


def _claim(claim: dict[str, Any], titles: dict[str, str]) -> str:
    """A claim with its quotes in one text; nothing for a withdrawn one, so that it reads as removed."""
    if claim["verification"] == Verification.WITHDRAWN:
        return ""
    quotes = [_quote(citation, titles) for citation in claim["citations"]]
    role = _("(superseded)") if claim["role"] == AssertionRole.SUPERSEDED else ""
    return _joined([claim["text"], role, claim["rationale"], *quotes])


def _quote(citation: dict[str, Any], titles: dict[str, str]) -> str:
    words = f"“{citation['quote']}”" if citation["quote"] else citation["locator"]
    speaker = citation["speaker"]["label"] if citation["speaker"] else ""
    return _joined([words, speaker, titles.get(citation["source"], "")])


def _text(value: dict[str, Any] | None) -> str:
    return _joined([value["text"], value["why"]["reason"]]) if value else ""


def _place(place: dict[str, Any] | None) -> str:
    return f"{place['name']}, {place['precision_text']}" if place else ""


def _flags(content: dict[str, Any]) -> str:
    labels = {
        "goal": _("Goal"),
        "message": _("Message"),
        "outside_war": _("Outside legitimate warfare"),
        "doubt_terrorism": _("Terrorism doubted"),
        "graphic": _("Graphic material"),
        "personal_data": _("Personal data"),
    }
    answers = {True: _("yes"), False: _("no"), None: _("not decided")}
    flags = content["criteria"] | content["sensitivity"]
    return "; ".join(f"{label}: {answers[flags.get(key)]}" for key, label in labels.items())


def _joined(parts: Iterable[str]) -> str:
    return " \u2013 ".join(part for part in parts if part)
