# ruff: noqa: RUF001  letters that look alike are what this file is about
"""Which of a place's names is written in its country's own script.

GeoNames lists alternate names without saying their languages. A native name is taken only where the script, and for
the Arabic script its letters, leave exactly one candidate: a wrong name shown as the native one is worse than none.
"""

import re
from collections.abc import Iterable
from typing import Final

_PERSIAN: Final = re.compile(r"[آاأبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءؤئ\s\u200c]+")
_ARABIC: Final = re.compile(r"[آاأإٱبتثجحخدذرزسشصضطظعغفقكلمنوهيىةءؤئ\s]+")
_URDU: Final = re.compile(r"[آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےءؤئ\s]+")
_HEBREW: Final = re.compile(r"[א-ת\s'\"־״׳-]+")
_GREEK: Final = re.compile(r"[Α-Ωα-ωΆ-ώ\s-]+")
_GEORGIAN: Final = re.compile(r"[ა-ჿ\s-]+")
_ARMENIAN: Final = re.compile(r"[Ա-և\s-]+")
_THAI: Final = re.compile(r"[\u0e00-\u0e7f\s]+")
_KOREAN: Final = re.compile(r"[가-힣\s]+")
_KHMER: Final = re.compile(r"[\u1780-\u17ff\s]+")
_BURMESE: Final = re.compile(r"[\u1000-\u109f\s]+")
_LAO: Final = re.compile(r"[\u0e80-\u0eff\s]+")
_BENGALI: Final = re.compile(r"[\u0980-\u09ff\s]+")
_ETHIOPIC: Final = re.compile(r"[\u1200-\u137f\s]+")
_RUSSIAN: Final = re.compile(r"[А-Яа-яЁё\s-]+")
_UKRAINIAN: Final = re.compile(r"[А-ЩЬЮЯа-щьюяҐґЄєІіЇї'’\s-]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")

_ARABIC_SPEAKING: Final = (
    *("AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY"),
    *("MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"),
)

_SCRIPT: Final[dict[str, re.Pattern[str]]] = {
    **dict.fromkeys(("IR", "AF"), _PERSIAN),
    **dict.fromkeys(
        [
            "AE",
            "BH",
            "DJ",
            "DZ",
            "EG",
            "EH",
            "IQ",
            "JO",
            "KW",
            "LB",
            "LY",
            "MA",
            "MR",
            "OM",
            "PS",
            "QA",
            "SA",
            "SD",
            "SY",
            "TN",
            "YE",
        ],
        _ARABIC,
    ),
    "PK": _URDU,
    "IL": _HEBREW,
    **dict.fromkeys(("GR", "CY"), _GREEK),
    "GE": _GEORGIAN,
    "AM": _ARMENIAN,
    "TH": _THAI,
    **dict.fromkeys(("KR", "KP"), _KOREAN),
    "KH": _KHMER,
    "MM": _BURMESE,
    "LA": _LAO,
    "BD": _BENGALI,
    **dict.fromkeys(("ET", "ER"), _ETHIOPIC),
    "RU": _RUSSIAN,
    "UA": _UKRAINIAN,
    **dict.fromkeys(("CN", "TW", "JP"), _HAN),
}
"""The script of the first official language, for countries that do not write it in Latin letters."""


def native_name(country_code: str, names: Iterable[str]) -> str:
    """The one name that fits the country's script; empty where none or several do, or where the script is Latin."""
    script = _SCRIPT.get(country_code)
    if script is None:
        return ""
    fitting = {name.strip() for name in names if script.fullmatch(name) and name.strip()}
    return fitting.pop() if len(fitting) == 1 else ""
