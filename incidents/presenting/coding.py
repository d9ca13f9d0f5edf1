"""What the codes of the field mean, in our words, after the codebook of the Global Terrorism Database (START, 2021).

Tactics are our own: the database codes a suicide attack and has no list of the others.
"""

from collections.abc import Mapping
from typing import Final

from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.choices import AttackType, Outcome, Tactic, TargetType, WeaponType

ATTACK_TYPES: Final[dict[str, Promise]] = {
    AttackType.ASSASSINATION: _("Meant to kill one or several persons chosen because of who they are."),
    AttackType.ARMED_ASSAULT: _("Meant to kill or hurt people directly, with firearms, fire, blades or blows."),
    AttackType.BOMBING: _("Effected by explosives: mines, grenades, what is carried or driven to the spot."),
    AttackType.HIJACKING: _("Control is taken of a vehicle, ship or aircraft, to divert it; hostages are not the aim."),
    AttackType.HOSTAGE_BARRICADE: _("People are held where they are found, to obtain something."),
    AttackType.HOSTAGE_KIDNAPPING: _("People are taken to another place and held there, to obtain something."),
    AttackType.FACILITY_ATTACK: _("Meant to damage or destroy a building or a supply, not chiefly to hurt people."),
    AttackType.UNARMED_ASSAULT: _("Meant to hurt people without explosives, firearms, fire or blades; poison is one."),
    AttackType.UNKNOWN: _("A source says that the kind of attack is not known."),
}
WEAPON_TYPES: Final[dict[str, Promise]] = {
    WeaponType.BIOLOGICAL: _("What makes ill: bacteria, viruses or their poisons."),
    WeaponType.CHEMICAL: _("Substances that poison, choke or burn by what they are."),
    WeaponType.RADIOLOGICAL: _("Radioactive matter that is spread without a nuclear explosion."),
    WeaponType.NUCLEAR: _("What draws its force from the splitting or fusing of nuclei."),
    WeaponType.FIREARMS: _("What drives a projectile by a charge of powder: pistols, rifles, machine guns."),
    WeaponType.EXPLOSIVES: _("What explodes: bombs, mines, grenades, shells, rockets, and vehicles that carry them."),
    WeaponType.FAKE: _("What was said or made to seem a weapon, and was none."),
    WeaponType.INCENDIARY: _("What is meant to set on fire: arson, petrol bombs."),
    WeaponType.MELEE: _("What is used by hand at arm’s length: blades, clubs, stones, bare hands."),
    WeaponType.VEHICLE: _("A vehicle driven at people or things; one that carries a bomb is an explosive."),
    WeaponType.SABOTAGE: _("Tools to make something stop or fail, such as a loosened rail."),
    WeaponType.OTHER: _("A weapon that is known and is none of these."),
    WeaponType.UNKNOWN: _("A source says that it is not known what was used."),
}
TARGET_TYPES: Final[dict[str, Promise]] = {
    TargetType.BUSINESS: _("Shops, offices, banks, markets and those who work there, as businesses."),
    TargetType.GOVERNMENT: _("Offices and members of a government, its courts and parliaments, candidates among them."),
    TargetType.POLICE: _("Members and buildings of the police, checkpoints and prisons among them."),
    TargetType.MILITARY: _("Members, bases and convoys of armed forces of a state, peacekeepers among them."),
    TargetType.ABORTION_RELATED: _("Clinics in which abortions are performed, and those who work there."),
    TargetType.AIRPORTS_AIRCRAFT: _("Airports, airlines and aircraft, but for those of armed forces."),
    TargetType.DIPLOMATIC: _("Embassies, consulates, missions to international bodies, and their members."),
    TargetType.EDUCATIONAL: _("Schools, universities, their teachers, pupils and buildings."),
    TargetType.FOOD_WATER: _("What supplies people with food or water."),
    TargetType.JOURNALISTS_MEDIA: _("Reporters, editors, their offices and their transmitters."),
    TargetType.MARITIME: _("Ships, fishing boats, harbours, but for those of armed forces."),
    TargetType.NGO: _("Relief and other organisations that belong to no state, and those who work for them."),
    TargetType.OTHER: _("A target that is known and is none of these, such as a fire brigade."),
    TargetType.PRIVATE_CITIZENS: _("People who are attacked as none of these, and their property."),
    TargetType.RELIGIOUS: _("Clergy, places of worship, shrines and those who are gathered there."),
    TargetType.TELECOMMUNICATION: _("Masts, cables, exchanges, and those who keep them up."),
    TargetType.NON_STATE_MILITIA: _("Armed groups that belong to no state, and their members."),
    TargetType.TOURISTS: _("Visitors, tour buses, hotels and sights, as such."),
    TargetType.TRANSPORTATION: _("Railways, buses, roads, bridges and tunnels that the public uses."),
    TargetType.UNKNOWN: _("A source says that it is not known whom or what it was meant for."),
    TargetType.UTILITIES: _("What supplies people with power, gas or heat."),
    TargetType.VIOLENT_POLITICAL_PARTY: _("Parties, and their members, that use violence themselves."),
}
TACTICS: Final[dict[str, Promise]] = {
    Tactic.SUICIDE: _("Whoever attacked did not mean to come away alive, and a source says so."),
    Tactic.COORDINATED: _("Several attacks of one operation, close to one another in time or place."),
    Tactic.VEHICLE: _("A vehicle brought the attackers’ explosive to the spot, or was the means itself."),
    Tactic.AMBUSH: _("People on their way were waited for."),
    Tactic.SIEGE: _("A place and those in it were held against others for some time."),
    Tactic.OTHER: _("A way that is known and is none of these; the words of the source say which."),
}
OUTCOMES: Final[dict[str, Promise]] = {
    Outcome.COMPLETED: _("It took effect: what was to explode exploded, who was to be taken was taken."),
    Outcome.FAILED: _("It was begun, and took no effect."),
    Outcome.FOILED: _("It was prevented before it was begun."),
    Outcome.UNKNOWN: _("A source says that it is not known whether it took effect."),
}
MEANINGS: Final[dict[type[Choices], Mapping[str, Promise]]] = {
    AttackType: ATTACK_TYPES,
    WeaponType: WEAPON_TYPES,
    TargetType: TARGET_TYPES,
    Tactic: TACTICS,
    Outcome: OUTCOMES,
}
"""What each code means, by its vocabulary."""
