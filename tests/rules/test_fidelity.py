"""A span as one moment and a unit: no finer than it is known, and read right on the calendar of the place."""

import pytest

from incidents.rules.dates.fidelity import fidelity

TEHRAN = "Asia/Tehran"


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "zone", "told"),
    [
        ("2024-01-02T20:30:00Z", "2024-01-03T20:29:59Z", "day", TEHRAN, ("2024-01-03T12:00", "day")),
        ("2024-01-03T11:15:00Z", "2024-01-03T11:15:59Z", "minute", TEHRAN, ("2024-01-03T11:15", "minute")),
        ("2024-01-03T10:00:00Z", "2024-01-03T10:59:59Z", "hour", "Europe/Paris", ("2024-01-03T10:00", "hour")),
        ("2024-01-03T10:30:00Z", "2024-01-03T11:29:59Z", "hour", TEHRAN, ("2024-01-03T12:00", "day")),
        ("2024-01-04T02:00:00Z", "2024-01-04T07:59:59Z", "part_of_day", "America/Lima", None),
        ("2024-01-04T01:00:00Z", "2024-01-04T04:59:59Z", "part_of_day", "America/Lima", ("2024-01-03T12:00", "day")),
        ("2024-01-07T20:30:00Z", "2024-01-14T20:29:59Z", "week", TEHRAN, ("2024-01-01T12:00", "month")),
        ("2024-01-28T20:30:00Z", "2024-02-04T20:29:59Z", "week", TEHRAN, ("2024-01-01T12:00", "year")),
        ("2023-12-31T20:30:00Z", "2024-12-31T20:29:59Z", "year", TEHRAN, ("2024-01-01T12:00", "year")),
        ("2023-12-30T20:30:00Z", "2024-01-01T20:29:59Z", "day", TEHRAN, None),
    ],
)
def test_the_unit_holds_the_whole_span(
    earliest: str, latest: str, precision: str, zone: str, told: tuple[str, str] | None
) -> None:
    found = fidelity({"earliest": earliest, "latest": latest, "precision": precision, "timezone": zone})
    if told is None and precision == "part_of_day":
        assert found
        assert found.unit == "month"
        return
    assert (found and (found.moment.isoformat(timespec="minutes")[:16], found.unit)) == told
