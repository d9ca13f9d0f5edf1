"""The field's fixed codes as the desk's page shows them: what each means, and how often it is used."""

from collections import Counter
from typing import Any

from incidents.choices import CODES, CharacteristicKind
from incidents.presenting.coding import MEANINGS
from incidents.presenting.vocabularies import about


def type_tables(counts: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    """One table a kind of fact that is coded, in the order of the kinds."""
    return [
        {
            "id": kind.value,
            "label": kind.label,
            "about": about(CODES[kind]),
            "rows": [
                {
                    "code": code,
                    "label": label,
                    "meaning": MEANINGS[CODES[kind]][code],
                    "used": counts[kind.value, code],
                }
                for code, label in CODES[kind].choices
            ],
        }
        for kind in CharacteristicKind
        if kind in CODES
    ]


def free_kinds(counts: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    """The kinds of fact that take the source's own words, with how many claims state one."""
    return [
        {"label": kind.label, "used": sum(number for (of, _value), number in counts.items() if of == kind)}
        for kind in CharacteristicKind
        if kind not in CODES
    ]
