"""Codes and labels of the GTD by ours. They are facts of its files; their explanations stay in its codebook."""

import re
from typing import Final

from incidents.choices import Alternative, AttackType, TargetType, WeaponType

Coded = dict[str, tuple[int, str]]

ATTACKS: Final[Coded] = {
    AttackType.ASSASSINATION: (1, "Assassination"),
    AttackType.HIJACKING: (4, "Hijacking"),
    AttackType.HOSTAGE_KIDNAPPING: (6, "Hostage Taking (Kidnapping)"),
    AttackType.HOSTAGE_BARRICADE: (5, "Hostage Taking (Barricade Incident)"),
    AttackType.BOMBING: (3, "Bombing/Explosion"),
    AttackType.ARMED_ASSAULT: (2, "Armed Assault"),
    AttackType.UNARMED_ASSAULT: (8, "Unarmed Assault"),
    AttackType.FACILITY_ATTACK: (7, "Facility/Infrastructure Attack"),
    AttackType.UNKNOWN: (9, "Unknown"),
}
"""In the order of its hierarchy: the first that is there is ``attacktype1``."""

WEAPONS: Final[Coded] = {
    WeaponType.BIOLOGICAL: (1, "Biological"),
    WeaponType.CHEMICAL: (2, "Chemical"),
    WeaponType.RADIOLOGICAL: (3, "Radiological"),
    WeaponType.NUCLEAR: (4, "Nuclear"),
    WeaponType.FIREARMS: (5, "Firearms"),
    WeaponType.EXPLOSIVES: (6, "Explosives"),
    WeaponType.FAKE: (7, "Fake Weapons"),
    WeaponType.INCENDIARY: (8, "Incendiary"),
    WeaponType.MELEE: (9, "Melee"),
    WeaponType.VEHICLE: (10, "Vehicle (not to include vehicle-borne explosives, i.e., car or truck bombs)"),
    WeaponType.SABOTAGE: (11, "Sabotage Equipment"),
    WeaponType.OTHER: (12, "Other"),
    WeaponType.UNKNOWN: (13, "Unknown"),
}

TARGETS: Final[Coded] = {
    TargetType.BUSINESS: (1, "Business"),
    TargetType.GOVERNMENT: (2, "Government (General)"),
    TargetType.POLICE: (3, "Police"),
    TargetType.MILITARY: (4, "Military"),
    TargetType.ABORTION_RELATED: (5, "Abortion Related"),
    TargetType.AIRPORTS_AIRCRAFT: (6, "Airports & Aircraft"),
    TargetType.DIPLOMATIC: (7, "Government (Diplomatic)"),
    TargetType.EDUCATIONAL: (8, "Educational Institution"),
    TargetType.FOOD_WATER: (9, "Food or Water Supply"),
    TargetType.JOURNALISTS_MEDIA: (10, "Journalists & Media"),
    TargetType.MARITIME: (11, "Maritime"),
    TargetType.NGO: (12, "NGO"),
    TargetType.OTHER: (13, "Other"),
    TargetType.PRIVATE_CITIZENS: (14, "Private Citizens & Property"),
    TargetType.RELIGIOUS: (15, "Religious Figures/Institutions"),
    TargetType.TELECOMMUNICATION: (16, "Telecommunication"),
    TargetType.NON_STATE_MILITIA: (17, "Terrorists/Non-State Militia"),
    TargetType.TOURISTS: (18, "Tourists"),
    TargetType.TRANSPORTATION: (19, "Transportation"),
    TargetType.UNKNOWN: (20, "Unknown"),
    TargetType.UTILITIES: (21, "Utilities"),
    TargetType.VIOLENT_POLITICAL_PARTY: (22, "Violent Political Party"),
}

ALTERNATIVES: Final[Coded] = {
    Alternative.INSURGENCY: (1, "Insurgency/Guerilla Action"),
    Alternative.OTHER_CRIME: (2, "Other Crime Type"),
    Alternative.INTRA_GROUP: (3, "Inter/Intra-Group Conflict"),
    Alternative.NO_INTENT: (4, "Lack of Intentionality"),
    Alternative.STATE_ACTORS: (5, "State Actors"),
}

CLAIM_MODES: Final = (
    (1, "Letter", re.compile(r"\bletter", re.IGNORECASE)),
    (4, "E-mail", re.compile(r"\be-?mail", re.IGNORECASE)),
    (6, "Video", re.compile(r"\bvideo", re.IGNORECASE)),
    (
        7,
        "Posted to website, blog, etc.",
        re.compile(r"\b(?:web ?site|online|internet|telegram|twitter|facebook|social media|blog|amaq)", re.IGNORECASE),
    ),
)
"""Modes of a claim by the words of its channel. A telephone call is none of them: before or after makes two codes."""


def claim_mode(channel: str) -> tuple[int, str] | None:
    """The mode that the words of a channel name; None where they name none, or more than one."""
    found = [(code, label) for code, label, words in CLAIM_MODES if words.search(channel)]
    return found[0] if len(found) == 1 else None


def in_codes(codes: Coded, ours: list[str]) -> list[tuple[int, str]]:
    """Our codes in those of the GTD, in the order of its list."""
    return [told for code, told in codes.items() if code in ours]
