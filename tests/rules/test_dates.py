"""What a date in words, ISO 8601 or EDTF stands for."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.choices import DatePrecision
from incidents.rules.dates import DateNotUnderstoodError, Span, read_date, read_edtf, span_of_days

TEHRAN = "Asia/Tehran"
REPORTED = date(2024, 1, 26)  # a Friday


def read(text: str, reported_on: date | None = None) -> Span:
    """Read a date meant in Tehran."""
    return read_date(text, timezone=TEHRAN, reported_on=reported_on)


@pytest.mark.parametrize(
    "text",
    [
        "3 January 2024",
        "3 Jan 2024",
        "3 Jan. 2024",
        "3rd January 2024",
        "the 3rd of January, 2024",
        "January 3, 2024",
        "Jan 3rd 2024",
        "on 3 January 2024.",
        "Wednesday 3 January 2024",
        "Wed, 3 Jan 2024",
        "2024-01-03",
        "  3   JANUARY  2024 ",
        "\u06f3 January \u06f2\u06f0\u06f2\u06f4",
    ],
)
def test_a_day_is_a_day(text: str) -> None:
    span = read(text)
    assert (span.edtf, span.precision) == ("2024-01-03", DatePrecision.DAY)
    assert span.earliest == datetime(2024, 1, 2, 20, 30, tzinfo=UTC)
    assert span.latest == datetime(2024, 1, 3, 20, 29, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("January 2024", "2024-01", DatePrecision.MONTH),
        ("in Jan 2024", "2024-01", DatePrecision.MONTH),
        ("2024-01", "2024-01", DatePrecision.MONTH),
        ("2024", "2024", DatePrecision.YEAR),
        ("early January 2024", "[2024-01-01..2024-01-10]", DatePrecision.MONTH),
        ("in early January 2024", "[2024-01-01..2024-01-10]", DatePrecision.MONTH),
        ("mid-January 2024", "[2024-01-10..2024-01-20]", DatePrecision.MONTH),
        ("middle of January 2024", "[2024-01-10..2024-01-20]", DatePrecision.MONTH),
        ("late February 2024", "[2024-02-15..2024-02-29]", DatePrecision.MONTH),
        ("first half of March 2023", "[2023-03-01..2023-03-15]", DatePrecision.MONTH),
        ("second half of March 2023", "[2023-03-16..2023-03-31]", DatePrecision.MONTH),
        ("around 3 January 2024", "[2024-01-02..2024-01-04]", DatePrecision.WEEK),
        ("week of 3 January 2024", "[2024-01-01..2024-01-07]", DatePrecision.WEEK),
        ("the weekend of 3 January 2024", "[2024-01-06..2024-01-07]", DatePrecision.WEEK),
        ("between 5 and 10 July 2024", "[2024-07-05..2024-07-10]", DatePrecision.WEEK),
        ("5-10 July 2024", "[2024-07-05..2024-07-10]", DatePrecision.WEEK),
        ("5\u201310 July 2024", "[2024-07-05..2024-07-10]", DatePrecision.WEEK),
        ("2 or 3 January 2024", "[2024-01-02..2024-01-03]", DatePrecision.WEEK),
        ("between 28 June and 3 July 2024", "[2024-06-28..2024-07-03]", DatePrecision.WEEK),
        ("between 28 December and 3 January 2024", "[2023-12-28..2024-01-03]", DatePrecision.WEEK),
        ("28 December 2023 - 3 January 2024", "[2023-12-28..2024-01-03]", DatePrecision.WEEK),
        ("2024-01-05 to 2024-01-07", "[2024-01-05..2024-01-07]", DatePrecision.WEEK),
        ("between January and March 2024", "[2024-01..2024-03]", DatePrecision.YEAR),
        ("August/September 1993", "[1993-08..1993-09]", DatePrecision.YEAR),
        ("between 1998 and 2000", "[1998..2000]", DatePrecision.YEAR),
        ("1998-2000", "[1998..2000]", DatePrecision.YEAR),
        ("from 28 June to 3 July 2024", "2024-06-28/2024-07-03", DatePrecision.WEEK),
        ("from January until March 2024", "2024-01/2024-03", DatePrecision.YEAR),
    ],
)
def test_what_is_known_less_finely_stays_so(text: str, edtf: str, precision: DatePrecision) -> None:
    span = read(text)
    assert (span.edtf, span.precision) == (edtf, precision)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("13 Dey 1402", "2024-01-03"),
        ("the 13th of Dey, 1402", "2024-01-03"),
        ("۱۳ دی ۱۴۰۲", "2024-01-03"),
        ("13 Jadi 1402", "2024-01-03"),
        ("1 Farvardin 1403", "2024-03-20"),
        ("30 Esfand 1403", "2025-03-20"),
        ("22 Bahman 1357", "1979-02-11"),
        ("Dey 1402", "[2023-12-22..2024-01-20]"),
        ("in Esfand 1402", "[2024-02-20..2024-03-19]"),
    ],
)
def test_a_solar_hijri_date_is_the_same_day_in_the_gregorian_calendar(text: str, edtf: str) -> None:
    assert read(text).edtf == edtf


def test_the_night_of_a_solar_hijri_day_is_the_night_of_that_day() -> None:
    assert read("night of 13 Dey 1402") == read("night of 3 January 2024")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 January", "2024-01-03"),
        ("5 July", "2023-07-05"),
        ("December", "2023-12"),
        ("early January", "[2024-01-01..2024-01-10]"),
        ("between 28 December and 3 January", "[2023-12-28..2024-01-03]"),
        ("today", "2024-01-26"),
        ("yesterday", "2024-01-25"),
        ("the day before yesterday", "2024-01-24"),
        ("on Thursday", "2024-01-25"),
        ("Friday", "2024-01-26"),
        ("last Friday", "2024-01-19"),
        ("on Saturday", "2024-01-20"),
        ("three days ago", "2024-01-23"),
        ("a week ago", "[2024-01-15..2024-01-21]"),
        ("12 days ago", "2024-01-14"),
        ("over the weekend", "[2024-01-20..2024-01-21]"),
        ("this week", "[2024-01-22..2024-01-26]"),
        ("last week", "[2024-01-15..2024-01-21]"),
        ("in recent days", "[2024-01-23..2024-01-26]"),
        ("in recent weeks", "[2024-01-05..2024-01-26]"),
        ("earlier this month", "[2024-01-01..2024-01-26]"),
        ("last month", "2023-12"),
        ("earlier this year", "[2024-01-01..2024-01-26]"),
        ("last year", "2023"),
    ],
)
def test_a_report_s_date_places_what_it_says(text: str, edtf: str) -> None:
    assert read(text, REPORTED).edtf == edtf


def test_a_weekend_reported_on_its_saturday_ends_with_the_report() -> None:
    assert read("over the weekend", date(2024, 1, 20)).edtf == "2024-01-20"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("night of 3 Jan 2024", (2024, 1, 3, 14, 30), (2024, 1, 4, 2, 29)),
        ("on the night of 3-4 January 2024", (2024, 1, 3, 14, 30), (2024, 1, 4, 2, 29)),
        ("morning of 3 January 2024", (2024, 1, 3, 2, 30), (2024, 1, 3, 8, 29)),
        ("early hours of 3 January 2024", (2024, 1, 2, 20, 30), (2024, 1, 3, 2, 29)),
        ("3 January 2024, in the afternoon", (2024, 1, 3, 8, 30), (2024, 1, 3, 14, 29)),
        ("3 January 2024 evening", (2024, 1, 3, 14, 30), (2024, 1, 3, 20, 29)),
    ],
)
def test_a_part_of_a_day_has_its_hours_in_the_stated_zone(
    text: str, earliest: tuple[int, ...], latest: tuple[int, ...]
) -> None:
    span = read(text)
    assert span.precision == DatePrecision.PART_OF_DAY
    assert span.earliest.timetuple()[:5] == earliest
    assert span.latest.timetuple()[:6] == (*latest, 59)


def test_last_night_is_the_night_before_the_report() -> None:
    assert read("last night", REPORTED) == read("night of 25 January 2024")
    assert read("tonight", REPORTED) == read("night of 26 January 2024")
    assert read("Thursday evening", REPORTED) == read("evening of 25 January 2024")


@pytest.mark.parametrize(
    "text",
    [
        "3 January 2024 at 14:50",
        "3 January 2024, 14.50",
        "3 January 2024 2:50 pm",
        "at 2:50 p.m. on 3 January 2024",
        "14:50 local time, 3 January 2024",
        "2024-01-03T14:50",
        "2024-01-03 14:50",
        "2024-01-03T14:50:31",
        "2024-01-03T11:20Z",
        "2024-01-03T12:20:00+01:00",
    ],
)
def test_a_minute_is_a_minute(text: str) -> None:
    span = read(text)
    assert (span.edtf, span.precision) == ("2024-01-03T14:50:00+03:30", DatePrecision.MINUTE)
    assert span.earliest == datetime(2024, 1, 3, 11, 20, tzinfo=UTC)
    assert span.latest == datetime(2024, 1, 3, 11, 20, 59, tzinfo=UTC)


def test_an_hour_without_minutes_is_an_hour() -> None:
    span = read("3 January 2024 at 3 pm")
    assert span.precision == DatePrecision.HOUR
    assert (span.latest - span.earliest).total_seconds() == 3599


def test_noon_and_midnight_are_times() -> None:
    assert read("noon on 3 January 2024") == read("2024-01-03 12:00")
    assert read("3 January 2024 at midnight") == read("2024-01-03 00:00")
    assert read("3 January 2024 at 12:10 am") == read("2024-01-03 00:10")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Nothing was written"),
        ("the other day", "“the other day” was not understood; write it as in 3 January 2024"),
        ("30 Esfand 1402", "“30 esfand 1402” does not exist"),
        ("13 Dey 2024", "was not understood"),
        ("03/01/2024", "can be read as two different days"),
        ("3.1.24", "can be read as two different days"),
        ("13 May 24", "was not understood"),
        ("after 3 January 2024", "leaves one end open"),
        ("2024-01-03/..", "leaves one end open"),
        ("[2024-07-05..]", "leaves one end open"),
        ("/2024", "leaves one end open"),
        ("30 February 2024", "2024-02-30 does not exist"),
        ("2023-02-29", "2023-02-29 does not exist"),
        ("Thursday 3 January 2024", "2024-01-03 was a Wednesday, not a Thursday"),
        ("10 to 5 July 2024", "2024-07-05 comes before 2024-07-10"),
        ("3 January", "The year is missing"),
        ("5", "The month is missing"),
        ("last week", "only as seen from another"),
        ("on Thursday", "only as seen from another"),
        ("0999", "is not a year that can be recorded"),
        ("0000~", "is not a year that can be recorded"),
        ("9999-12-31T23:59-10:00", "is not a year that can be recorded"),
        ("9999-12-31", "is not a year that can be recorded"),
        ("2024-21", "is a season"),
        ("2024-99-99", "is not a date"),
        ("2024-01-03 25:00", "is not a time that exists"),
        ("3 January 2024 25:00", "“25:00” is not a time of day"),
        ("3 January 2024 at 13:00 pm", "is not a time of day"),
        ("night of January 2024", "was not understood"),
        ("between 7 and 9", "was not understood"),
        ("14:50, January 2024", "was not understood"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_to_write(text: str, sentence: str) -> None:
    with pytest.raises(DateNotUnderstoodError) as refused:
        read(text)
    assert sentence in str(refused.value)


def test_an_unknown_time_zone_is_refused() -> None:
    for name in ("Tehran/Asia", "", "../etc/passwd"):
        with pytest.raises(DateNotUnderstoodError, match="is not a time zone"):
            read_date("3 January 2024", timezone=name)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_report_of_no_possible_day_is_refused(day: date) -> None:
    with pytest.raises(DateNotUnderstoodError, match="The report's date cannot be right"):
        read("yesterday", day)


@given(st.text(max_size=40), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_is_a_span_or_refused(text: str, reported_on: date | None) -> None:
    try:
        span = read(text, reported_on)
    except DateNotUnderstoodError:
        return
    assert span.earliest <= span.latest


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(min_value=0, max_value=800),
    st.sampled_from([TEHRAN, "UTC", "America/Sao_Paulo", "Pacific/Auckland", "Europe/London"]),
)
def test_days_written_as_edtf_are_read_back_the_same(first: date, length: int, timezone: str) -> None:
    last = date.fromordinal(first.toordinal() + length)
    span = span_of_days(first, last, timezone=timezone)
    assert read_edtf(span.edtf, timezone=timezone) == span
    assert (span.first_day, span.last_day) == (first, last)
