"""What kind of attack it was: the coded facts, in the terms of the Global Terrorism Database codebook."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AttackType(TextChoices):
    """How the attack was carried out (GTD ``attacktype``)."""

    ASSASSINATION = "assassination", _("Assassination")
    ARMED_ASSAULT = "armed_assault", _("Armed assault")
    BOMBING = "bombing", _("Bombing or explosion")
    HIJACKING = "hijacking", _("Hijacking")
    HOSTAGE_BARRICADE = "hostage_barricade", _("Hostage taking (barricade)")
    HOSTAGE_KIDNAPPING = "hostage_kidnapping", _("Hostage taking (kidnapping)")
    FACILITY_ATTACK = "facility_attack", _("Facility or infrastructure attack")
    UNARMED_ASSAULT = "unarmed_assault", _("Unarmed assault")
    UNKNOWN = "unknown", _("Unknown attack type")


class AttackFamily(TextChoices):
    """Attack types as the map draws them: one colour and one shape each."""

    EXPLOSIVE = "explosive", _("Bombing or explosion")
    ARMED_ASSAULT = "armed_assault", _("Armed assault")
    ASSASSINATION = "assassination", _("Assassination")
    HOSTAGE = "hostage", _("Kidnapping")
    BARRICADE = "barricade", _("Barricade hostage taking")
    HIJACKING = "hijacking", _("Hijacking")
    FACILITY = "facility", _("Facility or infrastructure attack")
    UNARMED = "unarmed", _("Unarmed assault or other")
    UNKNOWN = "unknown", _("Unknown")

    @classmethod
    def of(cls, attack_types: list[str]) -> "AttackFamily":
        """The family of the attack type that stands highest in GTD's coding hierarchy; unknown when there is none."""
        for attack_type, family in _HIERARCHY.items():
            if attack_type in attack_types:
                return family
        return cls.UNKNOWN


_HIERARCHY: Final = {
    AttackType.ASSASSINATION.value: AttackFamily.ASSASSINATION,
    AttackType.HIJACKING.value: AttackFamily.HIJACKING,
    AttackType.HOSTAGE_KIDNAPPING.value: AttackFamily.HOSTAGE,
    AttackType.HOSTAGE_BARRICADE.value: AttackFamily.BARRICADE,
    AttackType.BOMBING.value: AttackFamily.EXPLOSIVE,
    AttackType.ARMED_ASSAULT.value: AttackFamily.ARMED_ASSAULT,
    AttackType.UNARMED_ASSAULT.value: AttackFamily.UNARMED,
    AttackType.FACILITY_ATTACK.value: AttackFamily.FACILITY,
}


class WeaponType(TextChoices):
    """What was used (GTD ``weaptype``)."""

    BIOLOGICAL = "biological", _("Biological")
    CHEMICAL = "chemical", _("Chemical")
    RADIOLOGICAL = "radiological", _("Radiological")
    NUCLEAR = "nuclear", _("Nuclear")
    FIREARMS = "firearms", _("Firearms")
    EXPLOSIVES = "explosives", _("Explosives")
    FAKE = "fake", _("Fake weapons")
    INCENDIARY = "incendiary", _("Incendiary")
    MELEE = "melee", _("Melee")
    VEHICLE = "vehicle", _("Vehicle (not carrying a bomb)")
    SABOTAGE = "sabotage", _("Sabotage equipment")
    OTHER = "other", _("Other weapon")
    UNKNOWN = "unknown", _("Unknown weapon")


class TargetType(TextChoices):
    """Who or what was attacked (GTD ``targtype``)."""

    BUSINESS = "business", _("Business")
    GOVERNMENT = "government", _("Government (general)")
    POLICE = "police", _("Police")
    MILITARY = "military", _("Military")
    ABORTION_RELATED = "abortion_related", _("Abortion related")
    AIRPORTS_AIRCRAFT = "airports_aircraft", _("Airports and aircraft")
    DIPLOMATIC = "diplomatic", _("Government (diplomatic)")
    EDUCATIONAL = "educational", _("Educational institution")
    FOOD_WATER = "food_water", _("Food or water supply")
    JOURNALISTS_MEDIA = "journalists_media", _("Journalists and media")
    MARITIME = "maritime", _("Maritime")
    NGO = "ngo", _("Non-governmental organisation")
    OTHER = "other", _("Other target")
    PRIVATE_CITIZENS = "private_citizens", _("Private citizens and property")
    RELIGIOUS = "religious", _("Religious figures or institutions")
    TELECOMMUNICATION = "telecommunication", _("Telecommunication")
    NON_STATE_MILITIA = "non_state_militia", _("Terrorists or non-state militia")
    TOURISTS = "tourists", _("Tourists")
    TRANSPORTATION = "transportation", _("Transportation (other than aviation)")
    UNKNOWN = "unknown", _("Unknown target")
    UTILITIES = "utilities", _("Utilities")
    VIOLENT_POLITICAL_PARTY = "violent_political_party", _("Violent political party")


class Tactic(TextChoices):
    """How it was done, beside the attack type."""

    SUICIDE = "suicide", _("Suicide attack")
    COORDINATED = "coordinated", _("Coordinated attacks")
    VEHICLE = "vehicle", _("Vehicle-borne")
    AMBUSH = "ambush", _("Ambush")
    SIEGE = "siege", _("Siege")
    OTHER = "other", _("Other tactic")


class CharacteristicKind(TextChoices):
    """Which coded fact a characteristic assertion states."""

    ATTACK_TYPE = "attack_type", _("Attack type")
    WEAPON_TYPE = "weapon_type", _("Weapon type")
    WEAPON_SUBTYPE = "weapon_subtype", _("Weapon subtype")
    TARGET_TYPE = "target_type", _("Target type")
    TARGET_SUBTYPE = "target_subtype", _("Target subtype")
    TACTIC = "tactic", _("Tactic")
    OUTCOME = "outcome", _("Outcome")
    PROPERTY_DAMAGE = "property_damage", _("Property damage")
    RANSOM = "ransom", _("Ransom")
    ATTACKER_COUNT = "attacker_count", _("Number of attackers")


class Outcome(TextChoices):
    """Whether the act took effect, without a judgement (GTD ``success``)."""

    COMPLETED = "completed", _("Carried out")
    FAILED = "failed", _("Attempted, without effect")
    FOILED = "foiled", _("Prevented before it began")
    UNKNOWN = "unknown", _("Unknown")


class Alternative(TextChoices):
    """What else it may have been, where terrorism is doubted (GTD ``alternative``)."""

    NONE = "", _("No doubt recorded")
    INSURGENCY = "insurgency", _("Insurgency or guerrilla action")
    OTHER_CRIME = "other_crime", _("Other crime")
    INTRA_GROUP = "intra_group", _("Conflict between or inside groups")
    NO_INTENT = "no_intent", _("Lack of intent")
    STATE_ACTORS = "state_actors", _("State actors")


CODES: Final[dict[str, type[TextChoices]]] = {
    CharacteristicKind.ATTACK_TYPE.value: AttackType,
    CharacteristicKind.WEAPON_TYPE.value: WeaponType,
    CharacteristicKind.TARGET_TYPE.value: TargetType,
    CharacteristicKind.TACTIC.value: Tactic,
    CharacteristicKind.OUTCOME.value: Outcome,
}
"""The vocabulary of each coded characteristic; kinds that are missing here take free words."""
