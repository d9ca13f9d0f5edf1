"""Twenty incidents, each told a second time by somebody else, and each with another that only looks like it.

All of them are invented. A line: day (or first..last), longitude, latitude, precision, country, attack, target, killed
(exact, "a-" at least, "-b" at most, "" unknown), actors, sources, title.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from incidents.rules.duplicates import Traits

ORIGINALS: Final = """
2029-01-09 | 43.10 36.30 | settlement | IQ | bombing | police | 6 | 1 | 101 102 | Car bomb at a checkpoint in Tal Marwan
2029-02-14 | 6.20 12.10 | settlement | NG | armed_assault | business | 25- | | 103 | Attack on a market in Rafin Kuka
2029-03-21 | 27.10 38.40 | settlement | TR | bombing | transportation | 31 | 2 | 104 105 | Bombing of the bus station in Karsu
2029-04-19 | -75.60 1.60 | settlement | CO | hostage_kidnapping | maritime | 2 | 3 | 106 | Passengers taken from a ferry near San Roque Viejo
2029-06-06 | 3.20 51.20 | near | BE | armed_assault | religious | 1 | | 107 108 | Stabbing outside a synagogue in Oudekerke
2029-07-07 | 47.10 14.50 | settlement | YE | bombing | diplomatic | 8 | 4 | 109 | Suicide bombing of a consulate in Bir Salim
2029-08-18 | 0.60 12.90 | settlement | BF | armed_assault | private_citizens | 22- | 5 | 110 | Attack on villages in Gnagna
2029-09-24 | 62.20 34.30 | settlement | AF | armed_assault | religious | 19 | 6 | 111 112 | Attack on a shrine in Khwaja Sabz
2027-03-12 | 39.90 -3.60 | settlement | KE | bombing | business | 7 | 7 | 113 | Grenades thrown at a hotel in Mtoni Kuu
2029-12-07 | 37.10 34.70 | settlement | SY | bombing | military | 11 | | 114 | Bomb hits a military bus near Tell Qasr
2030-01-13 | 71.50 34.20 | settlement | PK | assassination | government | 3 | 5 | 115 | Provincial lawmaker shot dead in Shah Kot
2030-02-19 | 8.20 44.10 | settlement | IT | bombing | journalists_media | 0 | 2 | 116 | Parcel bomb at a newspaper in Porto Lume
2030-03-27 | 29.10 -1.20 | near | CD | armed_assault | ngo | 5 | | 117 118 | Ambush of an aid convoy on the road to Rutuba
2030-05-04 | 46.40 4.70 | settlement | SO | hostage_barricade | business | 16 | 8 | 119 | Siege of a hotel in Ceel Buur Cad
2030-06-10 | 33.80 30.90 | district | EG | bombing | utilities | 0 | | 120 | Pipeline blown up in North Sinai
2030-07-18 | 67.00 30.20 | settlement | PK | bombing | business | 27 | | 121 122 | Two blasts at a market in Zarghun Shahr
2030-08-23 | 1.80 14.10 | settlement | NE | hostage_kidnapping | educational | 1 | 6 | 123 | Pupils taken from a school in Kossi Bangou
2030-09-29 | 9.70 52.20 | exact | DE | unarmed_assault | private_citizens | 3 | | 124 | Van driven into pedestrians in Altbrück
2030-11-05 | 45.20 35.50 | near | IQ | bombing | military | 0 | 4 | 125 | Drones strike the air base at Qara Dagh
2030-12-12 | 124.40 7.00 | settlement | PH | bombing | religious | 4 | 7 | 126 127 | Bomb in a church in Datu Salim
"""

TOLD_AGAIN: Final = """
2029-01-09 | 43.12 36.31 | near | IQ | bombing | police | 4- | | 201 | Blast kills police officers in northern Iraq
2029-02-15 | 6.21 12.12 | settlement | NG | armed_assault | private_citizens | 30 | | 202 | Gunmen raid Rafin Kuka in Zamfara
2029-03-21 | 27.11 38.41 | near | TR | bombing | transportation | 38 | | 203 105 | Suitcase bomb explodes in Karsu
2029-04-20 | -75.50 1.65 | district | CO | hostage_kidnapping | | | 3 | 204 | Armed men seize ferry passengers on the Caguan
2029-06-06 | 3.21 51.21 | settlement | BE | armed_assault | religious | 1 | | 205 | Man with knife attacks worshippers in Oudekerke
2029-07-06..2029-07-08 | 47.12 14.53 | settlement | YE | bombing | diplomatic | 6- | 4 | 206 | Explosion at a consulate in Yemen
2029-08-18..2029-08-19 | 0.75 12.80 | province | BF | armed_assault | military | 22 | 5 | 207 110 | Coordinated attacks in the east of Burkina Faso
2029-09-24 | 62.25 34.32 | settlement | AF | bombing | religious | 26 | 6 | 208 112 | Worshippers killed in Herat province
2027-03-12 | 39.90 -3.61 | exact | KE | bombing | business | 7 | | 209 | Hotel attack on the Kenyan coast
2029-12-07 | 37.00 34.75 | district | SY | bombing | military | 18 | 9 | 210 | Blast on a bus carrying conscripts in Homs
2030-01-12 | 71.51 34.21 | settlement | PK | armed_assault | government | 3 | 5 | 211 | Lawmaker and two guards killed in Shah Kot
2030-02-19 | 8.20 44.10 | exact | IT | bombing | journalists_media | 0 | | 212 | Two workers hurt by a parcel bomb
2030-03-27 | 29.20 -1.10 | district | CD | armed_assault | ngo | 5 | 3 | 213 | Aid workers killed in North Kivu
2030-05-04..2030-05-05 | 46.41 4.71 | settlement | SO | bombing | business | 21 | 8 | 214 119 | Suicide car bomb and siege at a Somali hotel
2030-06-10..2030-06-11 | 33.90 31.00 | province | EG | bombing | utilities | | 10 | 215 | Gas pipeline attacked in Sinai
2030-07-18 | 67.01 30.21 | near | PK | bombing | business | 29 | 5 | 216 | Twin explosions in Balochistan
2030-08-23 | 1.90 14.20 | province | NE | hostage_kidnapping | educational | | | 217 123 | Mass abduction at a boarding school in Tillabéri
2030-09-29 | 9.70 52.20 | settlement | DE | unarmed_assault | private_citizens | 3- | | 218 | Three killed as a van hits a crowd in Altbrück
2030-11-06 | 45.21 35.52 | settlement | IQ | bombing | military | 0 | | 219 | Four soldiers wounded at Qara Dagh base
2030-12-12 | 124.42 7.02 | district | PH | bombing | religious | 5 | | 220 | Church bombing in Maguindanao
"""

LOOKS_LIKE_IT: Final = """
2029-01-16 | 43.10 36.30 | settlement | IQ | bombing | police | 6 | 1 | 301 | Car bomb at a checkpoint in Tal Marwan
2029-02-14 | 7.60 12.90 | settlement | NG | armed_assault | business | 4 | | 103 | Attack on a market in Kadaure
2029-03-21 | 27.10 38.40 | settlement | TR | assassination | government | 1 | | 302 | Prosecutor shot dead in Karsu
2029-04-30 | -75.60 1.60 | settlement | CO | hostage_kidnapping | maritime | 0 | 3 | 303 | Passengers taken from a ferry near San Roque Viejo
2029-06-07 | 4.90 52.40 | near | NL | armed_assault | religious | 1 | | 304 | Stabbing outside a synagogue in Nieuwdam
2029-07-07 | 45.00 12.80 | settlement | YE | bombing | military | 15 | 4 | 109 | Suicide bombing of a barracks in Ras Amar
2029-08-19 | -1.50 13.50 | settlement | BF | bombing | military | 6 | 5 | 110 | Roadside bomb in Loroum
2029-09-24 | 69.20 34.50 | settlement | AF | bombing | government | 9 | 6 | 112 | Bombing of a ministry in Kabul
2027-03-20 | 39.90 -3.60 | settlement | KE | bombing | business | 0 | 7 | 305 | Grenade thrown at a bar in Mtoni Kuu
2029-12-08 | 36.20 36.20 | settlement | SY | bombing | military | 2 | 11 | 114 | Bomb hits a checkpoint in Ariha
2030-01-13 | 73.00 33.70 | settlement | PK | armed_assault | police | 2 | 12 | 306 | Two policemen shot dead in Chak Daulat
2030-02-26 | 8.20 44.10 | settlement | IT | bombing | government | 0 | 2 | 307 | Parcel bomb at a town hall in Porto Lume
2030-03-27 | 29.10 -1.20 | near | CD | hostage_kidnapping | private_citizens | 0 | | 308 | Traders taken on the road to Rutuba
2030-05-07 | 45.30 2.00 | settlement | SO | bombing | business | 3 | 8 | 309 | Bomb at a restaurant in Beled Cad
2030-06-14 | 33.80 30.90 | district | EG | armed_assault | military | 4 | 10 | 310 | Attack on an army post in North Sinai
2030-07-18 | 66.00 28.00 | settlement | PK | armed_assault | transportation | 5 | | 121 | Bus stopped and passengers shot in Khuzdar
2030-08-23 | 2.10 13.50 | settlement | NE | armed_assault | military | 11 | 6 | 123 | Attack on an army post near Dosso
2030-09-30 | 11.60 48.10 | exact | DE | armed_assault | private_citizens | 0 | | 311 | Knife attack in a park in Munich
2030-11-05 | 44.00 36.20 | near | IQ | armed_assault | police | 2 | | 312 | Attack on a police post near Erbil
2030-12-24 | 124.40 7.00 | settlement | PH | bombing | religious | 0 | 7 | 313 | Bomb in a church in Datu Salim
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A line: what is compared, and the words of it."""

    traits: Traits
    title: str


def told(lines: str) -> list[Told]:
    """The incidents of a table."""
    return [_told(*(part.strip() for part in line.split("|"))) for line in lines.strip().splitlines()]


def _told(*parts: str) -> Told:
    days, at, precision, country, attack, target, killed, actors, sources, title = parts
    first, _to, last = days.partition("..")
    east, north = at.split()
    traits = Traits(
        earliest=datetime.combine(date.fromisoformat(first), time.min, UTC),
        latest=datetime.combine(date.fromisoformat(last or first), time.max, UTC),
        point=(float(east), float(north)),
        precision=precision,
        country_code=country,
        attack_types=frozenset(attack.split()),
        target_types=frozenset(target.split()),
        killed=_killed(killed),
        actors=frozenset(int(one) for one in actors.split()),
        sources=frozenset(int(one) for one in sources.split()),
        wording=title,
    )
    return Told(traits, title)


def _killed(written: str) -> tuple[int | None, int | None, int | None]:
    if not written:
        return None, None, None
    if written.endswith("-"):
        return int(written[:-1]), None, None
    return int(written), int(written), int(written)
