"""The columns in the words of the Humanitarian Exchange Language (HXL 1.1, https://hxlstandard.org).

A row of hashtags below the header lets the tools of relief organisations join our files with theirs. Hashtags are from
the core list, attributes too where it has one; ours beside them narrow what is meant, as the standard allows. Figures
alone are ``#affected`` and days alone ``#date``, because validators take them for numbers and dates: what is said of
them in words or as a code is ``#description`` or ``#meta``.
"""

from collections.abc import Iterable
from typing import Final

from incidents.exchange.columns import COLUMNS, Column

TAGS: Final = {
    "id": "#event+id",
    "version": "#meta+version",
    "published_at": "#date+published",
    "title": "#event+name",
    "url": "#event+url",
    "citation_url": "#meta+url+citation",
    "part_of": "#event+id+whole",
    "occurred_earliest": "#date+occurred+start",
    "occurred_latest": "#date+occurred+end",
    "occurred_precision": "#meta+occurred+precision",
    "occurred_edtf": "#meta+occurred+edtf",
    "occurred_text": "#description+occurred",
    "occurred_said_by": "#meta+source+occurred",
    "place_name": "#loc+name",
    "country_iso2": "#country+code+v_iso2",
    "country_iso3": "#country+code+v_iso3",
    "country_name": "#country+name",
    "province_code": "#adm1+code+v_iso_3166_2",
    "province_name": "#adm1+name",
    "place_precision": "#geo+precision",
    "uncertainty_m": "#geo+uncertainty",
    "longitude": "#geo+lon",
    "latitude": "#geo+lat",
    "place_said_by": "#meta+source+loc",
    "attack_family": "#event+type+family",
    "attack_types": "#event+type+list",
    "weapon_types": "#cause+weapon+list",
    "target_types": "#impact+target+type+list",
    "tactics": "#event+tactic+list",
    "attribution_state": "#status+attribution",
    "actors": "#group+code+list",
    "attribution_grounds": "#meta+attribution+ground+list",
    "attributed_to": "#group+name+attributed",
    "accused": "#group+name+accused",
    "denied": "#group+name+denied",
    "killed_low": "#affected+killed+min",
    "killed_best": "#affected+killed",
    "killed_high": "#affected+killed+max",
    "killed_text": "#description+killed",
    "killed_said_by": "#meta+source+killed",
    "wounded_low": "#affected+injured+min",
    "wounded_best": "#affected+injured",
    "wounded_high": "#affected+injured+max",
    "wounded_text": "#description+injured",
    "wounded_said_by": "#meta+source+injured",
    "has_warning": "#indicator+warning+bool",
    "origins": "#meta+origins+num",
    "source_count": "#meta+source+num",
    "publishers": "#meta+source+name+list",
    "languages": "#meta+source+lang+list",
    "definition": "#meta+definition",
    "claim_state": "#status+claim",
    "verifications": "#status+verification+list",
    "under_review": "#status+review+bool",
    "demonstration": "#meta+demonstration+bool",
    "notice": "#description+notice",
}
"""By the name of a column."""


def tags(columns: Iterable[Column] = COLUMNS) -> list[str]:
    """The hashtags of columns, in their order."""
    return [TAGS[column.name] for column in columns]
