"""The 135 columns of the Global Terrorism Database, in the order of its files."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from incidents.choices import CharacteristicKind, Population
from incidents.exchange.crosswalks import gtd_reading as read
from incidents.exchange.crosswalks import spans
from incidents.exchange.crosswalks.columns import (
    YES,
    Crossed,
    Crosswalk,
    Take,
    Words,
    at,
    empty,
    filled,
    in_order,
    truth,
)
from incidents.exchange.crosswalks.facts import Facts
from incidents.exchange.crosswalks.gtd_codes import ALTERNATIVES, ATTACKS, TARGETS, WEAPONS, Coded, in_codes
from incidents.exchange.crosswalks.regions import gtd_region
from incidents.exchange.crosswalks.sources import citing
from incidents.exchange.crosswalks.tolls import counted, people

ORDER: Final = """
eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city latitude
longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success
suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt attacktype3 attacktype3_txt targtype1 targtype1_txt
targsubtype1 targsubtype1_txt corp1 target1 natlty1 natlty1_txt targtype2 targtype2_txt targsubtype2 targsubtype2_txt
corp2 target2 natlty2 natlty2_txt targtype3 targtype3_txt targsubtype3 targsubtype3_txt corp3 target3 natlty3
natlty3_txt gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2 guncertain3 individual
nperps nperpcap claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt claim3 claimmode3 claimmode3_txt
compclaim weaptype1 weaptype1_txt weapsubtype1 weapsubtype1_txt weaptype2 weaptype2_txt weapsubtype2 weapsubtype2_txt
weaptype3 weaptype3_txt weapsubtype3 weapsubtype3_txt weaptype4 weaptype4_txt weapsubtype4 weapsubtype4_txt weapdetail
nkill nkillus nkillter nwound nwoundus nwoundte property propextent propextent_txt propvalue propcomment ishostkid
nhostkid nhostkidus nhours ndays divert kidhijcountry ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote
hostkidoutcome hostkidoutcome_txt nreleased addnotes scite1 scite2 scite3 dbsource INT_LOG INT_IDEO INT_MISC INT_ANY
related
"""


def _coded(name: str, words: Words, codes: Coded, field: str, place: int) -> list[Crossed]:
    """The code in a place of a list of ours, and its label in the column ``…_txt``."""

    def part(which: int) -> Take:
        def take(facts: Facts) -> Any:
            found = at(in_codes(codes, getattr(facts.row, field)), place)
            return found[which] if found else None

        return take

    return [filled(name, words, part(0)), filled(f"{name}_txt", LABEL, part(1))]


def _group(place: int) -> list[Crossed]:
    """Who is named in a place, whether that is suspected only, and how they claim it."""
    name, claimed = ("gname", "claimed") if place == 0 else (f"gname{place + 1}", f"claim{place + 1}")
    mode = "claimmode" if place == 0 else f"claimmode{place + 1}"

    def of_mode(which: int) -> Take:
        def take(facts: Facts) -> Any:
            found = read.mode(facts, place)
            return found[which] if found else None

        return take

    return [
        filled(
            name,
            _("Who a finding, a claim of responsibility or an assessment names, most founded first, as named there."),
            lambda facts: found[0] if (found := read.group(facts, place)) else None,
        ),
        filled(
            f"guncertain{place + 1}",
            _("0 where a court finds it or the group claims it undisputed, else 1."),
            lambda facts: read.uncertain(facts, place),
        ),
        filled(
            claimed,
            _("1 where the group claims it. Empty: no claim is on record, which is not that there was none."),
            lambda facts: YES if read.claims_of(facts, place) else None,
        ),
        filled(mode, _("By the words in which the channel is recorded, where they name one mode."), of_mode(0)),
        filled(f"{mode}_txt", LABEL, of_mode(1)),
    ]


def _said(kind: CharacteristicKind) -> Take:
    return lambda facts: facts.words_of(kind)


def _happened(kind: CharacteristicKind) -> Take:
    return lambda facts: read.happened(facts, kind)


def _region(which: int) -> Take:
    def take(facts: Facts) -> Any:
        found = gtd_region(facts.row.country_code)
        return found[which] if found else None

    return take


def _alternative(which: int) -> Take:
    def take(facts: Facts) -> Any:
        found = ALTERNATIVES.get(facts.content["criteria"]["alternative"])
        return found[which] if found else None

    return take


def _criterion(name: str) -> Take:
    return lambda facts: truth(facts.content["criteria"][name])


LABEL: Final = _("The label of the code beside it.")

WHEN_AND_WHERE: Final = (
    filled("eventid", _("Our permanent id. It is no id of the GTD."), lambda facts: facts.id),
    filled("iyear", _("Year; empty where the span crosses into another."), spans.year),
    filled("imonth", _("Month; 0 where only the year is known."), spans.month),
    filled("iday", _("Day; 0 where it is not known, in every year. No middle of a span is written."), spans.day),
    filled("approxdate", _("The span in words and days, where it is more than one day."), spans.words),
    filled("country_txt", _("Our name of the country, as its borders are now."), lambda facts: facts.row.country_name),
    filled("region", _("Code of the region, for countries whose region we are sure of."), _region(0)),
    filled("region_txt", LABEL, _region(1)),
    filled("provstate", _("Province or state."), lambda facts: facts.row.province_name),
    filled("city", _("The town, where the place is known to the town."), read.city),
    filled("latitude", _("Latitude, only where a point is published."), lambda facts: at(list(facts.point or ()), 1)),
    filled("longitude", _("Longitude, the same way."), lambda facts: at(list(facts.point or ()), 0)),
    filled(
        "specificity",
        _(
            "1 known to the town or finer, 3 to the district, 4 to the province, 5 to the country. 3 and 4 are without"
            " coordinates: no middle of an area is written."
        ),
        lambda facts: read.SPECIFICITIES.get(facts.precision),
    ),
    filled("vicinity", _("1 near a known place, 0 in a town or neighbourhood; else empty."), read.vicinity),
    filled("location", _("The place where it is finer than a town, and what sources say of it."), read.spot),
)

WHAT: Final = (
    filled("summary", _("Our summary."), lambda facts: facts.summary),
    filled(
        "crit1", _("As decided by our editors: a political, economic, religious or social goal."), _criterion("goal")
    ),
    filled("crit2", _("The same: intent to coerce or to convey a message."), _criterion("message")),
    filled("crit3", _("The same: outside legitimate warfare."), _criterion("outside_war")),
    filled("doubtterr", _("Whether our editors doubt that it was terrorism."), _criterion("doubt_terrorism")),
    filled("alternative", _("What else it may have been."), _alternative(0)),
    filled("alternative_txt", LABEL, _alternative(1)),
    filled(
        "multiple",
        _("1 where it has parts, is coded as coordinated, or is of the same operation as another; else empty."),
        lambda facts: YES if facts.is_coordinated else None,
    ),
    filled("related", _("Our ids of incidents of the same operation, with its own."), read.related),
    filled("success", _("1 carried out, 0 failed or foiled, where a claim says so."), read.success),
    filled("suicide", _("1 where it is coded so; empty is not 0."), read.suicide),
    *(
        one
        for place in range(3)
        for one in _coded(
            f"attacktype{place + 1}", _("Attack types in the order of the hierarchy."), ATTACKS, "attack_types", place
        )
    ),
    *(
        one
        for place in range(4)
        for one in _coded(
            f"weaptype{place + 1}", _("Weapon types, in the order of their codes."), WEAPONS, "weapon_types", place
        )
    ),
    filled("weapdetail", _("What sources say of the weapon."), _said(CharacteristicKind.WEAPON_SUBTYPE)),
    *(
        one
        for place in range(3)
        for one in _coded(
            f"targtype{place + 1}", _("Target types, in the order of their codes."), TARGETS, "target_types", place
        )
    ),
    filled("target1", _("What sources say of the target."), _said(CharacteristicKind.TARGET_SUBTYPE)),
)

WHO: Final = (
    *(one for place in range(3) for one in _group(place)),
    filled("nperps", _("How many attackers, where every claim gives the same number."), read.attackers),
    filled("compclaim", _("1 where claims compete, 0 where it is claimed and none does."), read.competing),
)

HOW_MANY: Final = (
    filled(
        "nkill",
        _(
            "Our best figure of those killed. Where the source leaves the attackers out, they are added if their number"
            " is known, and it is empty if not; where it does not say, the figure stands. Bounds are in addnotes."
        ),
        lambda facts: counted(facts, "killed"),
    ),
    filled("nkillter", _("Attackers killed."), lambda facts: people(facts, "killed", Population.ATTACKERS)),
    filled("nwound", _("Our best figure of those wounded, the same way."), lambda facts: counted(facts, "wounded")),
    filled("nwoundte", _("Attackers wounded."), lambda facts: people(facts, "wounded", Population.ATTACKERS)),
    filled(
        "property", _("1 where damage is stated, 0 where it is denied."), _happened(CharacteristicKind.PROPERTY_DAMAGE)
    ),
    filled("propcomment", _("What sources say of the damage."), _said(CharacteristicKind.PROPERTY_DAMAGE)),
    filled("ishostkid", _("1 where it is coded so or hostages are counted; empty is not 0."), read.hostages),
    filled("nhostkid", _("Hostages, where every claim gives the same number."), read.hostage_count),
    filled("ransom", _("1 where a ransom is stated, 0 where it is denied."), _happened(CharacteristicKind.RANSOM)),
    filled("ransomnote", _("What sources say of a ransom."), _said(CharacteristicKind.RANSOM)),
)

FROM_WHERE: Final = (
    filled(
        "addnotes",
        _("How many in words and by whose word, who is accused, who denies, and the permanent page of the version."),
        lambda facts: " ".join(facts.remarks),
    ),
    *(filled(f"scite{place + 1}", _("The first three sources that are cited."), citing(place)) for place in range(3)),
    filled("dbsource", _("Attest."), lambda _facts: "Attest"),
)

NEVER: Final = (
    *empty("country", _("The GTD has codes of its own for countries. Join by name.")),
    *empty("extended resolution nhours ndays", _("How long it lasted is not coded.")),
    *empty("nkillus nwoundus nhostkidus", _("Figures by nationality are not coded.")),
    *empty("gsubname gsubname2 gsubname3", _("Who is named is named at one level, as the source does.")),
    *empty("individual nperpcap motive", _("Not coded: it would be a judgement, or needs a trial.")),
    *empty(
        " ".join(f"weapsubtype{n} weapsubtype{n}_txt" for n in range(1, 5))
        + " ".join(f" targsubtype{n} targsubtype{n}_txt" for n in range(1, 4)),
        _("Subtypes are in the sources' words in the record: see weapdetail and target1."),
    ),
    *empty(" ".join(f"corp{n} natlty{n} natlty{n}_txt" for n in range(1, 4)), _("Not coded.")),
    *empty("target2 target3", _("What is said of the target stands in target1.")),
    *empty("propextent propextent_txt propvalue", _("Damage is recorded in words only.")),
    *empty("ransomamt ransomamtus ransompaid ransompaidus", _("Sums are recorded in words only.")),
    *empty("divert kidhijcountry hostkidoutcome hostkidoutcome_txt nreleased", _("Not coded.")),
    *empty("INT_LOG INT_IDEO INT_MISC INT_ANY", _("The nationality of those who are named is not recorded.")),
)

GTD_COLUMNS: Final = Crosswalk(
    name=_("Global Terrorism Database"),
    by=_("the National Consortium for the Study of Terrorism and Responses to Terrorism (START)"),
    table="gtd.csv",
    columns=in_order(ORDER, [*WHEN_AND_WHERE, *WHAT, *WHO, *HOW_MANY, *FROM_WHERE], NEVER),
    cautions=(
        _("nkill and nwound are figures that somebody gave: a total is never divided over several rows."),
        _("gname is empty where nobody is named: Unknown is not written. Who is merely accused is in addnotes."),
        _("The GTD counts deaths of attackers. Many sources do not say whether they do: see nkill."),
    ),
    lost=(
        _("Low and high bounds, and every claim but the one that the value rests on."),
        _("Verdicts, confidence, grades of publishers and credibility of claims."),
        _("Areas, and the metres by which a point is uncertain."),
        _("Warnings, reactions, links of other kinds, former versions."),
        _("Attack types, target types, names and sources beyond three, and weapon types beyond four."),
    ),
)
