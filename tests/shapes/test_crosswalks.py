"""The record in the columns of GTD, GED and ACLED: what is known is right, and what is not said stays empty."""

import csv
import hashlib
import io
from typing import Any

import pytest
from django.test import Client

from incidents.exchange.crosswalks.columns import in_order
from incidents.exchange.crosswalks.gtd import GTD_COLUMNS
from incidents.exchange.crosswalks.gtd_codes import claim_mode
from incidents.exchange.crosswalks.regions import gtd_region, ucdp_region
from incidents.models import PublishedIncident
from tests.public.reading import ids_of_json
from tests.shapes.crossing import Crossed, archive, crossed

__all__ = ["crossed"]

pytestmark = pytest.mark.django_db

PLACES = {
    "gtd": {1: "eventid", 27: "success", 59: "gname", 99: "nkill", 105: "property", 126: "addnotes", 135: "related"},
    "ged": {1: "id", 20: "source_article", 25: "where_prec", 33: "priogrid_gid", 45: "best", 49: "gwnob"},
    "acled": {1: "event_id_cnty", 6: "event_type", 16: "iso", 25: "geo_precision", 29: "fatalities", 31: "timestamp"},
}
"""Where columns stand in the files of those datasets, from 1; the last is the number of columns."""


def said(row: dict[str, str], names: str) -> list[str]:
    return [row[name] for name in names.split()]


def test_each_file_has_the_columns_of_its_dataset_in_their_order_and_says_what_is_lost(
    client: Client, crossed: Crossed
) -> None:
    assert crossed.told.public_id
    for name, places in PLACES.items():
        found = archive(client, name)
        assert len(set(found.header)) == len(found.header) == max(places)
        assert {place: found.header[place - 1] for place in places} == places
        readme = found.files["README.md"].decode()
        codebook = list(csv.DictReader(io.StringIO(found.files["codebook.csv"].decode(), newline="")))
        assert [one["column"] for one in codebook] == found.header
        for one in codebook:
            assert f"| `{one['column']}` |" in readme
            if one["always_empty"] == "true":
                assert {row[one["column"]] for row in found.rows.values()} == {""}, one["column"]
        assert "2 incidents stand in incidents.csv only" in readme
        sums = found.files.pop("SHA256SUMS").decode().splitlines()
        assert sums == [f"{hashlib.sha256(data).hexdigest()}  {one}" for one, data in found.files.items()]


def test_a_part_stands_in_the_table_only_where_its_whole_does_not(client: Client, crossed: Crossed) -> None:
    parts = {str(one.public_id) for one in crossed.parts}
    for query in ("", "country=IR&sort=occurred", "part=true", "q=Blast", "precision=country", "country=AQ"):
        listed = ids_of_json(client, query)
        for name in PLACES:
            found = archive(client, name, query)
            assert list(found.ours) == listed, (name, query)
            left_out = parts if str(crossed.whole.public_id) in listed else set()
            assert list(found.rows) == [one for one in listed if one not in left_out], (name, query)
    whole = str(crossed.whole.public_id)
    assert archive(client, "ged").rows[whole]["event_clarity"] == "2"
    assert archive(client, "gtd").rows[whole]["multiple"] == "1"
    assert archive(client, "gtd", "part=true").rows[min(parts)]["multiple"] == ""


def test_what_gtd_has_a_column_for_is_right(client: Client, crossed: Crossed) -> None:
    rows = archive(client, "gtd").rows
    told, month = rows[str(crossed.told.public_id)], str(crossed.month.public_id)
    assert said(told, "iyear imonth iday approxdate") == ["2024", "1", "3", ""]
    assert said(told, "country country_txt region provstate city") == ["", "Iran", "10", "Kerman", "Kerman"]
    assert said(told, "latitude longitude specificity vicinity") == ["30.28", "57.08", "1", "0"]
    assert said(told, "attacktype1 attacktype1_txt attacktype2 attacktype3") == ["3", "Bombing/Explosion", "2", ""]
    assert said(told, "weaptype1 weaptype2 weapdetail targtype1 target1") == [
        "5",
        "6",
        "a belt of explosives",
        "14",
        "a market",
    ]
    assert said(told, "gname guncertain1 claimed claimmode claimmode_txt compclaim gname2") == [
        *("Front", "0", "1", "6", "Video", "0", "")
    ]
    assert said(told, "nkill nkillter nwound nperps") == ["82", "2", "", "2"]
    assert said(told, "success suicide multiple property propcomment") == ["1", "1", "1", "1", "stalls were burnt"]
    assert told["related"] == f"{crossed.told.public_id}, {month}"
    assert told["addnotes"].startswith("Killed: 80 (Agency, The). Wounded: scores (Agency, The). Accused: Accused Body")
    assert told["addnotes"].endswith(f"/incidents/{crossed.told.public_id}/v/1/")
    assert told["scite1"] == '“A "market" bombed; many dead”, Agency, The, 26 January 2024'
    assert said(told, "crit1 doubtterr extended INT_ANY") == ["", "", "", ""]


def test_what_is_known_in_part_is_said_in_part(client: Client, crossed: Crossed) -> None:
    month, year = str(crossed.month.public_id), str(crossed.year.public_id)
    gtd = archive(client, "gtd").rows
    assert said(gtd[month], "iyear imonth iday specificity latitude nkill gname claimed") == [
        *("2023", "3", "0", "4", "", "", "", "")
    ]
    assert gtd[month]["approxdate"] == "March 2023 (day not known): 2023-03-01 – 2023-03-31"
    assert "Killed: nearly 100 (The Example Courier)." in gtd[month]["addnotes"]
    assert said(gtd[year], "iyear imonth iday specificity provstate nkill") == ["2022", "0", "0", "5", "", "3"]
    ged = archive(client, "ged").rows
    assert said(ged[month], "date_prec date_start date_end where_prec latitude geom_wkt") == [
        *("4", "2023-03-01", "2023-03-31", "4", "", "")
    ]
    assert said(ged[month], "best low high deaths_unknown") == ["", "", "99", ""]
    assert said(ged[year], "date_prec where_prec best deaths_unknown deaths_civilians") == ["5", "6", "3", "3", ""]
    acled = archive(client, "acled").rows
    assert said(acled[month], "event_date year time_precision geo_precision fatalities") == ["", "2023", "3", "3", ""]
    assert said(acled[year], "event_date year time_precision geo_precision fatalities") == ["", "2022", "", "", "3"]


def test_what_ged_has_a_column_for_is_right(client: Client, crossed: Crossed) -> None:
    told = archive(client, "ged").rows[str(crossed.told.public_id)]
    assert said(told, "year date_prec date_start date_end event_clarity") == [
        "2024",
        "1",
        "2024-01-03",
        "2024-01-03",
        "1",
    ]
    assert said(told, "where_prec where_coordinates adm_1 adm_2 geom_wkt") == [
        *("1", "Kerman", "Kerman", "", "POINT (57.08 30.28)")
    ]
    assert told["priogrid_gid"] == "173275"
    assert said(told, "country country_id region side_a type_of_violence") == ["Iran", "", "Middle East", "Front", ""]
    assert said(told, "deaths_a deaths_b deaths_civilians deaths_unknown best") == ["2", "", "60", "20", "82"]
    (article,) = csv.reader([told["source_article"]], delimiter=";", quotechar='"')
    office, day, headline = article[0].split(",", 2)
    assert (office, day, headline) == ("Agency The", "2024-01-26", "A 'market' bombed; many dead")
    assert said(told, "number_of_sources source_office source_original") == ["1", "Agency The", "Agency, The"]
    assert told["source_headline"].count(";") == 0


def test_what_acled_has_a_column_for_is_right(client: Client, crossed: Crossed) -> None:
    rows = archive(client, "acled").rows
    told, whole = rows[str(crossed.told.public_id)], rows[str(crossed.whole.public_id)]
    assert said(told, "event_date time_precision geo_precision iso country") == ["2024-01-03", "1", "1", "364", "Iran"]
    assert said(told, "event_type sub_event_type disorder_type") == ["", "", ""]
    assert said(whole, "event_type sub_event_type disorder_type actor1 actor2") == [
        *("Explosions/Remote violence", "", "Political violence", "", "")
    ]
    assert said(told, "actor1 actor2 inter2 civilian_targeting fatalities source") == [
        *("Front", "Civilians (Iran)", "7", "Civilian targeting", "82", "Agency, The")
    ]
    assert told["notes"].startswith("A market was attacked. Killed: 80 (Agency, The).")
    row = PublishedIncident.objects.get(public_id=crossed.told.public_id)
    assert told["timestamp"] == str(int(row.version.published_at.timestamp()))


@pytest.mark.parametrize(
    ("channel", "code"),
    [
        ("a video", 6),
        ("Telegram channels", 7),
        ("a letter", 1),
        ("telephone", None),
        ("a video on Telegram", None),
        ("", None),
    ],
)
def test_a_mode_is_only_what_its_words_name(channel: str, code: int | None) -> None:
    assert (claim_mode(channel) or (None,))[0] == code


def test_regions_hold_each_country_once() -> None:
    assert gtd_region("TR") == (10, "Middle East & North Africa")
    assert gtd_region("AQ") is None
    assert {ucdp_region(code) for code in ("EG", "TR", "IQ")} == {"Middle East"}
    assert [ucdp_region(code) for code in ("AZ", "KG", "DZ", "HT", "")] == [
        "Europe",
        "Asia",
        "Africa",
        "Americas",
        None,
    ]


def test_a_column_without_a_place_is_noticed() -> None:
    columns: Any = GTD_COLUMNS.columns
    with pytest.raises(ValueError, match="nkill"):
        in_order(" ".join(one.name for one in columns if one.name != "nkill"), columns, ())
