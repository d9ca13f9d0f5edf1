"""How English writes the rules of the table.

A form is matched in the phrase after its numbers have been replaced by marks; ``{n}`` stands for such a mark.
Another language is another module like this one, with its own number words and forms for the same rules.
"""

from incidents.rules.quantities import rules

_ADVERB = r"(?:(?:well|far|slightly|just|a little|a bit|significantly|considerably|substantially) )?"
_ABOUT = (
    r"(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|c\.|some|an? estimated|estimated(?: at)?|"
    r"in the (?:region|order|neighbou?rhood) of|on the order of|close to|near(?: to)?|perhaps|possibly|maybe)"
)
_JUST_UNDER = r"(?:just|slightly|a little) (?:under|below|short of|shy of|fewer than|less than)"
_PASSES = r"exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|top(?:s|ped|ping)"
_MANY = r"(?:several|many|a few|few|a good many|numerous)"

FORMS: tuple[tuple[str, str], ...] = (
    (rules.RANGE, r"(?:anywhere |anything )?between {n} and {n}"),
    (rules.RANGE, r"(?:^|anywhere |anything |ranging )from {n} (?:up )?to {n}"),
    (rules.RANGE, r"{n}(?: ?- ?| to | or ){n}"),
    (
        rules.AT_LEAST,
        r"(?:at (?:the very )?least|(?:no|not) (?:fewer|less) than|(?:a )?minimum of|as few as) {n}",
    ),
    (rules.AT_LEAST, r"{n}(?: or (?:more|above|higher)| ?\+| plus| and counting|,? at least|,? if not more)"),
    (
        rules.UP_TO,
        r"(?:(?:anything )?up to|as many as|at (?:the )?most|(?:no|not) more than|(?:a )?maximum of|not exceeding) {n}",
    ),
    (rules.UP_TO, r"{n}(?: or (?:fewer|less|under)|,? at (?:the )?most)"),
    (
        rules.NEARLY,
        rf"(?:nearly|almost|nearing|approaching|not quite|close on|shy of|{_JUST_UNDER}) {{n}}",
    ),
    (
        rules.MORE_THAN,
        rf"{_ADVERB}(?:(?:more|greater|higher) than|over|above|upwards? of|in excess of|{_PASSES}) {{n}}",
    ),
    (rules.FEWER_THAN, rf"{_ADVERB}(?:(?:fewer|less|lower) than|under|below|short of) {{n}}"),
    (rules.ABOUT, rf"(?:only )?{_ABOUT} {{n}}"),
    (rules.ABOUT, r"{n}(?: or so| or thereabouts|,? give or take|,? approximately|,? roughly)"),
    (rules.HUNDREDS_OF_THOUSANDS, rf"(?:{_MANY} )?hundreds? of thousands|{_MANY} hundred thousands?"),
    (rules.TENS_OF_THOUSANDS, r"tens of thousands"),
    (rules.TENS, r"tens(?! of)|tens of(?! \w*(?:thousand|million))"),
    (rules.THOUSANDS, rf"(?:{_MANY} )?thousands(?: upon thousands)?|{_MANY} thousand"),
    (rules.HUNDREDS, rf"(?:{_MANY} )?hundreds(?: upon hundreds)?|{_MANY} hundred"),
    (rules.SCORES, rf"(?:{_MANY} )?scores|{_MANY} score"),
    (rules.DOZENS, rf"(?:{_MANY} )?dozens(?: (?:upon|and) dozens)?|{_MANY} dozen"),
    (rules.EXACT, r"(?:exactly |precisely |a total of |all )?{n}"),
)
"""Tried in this order; the first form that matches a mark takes it, so "no more than" stands before "more than"."""

NO_NUMBER_WORDS = (
    r"several|(?:quite )?a few|few|many|numerous|multiple|some|countless|various|"
    r"(?:an? )?(?:(?:un\w+|large|small|great|growing) )?numbers?(?: of)?|a handful(?: of)?|a couple(?: of)?|"
    r"an? (?:un\w+) (?:toll|figure)|unknown|not known|unclear"
)
"""Words for how many that say no number, where the phrase has nothing else."""

ZERO_PHRASE = (
    r"(?:no[ -]one|nobody|none)(?: (?:was|were|is|has been|have been|had been))?(?: (?:killed|wounded|injured|hurt))?|"
    r"no (?:deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|injur(?:y|ies)|wounded|injured|dead|people (?:killed|injured))"
)
"""Whole phrases that state a zero. "No deaths were reported" does not: it says that none is known."""

UNITS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {"million": 1_000_000, "thousand": 1_000, "hundred": 100, "dozen": 12, "score": 20}
"""Largest first, as they are said."""

MAY_STAND_BEFORE = frozenset(
    {
        "a", "all", "are", "at", "been", "by", "casualties", "civilians", "claimed", "confirmed", "count",
        "counted", "dead", "death", "deaths", "died", "fatalities", "figure", "had", "has", "have", "hostages",
        "hurt", "in", "injured", "injures", "injuring", "is", "kill", "killed", "killing", "kills", "leaving",
        "left", "lives", "missing", "now", "number", "of", "official", "officially", "people", "persons", "put",
        "puts", "reported", "reportedly", "stands", "stood", "the", "there", "toll", "total", "totalled",
        "victims", "was", "were", "with", "wounded", "wounding", "wounds",
    }
)  # fmt: skip
"""Words before a quantity that do not change it. Any other word might be a hedge nobody foresaw: not read."""

CHANGES_WHAT_WAS_SAID = frozenset(
    {
        "additional", "am", "april", "august", "billion", "bn", "but", "cent", "could", "day", "days",
        "december", "dollar", "dollars", "dozens", "euro", "euros", "february", "fewer", "give", "half", "hour",
        "hours", "hundreds", "if", "ish", "january", "july", "june", "kg", "kilogram", "kilograms", "kilometer",
        "kilometers", "kilometre", "kilometres", "km", "lakh", "least", "less", "march", "maximum", "may",
        "maybe", "meters", "metre", "metres", "might", "mile", "miles", "million", "millions", "minimum",
        "minute", "minutes", "month", "months", "more", "most", "never", "no", "not", "november", "october",
        "odd", "or", "other", "others", "over", "per", "percent", "perhaps", "plus", "pm", "possibly", "pound",
        "pounds", "quarter", "quarters", "score", "september", "take", "than", "third", "thirds", "thousands",
        "ton", "tonne", "tonnes", "tons", "under", "week", "weeks", "year", "years",
    }
)  # fmt: skip
"""Words after a quantity that make it another one, or no count at all: the phrase is not read."""
