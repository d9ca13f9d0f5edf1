"""Spans: their bounds, EDTF, joining and saying."""

from datetime import UTC, date, datetime, timedelta

import pytest

from incidents.choices import DatePrecision
from incidents.rules.dates import (
    DateNotUnderstoodError,
    Span,
    join_spans,
    read_date,
    read_edtf,
    say_span,
    span_of_days,
    span_of_instants,
)

TEHRAN = "Asia/Tehran"
NOON = datetime(2024, 1, 3, 12, tzinfo=UTC)


def read(text: str, timezone: str = TEHRAN) -> Span:
    """Read a date, meant in Tehran unless said otherwise."""
    return read_date(text, timezone=timezone)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3 Jan 2024", "3 January 2024"),
        ("Jan 2024", "January 2024 (day not known)"),
        ("2024", "2024 (month not known)"),
        ("between 5 and 10 July 2024", "between 5 and 10 July 2024"),
        ("between 28 June and 3 July 2024", "between 28 June and 3 July 2024"),
        ("28 December 2023 - 3 January 2024", "between 28 December 2023 and 3 January 2024"),
        ("from 5 to 10 July 2024", "from 5 to 10 July 2024"),
        ("early January 2024", "between 1 and 10 January 2024"),
        ("between January and March 2024", "between January and March 2024"),
        ("between December 2023 and March 2024", "between December 2023 and March 2024"),
        ("1998-2000", "between 1998 and 2000"),
        ("night of 3 Jan 2024", "night of 3 January 2024"),
        ("early hours of 3 Jan 2024", "early hours of 3 January 2024"),
        ("3 Jan 2024 2:50 pm", "3 January 2024, 14:50 (Asia/Tehran)"),
        ("3 Jan 2024 3 pm", "3 January 2024, between 15:00 and 15:59 (Asia/Tehran)"),
        ("2024-01~", "January 2024 (day not known)"),
    ],
)
def test_a_span_is_said_as_finely_as_it_is_known(text: str, said: str) -> None:
    assert say_span(read(text)) == said


def test_hours_across_midnight_are_said_with_both_days() -> None:
    span = span_of_instants(
        NOON + timedelta(hours=8),
        NOON + timedelta(hours=10),
        precision=DatePrecision.PART_OF_DAY,
        timezone=TEHRAN,
    )
    assert say_span(span) == "between 23:30 on 3 January 2024 and 01:30 on 4 January 2024 (Asia/Tehran)"


@pytest.mark.parametrize(
    ("texts", "edtf", "precision"),
    [
        (["3 January 2024", "3 January 2024"], "2024-01-03", DatePrecision.DAY),
        (["3 January 2024", "3 January 2024 at 14:50"], "2024-01-03", DatePrecision.DAY),
        (["3 January 2024 at 14:50", "3 January 2024 at 15:05"], "2024-01-03", DatePrecision.HOUR),
        (["3 January 2024 at 14:50", "3 January 2024 at 18:00"], "2024-01-03", DatePrecision.PART_OF_DAY),
        (["5 January 2024", "3 January 2024"], "[2024-01-03..2024-01-05]", DatePrecision.WEEK),
        (["3 January 2024", "January 2024"], "2024-01", DatePrecision.MONTH),
        (["night of 3 January 2024", "5 January 2024"], "[2024-01-03..2024-01-05]", DatePrecision.WEEK),
        (["from 3 to 5 January 2024", "from 4 to 6 January 2024"], "2024-01-03/2024-01-06", DatePrecision.WEEK),
        (["2024-01~", "2024-01~"], "2024-01~", DatePrecision.MONTH),
    ],
)
def test_several_accounts_become_one_span_that_holds_them_all(
    texts: list[str], edtf: str, precision: DatePrecision
) -> None:
    spans = [read(text) for text in texts]
    joined = join_spans(spans)
    assert (joined.edtf, joined.precision) == (edtf, precision)
    assert all(joined.earliest <= span.earliest <= span.latest <= joined.latest for span in spans)


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="no spans"):
        join_spans([])


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-01-XX", date(2024, 1, 1), date(2024, 1, 31)),
        ("2024-02?", date(2024, 2, 1), date(2024, 2, 29)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2024-01-03/2024-01-05", date(2024, 1, 3), date(2024, 1, 5)),
        ("[2024-07-05..2024-07-10]", date(2024, 7, 5), date(2024, 7, 10)),
        ("[2024-07-05,2024-07-09]", date(2024, 7, 5), date(2024, 7, 9)),
        ("{2024-07-05..2024-07-10}", date(2024, 7, 5), date(2024, 7, 10)),
    ],
)
def test_edtf_has_strict_bounds_and_keeps_its_marks(edtf: str, first: date, last: date) -> None:
    span = read_edtf(edtf, timezone="UTC")
    assert (span.first_day, span.last_day) == (first, last)
    assert span.edtf.replace(" ", "") == edtf


def test_a_day_whose_midnight_a_clock_change_skips_still_begins_and_ends() -> None:
    day = read("22 March 2021")
    assert day.earliest == datetime(2021, 3, 21, 20, 30, tzinfo=UTC)
    assert day.latest == datetime(2021, 3, 22, 19, 29, 59, tzinfo=UTC)
    assert (day.first_day, day.last_day) == (date(2021, 3, 22), date(2021, 3, 22))


def test_a_day_that_a_zone_left_out_cannot_be_recorded_as_if_it_had_been() -> None:
    with pytest.raises(DateNotUnderstoodError, match="does not exist there"):
        read("30 December 2011", "Pacific/Apia")


def test_the_same_day_elsewhere_is_another_span() -> None:
    assert read("3 January 2024", "UTC").earliest - read("3 January 2024").earliest == timedelta(hours=3, minutes=30)


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(DateNotUnderstoodError, match="2024-01-03 comes before 2024-01-05"):
        span_of_days(date(2024, 1, 5), date(2024, 1, 3), timezone="UTC")


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [
        (NOON, NOON - timedelta(seconds=1)),
        (NOON.replace(tzinfo=None), NOON),
        (NOON, NOON.astimezone(tz=None)),
    ],
)
def test_bounds_are_in_order_and_in_utc(earliest: datetime, latest: datetime) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(earliest, latest, DatePrecision.DAY, "UTC", "2024-01-03")
